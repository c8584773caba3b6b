import type { Programme, Town } from "./programme.ts";

// Who may see and do what, decided from the roster alone and never from the content of a card or message.

/**
 * `town_principal` 主要领导: does not fill in reports, and is told what the town owes when its official has not acted.
 * `county_principal` 县级主要领导: the same for a county, and takes the steps that are reserved for it.
 */
export const ROLES = [
  "town_official",
  "town_principal",
  "county_reviewer",
  "county_principal",
  "city_office",
  "leader",
  "department",
] as const;
export type Role = (typeof ROLES)[number];
/** The posts of a county; their area is its slug. */
export const COUNTY_ROLES = ["county_reviewer", "county_principal"] as const satisfies readonly Role[];
export const LOCALES = ["zh-CN", "en"] as const;
export type Locale = (typeof LOCALES)[number];

/**
 * One person of the roster. `area`: the slug of a town (town roles), a county (reviewers) or a department (departments;
 * "" where the roster does not name one); "" for city roles. `deputy`: holds the post beside the one who is asked first.
 * `standsIn`: a reviewer whose county has no principal in the roster, and who takes the principal's steps meanwhile.
 */
export type Person = {
  openId: string;
  name: string;
  role: Role;
  area: string;
  locale: Locale;
  deputy?: boolean;
  standsIn?: true;
};

export function isCountyRole(role: Role): boolean {
  return COUNTY_ROLES.some((one) => one === role);
}

/** The towns whose unpublished figures this person may see; published ones are open to the whole roster. */
export function townsOf(person: Person, programme: Programme): Town[] {
  switch (person.role) {
    case "town_official":
    case "town_principal":
      return programme.towns.filter((town) => town.slug === person.area);
    case "county_reviewer":
    case "county_principal": {
      const county = programme.counties.find((c) => c.slug === person.area);
      return programme.towns.filter((town) => town.countyCode === county?.code);
    }
    case "city_office":
    case "leader":
      return programme.towns;
    case "department":
      return [];
  }
}

/** Whether this person may see a town's unpublished quarter. */
export function maySee(person: Person, townSlug: string, programme: Programme): boolean {
  return townsOf(person, programme).some((town) => town.slug === townSlug);
}
