import type { Card, CardElement, FormElement } from "../../cards/card.ts";

// What a person sees on a card: texts, inputs, buttons.

export type Field = {
  tag: "input" | "select_static" | "multi_select_static";
  name: string;
  label: string;
  /** Initial content of the input. */
  value: string;
  options: Array<{ value: string; text: string }>;
};
export type Button = {
  name: string;
  text: string;
  submit: boolean;
  confirm: boolean;
  /** The one button a card puts forward. */
  primary: boolean;
  /** The value sent with a press. */
  value: Record<string, unknown>;
};

type Part =
  | CardElement
  | FormElement
  | Extract<CardElement, { tag: "column_set" }>["columns"][number]["elements"][number];

/** All inputs and selects, in reading order. */
export function fieldsOf(card: Card): Field[] {
  return partsOf(card.body.elements).flatMap((part): Field[] => {
    switch (part.tag) {
      case "input":
        return [
          {
            tag: part.tag,
            name: part.name,
            label: part.label.content,
            value: part.default_value ?? "",
            options: [],
          },
        ];
      case "select_static":
      case "multi_select_static":
        return [
          {
            tag: part.tag,
            name: part.name ?? "",
            label: part.placeholder?.content ?? "",
            value:
              part.tag === "select_static"
                ? (part.initial_option ?? "")
                : (part.selected_values ?? []).join(),
            options: part.options.map((option) => ({ value: option.value, text: option.text.content })),
          },
        ];
      default:
        return [];
    }
  });
}

export function buttonsOf(card: Card): Button[] {
  return partsOf(card.body.elements).flatMap((part) =>
    part.tag === "button"
      ? [
          {
            name: part.name ?? "",
            text: part.text.content,
            submit: part.form_action_type === "submit",
            confirm: part.confirm !== undefined,
            primary: part.type === "primary",
            value:
              (part.behaviors ?? []).flatMap((one) => (one.type === "callback" ? [one.value] : []))[0] ?? {},
          },
        ]
      : [],
  );
}

/** The tags beside a card's title. */
export function tagsOf({ header }: Card): string {
  return (header.text_tag_list ?? []).map(({ text }) => text.content).join(" ");
}

/** All visible texts, including labels and contents of inputs, with entities decoded. */
export function wordsOf(card: Card): string {
  const { title, subtitle, text_tag_list } = card.header;
  const head = [
    title.content,
    subtitle?.content ?? "",
    ...(text_tag_list ?? []).map((tag) => tag.text.content),
  ];
  const body = partsOf(card.body.elements).flatMap((part): string[] => {
    switch (part.tag) {
      case "markdown":
        return [part.content];
      case "collapsible_panel":
        return [part.header.title.content];
      case "button":
        return [part.text.content];
      case "input":
        return [part.label.content, part.placeholder?.content ?? "", part.default_value ?? ""];
      case "select_static":
      case "multi_select_static":
        return part.options.map((option) => option.text.content);
      case "table":
        return [JSON.stringify(part.rows)];
      case "chart":
        return [JSON.stringify(part.chart_spec)];
      default:
        return [];
    }
  });
  const plain = [...head, ...body]
    .join("\n")
    .replace(/<br>/g, "\n")
    // The squares of a picture's legend are colours, not words.
    .replace(/<font color='[\w-]+'>■<\/font> /g, "")
    .replace(/<[^>]+>|\*\*/g, "");
  return plain.replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)));
}

function partsOf(elements: readonly Part[]): Part[] {
  return elements.flatMap((part): Part[] => {
    if (part.tag === "column_set")
      return [part, ...partsOf(part.columns.flatMap((column) => column.elements))];
    if (part.tag === "collapsible_panel" || part.tag === "form") return [part, ...partsOf(part.elements)];
    return [part];
  });
}
