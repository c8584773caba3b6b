import { type PeriodId, yearOf } from "../calendar/period.ts";
import { findPlaces, type Places, soundAlikes } from "../places/place-names.ts";
import type { Programme, Town } from "../programme/programme.ts";
import { foldText } from "../reading/fold-text.ts";
import { readStatement } from "../report/statement.ts";
import { type Aim, type Aiming, readAim } from "./aim.ts";
import { type AskedFigure, askedFigure } from "./asked-figure.ts";
import {
  asksAwards,
  asksDeadline,
  asksForm,
  asksHelp,
  asksMissing,
  asksPeople,
  asksPlan,
  asksRanking,
  asksStatus,
  asksTasks,
  asksUrgent,
  asksWhy,
  asksYear,
  comparesWith,
  otherTopic,
  type RankingPart,
  speaksOfOwnTown,
  type TaskList,
  unexplained,
  whichPlaces,
} from "./intent-words.ts";
import { findPeriod } from "./period-words.ts";
import { suggest } from "./suggestions.ts";

// Turns a message into an intent. Nothing is guessed: an ambiguous town is asked back, and a text that is not
// understood gets suggestions of questions that are.

type When = { period?: PeriodId };
export type Intent =
  | ({ kind: "status"; town: Town } & When)
  | ({ kind: "ranking"; which?: RankingPart } & When)
  /** Annual scores of towns and counties. */
  | { kind: "annual"; year?: number }
  /** The year's plan, of one town or of all. */
  | { kind: "plan"; year?: number; town?: Town }
  /** How an award is split by a quarter's result. */
  | ({ kind: "awards" } & When)
  | { kind: "missing" }
  /** Tasks by light; of one town, if named. */
  | { kind: "tasks"; scope: TaskList; town?: Town }
  /** When a quarter's reports are due. */
  | ({ kind: "deadline" } & When)
  /** Who holds the posts of a town and its county. */
  | { kind: "people"; towns: Town[] }
  | { kind: "my_form" }
  | { kind: "help" }
  /** An urgent message to these towns, or to towns still to be chosen. */
  | { kind: "urgent"; towns: Town[] }
  | ({ kind: "explain"; town?: Town } & When)
  /** A figure of one or several towns. */
  | ({ kind: "figure" } & AskedFigure & When)
  /** Compares the first town with the second; one town alone when the other is not named. */
  | ({ kind: "compare"; towns: Town[] } & When)
  /** What a town needs to reach a place or another town; without `town` it was not said for whom. */
  | ({ kind: "what_if"; town?: Town; aim: Aim } & When)
  | ({ kind: "which" } & Doubt & When)
  | { kind: "unknown"; suggestions: string[] };
/** Which of these towns is meant, and what was asked; `town`: the one already known. */
export type Doubt = { options: Town[] } & (
  | { about: "status" | "explain" }
  | { about: "compare"; town?: Town }
  /** Which town wants to reach the target. */
  | { about: "what_if"; aim: Aim }
  /** Which town is the target. */
  | { about: "catch_up"; town?: Town }
);
/**
 * `period`: the quarter being reported, for 上季度 and the like; `today`: the quarter of the present day, if it is another.
 * `own`: the asker's town, for 我们镇.
 */
export type AskContext = { period: PeriodId; today?: PeriodId; own?: Town };

const LONGEST = 500;
/** Towns whose posts are listed in one answer; with more, one is asked back. */
const MOST_OFFICES = 4;
/** A quarter's score is no annual one: 去年四季度得分. */
const QUARTER = /季|\bq[1-4]\b|quarter/;

/** Reads one message in Chinese or English. Pure: the same text and context give the same intent. */
export function understand(text: string, programme: Programme, context: AskContext): Intent {
  const folded = foldText(text.slice(0, LONGEST)).replace(/\s+/g, " ").trim();
  const named = findPeriod(folded, context.period, context.today);
  const when: When = named ? { period: named.period } : {};
  const places = ownTown(findPlaces(named?.rest ?? folded, programme), context);
  const english = !/[\u3400-\u9fff]/.test(folded) && /[a-z]/.test(folded);
  if (asksAwards(folded)) return { kind: "awards", ...when };
  if (asksYear(folded) && !QUARTER.test(folded)) return { kind: "annual", ...yearNamed(folded, context) };
  if (asksPlan(folded)) return aboutPlan(folded, places, context);
  if (asksUrgent(folded)) return { kind: "urgent", towns: mentioned(places) };
  if (asksDeadline(folded)) return { kind: "deadline", ...when };
  if (asksPeople(folded) && mentioned(places).length > 0)
    return places.ask.length > MOST_OFFICES
      ? { kind: "which", options: places.ask, about: "status", ...when }
      : { kind: "people", towns: mentioned(places) };
  const topic = otherTopic(folded);
  // "和上季度比" compares with a quarter, not with a town.
  const againstTime = named !== null && comparesWith(named.rest);
  const figure =
    topic === null &&
    places.ask.length === 0 &&
    !asksWhy(folded) &&
    askedFigure(named?.rest ?? folded, places, programme);
  const ofSeveral = figure && places.towns.length > 1;
  if (topic === null || topic === "what_if") {
    const relative =
      aboutAim(named?.rest ?? folded, programme, context, when) ??
      (againstTime || ofSeveral ? null : aboutDifference(places, context, when));
    if (relative) return relative;
  }
  const [alone, another] = places.towns;
  if (againstTime && alone && !another && yearOf(named.period) !== yearOf(context.period))
    return { kind: "status", town: alone, ...when };
  const scope = topic === null ? asksTasks(folded) : null;
  const [townOfTasks] = places.towns;
  if (scope) return { kind: "tasks", scope, ...(townOfTasks ? { town: townOfTasks } : {}) };
  if (topic)
    return { kind: "unknown", suggestions: suggest({ ...when, towns: mentioned(places), topic, english }) };
  if (asksForm(folded)) return { kind: "my_form" };
  if (figure && !asksPlainRanking(figure)) return { kind: "figure", ...figure, ...when };
  return (
    aboutTowns(places, when) ??
    aboutAll(places.rest, folded, when) ??
    aboutSoundAlikes(places.rest, programme, when) ?? {
      kind: "unknown",
      suggestions: suggest({
        ...when,
        towns: mentioned(places),
        english,
        figures: hasFigures(text, programme),
      }),
    }
  );
}

/** Ends of the ranking are shown as such, with everything a ranking says. */
function asksPlainRanking({ figure, whom, how }: AskedFigure): boolean {
  return whom === "all" && (figure.kind === "score" || figure.kind === "place") && how.kind === "ends";
}

/** The what-if intent: for the named town, else for the asker's own. */
function aboutAim(text: string, programme: Programme, { own }: AskContext, when: When): Intent | null {
  const aiming = readAim(text, programme);
  if (!aiming) return null;
  const { subject } = aiming;
  const town = subject.towns[0] ?? own;
  if (aiming.kind === "catch_up") return aboutCatchingUp(aiming, town, when);
  const { aim } = aiming;
  if (subject.ask.length > 0) return { kind: "which", options: subject.ask, about: "what_if", aim, ...when };
  return { kind: "what_if", ...(town ? { town } : {}), aim, ...when };
}

function aboutCatchingUp(
  { target, subject }: Extract<Aiming, { kind: "catch_up" }>,
  town: Town | undefined,
  when: When,
): Intent | null {
  const [goal] = target.towns;
  const known = town ? { town } : {};
  if (!goal) return { kind: "which", options: target.ask, about: "catch_up", ...known, ...when };
  const aim = { town: goal };
  if (subject.ask.length > 0) return { kind: "which", options: subject.ask, about: "what_if", aim, ...when };
  return town === goal ? null : { kind: "what_if", ...known, aim, ...when };
}

/** "和信义比差在哪": two named towns, or the asker's own and a named one. */
function aboutDifference({ towns, ask, rest }: Places, { own }: AskContext, when: When): Intent | null {
  const [town, second] = towns;
  if (!comparesWith(rest)) return null;
  if (second) return { kind: "compare", towns, ...when };
  const known = own ? { town: own } : {};
  if (!town && ask.length > 0) return { kind: "which", options: ask, about: "compare", ...known, ...when };
  return town && town !== own ? { kind: "compare", towns: own ? [own, town] : [town], ...when } : null;
}

/** An intent about named towns; null when none is named or the name may be an ordinary word of the sentence. */
function aboutTowns(places: Places, when: When): Intent | null {
  const { towns, ask, rest } = places;
  const [town, second] = towns;
  const left = unexplained(rest);
  const asks = asksWhy(rest) || asksStatus(rest) || asksMissing(rest) || asksRanking(rest) || left === "";
  if (!asks && towns.length < 2) return null;
  const about = asksWhy(rest)
    ? "explain"
    : ask.length > 1 && /比|vs|compare/.test(rest)
      ? "compare"
      : "status";
  if (ask.length > 0) return { kind: "which", options: ask, about, ...when };
  if (!town) return null;
  if (second) return { kind: "compare", towns, ...when };
  return { kind: about === "explain" ? "explain" : "status", town, ...when };
}

/** An intent about the whole programme. */
function aboutAll(rest: string, folded: string, when: When): Intent | null {
  if (asksMissing(rest)) return { kind: "missing" };
  if (asksWhy(rest)) return unexplained(rest) === "" ? { kind: "explain", ...when } : null;
  if (asksRanking(rest)) {
    const which = whichPlaces(rest);
    return { kind: "ranking", ...(which ? { which } : {}), ...when };
  }
  return asksHelp(folded) ? { kind: "help" } : null;
}

/** The last resort: a town whose name sounds similar. */
function aboutSoundAlikes(rest: string, programme: Programme, when: When): Intent | null {
  const options = soundAlikes(unexplained(rest), programme);
  if (options.length === 0) return null;
  return { kind: "which", options, about: asksWhy(rest) ? "explain" : "status", ...when };
}

function aboutPlan(text: string, { towns: [town] }: Places, context: AskContext): Intent {
  return { kind: "plan", ...yearNamed(text, context), ...(town ? { town } : {}) };
}

/** `2026年`, 今年, 去年, 明年; empty when no year is named. */
function yearNamed(text: string, { period }: AskContext): { year?: number } {
  const named = /(20\d\d)(?!\d)/.exec(text)?.[1];
  if (named) return { year: Number(named) };
  if (/今年|this year/.test(text)) return { year: yearOf(period) };
  if (/明年|下一?年度|next year/.test(text)) return { year: yearOf(period) + 1 };
  return /去年|上年|last year/.test(text) ? { year: yearOf(period) - 1 } : {};
}

function ownTown(places: Places, { own }: AskContext): Places {
  const unnamed = places.towns.length === 0 && places.ask.length === 0;
  return own && unnamed && speaksOfOwnTown(places.rest) ? { ...places, towns: [own] } : places;
}

function mentioned({ towns, ask }: Places): Town[] {
  return [...towns, ...ask];
}

function hasFigures(text: string, programme: Programme): boolean {
  const { figures, questions } = readStatement(text.slice(0, LONGEST), programme);
  return figures.length > 0 || questions.some(({ about }) => about !== "amount");
}
