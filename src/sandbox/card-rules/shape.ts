import { isLocale } from "./locales.ts";
import {
  isObject,
  type JsonObject,
  type Rule,
  refuse,
  refuseEmulated,
  refuseType,
  type Shape,
  step,
  type Where,
} from "./where.ts";

/** Properties that also exist as `i18n_…`, a map of locale to value (feishu-contract 3.1). */
const translated: ReadonlySet<string> = new Set([
  "content",
  "default_value",
  "img_key",
  "text_tag_list",
  "file_key",
]);

const elementIdForm = /^[A-Za-z][A-Za-z0-9_]{0,19}$/;

/** A property that must be an object of the given shape. */
export function shape(spec: Shape): Rule {
  return (value, property, at) => {
    if (!isObject(value)) return refuseType(at, "object", property, value);
    checkObject(value, spec, step(at, property, spec.tags && value));
  };
}

/** Checks an object against its shape. `at` identifies the object itself. */
export function checkObject(object: JsonObject, spec: Shape, at: Where): void {
  if (spec.tags && !spec.tags.some((tag) => tag === object.tag)) {
    refuseEmulated(at, "value", `tag must be one of: ${spec.tags.join(", ")}`);
  }
  for (const property of Object.keys(object)) {
    const rule = ruleFor(property, spec) ?? unlistedRule(property, spec, at);
    if (rule) rule(object[property], property, at);
    else if (at.scope.reading.version === 1) ignore(property, at);
    else refuse(at, "unknown-property", unknownProperty(property, at));
  }
  for (const property of spec.needs ?? []) {
    if (!Object.hasOwn(object, property) && !Object.hasOwn(object, `i18n_${property}`)) {
      refuseEmulated(at, "missing-property", `${property} is required`);
    }
  }
  spec.also?.(object, at);
}

function ruleFor(property: string, spec: Shape): Rule | undefined {
  if (Object.hasOwn(spec.fields, property)) return spec.fields[property];
  if (spec.tags && property === "tag") return accept;
  if (spec.tags && property === "element_id") return elementId;
  const plain = property.replace(/^i18n_/, "");
  if (plain !== property && translated.has(plain) && Object.hasOwn(spec.fields, plain)) {
    const rule = spec.fields[plain];
    return rule && perLocale(rule);
  }
  return undefined;
}

/**
 * The rule for a property missing from the published tables: refused, or checked in the form production cards
 * use.
 */
function unlistedRule(property: string, spec: Shape, at: Where): Rule | undefined {
  if (!spec.unlisted || !Object.hasOwn(spec.unlisted, property)) return undefined;
  if (at.scope.reading.lifted.has("unlisted-properties")) return spec.unlisted[property];
  refuse(at, "unlisted-properties", unknownProperty(property, at));
  return accept;
}

/** JSON 1.0 ignores unknown properties; those at the card's root are reported as ignored. */
function ignore(property: string, at: Where): void {
  if (at.path === "ROOT") at.scope.ignored.push(property);
}

function unknownProperty(property: string, at: Where): string {
  return `unknown property, property: ${property}, path: ${at.path}`;
}

/** Accepts any value: it is checked elsewhere or unrestricted. */
export const accept: Rule = () => {};

function perLocale(rule: Rule): Rule {
  return (value, property, at) => {
    if (!isObject(value)) return refuseType(at, "object", property, value);
    const inside = step(at, property);
    for (const [locale, translation] of Object.entries(value)) {
      if (isLocale(locale)) rule(translation, locale, inside);
      else refuse(inside, "unknown-property", unknownProperty(locale, inside));
    }
  };
}

const elementId: Rule = (value, property, at) => {
  if (typeof value !== "string") return refuseType(at, "string", property, value);
  if (!elementIdForm.test(value)) {
    const form =
      "Only alphabets, numbers, and underscores are allowed. It must start with an alphabet and not exceed 20 characters.";
    return refuse(at, "element-id", `ElementID ${value}: Code 1002: elementID format error. ${form}`);
  }
  if (at.scope.elementIds.has(value)) refuse(at, "element-id", `ElementID ${value}: Code 1001: Duplicate ID`);
  else at.scope.elementIds.set(value, at.path);
};
