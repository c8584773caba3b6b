import { readFile } from "node:fs/promises";
import { parseScheme } from "../../domain/scoring/parse-scheme.ts";
import { parseTable } from "../../domain/scoring/parse-table.ts";
import { scoreAnswer } from "../../domain/scoring/score-answer.ts";
import { CannotScore, scoreTable } from "../../domain/scoring/score-table.ts";
import { done, type Outcome, refused, WrongUsage } from "../outcome.ts";

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
  const table = parseTable(await readText(flags.data), scheme.scheme);
  if (!table.ok) return refused(table.problems);
  try {
    const answer = scoreAnswer(scheme.scheme, scoreTable(scheme.scheme, table.table));
    const lines = answer.units.map(
      (u) => `${u.rank === null ? "  -" : String(u.rank).padStart(3)}  ${u.id}  ${u.score ?? "N/A"}`,
    );
    return done(lines, answer);
  } catch (error) {
    if (error instanceof CannotScore) return refused(error.message.split("\n"));
    throw error;
  }
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
