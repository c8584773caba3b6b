import { namedIn } from "../places/place-names.ts";
import type { Heard } from "./heard.ts";
import type { Intent } from "./intent.ts";
import { spanIn } from "./span.ts";

// Questions about inspections (督查) and what they found to be mended (整改).

const VISITS = /督查|[查检]出|\binspections?\b/;
const MENDING = /整改|回头看|\bmending\b|\bto be mended\b|\brectif/;

/** The last one, or what it found. */
const LAST = /上[一]?[次回]|最近|刚才|\blast\b|\blatest\b|\bdid\b/;
const THE_LAST = /上[一]?[次回]|最近[一]?次|\blast\b|\blatest\b/;
/** Still to come. */
const COMING = /下[一]?[次回]|安排|[会要]来|来.{0,4}吗|什么时候|啥时|几号|哪天|\bnext\b|\bwhen\b/;

/** The sum of several. */
const AS_A_WHOLE = /情况|怎么样|如何|几[个次]|多少|总|问题|发现|改|\bfind|\bfound\b|\bhow\b/;

/** Of all of them: 去过哪些镇, 今年几次, 谁去. */
const SO_FAR = /过|今年|几次|谁|重点|要?看(?:什么|啥|我们|哪)|\bso far\b|\bthis year\b/;

/** A quarter's inspections; the last one, of a town if it is named. */
export function aboutVisits({ text, when, action, places, context }: Heard): Intent | null {
  if (action !== null || !VISITS.test(text) || MENDING.test(text) || places.ask.length > 0) return null;
  const on = context.day === undefined ? null : spanIn(text, context.day);
  const coming = COMING.test(text) && !THE_LAST.test(text);
  const [town, more] = coming ? [] : namedIn(places);
  const hasThem = context.records?.some(({ definition }) => definition.id === "visit");
  // A month's inspections as such are those of its quarter; one of them is asked for by its month or day.
  const one = on !== null && (on.from === on.to || !AS_A_WHOLE.test(text));
  const soFar =
    SO_FAR.test(text) &&
    (when.period === undefined || /谁|who/.test(text)) &&
    (namedIn(places).length === 0 || /重点|看/.test(text));
  if (hasThem && (one || soFar))
    return {
      kind: "sought",
      sought: { of: ["visit", "visit_notice"], word: "", is: "any" },
      towns: namedIn(places),
      ...(one ? { on } : {}),
    };
  const last = LAST.test(text) && !coming;
  return {
    kind: "visits",
    ...(last ? { last: true as const } : {}),
    ...(town && !more ? { town } : {}),
    ...when,
  };
}

/** What is being mended, in a town if one is named. */
export function aboutMending({ text, places, past, action }: Heard): Intent | null {
  if (action !== null || past !== null || !MENDING.test(text) || places.ask.length > 0) return null;
  const [town, ...more] = namedIn(places);
  return { kind: "mending", ...(town && more.length === 0 ? { town } : {}) };
}
