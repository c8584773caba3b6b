import type { Address } from "../procedure/posts.ts";
import { countyOf, type Programme, townBySlug } from "../programme/programme.ts";

// The subjects under which the cards that list what somebody owes are redrawn.

/** The subject of what an address owes: `owed town qikou`, `owed office`, `owed ou_123`. */
export function owedSubject(to: Address): string {
  if ("openId" in to) return `owed ${to.openId}`;
  switch (to.role) {
    case "town_official":
    case "town_principal":
      return `owed town ${to.area}`;
    case "county_reviewer":
    case "county_principal":
      return `owed county ${to.area}`;
    case "department":
      return `owed department ${to.area}`;
    case "city_office":
      return "owed office";
    case "leader":
      return "owed leader";
  }
}

/**
 * The subjects of those who see an item of this address on their list: its own, those above it, and the office, which is
 * told of what nobody holds.
 */
export function listedUnder(to: Address, programme: Programme): string[] {
  const ofTown = "role" in to && (to.role === "town_official" || to.role === "town_principal");
  const town = ofTown ? townBySlug(programme, to.area) : undefined;
  const county = town ? [`owed county ${countyOf(programme, town).slug}`] : [];
  return [owedSubject(to), ...county, "owed office"];
}
