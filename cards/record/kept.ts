import { readDay } from "../../src/domain/reading/read-day.ts";
import type { Card } from "../card.ts";
import { button, md, typed as shown } from "../elements.ts";
import { recordText } from "../text/record.ts";
import { choicesOf, fieldOf, optionsIn, printValue } from "./facts.ts";
import { loggedName } from "./history.ts";
import type { RecordView } from "./kit.ts";
import { recordCard } from "./record.ts";

/** Most characters shown of one input; no input accepts more. */
const LONGEST = 1000;

/**
 * The record's card, preceded by the reader's rejected input and the reason (a sentence). Null without input.
 */
export function keptCard(view: RecordView, typed: Record<string, unknown>, why: string): Card | null {
  const lines = Object.entries(typed).flatMap(([box, value]) => keptLine(view, box, value));
  if (lines.length === 0) return null;
  const text = recordText(view.locale);
  const drawn = recordCard(view);
  const kept = [
    md(`${shown(why)}${text.kept}`),
    md(lines.join("<br>")),
    button(text.keptRead, { kind: "show", id: view.record.id }),
  ];
  return { ...drawn, body: { ...drawn.body, elements: [...kept, ...drawn.body.elements] } };
}

/** Such as `理由：…`. Each number of a `figures` field has its own input (`weight.inv`). */
function keptLine(view: RecordView, box: string, value: unknown): string[] {
  const { kit, record } = view;
  const [name = "", part = ""] = box.split(".");
  const field = fieldOf(kit, name);
  const said = (Array.isArray(value) ? value : [value]).filter(
    (one): one is string | number =>
      typeof one === "number" || (typeof one === "string" && one.trim() !== ""),
  );
  // What the code supplies was not typed.
  if (!field || field.kind === "given" || said.length === 0) return [];
  const text = recordText(view.locale);
  const named = new Map(
    field.kind === "figures" ? optionsIn(view, field, record) : Object.entries(choiceNames(view, name)),
  );
  const label = field.kind === "figures" ? named.get(part) : loggedName(view, name);
  const words = said.map((one) => named.get(String(one)) ?? asPrinted(view, name, one)).join(text.comma);
  return [text.field(shown(label ?? name), shown(words, LONGEST))];
}

/** A typed value as the record's card prints it; as it was typed where it cannot be read. */
function asPrinted(view: RecordView, name: string, value: string | number): string {
  const kind = fieldOf(view.kit, name)?.kind;
  // One of several figures is a number as it is.
  if (kind === "figures") return String(value);
  const printable =
    kind === "day" ? readDay(String(value), { year: 0 }) === value : Number.isFinite(Number(value));
  return (printable && printValue(view, name, { [name]: value }, view.record)) || String(value);
}

/** The names of a field's choices, also of those that are not offered any more: the record has moved on since. */
function choiceNames(view: RecordView, name: string): Record<string, string> {
  const { kit, record, locale } = view;
  const offered = choicesOf({ ...view, reader: null }, name, record.data, record);
  return { ...kit.words[locale].choices?.[name], ...Object.fromEntries(offered) };
}
