import type { Refusal } from "../../src/domain/procedure/definition.ts";
import type { Locale } from "../../src/domain/programme/people.ts";
import { unreadNumbers } from "../text/kernel-refusals.ts";
import { recordText } from "../text/record.ts";
import { fieldOf } from "./facts.ts";
import type { ProcedureKit } from "./kit.ts";

/** Why a step was refused, in the procedure's own words if it has any; every invalid field is named. */
export function refusalText(kit: ProcedureKit, { also = [], ...refusal }: Refusal, locale: Locale): string {
  return sentences(
    [refusal, ...also].map((one) => reasonText(kit, one, locale)),
    locale,
  );
}

/** Several reasons as one sentence, each once. */
function sentences(reasons: string[], locale: Locale): string {
  const different = [...new Set(reasons)];
  return different
    .map((one, i) => (i < different.length - 1 ? one.replace(/[。.]$/, "") : one))
    .join(recordText(locale).semicolon);
}

/** Characters of a cell that are repeated in a sentence about it. */
const LONGEST_QUOTE = 30;

/**
 * As `refusalText`, of values that came from a sheet: in the sheet's own words, `截止：“9月31日”没有读懂`. `said`: the header
 * and the text behind a field.
 */
export function refusalOfSheet(
  kit: ProcedureKit,
  { also = [], ...refusal }: Refusal,
  said: (field: string) => { column: string; text: string } | null,
  locale: Locale,
): string {
  const text = recordText(locale);
  return sentences(
    [refusal, ...also].map((one) => {
      const cell = one.field === undefined ? null : said(one.field);
      if (!cell) return reasonText(kit, one, locale);
      const why = whyOf(kit, one, locale);
      const quoted = cell.text !== "" && [...cell.text].length <= LONGEST_QUOTE;
      return text.ofField(cell.column, quoted ? text.ofCell(cell.text, why) : why);
    }),
    locale,
  );
}

type Reason = { reason: string; field?: string | undefined; about?: string | undefined };

function reasonText(kit: ProcedureKit, { reason, field, about }: Reason, locale: Locale): string {
  const { refused, fields } = kit.words[locale];
  const why = whyOf(kit, { reason, field, about }, locale);
  const label = refused[reason] === undefined && field !== undefined ? fields[field] : undefined;
  return label === undefined ? why : recordText(locale).ofField(label, why);
}

/** The reason alone, with what it is `about` but without its field's name. */
function whyOf(kit: ProcedureKit, { reason, field, about }: Reason, locale: Locale): string {
  const text = recordText(locale);
  const own = kit.words[locale].refused[reason];
  if (own !== undefined) return about === undefined ? own : text.ofField(about, own);
  const shared: Record<string, string> = { ...text.refused, not_a_number: unread(kit, field, locale) };
  const why = shared[reason] ?? text.refused.other;
  return about === undefined ? why : text.ofCell(about, why);
}

/** What to fill into the field of a number. */
function unread(kit: ProcedureKit, name: string | undefined, locale: Locale): string {
  const said = unreadNumbers[locale];
  const field = name === undefined ? undefined : fieldOf(kit, name);
  switch (field?.kind) {
    case "amount":
    case "percent":
    case "area":
    case "count":
      return said[field.kind];
    default:
      return field?.kind === "figures" && field.money ? said.amount : said.number;
  }
}
