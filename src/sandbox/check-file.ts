import { readFile } from "node:fs/promises";
import { bothVerdicts } from "./card-rules/both-verdicts.ts";
import { parseJson } from "./parse-json.ts";
import type { CheckAsked } from "./read-arguments.ts";

/**
 * `check FILE`: both verdicts on a card as one line of JSON, each refusal with its reason, source and confidence. The status
 * is 0 where the deciding one lets it pass, 1 where it does not, 2 for a file that cannot be read.
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
