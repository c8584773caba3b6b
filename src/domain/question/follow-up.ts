import { parsePeriod } from "../calendar/period.ts";
import { type Programme, type Town, townBySlug } from "../programme/programme.ts";
import { type How, timeOrPart, type Whom, withoutTimeOrPart } from "./asked-figure.ts";
import { type Figure, isRate } from "./figure.ts";
import { figureKey, findFigure, readFigure, withoutFigure } from "./figures.ts";
import type { Heard } from "./heard.ts";
import type { Intent, Topic, When } from "./intent.ts";
import { asksWhy, leftOf, unexplained, whichPlaces } from "./intent-words.ts";
import { pastDayIn } from "./past-day.ts";
import { ITSELF, readSought, soughtKey } from "./sought.ts";

// A follow-up says anew only what changes (那投资呢, 信义呢, 一季度, 为什么, 谁最高); the rest is as in the answer before.

/** Marks that more is meant than the name said: 信义呢, and Xinyi?, what about Xinyi. */
const MORE = /呢|^那|^和|^还有|也(?:说|看|查|来|要)|^and\b|\b(?:what|how) about\b/;
const WHO = /谁|哪[个家]|\b(?:who|which)\b/;
/** Asks for what the towns come to together: 平均呢, 一共呢. */
const TOGETHER: ReadonlyArray<readonly ["sum" | "mean", RegExp]> = [
  ["mean", /平均值?|均值|\b(?:average|mean)\b/],
  ["sum", /一共|合计|总共|总计|加起来|\b(?:in )?total\b|\baltogether\b/],
];
/** Names of a figure too short to be one in any other sentence. */
const SHORT: ReadonlyArray<readonly ["plan" | "share", RegExp]> = [
  ["plan", /^计划$/],
  ["share", /^(?:占比|完成率|完成比例)$/],
];
/** All towns, where nothing else is said: 全市的呢. */
const ALL = /^(?:全市|全部|所有镇?|各镇|(?:whole )?city)$/;
/** Characters of a question that says nothing of its own subject. */
const SHORT_QUESTION = 8;
const ASKS = /什么|谁|哪|几|多|啥|怎|咋|最|[吗没][?？]?$|呢|[?？]$|^(?:who|when|where|what|which|how)\b/;
/** No longer the time of the answer before. */
const NOW = /现在|目前|如今|\bnow\b/;
const VALUE: How = { kind: "value" };

/** The question completed from the answer before; null where the text stands on its own. */
export function followUp(heard: Heard): Intent | null {
  const { text, places, when, programme, context } = heard;
  const { before } = context;
  if (!before || places.ask.length > 0) return null;
  const byDay = before.ask === "stages" || before.ask === "sought";
  const past = context.day === undefined ? null : pastDayIn(text, context.day, true);
  const rest = past && byDay ? heard.rest.replace(past.piece, " ") : heard.rest;
  const ways = [...TOGETHER.map(([, words]) => words), WHO];
  const plain = ways.reduce((left, words) => left.replace(words, " "), withoutTimeOrPart(rest));
  const short = SHORT.some(([, words]) => words.test(leftOf(rest))) || ALL.test(leftOf(rest));
  if (!short && unexplained(withoutFigure(plain, programme)) !== "") return null;
  const then = byDay && past ? { day: past.day } : when.period ? when : whenOf(before);
  const named = places.towns;
  if (NOW.test(text) && leftOf(rest) === "" && named.length === 0) return same(before, {});
  if (named.length === 0) {
    const other = otherWay(heard, before, then);
    if (other !== undefined) return other;
  }
  if (asksWhy(rest) || findFigure(rest, programme) || leftOf(rest) !== "") return null;
  if (named.length > 0) return MORE.test(text) ? same({ ...before, whom: { towns: named } }, then) : null;
  return when.period || "day" in then ? same(before, then) : null;
}

type Then = When & { day?: string };

function whenOf({ period, after, day }: Topic): Then {
  return { ...(period ? { period } : {}), ...(after ? { after } : {}), ...(day ? { day } : {}) };
}

/** Of the same towns something else, or the same figure put together in another way; undefined where neither is said. */
function otherWay({ rest, programme }: Heard, before: Topic, then: Then): Intent | null | undefined {
  const { whom } = before;
  const short = SHORT.find(([, words]) => words.test(leftOf(rest)))?.[0];
  const said = short ? { kind: short } : findFigure(withoutTimeOrPart(rest), programme);
  const figure = said ?? before.figure;
  if (ALL.test(leftOf(rest)) && before.figure) return ofAll(before.figure, then);
  const over = timeOrPart(rest);
  if (over === "trend")
    return whom === "all" && !figure ? null : { ...figureIntent(figure, whom), how: { kind: "trend" } };
  if (over === "part")
    return whom === "all"
      ? null
      : { ...figureIntent(figure, whom, "invested"), how: { kind: "part" }, ...then };
  if (asksWhy(rest)) return why(before, then);
  const together = TOGETHER.find(([, words]) => words.test(rest));
  if (together && figure) return { ...figureIntent(figure, "all"), how: { kind: together[0] }, ...then };
  const part = whichPlaces(rest);
  if (WHO.test(rest) && part && !said)
    return before.figure ? { ...figureIntent(figure, "all"), how: { kind: "ends", ...part }, ...then } : null;
  if (!said || part !== null || WHO.test(rest)) return undefined;
  const town = onlyTown(whom);
  if (said.kind === "photos" && town) return { kind: "photos", town, ...then };
  return whom === "all" ? null : { ...figureIntent(said, whom), ...then };
}

function ofAll(figure: Figure, then: Then): Intent {
  return { ...figureIntent(figure, "all"), how: { kind: isRate(figure) ? "mean" : "sum" }, ...then };
}

function figureIntent(figure: Figure | undefined, whom: Whom, otherwise: "score" | "invested" = "score") {
  return { kind: "figure" as const, figure: figure ?? { kind: otherwise }, whom, how: VALUE };
}

function why(before: Topic, when: Then): Intent | null {
  const same = soughtAgain(before, when);
  if (same) return { ...same, why: true };
  const town = onlyTown(before.whom);
  return town ? { kind: "explain", town, ...when } : null;
}

/** A short question that only the records of the answer before can answer: 几号文, 谁参加. They are opened. */
export function askedAgain({ text, rest, places, action, context: { before } }: Heard): Intent | null {
  if (!before?.sought || action !== null || places.towns.length + places.ask.length > 0) return null;
  if (rest.length > SHORT_QUESTION || !ASKS.test(text)) return null;
  const again = soughtAgain(before, whenOf(before));
  return again && { ...again, why: true };
}

/** The question asked before, of other towns or of another quarter. */
function same(before: Topic, when: Then): Intent | null {
  const { ask, whom, figure } = before;
  const town = onlyTown(whom);
  if (ask === "sought") return soughtAgain(before, when, true);
  if (ask === "stages") return { kind: "stages", ...(town ? { town } : {}), ...when };
  if (figure) return { kind: "figure", figure, whom, how: VALUE, ...when };
  if (ask === "ranking" && whom === "all") return { kind: "ranking", ...when };
  if (ask === "explain" && town) return { kind: "explain", town, ...when };
  if (town) return { kind: "status", town, ...when };
  return whom !== "all" && "towns" in whom ? { kind: "compare", towns: whom.towns, ...when } : null;
}

function soughtAgain(
  { whom, sought }: Topic,
  when: Then,
  others = false,
): Extract<Intent, { kind: "sought" }> | null {
  const towns = whom !== "all" && "towns" in whom ? whom.towns : [];
  if (!sought) return null;
  const { by, ...of } = sought;
  // One record is no other town's.
  const one = towns.length > 0 && sought.is !== "any" ? { one: true as const } : {};
  const these = others && by?.startsWith(ITSELF) ? of : sought;
  return { kind: "sought", sought: these, towns, ...one, ...when };
}

function onlyTown(whom: Whom): Town | null {
  return whom !== "all" && "towns" in whom && whom.towns.length === 1 ? (whom.towns[0] ?? null) : null;
}

const KINDS: Record<string, Topic["ask"]> = {
  status: "status",
  why: "explain",
  compare: "compare",
  ranking: "ranking",
  figure: "figure",
  stages: "stages",
  phased_goals: "stages",
  sought: "sought",
};
/** The kinds of card a follow-up can refer to. */
export const TOPIC_CARDS = Object.keys(KINDS);

/**
 * A topic as the subject of the card that answers it: `2026Q2/qikou+xinyi/invested`, or `2026Q4/qikou/invested/2026Q2`
 * after a quarter; a past day stands in its place; parts not said are empty.
 */
export function topicSubject({ whom, figure, sought, period, day, after }: Omit<Topic, "ask">): string {
  const what = sought ? soughtKey(sought) : figure ? figureKey(figure) : "";
  return [day ?? period ?? "", whomKey(whom), what, ...(after ? [after] : [])].join("/");
}

/** Reads the topic of a card sent; null for a card of another kind, or of a programme that is no longer. */
export function readTopic(kind: string, subject: string, programme: Programme): Topic | null {
  const ask = KINDS[kind];
  if (!ask) return null;
  const [quarter = "", of = "", named = "", since = ""] = subject.split("/");
  const period = parsePeriod(/\d{4}Q[1-4]/.exec(quarter)?.[0] ?? "");
  const [day] = /^\d{4}-\d\d-\d\d$/.exec(quarter) ?? [];
  const after = parsePeriod(since);
  const whom = readWhom(of, programme);
  const sought = ask === "sought" ? readSought(named) : null;
  const figure = sought ? null : readFigure(named, programme);
  if (!whom || (ask === "figure" && !figure) || (ask === "sought" && !sought)) return null;
  return {
    ask,
    whom,
    ...(figure ? { figure } : {}),
    ...(sought ? { sought } : {}),
    ...(period ? { period } : {}),
    ...(day ? { day } : {}),
    ...(after ? { after } : {}),
  };
}

function whomKey(whom: Whom): string {
  if (whom === "all") return "";
  if ("towns" in whom) return whom.towns.map(({ slug }) => slug).join("+");
  return "group" in whom ? `group:${whom.group}` : `phase:${whom.phase}`;
}

function readWhom(text: string, programme: Programme): Whom | null {
  if (text === "") return "all";
  const [kind, id] = text.split(":");
  if (kind === "group" && id) return { group: id };
  if (kind === "phase" && id) return { phase: Number(id) };
  const towns = text.split("+").map((slug) => townBySlug(programme, slug));
  return towns.every((town) => town !== undefined) ? { towns } : null;
}
