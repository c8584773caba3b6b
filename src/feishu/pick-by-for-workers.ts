// Stands in the Worker for lodash.pickby (wrangler.toml), which brings along five thousand bytes for nested and inherited
// keys. The SDK picks among the headers and parameters of a call, which are plain objects.

/** The members of `object` whose value passes `keep`; an empty object for none. */
export default function pickBy<T>(
  object: Readonly<Record<string, T>> | null | undefined,
  keep: (value: T) => unknown,
): Record<string, T> {
  return Object.fromEntries(Object.entries(object ?? {}).filter(([, value]) => Boolean(keep(value))));
}
