import { type CardBelief, checkCard } from "../../../src/sandbox/card-rules/check-card.ts";

export type Json = Record<string, unknown>;

export const plain = (content: string): Json => ({ tag: "plain_text", content });

/** A card with these components. */
export const card = (...elements: unknown[]): Json => ({ schema: "2.0", body: { elements } });

export const submit: Json = { tag: "button", name: "send", text: plain("提交"), form_action_type: "submit" };

/** A form with these components and a submit button. */
export const form = (...elements: unknown[]): Json => ({
  tag: "form",
  name: "report",
  elements: [...elements, submit],
});

export const columns = (...elements: unknown[]): Json => ({
  tag: "column_set",
  columns: [{ tag: "column", elements }],
});

export const panel = (...elements: unknown[]): Json => ({
  tag: "collapsible_panel",
  header: { title: plain("more") },
  elements,
});

/** Every problem in "documented" mode, one line each: code, path, message. */
export function problems(checked: unknown, belief: CardBelief = {}): string[] {
  return checkCard(checked, { mode: "documented", ...belief }).map(
    ({ code, path, message }) => `${code} ${path} | ${message}`,
  );
}

/** The problems of one component, with paths relative to it. */
export function problemsOf(component: Json, belief: CardBelief = {}): string[] {
  return problems(card(component), belief).map(fromFirst);
}

/** The problems of one component inside a form, with paths relative to it. */
export function problemsInForm(component: Json, belief: CardBelief = {}): string[] {
  return problems(card(form(component)), belief).map((line) =>
    line.replaceAll(/ROOT -> body -> elements -> \[0\]\(tag: form\) -> elements -> \[0\]/g, "@"),
  );
}

const fromFirst = (line: string) => line.replaceAll("ROOT -> body -> elements -> [0]", "@");
