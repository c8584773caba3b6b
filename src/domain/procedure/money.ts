import { townsOf } from "../programme/people.ts";
import type { Programme } from "../programme/programme.ts";
import { procedure, step } from "./definition.ts";
import { figuresSchema } from "./field.ts";
import type { ProcedureRecord } from "./record.ts";

// 资金台账: for each town and year, by source, what is planned, in place (到位) and spent, each with its papers. It is
// never added to the investment a town reports.

/** 万元 by fund source; an empty one stays as it was. */
const bySource = {
  kind: "figures",
  of: ({ fundSources }: Pick<Programme, "fundSources">) =>
    fundSources.map(({ id, name, nameEn }) => ({ id, name, nameEn })),
  least: 0,
  most: 10_000_000,
  money: true,
} as const;
type Sums = Record<string, number>;

/** A paper more than the last entry had. */
const ONE_MORE = {
  kind: "evidence",
  least: ({ data }: ProcedureRecord) => Number(data.shown ?? 0) + 1,
} as const;

const FIRST_YEAR = 2000;
const LAST_YEAR = 2100;

export const money = procedure({
  id: "money",
  /** One ledger a town and year; `ref` is the year, once it is known. */
  key: ({ town, ref, data }) => `${town} ${ref === "" ? data.year : ref}`,
  sees: ["town", "principal", "county", "county_principal", "office", "leader"],
  reasons: ["bad_year", "no_sums", "spent_more"],
  states: { kept: { colour: "turquoise", ends: true, keepsKey: true } },
  steps: {
    begin: step({
      from: "start",
      to: "kept",
      who: ["county"],
      asks: {
        town: {
          kind: "choice",
          of: (programme, _, actor) =>
            (actor ? townsOf(actor, programme) : programme.towns).map(({ slug, name, nameEn }) => ({
              id: slug,
              name,
              nameEn,
            })),
        },
        year: { kind: "count", units: ["年", "年度"] },
        planned: bySource,
      },
      refuses: (_, { year, planned }) => {
        if (year < FIRST_YEAR || year > LAST_YEAR) return { reason: "bad_year", field: "year" };
        return sum(planned) > 0 ? null : "no_sums";
      },
      tells: [],
    }),
    receive: step({
      from: ["kept"],
      to: "same",
      who: ["county"],
      asks: { in_place: bySource, shown: ONE_MORE },
      refuses: (record, { in_place }) => (exceeds(record?.data.spent, in_place) ? "spent_more" : null),
      tells: [],
    }),
    spend: step({
      from: ["kept"],
      to: "same",
      who: ["county"],
      asks: { spent: bySource, shown: ONE_MORE },
      refuses: (record, { spent }) => (exceeds(spent, record?.data.in_place) ? "spent_more" : null),
      tells: [],
    }),
    replan: step({
      from: ["kept"],
      to: "same",
      who: ["county"],
      asks: { planned: bySource, why: { kind: "words", longest: 200 } },
      refuses: (_, { planned }) => (sum(planned) > 0 ? null : "no_sums"),
      tells: [],
    }),
  },
});

/** One source of a ledger, 万元; `share`: its part of all that is in place, null while nothing is. */
export type MoneyLine = {
  source: string;
  planned: number;
  inPlace: number;
  spent: number;
  share: number | null;
};

/** A ledger by source, and its totals. */
export function moneyOf(
  { fundSources }: Pick<Programme, "fundSources">,
  { data }: Pick<ProcedureRecord, "data">,
): { lines: MoneyLine[]; total: Omit<MoneyLine, "source" | "share"> } {
  const [planned, inPlace, spent] = [data.planned, data.in_place, data.spent].map((one) =>
    figuresSchema.parse(one ?? {}),
  );
  const total = { planned: sum(planned), inPlace: sum(inPlace), spent: sum(spent) };
  const lines = fundSources.map(({ id }) => ({
    source: id,
    planned: planned?.[id] ?? 0,
    inPlace: inPlace?.[id] ?? 0,
    spent: spent?.[id] ?? 0,
    share: total.inPlace > 0 ? (inPlace?.[id] ?? 0) / total.inPlace : null,
  }));
  return { lines, total };
}

/** Whether more of a source is spent than is there. */
function exceeds(spent: unknown, inPlace: unknown): boolean {
  const there = figuresSchema.parse(inPlace ?? {});
  return Object.entries(figuresSchema.parse(spent ?? {})).some(([source, one]) => one > (there[source] ?? 0));
}

function sum(sums: Sums = {}): number {
  return Object.values(sums).reduce((all, one) => all + one, 0);
}

/** The source that an award is paid into, by its name; undefined where the pack has none. */
export function awardSource({ fundSources }: Pick<Programme, "fundSources">): string | undefined {
  return fundSources.find(({ name }) => name.includes("奖补"))?.id;
}
