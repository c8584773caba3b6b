import type { Programme, Town } from "./programme.ts";

// Who may see and do what. Decided from the roster alone, never from what a card or message carries.

/** `town_principal` 主要领导 fills nothing in; he or she hears of what the town owes when the official has let it lie. */
export const ROLES = [
  "town_official",
  "town_principal",
  "county_reviewer",
  "city_office",
  "leader",
  "department",
] as const;
export type Role = (typeof ROLES)[number];
export const LOCALES = ["zh-CN", "en"] as const;
export type Locale = (typeof LOCALES)[number];

/**
 * One person of the roster. `area`: a town's slug for a town's people, a county's for reviewers, a department's for
 * departments ("" where the roster does not say which), "" for the city.
 */
export type Person = { openId: string; name: string; role: Role; area: string; locale: Locale };

/** Town slugs this person may look into before publication; what is published is open to all of the roster. */
export function townsOf(person: Person, programme: Programme): Town[] {
  switch (person.role) {
    case "town_official":
    case "town_principal":
      return programme.towns.filter((town) => town.slug === person.area);
    case "county_reviewer": {
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

/** Whether this person may look into one town's unpublished quarter. */
export function maySee(person: Person, townSlug: string, programme: Programme): boolean {
  return townsOf(person, programme).some((town) => town.slug === townSlug);
}
