import type { CardProblem } from "./problem.ts";
import type { CardReading } from "./reading.ts";
import { evidenceFor, type RuleName } from "./rule-book.ts";

export type JsonObject = { readonly [key: string]: unknown };

/** Lookups in the tenant's data. Without one, keys and ids are checked by form only. */
export type KnownResources = {
  /** Whether the app uploaded this image. */
  image?: (key: string) => boolean;
  /** Whether an open_id, union_id or user_id belongs to someone. */
  user?: (id: string) => boolean;
};

export type Fields = Readonly<Record<string, Rule>>;

/** An object's properties; others are refused. */
export type Shape = {
  /** Allowed values of `tag`; an object with a tag may also have an `element_id`. */
  tags?: readonly string[];
  fields: Fields;
  needs?: readonly string[];
  /** See the rule `unlisted-properties`. */
  unlisted?: Fields;
  /** Checks that concern several properties together. */
  also?: (object: JsonObject, at: Where) => void;
};

/** A component of `elements`: its properties and where it is allowed. */
export type ComponentSpec = Shape & {
  tag: string;
  /** The only allowed places; absent means anywhere. */
  only?: readonly ("body" | "form" | "column_set")[];
  /** Counts as a nesting level. */
  container?: boolean;
  /** Inside a form it must have a name, under which its value is submitted. */
  named?: boolean;
};

/** The state of checking one card. */
export type Scope = {
  problems: CardProblem[];
  reading: CardReading;
  /** Properties at the root of a JSON 1.0 card that are ignored, such as the `body` of 2.0. */
  ignored: string[];
  known: KnownResources;
  components: ReadonlyMap<string, ComponentSpec>;
  /** Colour names defined in `config.style.color`. */
  colours: ReadonlySet<string>;
  /** The path at which each `name`, `element_id` and `audio_id` was first seen. */
  names: Map<string, string>;
  elementIds: Map<string, string>;
  audioIds: Map<string, string>;
};

/** An object of the card and its position. */
export type Where = {
  scope: Scope;
  path: string;
  inForm: boolean;
  /** Number of containers around this object, itself included. */
  depth: number;
  /** Tag of the component whose list contains this object, or `body`. */
  within: string;
};

/** Checks one property of the object at `at`. */
export type Rule = (value: unknown, property: string, at: Where) => void;

/** Whether a JSON value is an object and not an array. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * The position of a property or list item, in the platform's path notation; components and texts include
 * their tag.
 */
export function step(at: Where, property: string, tagged?: JsonObject): Where {
  const tag = typeof tagged?.tag === "string" ? `(tag: ${tagged.tag})` : "";
  return { ...at, path: `${at.path} -> ${property}${tag}` };
}

/** Records a problem at `at`, unless the rule is disabled in this reading. */
export function refuse(at: Where, rule: RuleName, message: string): void {
  if (at.scope.reading.lifted.has(rule)) return;
  at.scope.problems.push({ code: evidenceFor(rule).code, path: at.path, message, rule });
}

/** Records a problem for which the platform's text is unknown. */
export function refuseEmulated(at: Where, rule: RuleName, message: string): void {
  refuse(at, rule, `emulated: ${message}`);
}

/** Records a wrong type in the platform's words, which print values as Go does. */
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
