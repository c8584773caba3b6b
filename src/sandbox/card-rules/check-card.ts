import type { CardSwitches } from "./card-switches.ts";
import { checkCounts, checkSize } from "./limits.ts";
import { platformError } from "./platform-error.ts";
import type { CardProblem } from "./problem.ts";
import { type CardReading, readingOf } from "./reading.ts";
import { type CardMode, evidenceFor, type RuleName } from "./rule-book.ts";
import { accept, checkObject } from "./shape.ts";
import { buttonSpecs } from "./spec-buttons.ts";
import { chartSpec } from "./spec-chart.ts";
import { containerSpecs } from "./spec-containers.ts";
import { checkForwarding, displaySpecs } from "./spec-display.ts";
import { inputSpecs } from "./spec-inputs.ts";
import { root } from "./spec-root.ts";
import { tableSpec } from "./spec-table.ts";
import { rootOfVersion1, version1Components } from "./spec-version-1.ts";
import { taggedObjects } from "./tagged.ts";
import {
  type ComponentSpec,
  isObject,
  type JsonObject,
  type KnownResources,
  type Scope,
  type Where,
} from "./where.ts";

export { type CardMode, type CardProblem, type CardSwitches, type KnownResources, platformError };

/** How cards are judged: a mode, and single switches that override it. */
export type CardBelief = CardSwitches & { mode?: CardMode };

/** The verdict on one card. `ignored`: root properties that JSON 1.0 ignores. */
export type CardVerdict = { version: 1 | 2; problems: CardProblem[]; ignored: string[] };

const specs = [...displaySpecs, tableSpec, chartSpec, ...containerSpecs, ...buttonSpecs, ...inputSpecs];
/** Adds `tag` to each component's properties, and `fallback`, which one of the platform's demos has. */
const withTags = (all: readonly ComponentSpec[]) =>
  new Map(
    all.map((spec) => [
      spec.tag,
      { ...spec, tags: [spec.tag], unlisted: { fallback: accept, ...spec.unlisted } },
    ]),
  );
const components = { 1: withTags(version1Components(specs)), 2: withTags(specs) };
const roots = { 1: rootOfVersion1, 2: root };

/**
 * The problems the platform refuses a card for, in reading order; the platform itself reports only the first.
 * The default mode is "observed". An empty list means accepted. Never throws.
 */
export function checkCard(card: unknown, belief: CardBelief = {}, known: KnownResources = {}): CardProblem[] {
  return judgeCard(card, belief, known).problems;
}

/**
 * The complete verdict on a card of JSON 1.0 or 2.0 (feishu-contract 3 and 11). A card over the size limit is
 * not examined further; the blank `{}` is accepted. `known` looks up images and people where possible. Never
 * throws.
 */
export function judgeCard(card: unknown, belief: CardBelief = {}, known: KnownResources = {}): CardVerdict {
  const json = asJson(card);
  return json.problem === undefined
    ? judgeText(json.text, json.card, belief, known)
    : unreadable(json.problem);
}

/** The verdict on a card parsed from this JSON text; the size limit applies to the text's bytes. */
export function judgeText(
  text: string,
  card: unknown,
  belief: CardBelief = {},
  known: KnownResources = {},
): CardVerdict {
  const { mode = "observed", ...switches } = belief;
  if (!isObject(card)) return unreadable("emulated: a card must be a JSON object");
  const version = card.schema === "2.0" ? 2 : 1;
  if (Object.keys(card).length === 0) return { version, problems: [], ignored: [] };
  const reading = readingOf(mode, version, switches);
  const tooLong = checkSize(text, reading);
  if (tooLong) return { version, problems: [tooLong], ignored: [] };
  const scope = newScope(card, reading, known);
  const at: Where = { scope, path: "ROOT", inForm: false, depth: 0, within: "body" };
  checkObject(card, roots[version], at);
  const hasAudio = taggedObjects(card).some(({ tag }) => tag === "audio");
  checkForwarding(card.config, at, hasAudio);
  checkCounts(card, at);
  return { version, problems: scope.problems, ignored: scope.ignored };
}

type ReadCard = { card: unknown; text: string; problem?: undefined } | { problem: string };

/** The card as JSON text, and parsed again; refuses functions and cycles, which JSON cannot express. */
function asJson(card: unknown): ReadCard {
  let lost: string | undefined;
  try {
    const text = JSON.stringify(card, (key, value: unknown) => {
      if (typeof value === "function" || typeof value === "symbol") lost ??= key;
      return value;
    });
    if (lost !== undefined) return { problem: `emulated: ${lost} is a function, which JSON does not have` };
    return text === undefined
      ? { problem: "emulated: a card must be a JSON object" }
      : { card: JSON.parse(text), text };
  } catch {
    return { problem: "emulated: the card is not JSON" };
  }
}

function unreadable(message: string): CardVerdict {
  const rule: RuleName = "json";
  return {
    version: 1,
    problems: [{ code: evidenceFor(rule).code, path: "ROOT", message, rule }],
    ignored: [],
  };
}

function newScope(card: JsonObject, reading: CardReading, known: KnownResources): Scope {
  const style = isObject(card.config) && isObject(card.config.style) ? card.config.style : {};
  return {
    problems: [],
    ignored: [],
    reading,
    known,
    components: components[reading.version],
    colours: new Set(isObject(style.color) ? Object.keys(style.color) : []),
    names: new Map(),
    elementIds: new Map(),
    audioIds: new Map(),
  };
}
