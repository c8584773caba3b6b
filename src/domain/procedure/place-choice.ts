import type { Choice } from "./field.ts";

/** A town, county or department to choose. */
export function placeChoice({ slug, name, nameEn }: { slug: string; name: string; nameEn: string }) {
  return { id: slug, name, nameEn } satisfies Choice;
}
