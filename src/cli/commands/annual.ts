import { annualText } from "../../../cards/text/annual.ts";
import { findPublication } from "../../../db/publications.ts";
import { yearOfTowns } from "../../bot/year/annual.ts";
import { parsePeriod } from "../../domain/calendar/period.ts";
import { type Reading, readAmount, readNumber } from "../../domain/reading/numbers.ts";
import { type AnnualTown, standing } from "../../domain/year/annual.ts";
import { AWARD_DEFAULTS, AWARD_METHODS, type AwardTerms, awardOptions } from "../../domain/year/awards.ts";
import { withDeps } from "../open-deps.ts";
import { done, type Outcome, refused, WrongUsage } from "../outcome.ts";

/** `annual 2026`: annual scores of towns and counties so far, and whether they are final. */
export function annual(args: string[]): Promise<Outcome> {
  const [text = ""] = args;
  if (!/^20\d\d$/.test(text) || args.length !== 1) throw new WrongUsage("annual 2026");
  return withDeps(async (deps) => {
    const table = await yearOfTowns(deps, Number(text));
    if (table.published.length === 0) return refused([`${text} 年还没有发布过季度排名`]);
    const score = (one: AnnualTown) => standing(one, table.stage);
    const line = (rank: number | null, name: string, figure: number | null) =>
      `${String(rank ?? "-").padStart(3)}  ${name}  ${figure?.toFixed(4) ?? "-"}`;
    const lines = [
      annualText("zh-CN").stages[table.stage].replaceAll("**", ""),
      ...table.towns.map((one) => line(one.rank, one.town.slug, score(one))),
      "县（市、区）",
      ...table.counties.map(({ rank, county, plain }) => line(rank, county.slug, plain)),
    ];
    const json = {
      year: table.year,
      stage: table.stage,
      provisional: table.stage !== "year",
      published: table.published,
      towns: table.towns.map((one) => ({ ...one, town: one.town.slug, score: score(one) })),
      counties: table.counties.map((one) => ({ ...one, county: one.county.slug })),
    };
    return done(lines, json);
  });
}

type Flags = { [name in "pot" | "floor" | "base" | "tied"]?: string | undefined };
const USAGE = "award 2026Q3 --pot 300 [--floor 60] [--base 5] [--tied equal|by_id]";

/** `award 2026Q3 --pot 300`: compares all splits of a pot by a published quarter; none is chosen. */
export function award(args: string[], flags: Flags): Promise<Outcome> {
  const period = parsePeriod(args[0] ?? "");
  const terms = termsOf(flags);
  if (!period || !terms || args.length !== 1) throw new WrongUsage(USAGE);
  return withDeps(async (deps) => {
    const publication = await findPublication(deps.db, period);
    if (!publication) return refused([`${period} 还没有发布`]);
    const { excluded, splits } = awardOptions(publication, terms);
    const { methods, excludedReasons } = annualText("zh-CN");
    const lines = AWARD_METHODS.flatMap((method) => {
      const split = splits[method];
      if (!split) return [`${methods[method]}：固定基数合计超过总额`];
      const sums = split.awards.map(({ id, amount }) => `  ${id}  ${amount.toFixed(1)}`);
      return [methods[method], ...sums, `  留存  ${split.reserve.toFixed(1)}`];
    });
    const without = excluded.map(({ town, reason }) => `不参加分配：${town}（${excludedReasons[reason]}）`);
    return done([...lines, ...without], { period, ...terms, splits, excluded });
  });
}

function termsOf({ pot, floor, base, tied }: Flags): AwardTerms | null {
  const value = (read: Reading) => (read.ok && read.value >= 0 ? read.value : Number.NaN);
  const terms = {
    pot: value(readAmount(pot ?? "")),
    floor: floor === undefined ? AWARD_DEFAULTS.floor : value(readNumber(floor, ["分"])),
    base: base === undefined ? AWARD_DEFAULTS.base : value(readAmount(base)),
  };
  const known = tied === undefined || tied === "equal" || tied === "by_id";
  if (!known || !(terms.pot > 0) || Object.values(terms).some(Number.isNaN)) return null;
  return { ...terms, tied: tied ?? AWARD_DEFAULTS.tied };
}
