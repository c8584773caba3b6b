import * as z from "zod";
import { isRecord } from "./card/is-record.ts";
import { FAULTS, type FaultName } from "./fault-switches.ts";

const changeSchema = z.strictObject(FAULTS).partial();

type Change = z.infer<typeof changeSchema>;
type Setting<N extends FaultName> = NonNullable<Change[N]>;
export type FaultSettings = { [N in FaultName]?: Setting<N> };

/** The call or delivery a fault might apply to. */
export type Where = { path?: string; person?: string; chat_id?: string; app_id?: string };

export type Faults = {
  settings(): FaultSettings;
  /** Every fault: its values as JSON schema, and its description. */
  known(): Array<{ name: string; value: unknown; about: unknown }>;
  /**
   * Sets the named faults. Each is a plain value or `{value, next, path, person, chat_id, app_id}`: limited
   * to the next n uses and to calls that match all given conditions; `value` defaults to `true`. `null` or
   * `false` turns a fault off. Refuses unknown names and invalid values.
   */
  change(input: unknown): { ok: true } | { ok: false; error: string };
  /** The fault's value if it applies here (the use counts against `next`), otherwise undefined. */
  take<N extends FaultName>(name: N, where?: Where | string): Setting<N>["value"] | undefined;
};

/** All faults off. `changed` is called for every change made by a person. */
export function createFaults(changed: (settings: FaultSettings) => void = () => {}): Faults {
  let settings: FaultSettings = {};
  return {
    settings: () => ({ ...settings }),
    known: () =>
      Object.entries(FAULTS).map(([name, switched]) => ({
        name,
        value: schemaOf(switched.unwrap().shape.value),
        about: switched.meta()?.about,
      })),
    change(input) {
      const parsed = changeSchema.safeParse(isRecord(input) ? spelledOut(input) : input);
      if (!parsed.success) return { ok: false, error: z.prettifyError(parsed.error) };
      const merged = { ...settings, ...parsed.data };
      settings = Object.fromEntries(Object.entries(merged).filter(([, set]) => set && set.value !== false));
      changed({ ...settings });
      return { ok: true };
    },
    take(name, given) {
      const set = settings[name];
      if (set === undefined) return undefined;
      if (!fits(set, typeof given === "string" ? { path: given } : (given ?? {}))) return undefined;
      if (set.next !== undefined) {
        if (set.next > 1) settings = { ...settings, [name]: { ...set, next: set.next - 1 } };
        else delete settings[name];
        changed({ ...settings });
      }
      return set.value;
    },
  };
}

function fits(set: Where, where: Where): boolean {
  if (set.path !== undefined && !(where.path ?? "").includes(set.path)) return false;
  if (set.person !== undefined && where.person !== set.person) return false;
  if (set.chat_id !== undefined && where.chat_id !== set.chat_id) return false;
  return set.app_id === undefined || where.app_id === set.app_id;
}

function schemaOf(value: z.ZodType): unknown {
  const { $schema: _draft, ...schema } = z.toJSONSchema(value);
  return schema;
}

function spelledOut(input: Record<string, unknown>): Record<string, unknown> {
  const entries = Object.entries(input).map(([name, set]) => {
    if (set === null) return [name, null];
    return [name, isRecord(set) ? { value: true, ...set } : { value: set }];
  });
  return Object.fromEntries(entries);
}
