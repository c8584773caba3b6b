import { yearOf } from "../calendar/period.ts";
import { type Places, soundAlikes } from "../places/place-names.ts";
import type { Programme, Town } from "../programme/programme.ts";
import { readStatement } from "../report/statement.ts";
import { type Aiming, readAim } from "./aim.ts";
import type { AskedFigure } from "./asked-figure.ts";
import { findFigure } from "./figures.ts";
import { followUp } from "./follow-up.ts";
import { type Heard, hear } from "./heard.ts";
import type { AskContext, Intent, When } from "./intent.ts";
import {
  asksAwards,
  asksDeadline,
  asksForm,
  asksHelp,
  asksMissing,
  asksOverview,
  asksPeople,
  asksPhotos,
  asksPlaceFacts,
  asksPlan,
  asksRanking,
  asksScheme,
  asksStatus,
  asksTasks,
  asksUrgent,
  asksVagueDistance,
  asksWaiting,
  asksWhy,
  asksYear,
  comparesWith,
  unexplained,
  whichPlaces,
} from "./intent-words.ts";
import { suggest } from "./suggestions.ts";

// Turns a message into an intent. Nothing is guessed: an ambiguous town is asked back, and a text that is not
// understood gets suggestions of questions that are.

const LONGEST = 500;
/** Towns whose posts are listed in one answer; with more, one is asked back. */
const MOST_OFFICES = 4;
/** Lights are counted by town; lights without a town or a number are those of tasks. */
const COUNTS = /几[个家]|多少|[镇乡单]|\bhow many\b|\btowns?\b/;
/** A quarter's score is no annual one: 去年四季度得分. */
const QUARTER = /季|\bq[1-4]\b|quarter/;

type Reading = (heard: Heard) => Intent | null;

/**
 * Every kind of question and how it is recognised. The first that reads the text answers it: what names its own subject
 * stands before what any sentence could mean.
 */
const READINGS: readonly Reading[] = [
  ({ text, when }) => (asksAwards(text) ? { kind: "awards", ...when } : null),
  ({ text, context }) =>
    asksYear(text) && !QUARTER.test(text) ? { kind: "annual", ...yearNamed(text, context) } : null,
  ({ text, places }) => (asksUrgent(text) ? { kind: "urgent", towns: mentioned(places) } : null),
  ({ text, when, places }) =>
    asksDeadline(text) && places.ask.length === 0 ? { kind: "deadline", ...when } : null,
  aboutPlan,
  aboutPeople,
  followUp,
  ({ text, when, places }) =>
    asksScheme(text) && mentioned(places).length === 0 ? { kind: "scheme", ...when } : null,
  aboutPlace,
  aboutAim,
  aboutDifference,
  againstTime,
  aboutTasks,
  aboutWaiting,
  ({ action, places, when }) => action && { kind: "action", action, towns: mentioned(places), ...when },
  ({ text }) => (asksForm(text) ? { kind: "my_form" } : null),
  ({ figure, when }) => (figure && !asksPlainRanking(figure) ? { kind: "figure", ...figure, ...when } : null),
  aboutTowns,
  aboutAll,
  aboutSoundAlikes,
];

/** Reads one message in Chinese or English. Pure: the same text and context give the same intent. */
export function understand(written: string, programme: Programme, context: AskContext): Intent {
  const heard = hear(written, programme, context);
  for (const reading of READINGS) {
    const intent = reading(heard);
    if (intent) return intent;
  }
  const { when, places, english } = heard;
  const figures = hasFigures(written, programme);
  return { kind: "unknown", suggestions: suggest({ ...when, towns: mentioned(places), english, figures }) };
}

/** Posts of a few towns; of a county's many, one town is asked back. */
function aboutPeople({ text, places, when }: Heard): Intent | null {
  if (!asksPeople(text) || mentioned(places).length === 0) return null;
  return places.ask.length > MOST_OFFICES
    ? { kind: "which", options: places.ask, about: "status", ...when }
    : { kind: "people", towns: mentioned(places) };
}

/** What a town is and what it has sent, apart from its figures. */
function aboutPlace({ text, places, when }: Heard): Intent | null {
  const [town, more] = places.towns;
  if (!town) return null;
  if (asksPlaceFacts(text)) return { kind: "place", towns: places.towns };
  return asksPhotos(text) && !more ? { kind: "photos", town, ...when } : null;
}

/** "和去年比": a quarter of another year has no ranking to be compared with here. */
function againstTime({ said, places, when, context }: Heard): Intent | null {
  const [town, more] = places.towns;
  const { period } = when;
  if (!period || !town || more || !comparesWith(said)) return null;
  return yearOf(period) === yearOf(context.period) ? null : { kind: "status", town, period };
}

function aboutTasks({ text, action, places, figure }: Heard): Intent | null {
  const scope = action === null ? asksTasks(text) : null;
  const [town] = places.towns;
  const ofTowns = figure?.figure.kind === "light" && (town !== undefined || COUNTS.test(text));
  if (!scope || figure?.figure.kind === "pace" || ofTowns) return null;
  return { kind: "tasks", scope, ...(town ? { town } : {}) };
}

/** What waits for somebody; of a named town, where its report stands. */
function aboutWaiting({ text, places, when }: Heard): Intent | null {
  if (!asksWaiting(text) || asksForm(text) || places.ask.length > 0) return null;
  const [town] = places.towns;
  return town ? { kind: "status", town, ...when } : { kind: "waiting" };
}

/** Ends of the ranking are shown as such, with everything a ranking says. */
function asksPlainRanking({ figure, whom, how }: AskedFigure): boolean {
  return whom === "all" && (figure.kind === "score" || figure.kind === "place") && how.kind === "ends";
}

/** The what-if intent: for the named town, else for the asker's own. */
function aboutAim({ said, programme, action, context: { own }, when }: Heard): Intent | null {
  const aiming = action === null ? readAim(said, programme) : null;
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
function aboutDifference({ said, places, action, figure, when, context: { own } }: Heard): Intent | null {
  const { towns, ask, rest } = places;
  const [town, second, third] = towns;
  // "和上季度比" compares with a quarter, not with a town.
  if (action !== null || !comparesWith(rest) || (when.period && comparesWith(said))) return null;
  if (third || (figure && second)) return null;
  if (second) return { kind: "compare", towns, ...when };
  const known = own ? { town: own } : {};
  if (!town && ask.length > 0) return { kind: "which", options: ask, about: "compare", ...known, ...when };
  return town && town !== own ? { kind: "compare", towns: own ? [own, town] : [town], ...when } : null;
}

/** An intent about named towns; null when none is named or the name may be an ordinary word of the sentence. */
function aboutTowns({ said, places, when, programme }: Heard): Intent | null {
  const { towns, ask, rest } = places;
  const [town, second, third] = towns;
  const left = unexplained(rest);
  if (asksVagueDistance(said)) return null;
  const asks = asksWhy(rest) || asksStatus(rest) || asksMissing(rest) || asksRanking(rest) || left === "";
  if (!asks && towns.length < 2) return null;
  const about = asksWhy(rest)
    ? "explain"
    : ask.length > 1 && /比|vs|compare/.test(rest)
      ? "compare"
      : "status";
  if (ask.length > 0) {
    const figure = about === "status" ? findFigure(said, programme) : null;
    return { kind: "which", options: ask, ...(figure ? { about: "figure", figure } : { about }), ...when };
  }
  if (!town) return null;
  if (third)
    return { kind: "figure", figure: { kind: "score" }, whom: { towns }, how: { kind: "value" }, ...when };
  if (second) return { kind: "compare", towns, ...when };
  return { kind: about === "explain" ? "explain" : "status", town, ...when };
}

/** An intent about the whole programme. */
function aboutAll({ rest, text, when, context }: Heard): Intent | null {
  if (asksMissing(rest)) return { kind: "missing" };
  if (asksWhy(rest)) {
    const own = context.own && /分|排|名/.test(rest) ? { town: context.own } : null;
    return own || unexplained(rest) === "" ? { kind: "explain", ...own, ...when } : null;
  }
  if (asksRanking(rest)) {
    const which = whichPlaces(rest);
    return { kind: "ranking", ...(which ? { which } : {}), ...when };
  }
  if (asksOverview(text) && !asksHelp(text)) return overview(when, context);
  return asksHelp(text) ? { kind: "help" } : null;
}

/** The programme as a whole: of the quarter being reported, or as an earlier one was published. */
function overview({ period }: When, context: AskContext): Intent {
  return period === undefined || period === context.period
    ? { kind: "overview" }
    : { kind: "ranking", period };
}

/** The last resort: a town whose name sounds similar. */
function aboutSoundAlikes({ rest, programme, when }: Heard): Intent | null {
  const options = soundAlikes(unexplained(rest), programme);
  if (options.length === 0) return null;
  return { kind: "which", options, about: asksWhy(rest) ? "explain" : "status", ...when };
}

function aboutPlan({ text, places, context }: Heard): Intent | null {
  if (!asksPlan(text)) return null;
  const [town] = places.towns;
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

function mentioned({ towns, ask }: Places): Town[] {
  return [...towns, ...ask];
}

function hasFigures(text: string, programme: Programme): boolean {
  const { figures, questions } = readStatement(text.slice(0, LONGEST), programme);
  return figures.length > 0 || questions.some(({ about }) => about !== "amount");
}
