import { findPerson, holders } from "../../../db/roster.ts";
import type { Deps } from "../../deps.ts";
import { type Person, ROLES } from "../../domain/programme/people.ts";
import { countyOf, type Programme, type Town, townBySlug } from "../../domain/programme/programme.ts";
import { askedFirst } from "../../domain/programme/roster.ts";
import type { Report } from "../../domain/report/report.ts";

/**
 * The person of an open_id by the roster, or one of the first city-office staff from ADMIN_OPEN_IDS; null for a
 * stranger.
 */
export async function personOf(deps: Deps, openId: string): Promise<Person | null> {
  const known = await findPerson(deps.db, openId);
  if (known) return known;
  if (!deps.config.adminOpenIds.includes(openId)) return null;
  return { openId, name: "", role: "city_office", area: "", locale: "zh-CN" };
}

/** The city office: those of the roster, and those of ADMIN_OPEN_IDS who are not in it. */
export async function cityOffice(deps: Deps): Promise<Person[]> {
  const listed = await holders(deps.db, "city_office");
  const admins = await Promise.all(deps.config.adminOpenIds.map((id) => personOf(deps, id)));
  const extra = admins.filter(
    (p): p is Person => p?.role === "city_office" && !listed.some((l) => l.openId === p.openId),
  );
  return [...listed, ...extra];
}

/** Everybody who holds the town's post, who is asked first coming first. */
export async function townOfficials(deps: Deps, town: string): Promise<Person[]> {
  return holders(deps.db, "town_official", town);
}

/** The town official who is asked first; deputies join when something is overdue. Empty where there is none. */
export async function townOfficial(deps: Deps, town: string): Promise<Person[]> {
  return askedFirst(await townOfficials(deps, town));
}

/** The present holders of a post (`county_reviewer linxian`). */
export async function holdersOf(deps: Deps, post: string): Promise<Person[]> {
  const [name = "", area = ""] = post.split(" ");
  const role = ROLES.find((one) => one === name);
  if (role === "city_office") return cityOffice(deps);
  if (role === undefined) return [];
  const people = await holders(deps.db, role, area);
  // A county whose roster names no principal is represented by its reviewer.
  return people.length === 0 && role === "county_principal"
    ? holders(deps.db, "county_reviewer", area)
    : people;
}

/** The counties that have a reviewer; the city office reviews what the others report. */
export async function reviewingCounties(deps: Deps): Promise<ReadonlySet<string>> {
  return new Set((await holders(deps.db, "county_reviewer")).map(({ area }) => area));
}

/** Whether this person reviews a town's reports; `reviewing`: the counties that have a reviewer. */
export function reviews(
  { role, area }: Person,
  town: Town,
  programme: Programme,
  reviewing: ReadonlySet<string>,
): boolean {
  if (role !== "county_reviewer" && role !== "city_office") return false;
  const county = countyOf(programme, town).slug;
  return reviewing.has(county) ? role === "county_reviewer" && area === county : role === "city_office";
}

/** The reviewers of a report: those of its county, or the city office where there are none. */
export async function reviewersOf(deps: Deps, report: Report): Promise<Person[]> {
  const town = townBySlug(deps.programme, report.town);
  const county = town ? countyOf(deps.programme, town).slug : "";
  const reviewers = await holders(deps.db, "county_reviewer", county);
  return reviewers.length > 0 ? reviewers : cityOffice(deps);
}
