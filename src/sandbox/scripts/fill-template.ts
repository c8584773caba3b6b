import { isRecord } from "../card/is-record.ts";

export type Variables = Record<string, unknown>;

const WHOLE = /^\{\{([^{}]+)\}\}$/;
const PART = /\{\{([^{}]+)\}\}/g;

/**
 * Replaces every `{{path}}` in the value's strings. A string that is exactly one variable becomes the
 * variable's value, of any type; within a longer string it is inserted as text. Paths look like `town.name`
 * and `figures[quarter][town.slug]`. Throws for an unknown path, unless it ends in `?`: then the field is
 * omitted.
 */
export function fillTemplate(value: unknown, variables: Variables): unknown {
  if (typeof value === "string") return fillText(value, variables);
  if (Array.isArray(value)) return value.map((item) => fillTemplate(item, variables));
  if (!isRecord(value)) return value;
  const filled = Object.entries(value).map(([key, item]): [string, unknown] => [
    String(fillText(key, variables)),
    fillTemplate(item, variables),
  ]);
  return Object.fromEntries(filled.filter(([, item]) => item !== undefined));
}

function fillText(text: string, variables: Variables): unknown {
  const [, only] = text.match(WHOLE) ?? [];
  if (only !== undefined) return lookUp(only, variables);
  return text.replace(PART, (_whole, path: string) => String(lookUp(path, variables) ?? ""));
}

function lookUp(given: string, variables: Variables): unknown {
  const path = given.trim();
  const mayMiss = path.endsWith("?");
  const found = follow(mayMiss ? path.slice(0, -1) : path, variables);
  if (found === undefined && !mayMiss) throw new Error(`there is no {{${path}}}`);
  return found;
}

// One segment at a time: a name after a dot, or a nested path in brackets.
function follow(path: string, variables: Variables): unknown {
  let here: unknown = variables;
  let rest = path;
  while (rest !== "") {
    const word = rest.match(/^\.?([\p{L}\p{N}_-]+)/u);
    const inner = word === null ? bracketed(rest) : undefined;
    if (word === null && inner === undefined) throw new Error(`{{${path}}} is not a path`);
    const key = word === null ? keyOf(inner ?? "", variables) : (word[1] ?? "");
    rest = rest.slice(word === null ? (inner ?? "").length + 2 : word[0].length);
    here = memberOf(here, key);
  }
  return here;
}

// In brackets a number is used directly; anything else is a variable that contains the key.
function keyOf(inner: string, variables: Variables): string {
  return /^\d+$/.test(inner) ? inner : String(follow(inner, variables));
}

function bracketed(text: string): string | undefined {
  if (!text.startsWith("[")) return undefined;
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === "[") depth += 1;
    if (text[at] === "]") depth -= 1;
    if (depth === 0) return text.slice(1, at);
  }
  return undefined;
}

function memberOf(value: unknown, key: string): unknown {
  if (Array.isArray(value)) return value[Number(key)];
  return isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}
