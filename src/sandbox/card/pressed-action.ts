import type { Act } from "../protocol.ts";
import { type Component, optionsOf } from "./component-index.ts";
import { readFilled } from "./field-value.ts";
import { isRecord } from "./is-record.ts";

const TIMEZONE = "Asia/Shanghai";
const PICKERS = new Set(["date_picker", "picker_time", "picker_datetime"]);

export type Pressed =
  /** `action` of the callback. */
  | { kind: "callback"; action: Record<string, unknown> }
  /** The client opens a link or ticks a box; the bot is not called. */
  | { kind: "local" }
  | { kind: "impossible"; error: string };

/** The callback action for using a component outside a form (feishu-contract 2.2). */
export function pressedAction(component: Component, act: Act & { act: "press" }, people: string[]): Pressed {
  const { tag, node } = component;
  const callback = callbackOf(node);
  const value = callback?.value === undefined ? {} : { value: callback.value };
  const send = (fields: Record<string, unknown>): Pressed => ({
    kind: "callback",
    action: { ...value, tag, ...fields },
  });
  switch (tag) {
    case "button":
    case "interactive_container":
      if (callback === undefined) return { kind: "local" };
      return send(tag === "button" ? { timezone: TIMEZONE } : {});
    case "checker": {
      if (callback === undefined) return { kind: "local" };
      const checked = act.checked ?? node.checked !== true;
      return send({ checked });
    }
    case "input": {
      if (act.input_value === undefined) return { kind: "impossible", error: "an input needs input_value" };
      return send({ input_value: act.input_value });
    }
    case "overflow": {
      const option = chosenOverflow(component, act);
      return option === undefined
        ? { kind: "impossible", error: "choose one of the options" }
        : send({ option });
    }
    default: {
      const read = readFilled(component, act.option, people);
      if (!read.ok) return { kind: "impossible", error: read.error };
      if (tag.startsWith("multi_select"))
        return { kind: "impossible", error: "a multi-select works only in a form" };
      if (tag === "select_img") return send({ options: read.value, option: read.value });
      return send({ option: read.value, ...(PICKERS.has(tag) ? { timezone: TIMEZONE } : {}) });
    }
  }
}

/** The callback behaviour of a component; the historic `value` of a button counts as one. */
export function callbackOf(node: Record<string, unknown>): { value?: unknown } | undefined {
  const behaviors = Array.isArray(node.behaviors) ? node.behaviors.filter(isRecord) : [];
  const callback = behaviors.find((one) => one.type === "callback");
  if (callback !== undefined) return "value" in callback ? { value: callback.value } : {};
  return isRecord(node.value) ? { value: node.value } : undefined;
}

function chosenOverflow(component: Component, act: Act & { act: "press" }): string | undefined {
  const wanted = act.option ?? act.target.text;
  const options = optionsOf(component.node);
  return options.find(
    (option) => option.value === wanted || (wanted !== undefined && option.texts.includes(wanted)),
  )?.value;
}
