import { parsePeriod } from "../../src/domain/calendar/period.ts";
import { type Field, figuresSchema, optionsOf } from "../../src/domain/procedure/field.ts";
import type { ProcedureRecord, Values } from "../../src/domain/procedure/record.ts";
import type { Locale, Person } from "../../src/domain/programme/people.ts";
import { type Programme, townBySlug } from "../../src/domain/programme/programme.ts";
import { formatAmount, formatPercent } from "../../src/domain/reading/numbers.ts";
import { formerName, nameOf, periodName, townName, weekdayName } from "../names.ts";
import { CELL_TEXT } from "../text/cells.ts";
import { recordText } from "../text/record.ts";
import type { ProcedureKit } from "./kit.ts";

// Values of a record as text, for its cards.

type About = { programme: Programme; kit: ProcedureKit; locale: Locale };

/** `碛口镇：对“完成投资”的异议`, plain text. */
export function recordTitle(view: About & { record: ProcedureRecord }): string {
  const { programme, kit, record, locale } = view;
  const town = townBySlug(programme, record.town);
  const period = parsePeriod(record.period);
  return kit.words[locale].title({
    town: town ? townName(town, locale) : placeName(view, record.town),
    period: period ? periodName(period, locale) : "",
    ref: record.ref,
    value: (field) => printValue(view, field, record.data, record),
  });
}

/** A field's definition, from whichever step asks for it. */
export function fieldOf({ definition }: ProcedureKit, name: string): Field | undefined {
  return Object.values(definition.steps).find(({ asks }) => asks[name])?.asks[name];
}

/** A field's value as plain text; "" where nothing was filled in. */
export function printValue(view: About, name: string, values: Values, record: ProcedureRecord): string {
  const field = fieldOf(view.kit, name);
  const value = values[name];
  const { locale } = view;
  if (!field || value === undefined || value === null || value === "") return "";
  switch (field.kind) {
    case "amount":
      return CELL_TEXT[locale].wan(formatAmount(Number(value)));
    case "percent":
      return formatPercent(Number(value));
    case "area":
      return recordText(locale).area(String(value));
    case "day":
      return weekdayName(String(value), locale);
    case "choice": {
      const labels = choicesOf({ ...view, reader: null }, name, values, record);
      const chosen = Array.isArray(value) ? value : [value];
      return chosen
        .map((id) => labels.find(([one]) => one === id)?.[1] ?? noMoreOffered(view, name, String(id)))
        .join(recordText(locale).comma);
    }
    case "figures": {
      const figures = Object.entries(figuresSchema.parse(value));
      const names = new Map(optionsIn({ ...view, reader: null }, field, record));
      return figures.map(([id, figure]) => `${names.get(id) ?? id} ${figure}`).join(recordText(locale).comma);
    }
    case "evidence":
      return recordText(locale).pieces(Number(value));
    default:
      return typeof value === "string" || typeof value === "number" ? String(value) : "";
  }
}

/** The words of a choice that the record, in its state now, does not offer any more. */
function noMoreOffered(view: About, field: string, id: string): string {
  return view.kit.words[view.locale].choices?.[field]?.[id] ?? placeName(view, id);
}

/** The name of a town, also of one that is no more, or of a former department (`department.land`). */
function placeName({ programme, locale }: About, value: string): string {
  const town = townBySlug(programme, value);
  if (town) return townName(town, locale);
  const slug = value.replace(/^(?:town|department)\./, "");
  const name = formerName(programme, slug, locale);
  return name === slug ? value : name;
}

/** The choices of a field with their labels, in the pack's order. `given`: the record's other values. */
export function choicesOf(
  { programme, kit, locale, reader }: About & { reader: Person | null },
  name: string,
  given: Values,
  record: ProcedureRecord | null,
): Array<[id: string, words: string]> {
  const field = fieldOf(kit, name);
  if (field?.kind !== "choice") return [];
  const worded = kit.words[locale].choices?.[name];
  return optionsOf(field, given, record, { programme, actor: reader }).map(({ id, name: zh, nameEn }) => {
    const named = zh === undefined ? id : nameOf({ name: zh, nameEn: nameEn ?? zh }, locale);
    return [id, worded?.[id] ?? named];
  });
}

/** The rows of a `figures` field (one number each), with their names. */
export function optionsIn(
  { programme, locale, reader }: Pick<About, "programme" | "locale"> & { reader: Person | null },
  { of }: Extract<Field, { kind: "figures" }>,
  record: ProcedureRecord | null,
): Array<[id: string, words: string]> {
  return of(programme, record, reader).map(({ id, name = id, nameEn = name }) => [
    id,
    nameOf({ name, nameEn }, locale),
  ]);
}
