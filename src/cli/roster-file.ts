import { readCounty } from "../domain/places/place-named.ts";
import type { Locale, Role } from "../domain/programme/people.ts";
import type { Programme } from "../domain/programme/programme.ts";
import { readable } from "../domain/reading/readable.ts";
import type { Entry, FoundTable } from "../domain/sheet/find-table.ts";
import type { SheetNote } from "../domain/sheet/gather-tables.ts";
import { cellProblem, placeOf, readTables, type TableProblem } from "./read-table.ts";
import {
  areaOf,
  COLUMNS,
  type Column,
  columnOf,
  localeOf,
  nearRoles,
  otherColumnOf,
  ROLE_NAMES,
  roleOf,
} from "./roster-columns.ts";

// Reads a roster file, one person a row (design.md 10). A file with any problem is refused as a whole.

/** `area`: a town's or county's slug, "" for the city. At least one of `openId` and `mobile` is present. */
export type RosterRow = {
  line: number;
  /** The sheet, where several are read. */
  sheet?: string;
  name: string;
  openId?: string;
  /** 11 digits for a Chinese number, else + and the country code. */
  mobile?: string;
  role: Role;
  area: string;
  locale: Locale;
};
/** `notes`: what of the file was not read. */
export type RosterFile =
  | { ok: true; rows: RosterRow[]; notes: SheetNote[] }
  | { ok: false; problems: TableProblem[]; notes: SheetNote[] };

type Cells = Record<Column, string>;
/** The identity of a row, kept even when the row is refused, so that duplicates are still found. */
type Identity = Place & { keys: string[]; role: string };
type Checked = { row?: RosterRow; identity: Identity; problems: TableProblem[] };
type Place = { line: number; sheet?: string };

const OPEN_ID = /^ou_[A-Za-z0-9_-]{1,64}$/;
const MOBILE = /^(1[3-9]\d{9}|\+(?!86)[1-9]\d{6,14})$/;

/** Reads every sheet of a .csv or .xlsx roster, or refuses it with every problem and its line. */
export async function readRosterFile(
  bytes: Uint8Array,
  fileName: string,
  programme: Programme,
): Promise<RosterFile> {
  const isHeading = (text: string) => readCounty(programme, text).ok;
  const read = await readTables(bytes, fileName, { columnOf, otherwise: otherColumnOf, isHeading });
  if (!read.ok) return { ...read, notes: [] };
  const { tables, notes } = read;
  const refuse = (...problems: TableProblem[]): RosterFile => ({
    ok: false,
    problems: problems.sort((a, b) => Number(a.sheet === b.sheet) * (a.line - b.line)),
    notes,
  });
  const entries = tables.flatMap(({ entries: found }) => found);
  if (entries.length === 0)
    return refuse(problem({ line: tables[0]?.header.row ?? 0 }, "没有人员", "there is nobody in it"));
  const many = tables.length > 1;
  const missing = tables.flatMap((table) => headerProblems(table, placeIn(table, table.header.row, many)));
  if (missing.length > 0) return refuse(...missing);
  const checked = tables.flatMap((table) =>
    table.entries.map((entry) => checkRow(placeIn(table, entry.row, many), entry, programme)),
  );
  const rows = checked.flatMap(({ row }) => row ?? []);
  const problems = [
    ...checked.flatMap((each) => each.problems),
    ...repeatedPeople(checked.map(({ identity }) => identity)),
  ];
  return problems.length > 0 ? refuse(...problems) : { ok: true, rows, notes };
}

function placeIn({ sheet }: { sheet: string }, line: number, many: boolean): Place {
  return { line, ...(many && sheet !== "" ? { sheet } : {}) };
}

function headerProblems({ header: { columns } }: FoundTable<Column>, at: Place): TableProblem[] {
  const has = (column: Column) => columns.includes(column);
  const twice = COLUMNS.filter((column) => columns.filter((c) => c === column).length > 1);
  return [
    ...(has("name") ? [] : [problem(at, "缺少“姓名”（name）一列", "the column name is missing")]),
    ...(has("open_id") || has("mobile")
      ? []
      : [problem(at, "缺少“open_id”或“手机”（mobile）一列", "a column open_id or mobile is missing")]),
    ...(has("role") ? [] : [problem(at, "缺少“角色”（role）一列", "the column role is missing")]),
    ...twice.map((column) => problem(at, `“${column}”一列出现了两次`, `the column ${column} is there twice`)),
  ];
}

/** The cells as they are seen, without blanks around them. */
function cellsOf({ text }: Entry<Column>): Cells {
  const seen = (column: Column) => readable(text(column)).trim();
  return {
    ...{ name: seen("name"), open_id: seen("open_id"), mobile: seen("mobile") },
    ...{ role: seen("role"), county: seen("county"), area: seen("area"), locale: seen("locale") },
  };
}

function checkRow(at: Place, entry: Entry<Column>, programme: Programme): Checked {
  const cells = cellsOf(entry);
  const role = roleOf(cells.role);
  const locale = localeOf(cells.locale);
  // A town beside its county: 临县 | 碛口镇.
  const place = cells.area === "" ? cells.county : cells.area;
  const area = role ? areaOf(place, role, programme) : null;
  const mobile = plainMobile(cells.mobile);
  const unreadable = COLUMNS.flatMap((column) => cellProblem(entry.cell(column)) ?? []);
  const problems = [
    ...unreadable.map(({ reason, reasonEn }) => problem(at, reason, reasonEn)),
    ...(cells.name === "" ? [problem(at, "缺少姓名", "the name is missing")] : []),
    ...identityProblems(at, cells.open_id, mobile, cells.mobile),
    ...(role ? [] : [roleProblem(at, cells.role)]),
    ...(area === null || area.ok ? [] : [areaProblem(at, { area: place, role: cells.role }, area)]),
    ...(locale
      ? []
      : [problem(at, `语言“${cells.locale}”不支持`, `"${cells.locale}" is no language we have`)]),
  ];
  const identity = {
    ...at,
    keys: [cells.open_id, mobile].filter((key) => key !== ""),
    role: role ?? cells.role,
  };
  if (problems.length > 0 || !role || !locale || !area?.ok) return { identity, problems };
  const openId = cells.open_id === "" ? {} : { openId: cells.open_id };
  const phone = mobile === "" ? {} : { mobile };
  return {
    row: { ...at, name: cells.name, ...openId, ...phone, role, area: area.area, locale },
    identity,
    problems,
  };
}

/** Names the words that may be used, and those it was probably meant as. */
function roleProblem(at: Place, role: string): TableProblem {
  const near = nearRoles(role);
  const meant = near.length > 0 ? `；是不是“${near.join("”或“")}”？` : "";
  const meantEn = near.length > 0 ? `; is it ${near.join(" or ")}?` : "";
  return problem(
    at,
    `角色“${role}”不在可选之列，可填：${ROLE_NAMES.join("、")}${meant}`,
    `"${role}" is no role${meantEn}`,
  );
}

function identityProblems(line: Place, openId: string, mobile: string, typed: string): TableProblem[] {
  if (openId === "" && mobile === "")
    return [problem(line, "open_id 和手机号都没有填", "neither open_id nor mobile is given")];
  return [
    ...(openId === "" || OPEN_ID.test(openId)
      ? []
      : [
          problem(
            line,
            `open_id“${openId}”格式不对，应以 ou_ 开头`,
            `"${openId}" is no open_id; it begins with ou_`,
          ),
        ]),
    ...(mobile === "" || MOBILE.test(mobile)
      ? []
      : [problem(line, `手机号“${typed}”不对`, `"${typed}" is no mobile number`)]),
  ];
}

function areaProblem(
  at: Place,
  { area, role }: Pick<Cells, "area" | "role">,
  { why, near }: { why: "unknown" | "wrong_kind" | "ambiguous"; near: string[] },
): TableProblem {
  const [meant, meantEn] =
    near.length > 0 ? [`；是不是${near.join("、")}？`, `; is it ${near.join(", ")}?`] : ["", ""];
  switch (why) {
    case "unknown":
      return problem(
        at,
        `区域“${area}”不在本项目内${meant}`,
        `"${area}" is no area of this programme${meantEn}`,
      );
    case "ambiguous":
      return problem(
        at,
        `区域“${area}”不止一处，请填全称或代码${meant}`,
        `"${area}" is more than one place; please give its code${meantEn}`,
      );
    case "wrong_kind":
      return problem(
        at,
        `区域“${area}”与角色“${role}”不符`,
        `area "${area}" does not fit the role "${role}"`,
      );
  }
}

/** A person may appear once, identified by open_id, mobile number, or both. */
function repeatedPeople(people: Identity[]): TableProblem[] {
  const seen = new Map<string, Identity>();
  return people.flatMap((person) => {
    const first = person.keys.map((key) => seen.get(key)).find((other) => other !== undefined);
    for (const key of person.keys) if (!seen.has(key)) seen.set(key, person);
    if (!first) return [];
    const elsewhere = first.sheet !== person.sheet;
    const zh = `与${elsewhere ? placeOf(first) : `第 ${first.line} 行`}是同一个人`;
    const en = `the same person as on line ${first.line}${elsewhere ? ` of ${first.sheet}` : ""}`;
    const at = { line: person.line, ...(person.sheet === undefined ? {} : { sheet: person.sheet }) };
    return first.role === person.role
      ? [problem(at, zh, en)]
      : [problem(at, `${zh}，一个人只能有一个角色`, `${en} in another role; one person has one role`)];
  });
}

/** Without spaces, dashes and +86. */
function plainMobile(text: string): string {
  return text.replace(/[\s()-]/g, "").replace(/^(\+|00)86(?=1)/, "");
}

function problem(at: Place, reason: string, reasonEn: string): TableProblem {
  return { ...at, reason, reasonEn };
}
