import { checkFormMember } from "./form-members.ts";
import type { RuleName } from "./rule-book.ts";
import { listOf } from "./rules.ts";
import { checkObject } from "./shape.ts";
import {
  type ComponentSpec,
  isObject,
  type JsonObject,
  type Rule,
  refuse,
  refuseEmulated,
  refuseType,
  step,
  type Where,
} from "./where.ts";

const maxDepth = 5;

/** A list of components: of any kind, or only with the given tags. */
export function elements(tags?: readonly string[], max = Number.POSITIVE_INFINITY): Rule {
  return listOf((value, property, at) => checkComponent(value, property, at, tags), { max });
}

function checkComponent(value: unknown, property: string, at: Where, tags?: readonly string[]): void {
  if (!isObject(value)) {
    refuseType(at, "object", property, value);
    return;
  }
  const here = step(at, property, value);
  const tag = typeof value.tag === "string" ? value.tag : "";
  const spec = at.scope.components.get(tag);
  if (spec && (!tags || tags.includes(tag))) checkKnown(value, spec, here);
  else
    refuse(
      here,
      at.scope.reading.version === 1 ? "unknown-tag" : "unsupported-tag",
      `unsupported tag ${tag}`,
    );
}

function checkKnown(component: JsonObject, spec: ComponentSpec, at: Where): void {
  checkPlace(spec, at);
  const depth = at.depth + (isLevel(spec, at) ? 1 : 0);
  if (depth > maxDepth) {
    refuseEmulated(at, "nesting", `containers are nested more than ${maxDepth} deep`);
    if (at.scope.reading.version === 2) return;
  }
  checkFormMember(component, spec, at);
  checkObject(component, spec, { ...at, depth, inForm: at.inForm || spec.tag === "form", within: spec.tag });
}

function isLevel(spec: ComponentSpec, at: Where): boolean {
  if (spec.tag === "column" && !at.scope.reading.columnsAreLevels) return false;
  return spec.container === true;
}

/** Refuses a component in a place where it is not allowed, such as a form inside another component. */
function checkPlace(spec: ComponentSpec, at: Where): void {
  if (spec.tag === "chart" && at.inForm) {
    refuseEmulated(at, "chart-in-form", "chart can not be placed in a form");
  }
  if (!spec.only || spec.only.some((place) => (place === "form" ? at.inForm : place === at.within))) return;
  refuseEmulated(at, placeRule(spec, at), `${spec.tag} can only be placed in ${spec.only.join(", ")}`);
}

function placeRule(spec: ComponentSpec, at: Where): RuleName {
  if (spec.only?.includes("form")) return "standalone-multi-select";
  return spec.tag === "table" && at.within === "collapsible_panel" ? "table-in-panel" : "placement";
}
