import { foldName } from "../domain/places/place-index.ts";
import { readCounty, readTown } from "../domain/places/place-named.ts";
import { isCountyRole, LOCALES, type Locale, ROLES, type Role } from "../domain/programme/people.ts";
import type { Programme } from "../domain/programme/programme.ts";
import { columnNamed, foldHeader, type HeaderWords } from "../domain/sheet/header-words.ts";
import { nearestWords } from "./nearest-words.ts";

// The terms a roster file may use for columns, roles, languages and areas, in Chinese or English.

export const COLUMNS = ["name", "open_id", "mobile", "role", "county", "area", "locale"] as const;
export type Column = (typeof COLUMNS)[number];

const COLUMN_WORDS: Record<Column, string[]> = {
  name: ["name", "姓名", "名字", "人员姓名"],
  open_id: ["open_id", "openid", "用户id", "飞书id", "飞书open_id"],
  mobile: ["mobile", "phone", "手机", "手机号", "手机号码", "移动电话", "电话", "电话号码"],
  role: ["role", "角色", "岗位角色", "平台角色"],
  county: ["county", "县", "县区", "县市区", "县市", "区县", "所属县", "所在县", "所属县区"],
  area: [...["area", "区域", "所属区域", "辖区", "乡镇", "镇", "所属乡镇", "所在乡镇", "镇名", "负责区域"]],
  locale: ["locale", "language", "语言"],
};
const ROLE_WORDS: Record<Role, [string, ...string[]]> = {
  town_official: ["填报人", "镇填报人", "乡镇填报人"],
  town_principal: ["镇主要领导", "主要领导", "乡镇主要领导", "书记", "镇长", "乡长"],
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

/** Headers that name a column only where no other one does. */
const OTHERWISE: HeaderWords<Column> = {
  mobile: ["联系电话", "联系方式", "办公电话"],
  area: ["单位", "所在单位", "所属单位", "工作单位", "单位名称"],
};

export const otherColumnOf = (text: string): Column | null => columnNamed(OTHERWISE, COLUMNS, text);
export const columnOf = (text: string): Column | null => columnNamed(COLUMN_WORDS, COLUMNS, text);
export const roleOf = (text: string): Role | null => pick(text, ROLES, ROLE_WORDS);
/** Chinese by default. */
export const localeOf = (text: string): Locale | null =>
  text === "" ? "zh-CN" : pick(text, LOCALES, LOCALE_WORDS);

/** The first Chinese word of every role, as a file may use it. */
export const ROLE_NAMES: readonly string[] = ROLES.map((role) => ROLE_WORDS[role][0]);

/** The role words a text was probably meant as. */
export function nearRoles(text: string): string[] {
  return nearestWords(text, Object.values(ROLE_WORDS).flat());
}

/** `near`: the names of places it may have meant. */
export type AreaAnswer =
  | { ok: true; area: string }
  | { ok: false; why: "unknown" | "wrong_kind" | "ambiguous"; near: string[] };

/**
 * The area's slug for a role: a town's for town roles, a county's for reviewers, a department's or "" for departments,
 * "" (written as empty, or as the city's name or code) for all others. Names are those the chat understands; an
 * ambiguous one is refused.
 */
export function areaOf(text: string, role: Role, programme: Programme): AreaAnswer {
  const town = readTown(programme, text);
  const county = readCounty(programme, text);
  const wanted = foldName(text);
  const called = (place: { slug?: string; code?: string; name: string; nameEn: string }) =>
    [place.slug, place.code, place.name, place.nameEn].some((name) => name && foldName(name) === wanted);
  const departments = programme.departments.filter(called);
  const city = wanted === "" || called(programme.city);
  const of = (place: { slug: string }): AreaAnswer => ({ ok: true, area: place.slug });
  const isTownRole = role === "town_official" || role === "town_principal";
  if (isTownRole && town.ok) return of(town.place);
  if (isCountyRole(role) && county.ok) return of(county.place);
  const [department, ...more] = departments;
  if (role === "department" && department && more.length === 0) return of(department);
  const isLocal = isTownRole || isCountyRole(role);
  if (city && !isLocal) return { ok: true, area: "" };
  if (city || town.ok || county.ok || departments.length > 0)
    return { ok: false, why: "wrong_kind", near: [] };
  const near = isTownRole && !town.ok ? town.near : isCountyRole(role) && !county.ok ? county.near : [];
  const names = near.map(({ name }) => name).filter((name) => foldName(name) !== wanted);
  return { ok: false, why: near.length > 1 ? "ambiguous" : "unknown", near: names };
}

function pick<T extends string>(
  text: string,
  values: readonly T[],
  words: Record<T, readonly string[]>,
): T | null {
  const wanted = foldHeader(text);
  return (
    values.find(
      (value) => foldHeader(value) === wanted || words[value].some((word) => foldHeader(word) === wanted),
    ) ?? null
  );
}
