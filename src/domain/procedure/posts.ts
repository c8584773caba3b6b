import type { Person, Role } from "../people.ts";
import { countyOf, type Programme, townBySlug } from "../programme.ts";
import type { Post } from "./definition.ts";
import { lastTaken, type ProcedureRecord } from "./record.ts";

// Who a post is. From the roster and the record alone, never from what a card carries.

/** A post that somebody may hold, or one person. */
export type Address = { role: Role; area: string } | { openId: string };

type About = Pick<ProcedureRecord, "town" | "data" | "log">;

const ROLE_OF: Record<string, Role> = {
  town: "town_official",
  county: "county_reviewer",
  department: "department",
};

/** The holders' address of a post of this record; null where the record has no such post. */
export function addressOf(post: Post, record: About, programme: Programme): Address | null {
  if (post === "office") return { role: "city_office", area: "" };
  if (post === "leader") return { role: "leader", area: "" };
  if (typeof post === "object") {
    const value = "took" in post ? lastTaken(record, post.took)?.by : record.data[post.named];
    return typeof value === "string" && value !== "" ? readAddress(value) : null;
  }
  const town = townBySlug(programme, record.town);
  if (!town) return null;
  if (post === "county") return { role: "county_reviewer", area: countyOf(programme, town).slug };
  return { role: post === "town" ? "town_official" : "town_principal", area: town.slug };
}

/** `town.qikou`, `county.linxian`, `department.housing`; anything else is a person's open_id. */
function readAddress(value: string): Address {
  const [kind = "", slug] = value.split(".");
  const role = ROLE_OF[kind];
  return role !== undefined && slug ? { role, area: slug } : { openId: value };
}

/** Whether a person holds a post of this record. */
export function holds(person: Person, post: Post, record: About, programme: Programme): boolean {
  const address = addressOf(post, record, programme);
  return address !== null && holdsAddress(person, address);
}

/** Whether a person is whom an address means. */
export function holdsAddress(person: Person, address: Address): boolean {
  return "openId" in address
    ? address.openId === person.openId
    : address.role === person.role && address.area === person.area;
}
