import type { Places } from "../places/place-names.ts";
import type { Programme, Town } from "../programme/programme.ts";
import { readNumeral } from "../reading/numerals.ts";
import { type Figure, isRate } from "./figure.ts";
import { findFigure } from "./figures.ts";
import { type RankingPart, whichPlaces } from "./intent-words.ts";

// A question for a figure: of whom, which, and how it is to be put together.

/** Of these towns, of a positioning group, of a phase, or of all. */
export type Whom = { towns: Town[] } | { group: string } | { phase: number } | "all";
/**
 * `value`: as it is, each town's. `than`: 万元, %, points, or the mean of those asked about; `inclusive`: what is exactly
 * that as well. `trend`: over the last quarters. `part`: of all towns' sum.
 */
export type How =
  | { kind: "value" }
  | ({ kind: "ends" } & RankingPart)
  | { kind: "filter"; is: "below" | "above" | "exactly"; than: number | "mean"; inclusive?: true }
  | { kind: "sum" | "mean" | "trend" | "part" };
export type AskedFigure = { figure: Figure; whom: Whom; how: How };

const TREND =
  /比\s+(?:又|再|累计)?(?:多|少|增|减|涨|降|快|慢)|走势|趋势|变化|历次|历季|各个?季度|每个?季度|逐季|(?:最?近|这|过去)[几两二三四]个?季度?|\btrends?\b|\bover (?:the )?(?:last|past) \w* ?quarters\b|\b(?:by|each|every|per) quarter\b|\bdevelop(?:ed|ment|ing)?\b/;
const PART =
  /占(?:全[市部区]|总[的量额投]?|所有)(?:的|总)?(?:投资|资金)?(?:的?(?:百分之几|比例|比重|几成|多少))?|全市的?(?:百分之几|比重)|\bshare of (?:the )?(?:city(?:'s)?|total|whole|all|programme)(?: total)?|\bpart of (?:the )?(?:city|total|whole)/;
const PHASE = /第([一二三四五\d])(?:阶段|批|期)|\bphase (\d)/;
const SUM =
  /一共|合计|总共|总计|总额|加(?:起来|一块|一起|在一起|到一[块起])|总(?=投|完成|资)|全市.{0,4}(?:投|完成|资金|到位)|\btotal\b|altogether|in all\b|\bhow much\b.*\b(?:all|every) (?:the )?towns?\b/;
/** The sum of the money, where no figure is named. */
const CITY_TOTAL =
  /^\s*全市(?:的)?(?:合计|总计|总数|总额|一共|总共)(?:是?多少)?\s*$|\bcity(?:'s)? total\b|\btotal (?:of|for) the (?:city|programme)\b/;
const MEAN = /平均|均值|\b(?:average|mean)\b/;
const SET =
  /哪[个些几]|谁|各[镇单乡]|每个|几[个家]|多少[个家]|有哪些|所有|全部|的镇|排个队|\b(?:which|who|towns|all|every)\b/;
const LEAST = /最[少低小差慢]|\b(?:least|lowest|smallest)\b/;
const MOST = /最[多高大好快]|\b(?:most|highest|largest|biggest)\b/;
const BOUND =
  /(低于|少于|小于|不到|不足|没到|未达|below|under|less than|高于|超过|大于|多于|高出|above|over|more than|过(?=半))\s*([\d.,一二两三四五六七八九十百千万亿]*)/;
/** 80分以上, 过亿: the bound stands before its word, or is a round sum. */
const BOUND_AFTER =
  /([\d.,一二两三四五六七八九十百千万亿]+)\s*(?:分|%|个?百分点|万元|元|wan yuan)?\s*(以上|以下|以内|or more|or less)/;
const OVER_A_YI = /[过超破]亿/;
const BELOW = /低于|少于|小于|不到|不足|没到|未达|below|under|less/;

/** Supposes something, or asks when or who: not for a figure as it is. */
const OTHER =
  /比(?:上|去年|[一二三四]季度).{0,6}多少|如果|假如|要是|再(?:投|完成|增加|多)|什么时候|啥时候|几号|截止|谁(?:来|去)?(?:填|审|负责|管|报)|\b(?:if|when)\b/;

/** The figure a question asks for; null when it names none, or names nobody it could be asked of. */
export function askedFigure(text: string, places: Places, programme: Programme): AskedFigure | null {
  if (OTHER.test(text)) return null;
  const whom = whomIn(places, programme);
  const overTime = timeOrPart(text);
  if (overTime) return overTimeFigure(overTime, text, whom, places, programme);
  const figureNamed =
    findFigure(text, programme) ?? (CITY_TOTAL.test(text) ? { kind: "invested" as const } : null);
  const single = whom !== "all" && "towns" in whom && whom.towns.length < 2;
  const how = single ? ({ kind: "value" } as const) : howIn(text.replace(PHASE, " "), figureNamed);
  // Of a group or a phase, and against a mean, the score is meant where nothing else is said.
  const scored = (whom !== "all" && !("towns" in whom)) || (how.kind === "filter" && how.than === "mean");
  const figure = figureNamed ?? (scored ? { kind: "score" as const } : null);
  if (!figure) return null;
  if (whom !== "all") return { figure, whom, how };
  const aboutAll = how.kind !== "value" || SET.test(places.rest);
  return aboutAll ? { figure, whom, how } : null;
}

/** Whether a figure is asked for over the quarters, or as a part of all towns'. */
export function timeOrPart(text: string): "trend" | "part" | null {
  if (PART.test(text)) return "part";
  return TREND.test(text) ? "trend" : null;
}

/** Of money where it is a part, of the score where it is a trend, if nothing else is said. */
function overTimeFigure(
  kind: "trend" | "part",
  text: string,
  whom: Whom,
  { rest }: Places,
  programme: Programme,
): AskedFigure | null {
  const figure = findFigure(withoutTimeOrPart(text), programme);
  if (!figure && whom === "all" && !SUM.test(rest)) return null;
  if (kind === "part" && whom === "all") return null;
  return { figure: figure ?? { kind: kind === "part" ? "invested" : "score" }, whom, how: { kind } };
}

/** The text without the words that ask for a trend or a part. */
export function withoutTimeOrPart(text: string): string {
  return text.replace(PART, " ").replace(TREND, " ");
}

function whomIn({ towns, rest }: Places, programme: Programme): Whom {
  if (towns.length > 0) return { towns };
  const group = programme.groups.find(
    ({ name, nameEn }) =>
      rest.includes(name) ||
      new RegExp(`${name.replace(/类$/, "")}(?:类|型|镇|的镇)`).test(rest) ||
      rest.includes(`${nameEn.toLowerCase()} town`),
  );
  if (group) return { group: group.id };
  const phase = PHASE.exec(rest);
  const n = phase && readNumeral(phase[1] ?? phase[2] ?? "");
  return n?.ok ? { phase: n.value } : "all";
}

/** Colours of lights, in the order of their numbers. */
const COLOURS = [/灰灯|\bgrey\b/, /红灯|\bred\b/, /黄灯|\byellow\b/, /绿灯|\bgreen\b/];
const NOT_SLOW = /(?:[没未不]有?|\bnot )(?:慢|落后|滞后|低于|少于|behind|below)/;
const SLOW =
  /慢|拖后腿|掉队|落后|滞后|低于|少于|小于|不足|欠|[没未不]有?(?:完成|达|到|够|跟上|超|快|高)|\bbehind\b|\bbelow\b|\bunder\b|\bnot (?:on|ahead|above)\b/;
const FAST = /快|超|领先|提前|高于|多于|跑赢|好于|\bahead\b|\babove\b|\bover\b/;
/** Each light's number is asked for, not one of them. */
const EVERY_COLOUR = /各[有是]?(?:几|多少)|[红黄绿][、和]?[红黄绿]灯|\beach\b/;
function howIn(text: string, figure: Figure | null): How {
  if (figure?.kind === "light" && EVERY_COLOUR.test(text)) return { kind: "value" };
  const colour = figure?.kind === "light" ? COLOURS.findIndex((words) => words.test(text)) : -1;
  if (colour >= 0) return { kind: "filter", is: "exactly", than: colour };
  const pace = figure?.kind === "pace" && !MOST.test(text) && !LEAST.test(text) ? paceIn(text) : null;
  if (pace) return pace;
  const bound = boundIn(text);
  if (bound) return bound;
  if (SUM.test(text)) return { kind: figure && isRate(figure) ? "mean" : "sum" };
  if (MEAN.test(text)) return { kind: "mean" };
  if (LEAST.test(text)) return { kind: "ends", end: "bottom", n: howMany(text) };
  if (MOST.test(text)) return { kind: "ends", end: "top", n: howMany(text) };
  const part = whichPlaces(text);
  return part ? { kind: "ends", ...part } : { kind: "value" };
}

/** Which towns a comparison with the schedule asks for; null when it takes no side. */
function paceIn(text: string): How | null {
  if (NOT_SLOW.test(text)) return { kind: "filter", is: "above", than: 0, inclusive: true };
  if (SLOW.test(text)) return { kind: "filter", is: "below", than: 0 };
  return FAST.test(text) ? { kind: "filter", is: "above", than: 0 } : null;
}

/** The filter a bound makes: 低于平均, 不到2000万, 80分以上, 过亿. Money is in 万元: 一千万 is 1,000 of them. */
function boundIn(text: string): How | null {
  const found = BOUND.exec(text);
  const [, word = "", sum = ""] = found ?? [];
  const is = BELOW.test(word) ? "below" : "above";
  if (word !== "" && MEAN.test(text)) return { kind: "filter", is, than: "mean" };
  const after = text.slice((found?.index ?? 0) + word.length).trimStart();
  const than = word !== "" && HALF.test(after) ? 50 : amountOf(sum);
  if (word !== "" && than !== null) return { kind: "filter", is, than };
  const [, before = "", upTo = ""] = BOUND_AFTER.exec(text) ?? [];
  const bound = amountOf(before);
  if (bound !== null)
    return { kind: "filter", is: /下|内|less/.test(upTo) ? "below" : "above", than: bound, inclusive: true };
  return OVER_A_YI.test(text) ? { kind: "filter", is: "above", than: 10_000 } : null;
}

/** 过半, less than half: of what is counted in percent. */
const HALF = /^(?:一?半|(?:a )?half\b)/;

function amountOf(words: string): number | null {
  const amount = readNumeral(words.replace(/,/g, ""));
  if (!amount.ok) return null;
  return amount.scaled ? amount.value / 10_000 : amount.value;
}

/** 最多的三个镇: three; one where no number is said. */
function howMany(text: string): number {
  const said = /(?:最.{1,6}?|前)([一二两三四五六七八九十\d]{1,2})个|\b(\d{1,2}) (?:towns|places)/.exec(text);
  const n = readNumeral(said?.[1] ?? said?.[2] ?? "");
  return n.ok && n.value > 0 ? n.value : 1;
}
