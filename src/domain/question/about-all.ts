import { yearOf } from "../calendar/period.ts";
import { namedIn } from "../places/place-names.ts";
import { aboutTowns } from "./about-towns.ts";
import type { Heard } from "./heard.ts";
import type { AskContext, Intent } from "./intent.ts";
import { asksHelp, asksMissing, asksRanking, asksWhy, unexplained, whichPlaces } from "./intent-words.ts";

// Questions about the programme as a whole: its results, its rules and its year.

/** Matches a whole year, or counties, which are ranked by year only. */
const YEAR =
  /考核(结果|等次|得分)|年度.{0,2}(考核|得分|总分|成绩|排名|排行|名次)|(全年|今年|去年).{0,3}(得分|总分|成绩|排名|考核)|年终考核|年末考评|[我本][县区市].{0,2}考核|(县区|区县|各县|县域|县级).{0,6}(得分|成绩|排名|排行|名次|考核)|\b(annual|yearly|year.end) (scores?|ranking|result|appraisal)|county (scores?|ranking)|scores? of the count(y|ies)/;
/** A quarter's score is no annual one: 去年四季度得分. */
const QUARTER = /季|\bq[1-4]\b|quarter/;
/** Asks for the assessment as something to be done. */
const HOW_FAR = /到了?哪|办到|进行到|启动|\bhow far\b/;
/** Matches the year's plan as such; a figure of it (计划投资多少) is asked for elsewhere. */
const PLAN =
  /年度计划(?!投资|完成)|(全年|今年|本年|明年|20\d\d年)的?计划(?!投资|完成)|到期任务|到期事项|\b(year|annual|yearly) plans?\b|\bplans? (of|for) (20\d\d|the year|this year|next year)\b/;
/** Nothing but the word, beside a town's name. */
const ITS_PLAN = /^[\s的]*(?:计划|(?:show (?:me )?)?(?:the )?plans?(?: of| for)?)[\s呢?？]*$/;
const AMOUNT = /多少|几|完成|how much/;
const AWARDS =
  /奖补|以奖代补|(奖金|奖励资金?).{0,4}(分|多少|测算)|\b(awards?|grants?) (split|shares?|money)|split .{0,12}(award|grant)|^awards?$/;
/** A source of funds; what one town got is its payment. */
const FUND = /市级奖补/;
/** Of single payments, or of something else beside them. */
const OF_ONE = /谁|哪|确认|方案/;
const SPLIT = /怎么|如何|测算|\bsplit\b|\bhow\b/;
const SCHEME =
  /(?:分|得分|分数|排名|名次)是?(?:怎么|怎样|如何)(?:算|打|评|排|来)|(?:怎么|怎样|如何)(?:算|打|评)(?:的|出来的)?分|(?:每|各)一?项.{0,3}(?:多少|几)分|(?:占|值)(?:多少|几)分|(?:评分|打分|考核|计分)(?:办法|规则|标准|方法|依据)|权重(?:是|各|有|多少)|\bhow (?:is|are) .{0,12}(?:scores?|scored|computed|calculated|ranked)\b|\bscoring (?:rules?|method|scheme)\b|^scoring$|\bwhat .{0,8}weights\b/;
const OVERVIEW =
  /全市|全区|整体|总体|总的|所有镇|各镇|大家|[十\d]个镇|季度|\b(?:overall|everything|everyone|the (?:city|programme|quarter)|all towns)\b/;
const HOW_IT_IS = /怎么样|怎样|咋样|啥样|如何|情况|进展|\bhow\b|\bdoing\b|\bstatus\b|\bprogress\b/;

/** How an award is split by a quarter's result. */
export function aboutAwards({ text, places, when }: Heard): Intent | null {
  if (FUND.test(text) || ((places.towns.length > 0 || OF_ONE.test(text)) && !SPLIT.test(text))) return null;
  return AWARDS.test(text) ? { kind: "awards", ...when } : null;
}

/** Annual scores of towns and counties. */
export function aboutAnnual({ text, context }: Heard): Intent | null {
  return YEAR.test(text) && !QUARTER.test(text) && !HOW_FAR.test(text)
    ? { kind: "annual", ...yearNamed(text, context) }
    : null;
}

/** The year's plan, of one town or of all. */
export function aboutPlan({ text, places, context }: Heard): Intent | null {
  const [town] = places.towns;
  if (!PLAN.test(text) && !(town && ITS_PLAN.test(places.rest))) return null;
  if (AMOUNT.test(text)) return null;
  return { kind: "plan", ...yearNamed(text, context), ...(town ? { town } : {}) };
}

/** How scores are computed. */
export function aboutScheme({ text, when, places }: Heard): Intent | null {
  return SCHEME.test(text) && namedIn(places).length === 0 ? { kind: "scheme", ...when } : null;
}

/** Why a town stands where it stands; without one, the asker's own or the whole ranking. */
export function aboutWhy(heard: Heard): Intent | null {
  const { rest, when, context, places } = heard;
  const ofTowns = aboutTowns(heard);
  if (ofTowns) return ofTowns.kind === "explain" ? ofTowns : null;
  if (!asksWhy(rest) || asksMissing(rest) || namedIn(places).length > 0) return null;
  const own = context.own && /分|排|名/.test(rest) ? { town: context.own } : null;
  return own || unexplained(rest) === "" ? { kind: "explain", ...own, ...when } : null;
}

/** Who has not reported. */
export function aboutMissing({ rest, when }: Heard): Intent | null {
  return asksMissing(rest) ? { kind: "missing", ...when } : null;
}

/** The ranking, whole or one end of it. */
export function aboutRanking({ rest, when }: Heard): Intent | null {
  if (asksWhy(rest) || !asksRanking(rest)) return null;
  const which = whichPlaces(rest);
  return { kind: "ranking", ...(which ? { which } : {}), ...when };
}

/** The programme as a whole: of the quarter being reported, or as an earlier one was published. */
export function aboutOverview({ text, rest, when: { period }, context }: Heard): Intent | null {
  if (!OVERVIEW.test(text) || !HOW_IT_IS.test(text) || asksWhy(rest) || asksHelp(text)) return null;
  return period === undefined || period === context.period
    ? { kind: "overview" }
    : { kind: "ranking", period };
}

/** `2026年`, 今年, 去年, 明年; empty when no year is named. */
function yearNamed(text: string, { period }: AskContext): { year?: number } {
  const named = /(20\d\d)(?!\d)/.exec(text)?.[1];
  if (named) return { year: Number(named) };
  if (/今年|this year/.test(text)) return { year: yearOf(period) };
  if (/明年|下一?年度|next year/.test(text)) return { year: yearOf(period) + 1 };
  return /去年|上年|last year/.test(text) ? { year: yearOf(period) - 1 } : {};
}
