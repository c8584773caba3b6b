import {
  type ComponentSpec,
  isObject,
  type JsonObject,
  refuse,
  refuseEmulated,
  type Where,
} from "./where.ts";

/**
 * Checks `name`, `required` and submit buttons, whose rules differ inside and outside a form (feishu-contract
 * 3.2, 3.4).
 */
export function checkFormMember(component: JsonObject, spec: ComponentSpec, at: Where): void {
  checkName(component.name, spec, at);
  if (at.inForm) {
    if (spec.tag === "button") checkFormButton(component, at);
    return;
  }
  if (component.required !== undefined) {
    refuseEmulated(at, "required-outside-form", "required only in form");
  }
  if (spec.tag === "button" && formAction(component) !== undefined) {
    refuse(at, "form-action-outside-form", "formActionType only in form");
  }
}

/** A form's value is sent under its component's name, which must therefore be present and unique. */
function checkName(name: unknown, spec: ComponentSpec, at: Where): void {
  const named = typeof name === "string" && name !== "";
  if (!named && spec.tag === "form") {
    refuse(at, "form-name", "form's name is required and can not be empty string");
  } else if (!named && at.inForm && spec.named) {
    refuseEmulated(at, "field-name", `${spec.tag}'s name is required in a form and can not be empty string`);
  }
  if (!named) return;
  const first = at.scope.names.get(name);
  if (first !== undefined) {
    refuseEmulated(at, "unique-name", `name must be unique in the card, name: ${name}, path: ${first}`);
  } else at.scope.names.set(name, at.path);
}

function checkFormButton(button: JsonObject, at: Where): void {
  if (formAction(button) !== undefined) return;
  refuseEmulated(at, "plain-button-in-form", "form_action_type is required in a form");
}

/** A button's form action, in any of its three spellings; undefined for none. */
export function formAction(button: JsonObject): "submit" | "reset" | undefined {
  if (button.form_action_type === "submit" || button.action_type === "form_submit") return "submit";
  if (button.form_action_type === "reset" || button.action_type === "form_reset") return "reset";
  const behaviours: readonly unknown[] = Array.isArray(button.behaviors) ? button.behaviors : [];
  const said = behaviours.find((one) => isObject(one) && one.type === "form_action");
  if (!isObject(said)) return undefined;
  return said.behavior === "reset" ? "reset" : "submit";
}
