import type { Places } from "../places/place-names.ts";
import type { Programme, Town } from "../programme/programme.ts";
import { readNumeral } from "../reading/numerals.ts";
import { type Figure, findFigure } from "./figures.ts";
import { type RankingPart, whichPlaces } from "./intent-words.ts";

// A question for a figure: of whom, which, and how it is to be put together.

/** Of these towns, of a positioning group, of a phase, or of all. */
export type Whom = { towns: Town[] } | { group: string } | { phase: number } | "all";
/** `value`: as it is, each town's. `than`: 万元, %, points, or the mean of those asked about. */
export type How =
  | { kind: "value" }
  | ({ kind: "ends" } & RankingPart)
  | { kind: "filter"; is: "below" | "above" | "exactly"; than: number | "mean" }
  | { kind: "sum" | "mean" };
export type AskedFigure = { figure: Figure; whom: Whom; how: How };

const PHASE = /第([一二三四五\d])(?:阶段|批|期)|\bphase (\d)/;
const SUM =
  /一共|合计|总共|总计|总额|加起来|总(?=投|完成|资)|全市.{0,4}(?:投|完成|资金|到位)|\btotal\b|altogether|in all\b/;
const MEAN = /平均|均值|\b(?:average|mean)\b/;
const SET =
  /哪[个些几]|谁|各[镇单乡]|每个|几[个家]|多少[个家]|有哪些|所有|全部|的镇|排个队|\b(?:which|who|towns|all|every)\b/;
const LEAST = /最[少低小差慢]|\b(?:least|lowest|smallest)\b/;
const MOST = /最[多高大好快]|\b(?:most|highest|largest|biggest)\b/;
const BOUND =
  /(低于|少于|小于|不到|不足|没到|未达|below|under|less than|高于|超过|大于|多于|高出|above|over|more than)\s*([\d.,一二两三四五六七八九十百千万亿]*)/;
const BELOW = /低于|少于|小于|不到|不足|没到|未达|below|under|less/;

/** Supposes something, or asks when or who: not for a figure as it is. */
const OTHER =
  /占(?:全[市部]|总)|比(?:上|去年|[一二三四]季度).{0,6}多少|如果|假如|要是|再(?:投|完成|增加|多)|什么时候|啥时候|几号|截止|谁(?:来|去)?(?:填|审|负责|管|报)|\b(?:if|when|who)\b/;

/** The figure a question asks for; null when it names none, or names nobody it could be asked of. */
export function askedFigure(text: string, places: Places, programme: Programme): AskedFigure | null {
  if (OTHER.test(text)) return null;
  const figureNamed = findFigure(text, programme);
  const whom = whomIn(places, programme);
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
const SLOW = /慢|落后|滞后|[没未不](?:有)?(?:完成|达|到|够|跟上)|欠|\bbehind\b|\bnot on\b/;
/** Each light's number is asked for, not one of them. */
const EVERY_COLOUR = /各[有是]?(?:几|多少)|[红黄绿][、和]?[红黄绿]灯|\beach\b/;
/** What cannot be added up: of several towns the mean is meant. `share` is of the towns' money together. */
const RATES: ReadonlyArray<Figure["kind"]> = [
  "image",
  "pace",
  "light",
  "score",
  "place",
  "gain",
  "area",
  "item",
];

function howIn(text: string, figure: Figure | null): How {
  if (figure?.kind === "light" && EVERY_COLOUR.test(text)) return { kind: "value" };
  const colour = figure?.kind === "light" ? COLOURS.findIndex((words) => words.test(text)) : -1;
  if (colour >= 0) return { kind: "filter", is: "exactly", than: colour };
  if (figure?.kind === "pace" && !MOST.test(text) && !LEAST.test(text))
    return { kind: "filter", is: SLOW.test(text) ? "below" : "above", than: 0 };
  const bound = BOUND.exec(text);
  if (bound) {
    const is = BELOW.test(bound[1] ?? "") ? "below" : "above";
    if (MEAN.test(text)) return { kind: "filter", is, than: "mean" };
    const amount = readNumeral((bound[2] ?? "").replace(/万$/, "万"));
    // Money is in 万元: 一千万 is 1,000 of them.
    if (amount.ok) return { kind: "filter", is, than: amount.scaled ? amount.value / 10_000 : amount.value };
  }
  if (SUM.test(text)) return { kind: figure && RATES.includes(figure.kind) ? "mean" : "sum" };
  if (MEAN.test(text)) return { kind: "mean" };
  if (LEAST.test(text)) return { kind: "ends", end: "bottom", n: 1 };
  if (MOST.test(text)) return { kind: "ends", end: "top", n: 1 };
  const part = whichPlaces(text);
  return part ? { kind: "ends", ...part } : { kind: "value" };
}
