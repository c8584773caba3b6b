import { packAdvice } from "../../../cards/text/pack.ts";
import type { PackProblem } from "../../domain/programme/pack-problem.ts";
import { type Programme, parsePack } from "../../domain/programme/programme.ts";
import { readable, withoutUnseen } from "../../domain/reading/readable.ts";
import type { Sheet, SheetRow } from "../../domain/sheet/sheet.ts";
import type { BookRow, BookSheet } from "./book.ts";
import { type BookProblem, createDraft, type Draft, type Place } from "./draft.ts";
import { READING_ORDER } from "./sheets.ts";

// Reads a pack back from its workbook, whatever program edited it.

/** `pack`: what its file holds. */
export type ReadBook =
  | { ok: true; programme: Programme; pack: unknown }
  | { ok: false; problems: BookProblem[] };

/** A title or name as it is compared: width and blanks do not matter. */
function folded(text: string): string {
  return readable(text).replace(/\s/g, "");
}

/** Rows looked at for the header. */
const DEPTH = 6;

export function readBook(sheets: readonly Sheet[]): ReadBook {
  const draft = createDraft();
  for (const sheet of READING_ORDER) readSheet(sheet, sheets, draft);
  if (draft.problems.length > 0) return { ok: false, problems: draft.problems };
  const pack = draft.pack();
  const parsed = parsePack(pack);
  if (parsed.ok) return { ok: true, programme: parsed.programme, pack };
  return { ok: false, problems: withoutRepeats(parsed.problems.map((problem) => problemIn(problem, draft))) };
}

function readSheet(sheet: BookSheet, sheets: readonly Sheet[], draft: Draft): void {
  const found = sheets.find(({ name }) => folded(name) === folded(sheet.name));
  const place: Place = { sheet: sheet.name, row: 0, title: "" };
  if (found?.hidden) {
    const { sheet: whole, rows, columns } = found.hidden;
    const what = whole
      ? "整张表"
      : [...rows.map((n) => `第${n}行`), ...columns.map((c) => `${c}列`)].join("、");
    draft.problems.push({ place, reason: `${what}是隐藏的`, repair: "取消隐藏，或者删去" });
    return;
  }
  if (!found) {
    if (!sheet.optional)
      draft.problems.push({
        place,
        reason: "缺少这张表",
        repair: "从 programme export 导出的文件里复制一张",
      });
    return;
  }
  const header = headerOf(found, sheet);
  const missing = sheet.columns.filter(
    ({ title, optional }) => !optional && !header?.titles.has(folded(title)),
  );
  if (!header || missing.length > 0) {
    const names = (header ? missing : sheet.columns.filter(({ optional }) => !optional)).map(
      ({ title }) => title,
    );
    draft.problems.push({ place, reason: `缺少“${names.join("”“")}”列`, repair: "把列名改回原样" });
    return;
  }
  sheet.read(rowsBelow(found, header, sheet), draft);
}

type Header = { at: number; titles: Map<string, number> };

/** The row that names most of the sheet's columns. */
function headerOf({ rows }: Sheet, { columns }: BookSheet): Header | null {
  const wanted = columns.map(({ title }) => folded(title));
  const [best] = rows
    .slice(0, DEPTH)
    .map((row, at) => ({ at, titles: titlesIn(row, wanted) }))
    .sort((a, b) => b.titles.size - a.titles.size);
  return best && best.titles.size > 0 ? best : null;
}

function titlesIn({ cells }: SheetRow, wanted: readonly string[]): Map<string, number> {
  const titles = new Map<string, number>();
  cells.forEach((cell, column) => {
    const title = folded(cell?.text ?? "");
    if (wanted.includes(title) && !titles.has(title)) titles.set(title, column);
  });
  return titles;
}

/** Rows with something in a column that has to be filled in. */
function rowsBelow({ rows }: Sheet, { at, titles }: Header, { columns }: BookSheet): BookRow[] {
  return rows.slice(at + 1).flatMap(({ row, cells }): BookRow[] => {
    const text = (title: string) => {
      const column = titles.get(folded(title));
      return column === undefined ? "" : withoutUnseen(cells[column]?.text ?? "").trim();
    };
    return columns.some(({ title }) => text(title) !== "") ? [{ row, text }] : [];
  });
}

/** A mistake of the pack, at the cell it came from. */
function problemIn(problem: PackProblem, draft: Draft): BookProblem {
  const { fault } = problem;
  const place =
    fault.kind === "scheme" ? draft.placeOf(nodePath(draft, fault.fault.node)) : draft.placeOf(problem.path);
  const where = fault.kind === "used" ? draft.placeNamed(`${fault.where}.${problem.path.at(-1)}`) : null;
  const told = fault.kind === "used" && where ? { ...fault, where: `第${where.row}行` } : fault;
  return {
    place: place ?? { sheet: "", row: 0, title: problem.path.join(".") },
    ...packAdvice({ ...problem, fault: told }),
  };
}

/** The path of a node's row. */
function nodePath(draft: Draft, node: string | null): ReadonlyArray<string | number> {
  return node === null ? ["scheme", "adjust"] : (draft.nodes.get(node) ?? ["scheme"]);
}

/** A mistake in what a cell became is often told twice, as the shape and as what follows from it. */
function withoutRepeats(problems: readonly BookProblem[]): BookProblem[] {
  const seen = new Set<string>();
  return problems.filter(({ place, reason }) => {
    const key = JSON.stringify([place, reason]);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
