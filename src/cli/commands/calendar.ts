import { readFile } from "node:fs/promises";
import { importYear } from "../../bot/calendar/import-notice.ts";
import { readProposal } from "../../bot/calendar/read-proposal.ts";
import type { Deps } from "../../deps.ts";
import type { HolidayYear } from "../../domain/calendar/holiday-year.ts";
import { knownYear } from "../../domain/calendar/working-days.ts";
import { OPERATOR, withDeps } from "../open-deps.ts";
import { done, type Outcome, refused, WrongUsage } from "../outcome.ts";

const USAGE = "calendar import FILE · calendar show 2027";
const SOURCES = { notice: "导入的放假通知", package: "程序自带" };

/** `calendar import FILE`: the State Council's notice as text, in force at once · `calendar show 2027` */
export function calendar(args: string[]): Promise<Outcome> {
  const [verb, what = ""] = args;
  if (args.length !== 2) throw new WrongUsage(USAGE);
  if (verb === "import") return withDeps((deps) => importFile(deps, what));
  if (verb === "show" && /^20\d\d$/.test(what)) return withDeps(async () => show(Number(what)));
  throw new WrongUsage(USAGE);
}

async function importFile(deps: Deps, file: string): Promise<Outcome> {
  const text = await readFile(file, "utf8").catch(() => null);
  if (text === null) return refused([`读不到文件 ${file}`]);
  const proposal = await readProposal(deps, text, "zh-CN");
  if (!proposal.ok) return refused(["这份通知没有完全读懂，没有导入：", ...proposal.problems]);
  const before = knownYear(proposal.year.year);
  if (before?.source === "notice" && JSON.stringify(before.year) === JSON.stringify(proposal.year))
    return done(["与现行安排相同，没有改动。"], {
      ok: true,
      changed: false,
      ...asJson(before.year, before.source),
    });
  await importYear(deps, OPERATOR, proposal);
  const encouraged = proposal.encouraged.map((one) => `属于提倡，不计为放假：${one}`);
  return done([...linesOf(proposal.year), ...encouraged], {
    ok: true,
    changed: true,
    ...asJson(proposal.year, "notice"),
  });
}

function show(year: number): Outcome {
  const known = knownYear(year);
  if (!known) return refused([`${year}年的节假日安排还没有载入`]);
  return done([...linesOf(known.year), `来源：${SOURCES[known.source]}`], asJson(known.year, known.source));
}

function asJson({ year, holidays, workdays }: HolidayYear, source: "notice" | "package") {
  return { year, holidays: holidays.map(({ day }) => day), workdays, source };
}

function linesOf({ year, holidays, workdays }: HolidayYear): string[] {
  const names = [...new Set(holidays.map(({ name }) => name))];
  return [
    `${year}年`,
    ...names.map(
      (name) => `  ${name}  ${holidays.flatMap((one) => (one.name === name ? [one.day] : [])).join(" ")}`,
    ),
    `  调休上班  ${workdays.join(" ")}`,
  ];
}
