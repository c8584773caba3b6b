import type { Choice } from "../procedure/field.ts";
import { isCountyRole, type Person } from "../programme/people.ts";
import { countyOf, type Programme } from "../programme/programme.ts";

// To whom a task may be addressed: a post, never a person, so that hand-overs need no change.

/**
 * Towns a person may address tasks to: those of a county its own, the city all, a town itself.
 */
export function townChoices(programme: Programme, actor: Person | null): Choice[] {
  return programme.towns
    .filter((town) => {
      if (actor && isCountyRole(actor.role)) return countyOf(programme, town).slug === actor.area;
      return actor?.role !== "town_official" || town.slug === actor.area;
    })
    .map(({ slug, name, nameEn }) => ({ id: `town.${slug}`, name, nameEn }));
}

/** Towns; for a county also departments, which the city office agrees to; for the city all. */
export function addresseeChoices(programme: Programme, actor: Person | null): Choice[] {
  const { counties } = programme;
  const towns = townChoices(programme, actor);
  if (actor !== null && isCountyRole(actor.role)) return [...towns, ...departmentChoices(programme)];
  if (actor !== null && actor.role !== "city_office" && actor.role !== "leader") return towns;
  return [
    ...towns,
    ...counties.map(({ slug, name, nameEn }) => ({ id: `county.${slug}`, name, nameEn })),
    ...departmentChoices(programme),
  ];
}

/** The pack's departments; `except`: an address such as `department.housing` to leave out. */
export function departmentChoices({ departments }: Programme, except?: unknown): Choice[] {
  return departments
    .map(({ slug, name, nameEn }) => ({ id: `department.${slug}`, name, nameEn }))
    .filter(({ id }) => id !== except);
}

/** The town of `town.qikou`; "" for any other address. */
export function townOf(to: string): string {
  return to.startsWith("town.") ? to.slice("town.".length) : "";
}
