import type { Refusal } from "../../src/domain/procedure/definition.ts";
import type { Locale } from "../../src/domain/programme/people.ts";
import { recordText } from "../text/record.ts";
import type { ProcedureKit } from "./kit.ts";

/** Why a step was refused, in the procedure's own words if it has any; every invalid field is named. */
export function refusalText(kit: ProcedureKit, { also = [], ...refusal }: Refusal, locale: Locale): string {
  const text = recordText(locale);
  return [refusal, ...also].map((one) => reasonText(kit, one, locale)).join(text.semicolon);
}

function reasonText(kit: ProcedureKit, { reason, field, about }: Refusal, locale: Locale): string {
  const words = kit.words[locale];
  const text = recordText(locale);
  const own = words.refused[reason];
  if (own !== undefined) return about === undefined ? own : text.ofField(about, own);
  const shared: Record<string, string> = text.refused;
  const why = shared[reason] ?? text.refused.other;
  const label = field === undefined ? undefined : words.fields[field];
  return label === undefined ? why : text.ofField(label, why);
}
