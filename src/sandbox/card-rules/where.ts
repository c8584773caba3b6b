import type { CardProblem } from "./problem.ts";
import type { CardReading } from "./reading.ts";
import { evidenceFor, type RuleName } from "./rule-book.ts";

export type JsonObject = { readonly [key: string]: unknown };

/** What only the platform knows. Without a lookup, keys and ids are checked by their form alone. */
export type KnownResources = {
  /** An image the app uploaded. */
  image?: (key: string) => boolean;
  /** A person's open_id, union_id or user_id. */
  user?: (id: string) => boolean;
};

export type Fields = Readonly<Record<string, Rule>>;

/** An object of the card: its properties, nothing else is accepted. */
export type Shape = {
  /** Values `tag` may have; with them the object also takes an `element_id`. */
  tags?: readonly string[];
  fields: Fields;
  needs?: readonly string[];
  /** See the rule `unlisted-properties`. */
  unlisted?: Fields;
  /** What one property alone cannot say. */
  also?: (object: JsonObject, at: Where) => void;
};

/** A component of `elements`: its own properties and where it may stand. */
export type ComponentSpec = Shape & {
  tag: string;
  /** The only places for it; without the list it stands anywhere. */
  only?: readonly ("body" | "form" | "column_set")[];
  /** Counts as a level of nesting. */
  container?: boolean;
  /** In a form it needs a name, which names its value on submit. */
  named?: boolean;
};

/** One run over one card. */
export type Scope = {
  problems: CardProblem[];
  reading: CardReading;
  /** Properties at the root of a card of JSON 1.0 that it ignores, such as the `body` of 2.0. */
  ignored: string[];
  known: KnownResources;
  components: ReadonlyMap<string, ComponentSpec>;
  /** Colour names defined in `config.style.color`. */
  colours: ReadonlySet<string>;
  /** Where each `name`, `element_id` and `audio_id` was first seen. */
  names: Map<string, string>;
  elementIds: Map<string, string>;
  audioIds: Map<string, string>;
};

/** An object of the card. */
export type Where = {
  scope: Scope;
  path: string;
  inForm: boolean;
  /** Containers around and including this object. */
  depth: number;
  /** Tag of the component whose list this object is in, or `body`. */
  within: string;
};

/** Checks one property of the object at `at`. */
export type Rule = (value: unknown, property: string, at: Where) => void;

/** Plain objects of JSON, not lists. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** What is under a property or list index, in the platform's path style; components and texts show their tag. */
export function step(at: Where, property: string, tagged?: JsonObject): Where {
  const tag = typeof tagged?.tag === "string" ? `(tag: ${tagged.tag})` : "";
  return { ...at, path: `${at.path} -> ${property}${tag}` };
}

/** Notes a problem of the object at `at`, unless the rule is lifted in this reading. */
export function refuse(at: Where, rule: RuleName, message: string): void {
  if (at.scope.reading.lifted.has(rule)) return;
  at.scope.problems.push({ code: evidenceFor(rule).code, path: at.path, message, rule });
}

/** Notes a problem whose wording on the platform is not known. */
export function refuseEmulated(at: Where, rule: RuleName, message: string): void {
  refuse(at, rule, `emulated: ${message}`);
}

/** The platform's text for a wrong type, which prints values as Go does. */
export function refuseType(
  at: Where,
  expected: string,
  property: string,
  value: unknown,
  rule: RuleName = "wrong-type",
): void {
  refuse(at, rule, `expected ${expected} for ${property}, but: ${goValue(value)}`);
}

function goValue(value: unknown, levels = 4): string {
  if (value === null || value === undefined) return "<nil>";
  if (levels === 0) return "...";
  if (Array.isArray(value)) return `[${value.map((item) => goValue(item, levels - 1)).join(" ")}]`;
  if (!isObject(value)) return String(value);
  const keys = Object.keys(value).sort();
  return `map[${keys.map((key) => `${key}:${goValue(value[key], levels - 1)}`).join(" ")}]`;
}
