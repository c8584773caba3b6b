import { readFile } from "node:fs/promises";
import { parseScheme } from "../../domain/scoring/parse-scheme.ts";
import { parseTable } from "../../domain/scoring/parse-table.ts";
import { scoreAnswer } from "../../domain/scoring/score-answer.ts";
import { CannotScore, scoreTable } from "../../domain/scoring/score-table.ts";
import type { SheetRow } from "../../domain/sheet/sheet.ts";
import { done, type Outcome, refused, WrongUsage } from "../outcome.ts";
import { readSheets, type TableProblem } from "../read-table.ts";

/** `score --scheme FILE --data FILE`: applies the scoring engine to any table, without a database (scoring.md 8). */
export async function score(flags: {
  scheme?: string | undefined;
  data?: string | undefined;
}): Promise<Outcome> {
  if (!flags.scheme || !flags.data) throw new WrongUsage("score --scheme FILE --data FILE");
  const json = parseJson(await readText(flags.scheme));
  if (json === undefined) return refused([`${flags.scheme} is not JSON`]);
  const scheme = parseScheme(json);
  if (!scheme.ok) return refused(scheme.problems);
  const rows = await readRows(flags.data);
  if (!Array.isArray(rows)) return refused([rows.reasonEn]);
  const table = parseTable(rows, scheme.scheme);
  if (!table.ok) return refused(table.problems);
  try {
    const answer = scoreAnswer(scheme.scheme, scoreTable(scheme.scheme, table.table));
    const lines = answer.units.map(
      (u) => `${u.rank === null ? "  -" : String(u.rank).padStart(3)}  ${u.id}  ${u.score ?? "N/A"}`,
    );
    const left = table.leftOut.map(({ row, text }) => `row ${row} "${text}" is no unit and was not scored`);
    return done([...left, ...lines], left.length > 0 ? { ...answer, notes: left } : answer);
  } catch (error) {
    if (error instanceof CannotScore) return refused(error.message.split("\n"));
    throw error;
  }
}

/** The rows of the first sheet that is seen, those of a workbook as wide as its header; or why there are none. */
async function readRows(file: string): Promise<SheetRow[] | TableProblem> {
  const bytes = await readFile(file).catch(() => {
    throw new WrongUsage(`cannot read ${file}`);
  });
  const read = await readSheets(bytes, /\.xlsx$/i.test(file) ? file : `${file}.csv`);
  if (!read.ok) return read.problem;
  const sheet = read.sheets.find(({ hidden }) => !hidden?.sheet);
  const rows = sheet?.rows ?? [];
  if (sheet?.name === "") return rows;
  const width = rows.find(({ cells }) => cells[0]?.text === "id")?.cells.length ?? 0;
  return rows.map(({ row, cells }) => ({
    row,
    cells: Array.from({ length: width || cells.length }, (_, i) => cells[i]),
  }));
}

async function readText(file: string): Promise<string> {
  return readFile(file, "utf8").catch(() => {
    throw new WrongUsage(`cannot read ${file}`);
  });
}

/** Undefined for invalid JSON (no JSON value is undefined). */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
