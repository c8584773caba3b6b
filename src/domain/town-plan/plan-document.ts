import { foldName } from "../places/place-index.ts";
import { readTown } from "../places/place-named.ts";
import { kindOf } from "../plan/page.ts";
import type { FileTown, PlanProblem, PlanProblemKind } from "../plan/plan-file.ts";
import { amountIn, type ReadCell } from "../plan/read-cells.ts";
import { readPlan } from "../plan/read-plan.ts";
import { boxOf } from "../procedure/field.ts";
import type { Programme, Town } from "../programme/programme.ts";
import { hiddenNotes, type SheetNote } from "../sheet/gather-tables.ts";
import { unitIn, withUnit } from "../sheet/header-words.ts";
import type { Sheet, SheetCell } from "../sheet/sheet.ts";
import { planRows } from "./plan-rows.ts";
import { type RefusedCell, readTasks, taskTableOf } from "./read-tasks.ts";
import type { YearTargets } from "./targets.ts";

// Reads a town's 方案 from the tables of a file: one with a section a row, its name on the left and what it says on the
// right, and, if they are there, those of a year's plan with the projects and the items due, and that of its tasks.

/** Rows a table has to name to be a 方案. */
const LEAST = 3;

/**
 * `typed`: what a form would hold, as far as it was read. `refused`: what a task's form would refuse. `notes`: what of the
 * file was not read.
 */
export type PlanDocument = {
  town: Town | null;
  typed: Record<string, string>;
  targets: (FileTown & Pick<YearTargets, "tasks">) | null;
  problems: PlanProblem[];
  refused: RefusedCell[];
  notes: SheetNote[];
};

/** Reads a 方案 with every problem and its place; null where no table is one. `years`: those that can be planned now. */
export function readPlanDocument(
  sheets: readonly Sheet[],
  programme: Programme,
  years: readonly number[],
): PlanDocument | null {
  const seen = sheets.filter(({ hidden }) => !hidden?.sheet);
  const own = seen.find((sheet) => rowsOf(sheet, programme).length >= LEAST);
  if (!own) return null;
  const sections = readSections(own, programme);
  const others = seen.filter((sheet) => sheet !== own && sheet.rows.length > 0);
  const more = sections.town
    ? readTargets(others, sections.town, sections.typed.year ?? "", programme, years)
    : null;
  const hidden = [own, ...sheets.filter((sheet) => sheet.hidden?.sheet)].flatMap(hiddenNotes);
  return {
    ...sections,
    targets: more?.targets ?? null,
    problems: [...sections.problems, ...(more?.problems ?? [])],
    refused: more?.refused ?? [],
    notes: [...hidden, ...sections.notes, ...(more?.notes ?? [])],
  };
}

/** The sections, or sources of funds (`funds.county`), that a sheet's rows name. */
function rowsOf(sheet: Sheet, programme: Programme): string[] {
  return planRows(sheet, programme).rows.flatMap(({ named }) => named ?? []);
}

type Sections = Omit<PlanDocument, "targets" | "refused">;

function readSections({ name: sheet, rows }: Sheet, programme: Programme): Sections {
  const problems: PlanProblem[] = [];
  const computed: string[] = [];
  const said = new Map<string, { text: string; cell: string }>();
  const read = planRows({ name: sheet, rows }, programme);
  for (const { row, named, label, content } of read.rows) {
    const cell = content?.address ?? `B${row}`;
    const report = (kind: PlanProblemKind, about: string) => problems.push({ sheet, cell, kind, about });
    if (named === null) {
      report("unknown_row", label);
      continue;
    }
    const before = said.get(named);
    if (before) report("row_twice", before.cell);
    // A year may be formatted as a day.
    const isYear = named === "year" && content?.trouble === "date";
    if (content?.trouble && !isYear) report(content.trouble, content.text);
    if (content?.computed) computed.push(cell);
    const text = isYear ? content.text.slice(0, 4) : textOf(content, label);
    if (!before) said.set(named, { text, cell });
  }
  const stored: SheetNote[] = computed.length > 0 ? [{ sheet, kind: "computed", about: computed }] : [];
  const notes = [...stored, ...read.notes];
  return { ...valuesOf(sheet, said, programme, problems), problems, notes };
}

/** A cell's text; a bare number with the unit its row names. */
function textOf(cell: SheetCell | undefined, label: string): string {
  return cell?.trouble ? "" : withUnit(cell?.text ?? "", unitIn(label));
}

function valuesOf(
  sheet: string,
  said: ReadonlyMap<string, { text: string; cell: string }>,
  programme: Programme,
  problems: PlanProblem[],
): Pick<Sections, "town" | "typed"> {
  const text = (name: string) => said.get(name)?.text ?? "";
  const report = (name: string, kind: PlanProblemKind) =>
    problems.push({ sheet, cell: said.get(name)?.cell ?? "", kind, about: text(name) });
  const take = <T>(name: string, read: ReadCell<T>): T | null => {
    if (read.ok) return read.value;
    report(name, read.kind);
    return null;
  };
  const amount = (name: string) => (text(name) === "" ? null : take(name, amountIn(text(name), "no_total")));
  const read = readTown(programme, text("town"));
  const town = read.ok ? read.place : null;
  if (!town) report("town", text("town") === "" ? "no_town" : "unknown_town");
  const wanted = foldName(text("kind"));
  const kind = programme.groups.find((one) =>
    [one.id, one.name, one.nameEn].some((each) => bareKind(each) === bareKind(wanted)),
  );
  // 特色旅游业: what the pack calls the town itself.
  const ownKind = town && [town.positioning, town.positioningEn].some((one) => foldName(one) === wanted);
  if (!kind && !ownKind && wanted !== "") report("kind", "unknown_kind");
  const funds = programme.fundSources.flatMap(({ id }): Array<[string, string]> => {
    const sum = amount(boxOf("funds", id));
    return sum === null ? [] : [[boxOf("funds", id), String(sum)]];
  });
  const words = (["site", "demands", "leadership", "arrangement"] as const).map((name) => [name, text(name)]);
  const investment = amount("investment");
  return {
    town,
    typed: {
      ...Object.fromEntries([...words, ...funds]),
      // What the pack knows need not be in the file.
      kind: kind?.id ?? town?.group ?? programme.groups[0]?.id ?? "",
      year: yearIn(text("year")),
      investment: investment === null ? "" : String(investment),
    },
  };
}

/** 旅游 and 旅游型 are 旅游类. */
function bareKind(name: string): string {
  return foldName(name).replace(/[类型]$/, "");
}

const NUMERALS = "〇一二三四五六七八九";
/** 2026年度, 二〇二六年. */
function yearIn(text: string): string {
  const bare = text.normalize("NFKC").replace(/\s*年度?$/, "");
  if (!/^[〇零○Oo一二三四五六七八九]{4}$/.test(bare)) return bare;
  return [...bare].map((one) => Math.max(NUMERALS.indexOf(one), 0)).join("");
}

type Targets = Pick<PlanDocument, "targets" | "problems" | "refused" | "notes">;

/** Projects, items and tasks of the other tables, of this town and year alone. The investment is the section's. */
function readTargets(
  sheets: readonly Sheet[],
  town: Town,
  year: string,
  programme: Programme,
  years: readonly number[],
): Targets {
  const isTarget = (sheet: Sheet) => ["projects", "items"].includes(kindOf(sheet) ?? "");
  const own = sheets.filter(isTarget);
  const others = sheets.filter((sheet) => !isTarget(sheet));
  const tables = others.flatMap((sheet) => taskTableOf(sheet) ?? []);
  const unread = others.filter(({ name }) => !tables.some(({ sheet }) => sheet === name));
  const read = [
    readFigures(own, town, year, programme, years),
    ...tables.map((table): Targets => {
      const { tasks, ...more } = readTasks(table, town, Number(year), programme);
      return { targets: tasks.length > 0 ? { tasks } : null, ...more };
    }),
  ];
  const said = read.flatMap(({ targets }) => targets ?? []);
  return {
    targets: said.length > 0 ? Object.assign({}, ...said) : null,
    problems: read.flatMap(({ problems }) => problems),
    refused: read.flatMap(({ refused }) => refused),
    notes: [
      ...unread.map(({ name }): SheetNote => ({ sheet: name, kind: "no_table", about: [] })),
      ...read.flatMap(({ notes }) => notes),
    ],
  };
}

function readFigures(
  tables: readonly Sheet[],
  town: Town,
  year: string,
  programme: Programme,
  years: readonly number[],
): Targets {
  const nothing = { targets: null, problems: [], refused: [], notes: [] };
  const [first] = tables;
  if (!first) return nothing;
  const read = readPlan(tables, { ...programme, towns: [town] }, years);
  // Tables that nothing was filled into say nothing.
  if (!read.ok && read.problems.every(({ kind }) => kind === "nothing")) return nothing;
  if (!read.ok) return { ...nothing, problems: read.problems };
  const { towns, year: named } = read.file;
  const { projects, items } = towns.get(town.slug) ?? {};
  const other: PlanProblem = { sheet: first.name, cell: "", kind: "years_differ", about: year };
  return {
    ...nothing,
    targets: { ...(projects ? { projects } : {}), ...(items ? { items } : {}) },
    problems: String(named) === year ? [] : [other],
    notes: read.notes,
  };
}
