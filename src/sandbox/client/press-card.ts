import type { Component } from "../card/component-index.ts";
import { type Found, findTarget, type Target } from "../card/find-target.ts";
import { type FormFilled, fillForm } from "../card/form-values.ts";
import { callbackOf, pressedAction } from "../card/pressed-action.ts";
import { formAction } from "../card-rules/form-members.ts";
import type { Act, CardOutcome, SandboxPerson } from "../protocol.ts";
import type { Sandbox } from "../sandbox.ts";
import { type OpenCard, openCard } from "./open-card.ts";

type Pressing = Pick<Sandbox, "callbacks" | "clock" | "faults" | "store">;

export type ActOutcome =
  | { ok: true; message_id?: string; chat_id?: string; outcome?: CardOutcome }
  | { ok: false; error: string };

const NOTHING: CardOutcome = { code: 0, card_replaced: false };

/** A person uses one component. Pressing a submit button submits the form unchanged. */
export async function pressCard(sandbox: Pressing, act: Act & { act: "press" }): Promise<ActOutcome> {
  const opened = openCard(sandbox, act.as, act.message_id);
  if (!opened.ok) return opened;
  const found = usable(opened.card, act.target);
  if (!found.ok) return found;
  const { component } = found;
  if (component.form !== undefined) {
    if (isFormButton(component, "submit")) return submitForm(sandbox, opened.card, component, {});
    if (isFormButton(component, "reset")) return { ok: true, outcome: NOTHING };
    if (
      component.tag !== "button" &&
      component.tag !== "interactive_container" &&
      component.tag !== "overflow"
    ) {
      return { ok: false, error: "the component belongs to a form: use submit with fill" };
    }
  }
  const pressed = pressedAction(component, act, opened.card.people);
  if (pressed.kind === "impossible") return { ok: false, error: pressed.error };
  if (pressed.kind === "local") return { ok: true, outcome: NOTHING };
  const { message, person } = opened.card;
  return { ok: true, outcome: await sandbox.callbacks.call(message, person, pressed.action) };
}

/** A person fills in a form and presses its submit button. */
export async function submitCard(sandbox: Pressing, act: Act & { act: "submit" }): Promise<ActOutcome> {
  const opened = openCard(sandbox, act.as, act.message_id);
  if (!opened.ok) return opened;
  const found = usable(opened.card, act.target);
  if (!found.ok) return found;
  if (!isFormButton(found.component, "submit"))
    return { ok: false, error: "the target is not a form's submit button" };
  return submitForm(sandbox, opened.card, found.component, act.fill);
}

async function submitForm(
  sandbox: Pick<Sandbox, "callbacks" | "faults">,
  card: OpenCard,
  button: Component,
  fill: Record<string, unknown>,
): Promise<ActOutcome> {
  const fields = card.components.filter((one) => one.form === button.form);
  const filled = fillForm(fields, fill, card.people, sandbox.faults, aboutCard(card));
  if (filled.kind === "impossible") return { ok: false, error: filled.error };
  if (filled.kind === "stopped")
    return { ok: true, outcome: { ...NOTHING, error: stoppedText(filled, card.person) } };
  const callback = callbackOf(button.node);
  const withValue =
    callback?.value !== undefined && !sandbox.faults.take("submit_without_value", aboutCard(card));
  const action = {
    ...(withValue ? { value: callback.value } : {}),
    tag: "button",
    timezone: "Asia/Shanghai",
    form_value: filled.values,
    ...(button.name === undefined ? {} : { name: button.name }),
  };
  return { ok: true, outcome: await sandbox.callbacks.call(card.message, card.person, action) };
}

function aboutCard({ person, message }: OpenCard) {
  return { person: person.open_id, chat_id: message.chat_id, app_id: message.sender.id };
}

function usable(card: OpenCard, target: Target): Found {
  const found = findTarget(card.components, target);
  if (found.ok && found.component.node.disabled === true) {
    return { ok: false, error: `${found.component.tag} ${JSON.stringify(target)} is disabled` };
  }
  return found;
}

function isFormButton(component: Component, kind: "submit" | "reset"): boolean {
  return component.tag === "button" && component.form !== undefined && formAction(component.node) === kind;
}

function stoppedText(stopped: FormFilled & { kind: "stopped" }, person: SandboxPerson): string {
  const { reason, label, limit } = stopped;
  if (person.locale === "en_us") {
    return reason === "required" ? `Please fill in: ${label}` : `${label}: at most ${limit} characters`;
  }
  return reason === "required" ? `请填写必填项：${label}` : `${label}：最多 ${limit} 个字`;
}
