import type { Refusal } from "../../src/domain/procedure/definition.ts";
import type { Locale } from "../../src/domain/programme/people.ts";
import { recordText } from "../text/record.ts";
import type { ProcedureKit } from "./kit.ts";

/** Why a step was refused, in the procedure's own words if it has any; every invalid field is named. */
export function refusalText(kit: ProcedureKit, { also = [], ...refusal }: Refusal, locale: Locale): string {
  const text = recordText(locale);
  return [refusal, ...also].map((one) => reasonText(kit, one, locale)).join(text.semicolon);
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
  return [refusal, ...also]
    .map((one) => {
      const cell = one.field === undefined ? null : said(one.field);
      if (!cell) return reasonText(kit, one, locale);
      const why = reasonText(kit, { ...one, field: undefined }, locale);
      const quoted = cell.text !== "" && [...cell.text].length <= LONGEST_QUOTE;
      return text.ofField(cell.column, quoted ? text.ofCell(cell.text, why) : why);
    })
    .join(text.semicolon);
}

type Reason = { reason: string; field?: string | undefined; about?: string | undefined };

function reasonText(kit: ProcedureKit, { reason, field, about }: Reason, locale: Locale): string {
  const words = kit.words[locale];
  const text = recordText(locale);
  const own = words.refused[reason];
  if (own !== undefined) return about === undefined ? own : text.ofField(about, own);
  const shared: Record<string, string> = text.refused;
  const why = shared[reason] ?? text.refused.other;
  const label = field === undefined ? undefined : words.fields[field];
  const said = about === undefined ? why : text.ofCell(about, why);
  return label === undefined ? said : text.ofField(label, said);
}
