import { readFile } from "node:fs/promises";
import { done, type Outcome, refused, WrongUsage } from "../outcome.ts";

const loadRules = () => import("../../sandbox/card-rules/both-verdicts.ts");

type Verdicts = ReturnType<Awaited<ReturnType<typeof loadRules>>["bothVerdicts"]>;
type Verdict = Verdicts["observed"];

const MODE_NAMES = { observed: "按已知的实际情况", documented: "按官方文档" } as const;
const CONFIDENCE_NAMES = {
  measured: "平台实际答复",
  documented: "官方文档",
  reported: "他人报告",
  assumed: "推断",
} as const;

/**
 * `card check FILE`: whether the platform accepts a card, by observed behaviour and by its published tables, each
 * refusal with reason and source. The exit code is the first verdict's, with `--documented` the second's.
 */
export async function card(args: string[], options: { documented: boolean }): Promise<Outcome> {
  const [verb, file] = args;
  if (verb !== "check" || !file || args.length !== 2) throw new WrongUsage("card check FILE [--documented]");
  const text = await readFile(file, "utf8").catch(() => null);
  if (text === null) throw new WrongUsage(`cannot read ${file}`);
  const parsed = parseJson(text);
  if (!parsed.ok) return refused([`${file} 不是 JSON`]);
  const { bothVerdicts } = await loadRules();
  const { observed, documented } = bothVerdicts(parsed.value);
  const decided = options.documented ? documented : observed;
  const { passes: ok, mode, version, ignored, problems } = decided;
  const lines = [...linesOf(observed), ...linesOf(documented), ...ignoredLine(decided)];
  const json = {
    ok,
    mode,
    version,
    ignored,
    problems,
    observed: { passes: observed.passes, problems: observed.problems },
    documented: { passes: documented.passes, problems: documented.problems },
  };
  return ok ? done(lines, json) : refused(lines, json);
}

function linesOf({ mode, passes, problems }: Verdict): string[] {
  return [
    `${MODE_NAMES[mode]}：${passes ? "通过" : `不通过，${problems.length}处`}`,
    ...problems.map(
      ({ code, path, message, source, confidence }) =>
        `  ${code} ${path}: ${message.trim()}（依据：${CONFIDENCE_NAMES[confidence]}；${source}）`,
    ),
  ];
}

function ignoredLine({ version, ignored }: Verdict): string[] {
  if (version === 2 || ignored.length === 0) return [];
  return [`卡片没有写 schema 2.0，按 JSON 1.0 读取，不显示：${ignored.join("、")}`];
}

function parseJson(text: string): { ok: true; value: unknown } | { ok: false } {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch {
    return { ok: false };
  }
}
