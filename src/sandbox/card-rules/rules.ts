import { isObject, type Rule, refuseEmulated, refuseType, step } from "./where.ts";

/** A string of at most `max` characters. */
export function text(limits: { min?: number; max?: number } = {}): Rule {
  return (value, property, at) => {
    if (typeof value !== "string") return refuseType(at, "string", property, value);
    const { min = 0, max = Number.POSITIVE_INFINITY } = limits;
    // A character is one or two units: most texts need no counting.
    if (value.length >= 2 * min && value.length <= max) return;
    const length = [...value].length;
    if (length < min) refuseEmulated(at, "value", `${property} can not be empty string`);
    if (length > max) {
      refuseEmulated(at, "value", `${property} exceeds ${max} characters, but: ${length}`);
    }
  };
}

/** A boolean. */
export const flag: Rule = (value, property, at) => {
  if (typeof value !== "boolean") refuseType(at, "bool", property, value);
};

/** An integer within a range, both ends included. */
export function whole(min: number, max: number): Rule {
  return (value, property, at) => {
    if (typeof value !== "number") return refuseType(at, "number", property, value);
    if (!Number.isInteger(value) || value < min || value > max) {
      refuseEmulated(at, "value", `${property} must be an integer of ${range(min, max)}, but: ${value}`);
    }
  };
}

/** A number within a range, both ends included. */
export function number(min: number, max: number): Rule {
  return (value, property, at) => {
    if (typeof value !== "number") return refuseType(at, "number", property, value);
    if (value < min || value > max) {
      refuseEmulated(at, "value", `${property} must be within ${range(min, max)}, but: ${value}`);
    }
  };
}

function range(min: number, max: number): string {
  return max === Number.POSITIVE_INFINITY ? `[${min},∞)` : `[${min},${max}]`;
}

/** One of the given strings or numbers. */
export function oneOf(...values: readonly (string | number)[]): Rule {
  const type = typeof values[0];
  return (value, property, at) => {
    if (typeof value !== type) return refuseType(at, type, property, value);
    if (!values.some((allowed) => allowed === value)) {
      refuseEmulated(at, "value", `${property} must be one of: ${values.join(", ")}, but: ${value}`);
    }
  };
}

/** A string that `accepts` returns true for; `form` describes it in the error. */
export function matching(accepts: (value: string) => boolean, form: string): Rule {
  return (value, property, at) => {
    if (typeof value !== "string") return refuseType(at, "string", property, value);
    if (!accepts(value)) {
      refuseEmulated(at, "value", `${property} must be ${form}, but: ${value}`);
    }
  };
}

/** A list whose every item satisfies a rule. */
export function listOf(rule: Rule, limits: { min?: number; max?: number } = {}): Rule {
  return (value, property, at) => {
    if (!Array.isArray(value)) return refuseType(at, "array", property, value);
    const { min = 0, max = Number.POSITIVE_INFINITY } = limits;
    if (value.length < min || value.length > max) {
      refuseEmulated(at, "value", `${property} must have ${range(min, max)} items, but: ${value.length}`);
    }
    const inside = step(at, property);
    for (const [index, item] of value.entries()) rule(item, `[${index}]`, inside);
  };
}

/** An object with arbitrary keys whose values satisfy a rule, such as custom text sizes. */
export function namedBy(rule: Rule): Rule {
  return (value, property, at) => {
    if (!isObject(value)) return refuseType(at, "object", property, value);
    const inside = step(at, property);
    for (const [name, item] of Object.entries(value)) rule(item, name, inside);
  };
}

/** The data sent back on a press: an object, or a string (older form). */
export const callbackValue: Rule = (value, property, at) => {
  if (!isObject(value) && typeof value !== "string") refuseType(at, "object", property, value);
};

/** An object with arbitrary content. */
export const anyObject: Rule = (value, property, at) => {
  if (!isObject(value)) refuseType(at, "object", property, value);
};
