import { elements } from "./components.ts";
import { multiUrl } from "./links.ts";
import { controlWidth, outer, padding } from "./measures.ts";
import { behaviours, confirm, icon, plainText, shortText, styledText, textLooks } from "./parts.ts";
import { callbackValue, flag, listOf, number, oneOf, text } from "./rules.ts";
import { shape } from "./shape.ts";
import type { ComponentSpec } from "./where.ts";

const button: ComponentSpec = {
  tag: "button",
  named: true,
  fields: {
    ...outer,
    text: shortText,
    type: oneOf(
      "default",
      "primary",
      "danger",
      "text",
      "primary_text",
      "danger_text",
      "primary_filled",
      "danger_filled",
      "laser",
    ),
    size: oneOf("tiny", "small", "medium", "large"),
    width: controlWidth,
    icon,
    behaviors: behaviours("callback", "open_url"),
    value: callbackValue,
    confirm,
    disabled: flag,
    disabled_tips: plainText(),
    hover_tips: plainText(),
    name: text(),
    form_action_type: oneOf("submit", "reset"),
    action_type: oneOf("link", "request", "multi", "form_submit", "form_reset"),
  },
  unlisted: { url: text(), multi_url: multiUrl },
};

const overflow: ComponentSpec = {
  tag: "overflow",
  fields: {
    ...outer,
    options: listOf(shape({ fields: { text: shortText, multi_url: multiUrl, value: text() } }), { min: 1 }),
    width: controlWidth,
    behaviors: behaviours("callback"),
    confirm,
  },
  needs: ["options"],
};

const checker: ComponentSpec = {
  tag: "checker",
  named: true,
  fields: {
    ...outer,
    padding,
    text: styledText(["plain_text", "lark_md"], textLooks),
    name: text(),
    checked: flag,
    overall_checkable: flag,
    button_area: shape({
      fields: { pc_display_rule: oneOf("always", "on_hover"), buttons: elements(["button"], 3) },
    }),
    checked_style: shape({ fields: { show_strikethrough: flag, opacity: number(0, 1) } }),
    behaviors: behaviours("callback"),
    confirm,
    disabled: flag,
    disabled_tips: plainText(),
    hover_tips: plainText(),
  },
};

/** Buttons, overflow menus and checkers (feishu-contract 3.5). */
export const buttonSpecs: readonly ComponentSpec[] = [button, overflow, checker];
