import type { Component } from "../card/component-index.ts";
import { awaitMessage, missing } from "./await-message.ts";
import { describeCard, messageWords } from "./card-words.ts";
import { findPressable } from "./find-pressable.ts";
import { nameFields } from "./form-fields.ts";
import { judge, type Played } from "./judge.ts";
import type { Action } from "./script-schema.ts";
import { act, type Stage } from "./stage.ts";

/** A person uses one component: of the card given by `on`, otherwise of the newest card that has it. */
export async function pressCard(stage: Stage, as: string, action: Action, called: string): Promise<Played> {
  const wanted = {
    as,
    ...(action.on === undefined ? {} : { ref: action.on }),
    cardsOnly: true,
    fits: ({ components }: { components: Component[] }) => findPressable(components, called).length > 0,
  };
  const message = await awaitMessage(stage, wanted, action);
  if (message === undefined) return missing(stage, wanted, `wanted to press ${JSON.stringify(called)}`);
  const { titles, components } = messageWords(message);
  const did = `pressed ${JSON.stringify(called)} on ${JSON.stringify(titles[0] ?? "")}`;
  const { message_id } = message;
  const failed = (error: string): Played => ({
    ok: false,
    did,
    error,
    message_id,
    card: describeCard(message),
  });
  const [component, ...others] = findPressable(components, called);
  if (component === undefined || others.length > 0)
    return failed(`the card has ${others.length + 1} of it; use a name`);
  const what = pressOrSubmit(action, component, components);
  if (!what.ok) return failed(what.error);
  const outcome = await act(stage, { ...what.act, as, message_id });
  return { ...judge(action, did, outcome, () => describeCard(message)), message_id };
}

type What = { ok: true; act: Record<string, unknown> } | { ok: false; error: string };

function pressOrSubmit(action: Action, component: Component, components: Component[]): What {
  const target = targetOf(component);
  if (action.fill === undefined && action.knows === undefined) {
    const { choose, type, tick } = action;
    return {
      ok: true,
      act: {
        act: "press",
        target,
        ...(choose === undefined ? {} : { option: choose }),
        ...(type === undefined ? {} : { input_value: type }),
        ...(tick === undefined ? {} : { checked: tick }),
      },
    };
  }
  const named = nameFields(
    components.filter((one) => one.form !== undefined && one.form === component.form),
    action.fill,
    action.knows,
  );
  if (!named.ok) return named;
  // A submit's target is a name or text; element_id is not accepted.
  const { element_id: _not, ...submit } = target;
  return { ok: true, act: { act: "submit", target: submit, fill: named.fill } };
}

function targetOf(component: Component): { name?: string; element_id?: string; text?: string } {
  if (component.name !== undefined) return { name: component.name };
  if (component.element_id !== undefined) return { element_id: component.element_id };
  return { text: component.texts[0] ?? "" };
}
