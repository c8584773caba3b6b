import { yearOf } from "../calendar/period.ts";
import type { Programme } from "../programme/programme.ts";
import { foldText } from "../reading/fold-text.ts";
import { namedFigure } from "./figure-names.ts";
import type { Heard } from "./heard.ts";
import type { AskContext, Intent } from "./intent.ts";

// Sums of the funds ledgers: 县级资金到位了多少, 今年资金到位多少, 市级奖补到了多少, 各渠道占比. Of a town that is named they are
// meant only where the ledger or the award is.

const COLUMNS = [
  ["spent", /支出|花了|用了|支付|\bspent\b/],
  [
    "inPlace",
    /到位|落实|到账|拨了|拨付|[到出拿]了?多少|[到出拿]了|占比|占(?:了)?多少|比例|\bin place\b|\barrived\b/,
  ],
  ["planned", /计划|\bplanned\b/],
] as const;
const AMOUNT = /多少|几[万亿]|\bhow much\b/;
const LEDGER = /台账|\bledgers?\b/;
const AWARD = /奖补|以奖代补|\bawards?\b/;
const FUNDS = /资金|\bfunds\b/;
/** Each source's part of all that is there. */
const SHARES =
  /(?:各|不同|几个)渠道|(?:资金|出资|筹资)(?:的)?(?:占比|比例|结构|构成)|以县为主|\bshares? of (?:the )?(?:sources|funds)\b/;
/** What is said of a source that is called by its name alone: 县级出了多少. */
const SAID_OF = ["出", "拿", "占", "到", "的钱", "财政", "配套"];
/** Asks the reports of all towns: sums, ends and lists of a figure. */
const OF_REPORTS = /全市|哪|谁|各[镇乡县]|最|平均|一共|合计|\b(?:which|who|most|total|all)\b/;

/** What a source, or all of them, planned, put in place or spent by the ledgers. */
export function aboutFunds({ text, places, programme, when, action, context }: Heard): Intent | null {
  const byLedger = LEDGER.test(text);
  const shares = SHARES.test(text);
  const column = COLUMNS.find(([, words]) => words.test(text))?.[0] ?? (shares ? "inPlace" : undefined);
  const asks = AMOUNT.test(text) || shares || /占比|比例/.test(text);
  const year = yearIn(text, context);
  const ofQuarter = when.period !== undefined && year === undefined;
  if (!column || !asks || action !== null || ofQuarter || places.ask.length > 0) return null;
  const source = sourceNamed(text, programme);
  const byAward =
    source !== undefined && AWARD.test(text) && (places.towns.length === 0 || /市级/.test(text));
  if (!byLedger && !byAward && (places.towns.length > 0 || OF_REPORTS.test(text))) return null;
  if (source === undefined && !byLedger && !shares && !FUNDS.test(text)) return null;
  const of = { ...(source === undefined ? {} : { source }), ...(year === undefined ? {} : { year }) };
  return { kind: "funds", column, towns: places.towns, ...of };
}

/** A year as a whole: 2025年, 去年; none where a part of one is said. */
function yearIn(text: string, { period }: AskContext): number | undefined {
  if (/季|月|半年|同期|\bq[1-4]\b|quarter|half/.test(text)) return undefined;
  const said = /(?<!\d)(20\d\d)(?!\d)/.exec(text)?.[1];
  if (said) return Number(said);
  return /[去上]年|last year/.test(text) ? yearOf(period) - 1 : undefined;
}

/** The source a text names; 奖补 is the one that is called so. */
function sourceNamed(text: string, programme: Programme): string | undefined {
  const named = namedFigure(text, programme)?.figure;
  if (named?.kind === "fund") return named.id;
  const { fundSources } = programme;
  const byName = fundSources.find(
    ({ name, nameEn, said }) =>
      text.includes(`${foldText(nameEn)} money`) ||
      [name, ...said].some((one) => SAID_OF.some((words) => text.includes(`${foldText(one)}${words}`))),
  );
  const award = AWARD.test(text) ? fundSources.find(({ name }) => AWARD.test(name)) : undefined;
  return (byName ?? award)?.id;
}
