import type { Person, Role } from "../programme/people.ts";
import { countyOf, type Programme, presentTown } from "../programme/programme.ts";
import type { Post } from "./definition.ts";
import { lastTaken, type ProcedureRecord } from "./record.ts";

// Resolves posts to people from the roster and the record, never from the content of a card.

/** A post with its area, or one person. */
export type Address = { role: Role; area: string } | { openId: string };

type About = Pick<ProcedureRecord, "town" | "data" | "log">;

const ROLE_OF: Record<string, Role> = {
  town: "town_official",
  county: "county_reviewer",
  department: "department",
  office: "city_office",
  leader: "leader",
};
/** The kinds whose address has no area. */
const OF_CITY = ["office", "leader"];

const ROLE: Record<Extract<Post, string>, Role> = {
  town: "town_official",
  principal: "town_principal",
  county: "county_reviewer",
  county_principal: "county_principal",
  office: "city_office",
  leader: "leader",
  department: "department",
};

/** The role that acts in a post. */
export function roleOf(post: Extract<Post, string>): Role {
  return ROLE[post];
}

/** Every address of a post for this record: several where a field lists them. */
export function addressesOf(post: Post, record: About, programme: Programme): Address[] {
  if (typeof post === "object" && "each" in post) {
    const listed = record.data[post.each];
    const values = Array.isArray(listed) ? listed : [];
    return values.flatMap((value) =>
      typeof value === "string" && value !== "" ? readAddress(value, programme) : [],
    );
  }
  const address = addressOf(post, record, programme);
  return address ? [address] : [];
}

/** The one address of a post for this record; null when the record has no such post, or a field lists several. */
export function addressOf(post: Post, record: About, programme: Programme): Address | null {
  if (post === "office" || post === "leader") return { role: ROLE[post], area: "" };
  if (post === "department" || typeof post === "object") {
    if (typeof post === "object" && "each" in post) return null;
    const value = valueNaming(post, record);
    return typeof value === "string" && value !== "" ? readAddress(value, programme) : null;
  }
  const town = presentTown(programme, record.town);
  if (!town) return null;
  const ofCounty = post === "county" || post === "county_principal";
  return { role: ROLE[post], area: ofCounty ? countyOf(programme, town).slug : town.slug };
}

/** The address, as text, of a post that the record itself names. */
function valueNaming(
  post: "department" | { named: string } | { took: string },
  { data, log }: About,
): unknown {
  if (post === "department") return data.department;
  return "took" in post ? lastTaken({ log }, post.took)?.by : data[post.named];
}

/**
 * Parses `town.qikou`, `county.linxian`, `department.housing`, `office`, `leader`; anything else is an open_id. A unit that
 * is no more is its successor.
 */
function readAddress(value: string, { former }: Pick<Programme, "former">): Address {
  const [kind = "", slug] = value.split(".");
  const role = ROLE_OF[kind];
  if (role !== undefined && OF_CITY.includes(value)) return { role, area: "" };
  if (role === undefined || !slug) return { openId: value };
  const gone = kind === "department" ? former.departments : kind === "town" ? former.towns : [];
  return { role, area: gone.find((one) => one.slug === slug)?.into ?? slug };
}

/** Whether a person holds a post for this record. */
export function holds(person: Person, post: Post, record: About, programme: Programme): boolean {
  return addressesOf(post, record, programme).some((address) => holdsAddress(person, address));
}

/** Whether a person could hold a post for the record of some town; false for a post that a field names. */
export function mayHold(person: Person, post: Post): boolean {
  return typeof post === "string" && actsAs(person, ROLE[post]);
}

/** Whether an address includes a person. */
export function holdsAddress(person: Person, address: Address): boolean {
  return "openId" in address
    ? address.openId === person.openId
    : actsAs(person, address.role) && address.area === person.area;
}

function actsAs({ role, standsIn }: Person, wanted: Role): boolean {
  return role === wanted || (wanted === "county_principal" && standsIn === true);
}
