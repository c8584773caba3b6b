import type { Locale, Role } from "../domain/programme/people.ts";
import type { Programme } from "../domain/programme/programme.ts";
import { readTable, type TableProblem, type TableRow } from "./read-table.ts";
import { areaOf, COLUMNS, type Column, columnOf, localeOf, roleOf } from "./roster-columns.ts";

// Reads a roster file, one person a row (design.md 10). A file with any problem is refused as a whole.

/** `area`: a town's or county's slug, "" for the city. At least one of `openId` and `mobile` is present. */
export type RosterRow = {
  line: number;
  name: string;
  openId?: string;
  /** 11 digits for a Chinese number, else + and the country code. */
  mobile?: string;
  role: Role;
  area: string;
  locale: Locale;
};
export type RosterFile = { ok: true; rows: RosterRow[] } | { ok: false; problems: TableProblem[] };

type Cells = Record<Column, string>;
/** The identity of a row, kept even when the row is refused, so that duplicates are still found. */
type Identity = { line: number; keys: string[]; role: string };
type Checked = { row?: RosterRow; identity: Identity; problems: TableProblem[] };

const OPEN_ID = /^ou_[A-Za-z0-9_-]{1,64}$/;
const MOBILE = /^(1[3-9]\d{9}|\+(?!86)[1-9]\d{6,14})$/;

/** Reads a .csv or .xlsx roster, or refuses it with every problem and its line. */
export async function readRosterFile(
  bytes: Uint8Array,
  fileName: string,
  programme: Programme,
): Promise<RosterFile> {
  const table = await readTable(bytes, fileName);
  if (!table.ok) return table;
  const [header, ...body] = table.rows;
  if (!header || body.length === 0)
    return { ok: false, problems: [problem(header?.line ?? 0, "没有人员", "there is nobody in it")] };
  const columns = header.cells.map(columnOf);
  const missing = headerProblems(header.line, columns);
  if (missing.length > 0) return { ok: false, problems: missing };
  const checked = body.map((row) => checkRow(row.line, cellsOf(row, columns), programme));
  const rows = checked.flatMap(({ row }) => row ?? []);
  const problems = [
    ...checked.flatMap((each) => each.problems),
    ...repeatedPeople(checked.map(({ identity }) => identity)),
  ];
  return problems.length > 0
    ? { ok: false, problems: problems.sort((a, b) => a.line - b.line) }
    : { ok: true, rows };
}

function headerProblems(line: number, columns: Array<Column | null>): TableProblem[] {
  const has = (column: Column) => columns.includes(column);
  const twice = COLUMNS.filter((column) => columns.filter((c) => c === column).length > 1);
  return [
    ...(has("name") ? [] : [problem(line, "缺少“姓名”（name）一列", "the column name is missing")]),
    ...(has("open_id") || has("mobile")
      ? []
      : [problem(line, "缺少“open_id”或“手机”（mobile）一列", "a column open_id or mobile is missing")]),
    ...(has("role") ? [] : [problem(line, "缺少“角色”（role）一列", "the column role is missing")]),
    ...twice.map((column) =>
      problem(line, `“${column}”一列出现了两次`, `the column ${column} is there twice`),
    ),
  ];
}

function cellsOf(row: TableRow, columns: Array<Column | null>): Cells {
  const text = (column: Column) => row.cells[columns.indexOf(column)] ?? "";
  return {
    name: text("name"),
    open_id: text("open_id"),
    mobile: text("mobile"),
    role: text("role"),
    area: text("area"),
    locale: text("locale"),
  };
}

function checkRow(line: number, cells: Cells, programme: Programme): Checked {
  const role = roleOf(cells.role);
  const locale = localeOf(cells.locale);
  const area = role ? areaOf(cells.area, role, programme) : null;
  const mobile = plainMobile(cells.mobile);
  const problems = [
    ...(cells.name === "" ? [problem(line, "缺少姓名", "the name is missing")] : []),
    ...identityProblems(line, cells.open_id, mobile, cells.mobile),
    ...(role ? [] : [problem(line, `角色“${cells.role}”不在可选之列`, `"${cells.role}" is no role`)]),
    ...(area === null || area.ok ? [] : [areaProblem(line, cells, area.why)]),
    ...(locale
      ? []
      : [problem(line, `语言“${cells.locale}”不支持`, `"${cells.locale}" is no language we have`)]),
  ];
  const identity = {
    line,
    keys: [cells.open_id, mobile].filter((key) => key !== ""),
    role: role ?? cells.role,
  };
  if (problems.length > 0 || !role || !locale || !area?.ok) return { identity, problems };
  const openId = cells.open_id === "" ? {} : { openId: cells.open_id };
  const phone = mobile === "" ? {} : { mobile };
  return {
    row: { line, name: cells.name, ...openId, ...phone, role, area: area.area, locale },
    identity,
    problems,
  };
}

function identityProblems(line: number, openId: string, mobile: string, typed: string): TableProblem[] {
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
  line: number,
  { area, role }: Cells,
  why: "unknown" | "wrong_kind" | "ambiguous",
): TableProblem {
  switch (why) {
    case "unknown":
      return problem(line, `区域“${area}”不在本项目内`, `"${area}" is no area of this programme`);
    case "ambiguous":
      return problem(
        line,
        `区域“${area}”不止一处，请填代码`,
        `"${area}" is more than one place; please give its code`,
      );
    case "wrong_kind":
      return problem(
        line,
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
    const zh = `与第 ${first.line} 行是同一个人`;
    const en = `the same person as on line ${first.line}`;
    return first.role === person.role
      ? [problem(person.line, zh, en)]
      : [
          problem(
            person.line,
            `${zh}，一个人只能有一个角色`,
            `${en} in another role; one person has one role`,
          ),
        ];
  });
}

/** Without spaces, dashes and +86, in half-width signs. */
function plainMobile(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[\s()-]/g, "")
    .replace(/^(\+|00)86(?=1)/, "");
}

function problem(line: number, reason: string, reasonEn: string): TableProblem {
  return { line, reason, reasonEn };
}
