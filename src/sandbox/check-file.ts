import { readFile } from "node:fs/promises";
import { bothVerdicts } from "./card-rules/both-verdicts.ts";
import { parseJson } from "./parse-json.ts";
import type { CheckAsked } from "./read-arguments.ts";

/**
 * `check FILE`: prints both verdicts on a card as one line of JSON, with reason, source and confidence of
 * each problem. Returns the exit code: 0 when the deciding verdict accepts the card, 1 when it refuses it, 2
 * for an unreadable file.
 */
export async function checkFile({
  file,
  mode,
}: CheckAsked["check"]): Promise<{ line: string; status: 0 | 1 | 2 }> {
  const text = await readFile(file, "utf8").catch(() => undefined);
  if (text === undefined)
    return { line: JSON.stringify({ ok: false, error: `cannot read ${file}` }), status: 2 };
  const card = parseJson(text);
  if (card === undefined)
    return { line: JSON.stringify({ ok: false, error: `${file} is not JSON` }), status: 1 };
  const { observed, documented } = bothVerdicts(card);
  const { passes: ok, version, ignored } = mode === "observed" ? observed : documented;
  const verdict = ({ passes, problems }: typeof observed) => ({ passes, problems });
  const said = { ok, mode, version, ignored, observed: verdict(observed), documented: verdict(documented) };
  return { line: JSON.stringify(said), status: ok ? 0 : 1 };
}
