import { type Action, actionName, actionToken, actionValue } from "./action.ts";
import { boxed, SHORT_BOX } from "./box-text.ts";
import type { Card, CardElement, FormElement, Template } from "./card.ts";

// The elements all cards are composed of, as plain Card JSON. The platform's defaults are omitted to save bytes.

type Of<Tag extends string> = Extract<CardElement | FormElement, { tag: Tag }>;
type Inside = Of<"column_set">["columns"][number]["elements"][number];

export function card(
  head: {
    title: string;
    subtitle?: string;
    template: Template;
    tags?: Array<{ text: string; color: string }>;
    summary?: string;
  },
  elements: CardElement[],
): Card {
  const tags = (head.tags ?? []).map((t) => ({
    tag: "text_tag" as const,
    text: plain(t.text),
    color: t.color,
  }));
  return {
    schema: "2.0",
    config: { update_multi: true, summary: { content: head.summary ?? head.title } },
    header: {
      title: plain(head.title),
      ...(head.subtitle ? { subtitle: plain(head.subtitle) } : {}),
      template: head.template,
      ...(tags.length > 0 ? { text_tag_list: tags } : {}),
    },
    body: { vertical_spacing: "8px", elements },
  };
}

function plain(content: string): { tag: "plain_text"; content: string } {
  return { tag: "plain_text", content };
}

/** Markdown we wrote ourselves; text typed by a person must go through `typed` first. */
export function md(content: string, size: "heading" | "normal" | "notation" = "normal"): Of<"markdown"> {
  return { tag: "markdown", content, ...(size === "normal" ? {} : { text_size: size }) };
}

export function hr(): Of<"hr"> {
  return { tag: "hr" };
}

/** Control and direction characters, which a reader cannot see; not the joiner that emoji are made with. */
const UNSEEN = /(?![\n\t\u200d])[\p{Cc}\p{Cf}]/gu;

/**
 * A person's text escaped for markdown (feishu-contract 3.3), without what cannot be seen, and cut to `limit`
 * characters.
 */
export function typed(text: string, limit = 1000): string {
  const seen = text.replace(UNSEEN, "");
  const cut = seen.length > limit ? shortened(seen, limit) : seen;
  const entity = (c: string) => `&#${c.codePointAt(0)};`;
  const plain = cut.replace(/[&*~<>[\]()#:_`|\\]/g, entity);
  // `5.` or `- ` at the start of a line would begin a list.
  const lines = plain.replace(
    /^(\s*\d*)([.+-])(?=\s|$)/gm,
    (_, before: string, mark: string) => before + entity(mark),
  );
  return lines.replace(/\n/g, "<br>");
}

function shortened(text: string, limit: number): string {
  const characters = [...text];
  return characters.length > limit ? `${characters.slice(0, limit).join("")}…` : text;
}

/**
 * A button outside a form; its text may have 100 characters. Its name distinguishes it from other buttons of the card,
 * so two buttons of one card must not have the same action.
 */
export function button(
  text: string,
  action: Action,
  options: { type?: Of<"button">["type"]; confirm?: { title: string; text: string } } = {},
): Of<"button"> {
  const { confirm } = options;
  return {
    tag: "button",
    name: actionName(action),
    text: plain([...text].slice(0, 100).join("")),
    type: options.type ?? "default",
    behaviors: [{ type: "callback", value: actionValue(action) }],
    ...(confirm ? { confirm: { title: plain(confirm.title), text: plain(confirm.text) } } : {}),
  };
}

/** A form's submit button. Its name repeats the action, for the case that its value is not returned. */
export function submitButton(
  text: string,
  action: Action,
  options: { type?: Of<"button">["type"]; confirm?: { title: string; text: string } } = {},
): Of<"button"> {
  return { ...button(text, action, options), name: actionToken(action), form_action_type: "submit" };
}

export function input(field: {
  name: string;
  label: string;
  value?: string;
  placeholder?: string;
  lines?: number;
  maxLength?: number;
  /** A number or a day, not words. */
  short?: true;
  /** The client does not submit the form while it is empty. */
  required?: boolean;
}): Of<"input"> {
  return {
    tag: "input",
    name: field.name,
    label: plain(field.label),
    width: "fill",
    ...(field.value ? { default_value: boxed(field.value, field.short) } : {}),
    ...(field.placeholder ? { placeholder: plain([...field.placeholder].slice(0, 100).join("")) } : {}),
    ...(field.lines ? { input_type: "multiline_text" as const, rows: field.lines } : {}),
    ...(field.maxLength || field.short ? { max_length: field.maxLength ?? SHORT_BOX } : {}),
    ...(field.required ? { required: true } : {}),
  };
}

function options(
  pairs: Array<[value: string, text: string]>,
): Array<{ text: ReturnType<typeof plain>; value: string }> {
  return pairs.map(([value, text]) => ({ text: plain(text), value }));
}

/**
 * A drop-down of a form; `chosen` is its initial value. Without one it starts empty, and the client requires a choice.
 * The platform has no label for it: screen readers read the placeholder.
 */
export function select(field: {
  name: string;
  label: string;
  options: Array<[value: string, text: string]>;
  chosen?: string | undefined;
}): Of<"select_static"> {
  const { chosen } = field;
  return {
    tag: "select_static",
    name: field.name,
    placeholder: plain(field.label),
    options: options(field.options),
    ...(chosen === undefined ? { required: true } : { initial_option: chosen }),
    width: "fill",
  };
}

/** A drop-down of a form for any number of values; `label` is its placeholder, as for `select`. */
export function multiSelect(
  name: string,
  label: string,
  pairs: Array<[value: string, text: string]>,
  chosen: string[] = [],
): FormElement & { tag: "multi_select_static" } {
  return {
    tag: "multi_select_static",
    name,
    placeholder: plain(label),
    options: options(pairs),
    ...(chosen.length > 0 ? { selected_values: chosen } : {}),
    required: false,
    width: "fill",
  };
}

/**
 * Columns side by side. `stretch` stacks them on a phone; `flow` sets them close together at the width of their content
 * and wraps, for buttons. A column of weight 0 has the width of its content.
 */
export function row(
  columns: Inside[][],
  weights: number[] = [],
  mode: "flow" | "none" | "bisect" | "stretch" = "none",
): Of<"column_set"> {
  return {
    tag: "column_set",
    flex_mode: mode,
    columns: columns.map((elements, i) => ({
      tag: "column",
      ...(mode === "flow" || weights[i] === 0
        ? { width: "auto" as const }
        : { width: "weighted" as const, weight: weights[i] ?? 1 }),
      elements,
    })),
  };
}

export function panel(
  title: string,
  elements: Of<"collapsible_panel">["elements"],
  expanded = false,
): Of<"collapsible_panel"> {
  return {
    tag: "collapsible_panel",
    expanded,
    header: { title: plain(title) },
    border: { color: "grey", corner_radius: "5px" },
    elements,
  };
}

export function form(name: string, elements: FormElement[]): Of<"form"> {
  return { tag: "form", name, elements };
}

/** Inner width of a panel on a phone, gap between buttons, and a button's padding, px. */
const [PHONE, GAP, RIM] = [280, 8, 30];
/** More buttons than this are aligned in columns, which makes one easier to find. */
const FEW = 10;

/**
 * Buttons in at most `columns` columns, row by row. Where their text would be cut on a phone, few buttons become a flow
 * and many get fewer columns.
 */
export function grid(buttons: Inside[], columns: number): Of<"column_set"> {
  const widest = Math.max(...buttons.map((one) => (one.tag === "button" ? textWidth(one.text.content) : 0)));
  const fitting = Math.max(1, Math.floor((PHONE + GAP) / (widest + RIM + GAP)));
  if (fitting < columns && buttons.length <= FEW)
    return row(
      buttons.map((one) => [one]),
      [],
      "flow",
    );
  const used = Math.min(columns, fitting, buttons.length);
  return row(Array.from({ length: used }, (_, at) => buttons.filter((__, i) => i % used === at)));
}

/** Approximate width of a button's text, px: a Chinese character is square, others a little more than half as wide. */
function textWidth(text: string): number {
  return [...text].reduce((width, char) => width + (/[\u2e80-\uffef]/.test(char) ? 14 : 8), 0);
}

/** A table of `shown` rows to a page, at most ten. Cells are plain text, not markdown. */
export function table(columns: Of<"table">["columns"], rows: Of<"table">["rows"], shown = 10): Of<"table"> {
  return { tag: "table", page_size: shown, row_height: "low", columns, rows };
}

/** A VChart chart from a JSON specification (feishu-contract 3.3); `height` in px, below 1000. */
export function chart(spec: Record<string, unknown>, height: number): Of<"chart"> {
  return { tag: "chart", height: `${height}px`, chart_spec: spec };
}
