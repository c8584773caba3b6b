import { expect } from "vitest";
import { type Action, parseAction } from "../../../cards/action.ts";
import { type Card, cardSchema } from "../../../cards/card.ts";
import { judgeText } from "../../../src/sandbox/card-rules/check-card.ts";

const MAX_BYTES = 24 * 1024;
const MAX_TAGGED = 150;

/** What was accepted so far: many readers see the same card. */
const accepted = new Set<string>();

/**
 * Expects a card that the platform accepts: in our strict form, within our limits, every button parseable.
 */
export function expectSendable(card: Card): void {
  const content = JSON.stringify(card);
  if (accepted.has(content)) return;
  const { error } = cardSchema.safeParse(card);
  const sent: unknown = JSON.parse(content);
  const objects = objectsOf(card);
  const [bytes, tagged] = [Buffer.byteLength(content), objects.filter((one) => "tag" in one).length];
  expect({
    error,
    problems: MODES.flatMap((mode) => judgeText(content, sent, { mode }).problems),
    lost: buttonsIn(objects).filter(({ action }) => action === null),
    tooLarge: bytes >= MAX_BYTES && bytes,
    tooMany: tagged >= MAX_TAGGED && tagged,
    nothing: content.match(/undefined|NaN|null|\[object/)?.[0],
  }).toEqual({
    error: undefined,
    problems: [],
    lost: [],
    tooLarge: false,
    tooMany: false,
    nothing: undefined,
  });
  accepted.add(content);
}

const MODES = ["documented", "observed"] as const;

/** Every button with its text and action; null if its value is not an action. */
export function buttonsOf(card: Card): ButtonSeen[] {
  return buttonsIn(objectsOf(card));
}

type ButtonSeen = { text: string; type: unknown; action: Action | null; confirm: string };

function buttonsIn(objects: Array<Record<string, unknown>>): ButtonSeen[] {
  return objects
    .filter((one) => one.tag === "button")
    .map((one) => {
      const behaviors: unknown[] = Array.isArray(one.behaviors) ? one.behaviors : [];
      const [behavior] = behaviors;
      return {
        text: contentOf(one.text),
        type: one.type,
        action: parseAction(isRecord(behavior) ? behavior.value : null),
        confirm: isRecord(one.confirm) ? contentOf(one.confirm.text) : "",
      };
    });
}

/** All words of a card's markdown, in order. */
export function wordsOf(card: Card): string {
  return objectsOf(card)
    .filter((one) => one.tag === "markdown")
    .map((one) => String(one.content))
    .join("\n");
}

/** The rows of a card's only table. */
export function rowsOf(card: Card): Array<Record<string, unknown>> {
  const tables = card.body.elements.filter((element) => element.tag === "table");
  expect(tables).toHaveLength(1);
  return tables.flatMap((one) => one.rows);
}

/** The bars of a card's only picture, from top to bottom, without tracks. */
export function barsOf(card: Card): Array<Record<string, unknown>> {
  const charts = card.body.elements.filter((element) => element.tag === "chart");
  expect(charts).toHaveLength(1);
  const [spec] = charts.map((one) => one.chart_spec);
  const values: unknown = isRecord(spec?.data) ? spec.data.values : undefined;
  const bars = (Array.isArray(values) ? values : []).filter(isRecord);
  return bars.filter(({ name }, i) => bars.findIndex((one) => one.name === name) === i);
}

function objectsOf(value: unknown): Array<Record<string, unknown>> {
  if (Array.isArray(value)) return value.flatMap(objectsOf);
  if (!isRecord(value)) return [];
  return [value, ...Object.values(value).flatMap(objectsOf)];
}

function contentOf(text: unknown): string {
  return isRecord(text) ? String(text.content) : "";
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A button's purpose: its confirmation question, the quarter's step, or its kind. */
export function doingOf(action: Action | null | undefined): string | undefined {
  if (action?.kind === "query") return action.what;
  return action?.kind === "quarter" ? action.step : action?.kind;
}
