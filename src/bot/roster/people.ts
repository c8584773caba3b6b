import { findPerson, holders } from "../../../db/roster.ts";
import type { Deps } from "../../deps.ts";
import { type Person, ROLES } from "../../domain/people.ts";
import type { Report } from "../../domain/report/report.ts";

/** The person behind an open_id by the roster; the first city-office staff come from ADMIN_OPEN_IDS. Null: a stranger. */
export async function personOf(deps: Deps, openId: string): Promise<Person | null> {
  const known = await findPerson(deps.db, openId);
  if (known) return known;
  if (!deps.config.adminOpenIds.includes(openId)) return null;
  return { openId, name: "", role: "city_office", area: "", locale: "zh-CN" };
}

/** The city office: the roster's, and those the environment names who are not in it. */
export async function cityOffice(deps: Deps): Promise<Person[]> {
  const listed = await holders(deps.db, "city_office");
  const admins = await Promise.all(deps.config.adminOpenIds.map((id) => personOf(deps, id)));
  const extra = admins.filter(
    (p): p is Person => p?.role === "city_office" && !listed.some((l) => l.openId === p.openId),
  );
  return [...listed, ...extra];
}

export async function townOfficials(deps: Deps, town: string): Promise<Person[]> {
  return holders(deps.db, "town_official", town);
}

/** Those who hold a post now (`county_reviewer linxian`). */
export async function holdersOf(deps: Deps, post: string): Promise<Person[]> {
  const [name = "", area = ""] = post.split(" ");
  const role = ROLES.find((one) => one === name);
  if (role === "city_office") return cityOffice(deps);
  return role === undefined ? [] : holders(deps.db, role, area);
}

/** Who reviews this report: its county's reviewers, or the city office where a county has none. */
export async function reviewersOf(deps: Deps, report: Report): Promise<Person[]> {
  const town = deps.programme.towns.find((t) => t.slug === report.town);
  const county = deps.programme.counties.find((c) => c.code === town?.countyCode);
  const reviewers = await holders(deps.db, "county_reviewer", county?.slug ?? "");
  return reviewers.length > 0 ? reviewers : cityOffice(deps);
}
