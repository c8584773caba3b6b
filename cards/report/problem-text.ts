import type { Locale } from "../../src/domain/programme/people.ts";
import type { Problem } from "../../src/domain/report/hard-checks.ts";
import { CHECK_TEXT, fill } from "../text/checks.ts";
import { kindOfKey, valueText } from "./cell-text.ts";

/** Characters of the typed text that are quoted. */
const QUOTED = 20;

/**
 * What is wrong with an input and what to do, with its figures but without its name. Plain text: for markdown use
 * `typed`.
 */
export function problemText(problem: Problem, locale: Locale): string {
  const text = CHECK_TEXT[locale];
  const figures = figuresOf(problem, locale);
  if (problem.problem !== "ambiguous") return fill(text.problems[problem.problem], figures);
  const hint = String(problem.values?.hint ?? "");
  return fill(isHint(hint, text.hints) ? text.hints[hint] : text.hints.other, figures);
}

function figuresOf(problem: Problem, locale: Locale): Record<string, string | number> {
  const kind = kindOfKey(problem.key);
  const shown = Object.entries(problem.values ?? {}).map(([name, value]): [string, string | number] => {
    if (typeof value === "string") return [name, cut(value, QUOTED)];
    if (name === "limit") return [name, value];
    return [name, valueText(kind, value, locale)];
  });
  const figures = Object.fromEntries(shown);
  const example = CHECK_TEXT[locale].examples[kind];
  // A number too long to be read has only its text.
  return { example, value: figures.text ?? "", ...figures };
}

function cut(text: string, limit: number): string {
  const chars = [...text];
  return chars.length > limit ? `${chars.slice(0, limit).join("")}…` : text;
}

function isHint<T extends object>(hint: string, hints: T): hint is string & keyof T {
  return Object.hasOwn(hints, hint);
}
