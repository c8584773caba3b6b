import { parsePeriod } from "../calendar/period.ts";
import { type Programme, type Town, townBySlug } from "../programme/programme.ts";
import type { How, Whom } from "./asked-figure.ts";
import { figureKey, findFigure, readFigure, withoutFigure } from "./figures.ts";
import type { Heard } from "./heard.ts";
import type { Intent, Topic, When } from "./intent.ts";
import { asksWhy, leftOf, unexplained, whichPlaces } from "./intent-words.ts";

// A follow-up says anew only what changes (那投资呢, 信义呢, 一季度, 为什么, 谁最高); the rest is as in the answer before.

/** Marks that more is meant than the name said: 信义呢, and Xinyi?, what about Xinyi. */
const MORE = /呢|^那|^和|^还有|^and\b|\b(?:what|how) about\b/;
const WHO = /谁|哪[个家]|\b(?:who|which)\b/;
const VALUE: How = { kind: "value" };

/** The question completed from the answer before; null where the text stands on its own. */
export function followUp({ text, rest, places, when, programme, context }: Heard): Intent | null {
  const { before } = context;
  if (!before || places.ask.length > 0) return null;
  if (unexplained(withoutFigure(rest.replace(WHO, " "), programme)) !== "") return null;
  const then: When = { ...(before.period ? { period: before.period } : {}), ...when };
  const named = places.towns;
  if (asksWhy(rest)) return named.length === 0 ? why(before, then) : null;
  const ends = WHO.test(rest) ? whichPlaces(rest) : null;
  if (ends && named.length === 0 && !findFigure(rest, programme))
    return before.figure
      ? { kind: "figure", figure: before.figure, whom: "all", how: { kind: "ends", ...ends }, ...then }
      : null;
  const figure = findFigure(rest, programme);
  if (figure && named.length === 0 && whichPlaces(rest) === null && !WHO.test(rest))
    return before.whom === "all" ? null : { kind: "figure", figure, whom: before.whom, how: VALUE, ...then };
  if (figure || leftOf(rest) !== "") return null;
  if (named.length > 0) return MORE.test(text) ? same({ ...before, whom: { towns: named } }, then) : null;
  return when.period ? same(before, then) : null;
}

function why({ whom }: Topic, when: When): Intent | null {
  const town = onlyTown(whom);
  return town ? { kind: "explain", town, ...when } : null;
}

/** The question asked before, of other towns or of another quarter. */
function same({ ask, whom, figure }: Topic, when: When): Intent | null {
  const town = onlyTown(whom);
  if (figure) return { kind: "figure", figure, whom, how: VALUE, ...when };
  if (ask === "ranking") return { kind: "ranking", ...when };
  if (ask === "explain" && town) return { kind: "explain", town, ...when };
  if (town) return { kind: "status", town, ...when };
  return whom !== "all" && "towns" in whom ? { kind: "compare", towns: whom.towns, ...when } : null;
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
};
/** The kinds of card a follow-up can refer to. */
export const TOPIC_CARDS = Object.keys(KINDS);

/** A topic as the subject of the card that answers it: `2026Q2/qikou+xinyi/invested`; parts not said are empty. */
export function topicSubject({ whom, figure, period }: Omit<Topic, "ask">): string {
  return [period ?? "", whomKey(whom), figure ? figureKey(figure) : ""].join("/");
}

/** Reads the topic of a card sent; null for a card of another kind, or of a programme that is no longer. */
export function readTopic(kind: string, subject: string, programme: Programme): Topic | null {
  const ask = KINDS[kind];
  if (!ask) return null;
  const [quarter = "", of = "", named = ""] = subject.split("/");
  const period = parsePeriod(/\d{4}Q[1-4]/.exec(quarter)?.[0] ?? "");
  const whom = readWhom(of, programme);
  const figure = readFigure(named, programme);
  if (!whom || (ask === "figure" && !figure)) return null;
  return { ask, whom, ...(figure ? { figure } : {}), ...(period ? { period } : {}) };
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
