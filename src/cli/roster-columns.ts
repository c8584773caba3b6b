import { foldName } from "../domain/places/place-index.ts";
import { isCountyRole, LOCALES, type Locale, ROLES, type Role } from "../domain/programme/people.ts";
import type { Programme } from "../domain/programme/programme.ts";

// The terms a roster file may use for columns, roles, languages and areas, in Chinese or English.

export const COLUMNS = ["name", "open_id", "mobile", "role", "area", "locale"] as const;
export type Column = (typeof COLUMNS)[number];

const COLUMN_WORDS: Record<Column, string[]> = {
  name: ["name", "姓名", "名字"],
  open_id: ["open_id", "openid", "用户id"],
  mobile: ["mobile", "phone", "手机", "手机号", "手机号码", "电话", "联系电话"],
  role: ["role", "角色"],
  area: ["area", "区域", "所属区域", "辖区"],
  locale: ["locale", "language", "语言"],
};
const ROLE_WORDS: Record<Role, string[]> = {
  town_official: ["填报人", "镇填报人", "乡镇填报人"],
  town_principal: ["主要领导", "镇主要领导", "乡镇主要领导", "书记", "镇长", "乡长"],
  county_reviewer: ["县级审核人", "审核人"],
  county_principal: ["县级主要领导", "县主要领导", "县委书记", "县长", "市长", "区长"],
  city_office: ["市领导小组办公室", "领导小组办公室", "市办公室"],
  leader: ["领导小组", "市领导小组"],
  department: ["责任单位"],
};
const LOCALE_WORDS: Record<Locale, string[]> = {
  "zh-CN": ["zh", "zh_cn", "中文", "简体中文"],
  en: ["en_us", "en-us", "english", "英文", "英语"],
};

export const columnOf = (text: string): Column | null => pick(text, COLUMNS, COLUMN_WORDS);
export const roleOf = (text: string): Role | null => pick(text, ROLES, ROLE_WORDS);
/** Chinese by default. */
export const localeOf = (text: string): Locale | null =>
  text === "" ? "zh-CN" : pick(text, LOCALES, LOCALE_WORDS);

export type AreaAnswer =
  | { ok: true; area: string }
  | { ok: false; why: "unknown" | "wrong_kind" | "ambiguous" };

/**
 * The area's slug for a role: a town's for town roles, a county's for reviewers, a department's or "" for departments,
 * "" (written as empty, or as the city's name or code) for all others. By slug, code, name or short name; an ambiguous
 * name is refused.
 */
export function areaOf(text: string, role: Role, programme: Programme): AreaAnswer {
  const wanted = foldName(text);
  const called = (place: { slug?: string; code?: string; name: string; short?: string; nameEn: string }) =>
    [place.slug, place.code, place.name, place.short, place.nameEn].some((n) => n && foldName(n) === wanted);
  const towns = programme.towns.filter(called);
  const counties = programme.counties.filter(called);
  const city = wanted === "" || called(programme.city);
  const departments = programme.departments.filter(called);
  const fitting = ofRole(role, { towns, counties, departments });
  if (fitting.length > 1) return { ok: false, why: "ambiguous" };
  const [place] = fitting;
  if (place) return { ok: true, area: place.slug };
  if (city && !isLocal(role)) return { ok: true, area: "" };
  const known = towns.length + counties.length + departments.length > 0;
  return { ok: false, why: city || known ? "wrong_kind" : "unknown" };
}

type Place = { slug: string };

function ofRole(role: Role, found: { towns: Place[]; counties: Place[]; departments: Place[] }): Place[] {
  if (role === "town_official" || role === "town_principal") return found.towns;
  if (isCountyRole(role)) return found.counties;
  return role === "department" ? found.departments : [];
}

/** Whether a role always belongs to one area. */
function isLocal(role: Role): boolean {
  return role !== "city_office" && role !== "leader" && role !== "department";
}

function pick<T extends string>(text: string, values: readonly T[], words: Record<T, string[]>): T | null {
  const wanted = plain(text);
  return (
    values.find((value) => plain(value) === wanted || words[value].some((w) => plain(w) === wanted)) ?? null
  );
}

function plain(text: string): string {
  return foldName(text).replace(/[_*]/g, "");
}
