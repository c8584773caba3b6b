import type { ProcedureRecord } from "../../src/domain/procedure/record.ts";
import { isResting } from "../../src/domain/procedure/rest.ts";
import type { Locale } from "../../src/domain/programme/people.ts";
import { restStepText, restText } from "../text/at-rest.ts";
import type { Light, ProcedureKit, RecordLine } from "./kit.ts";

/** The name of a record's state, with that it rests. */
export function stateName(
  { words }: Pick<ProcedureKit, "words">,
  record: ProcedureRecord,
  locale: Locale,
): string {
  const name = words[locale].states[record.state] ?? record.state;
  return isResting(record) ? `${name} · ${restText(locale).tag}` : name;
}

/** What a step is called once it was taken. */
export function stepName({ words }: Pick<ProcedureKit, "words">, step: string, locale: Locale): string {
  return words[locale].steps[step]?.log ?? restStepText(step, locale) ?? step;
}

/** The light of a record; none while it rests. */
export function lightOn(line: RecordLine): Light | null {
  return isResting(line.record) ? null : (line.kit.light?.(line) ?? null);
}
