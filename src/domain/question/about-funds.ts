import { foldText } from "../reading/fold-text.ts";
import { namedFigure } from "./figure-names.ts";
import type { Heard } from "./heard.ts";
import type { Intent } from "./intent.ts";

// Sums of the funds ledgers: 县级资金到位了多少. Of a town that is named they are meant only where the ledger is.

const COLUMNS = [
  ["spent", /支出|花了|用了|支付|\bspent\b/],
  ["inPlace", /到位|落实|\bin place\b/],
  ["planned", /计划|\bplanned\b/],
] as const;
const AMOUNT = /多少|几[万亿]|\bhow much\b/;
const LEDGER = /台账|\bledgers?\b/;
/** Asks the reports of all towns: sums, ends and lists of a figure. */
const OF_REPORTS = /全市|哪|谁|各[镇乡县]|最|平均|一共|合计|\b(?:which|who|most|total|all)\b/;

/** What a source, or all of them, planned, put in place or spent by the ledgers. */
export function aboutFunds({ text, places, programme, when, action }: Heard): Intent | null {
  const column = COLUMNS.find(([, words]) => words.test(text))?.[0];
  const byLedger = LEDGER.test(text);
  if (!column || !AMOUNT.test(text) || action !== null || when.period || places.ask.length > 0) return null;
  if (!byLedger && (places.towns.length > 0 || OF_REPORTS.test(text))) return null;
  const named = namedFigure(text, programme)?.figure;
  const source =
    named?.kind === "fund"
      ? named.id
      : programme.fundSources.find(({ nameEn }) => text.includes(`${foldText(nameEn)} money`))?.id;
  if (source === undefined && !byLedger) return null;
  return { kind: "funds", column, towns: places.towns, ...(source === undefined ? {} : { source }) };
}
