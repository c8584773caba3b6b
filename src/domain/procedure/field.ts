import * as z from "zod";
import type { Person } from "../programme/people.ts";
import type { Programme } from "../programme/programme.ts";
import { readAmount, readNumber, readPercent } from "../reading/numbers.ts";
import { readable } from "../reading/readable.ts";
import { type DayRefusal, type DayRules, readDayBy } from "./day-field.ts";
import type { ProcedureRecord, Value, Values } from "./record.ts";

// The fields a step asks for, and how their input is read. Numbers and days use the same parsers as the
// report forms.

export type Choice = { id: string; name?: string; nameEn?: string };

/** Choices supplied by the code, with their names. */
export const offeredSchema = z.array(z.object({ id: z.string(), name: z.string(), nameEn: z.string() }));
export type Offered = z.infer<typeof offeredSchema>;

/** `keeps`: the form starts with the last value. */
export type Field = { keeps?: true } & AskedKind;

/** The choices for `actor`, the person who chooses; null for an automatic step. */
type Options = (
  programme: Programme,
  record: ProcedureRecord | null,
  actor: Person | null,
) => readonly Choice[];

type AskedKind =
  | { kind: "words"; longest: number; optional?: true }
  /** 万元, %, km², whole numbers, any number. `units`: words that may follow it and change nothing. */
  | { kind: "amount" | "percent" | "area" | "count" | "number"; units?: readonly string[]; optional?: true }
  | ({ kind: "day"; optional?: true } & DayRules)
  | {
      kind: "choice";
      /** From the pack and the record; or the name of the field with the choices supplied by the code. */
      of: Options | string;
      many?: true;
      optional?: true;
    }
  /** A number for each of several options, or 万元 if `money`; an empty input keeps the previous value. */
  | { kind: "figures"; of: Options; least: number; most: number; money?: true }
  /** Number of photos or files that must be on record. */
  | { kind: "evidence"; least: number | ((record: ProcedureRecord) => number) }
  /** Set by the code that takes the step, never by a form. */
  | { kind: "given"; schema: z.ZodType<Value> };

export type Asks = Record<string, Field>;

type ValueOf<F extends Field> = F extends { kind: "given"; schema: z.ZodType<infer T extends Value> }
  ? T
  : F extends { kind: "figures" }
    ? Record<string, number>
    : F extends { kind: "choice"; many: true }
      ? string[]
      : F extends { kind: "amount" | "percent" | "area" | "count" | "number" }
        ? F extends { optional: true }
          ? number | null
          : number
        : F extends { kind: "evidence" }
          ? number
          : string;
export type ValuesOf<A extends Asks> = { [K in keyof A]: ValueOf<A[K]> };

export type FieldRefusal =
  | "empty"
  | "too_long"
  | "not_a_number"
  | "out_of_range"
  | DayRefusal
  | "not_chosen"
  | "unknown_choice"
  | "no_evidence"
  | "not_given";

export type ReadValues = { ok: true; values: Values } | { ok: false; problems: FieldProblem[] };
/** `about`: what was typed, where the field has several inputs. */
export type FieldProblem = { reason: FieldRefusal; field: string; about?: string | undefined };

export type ReadAt = { actor: Person | null; now: number; programme: Programme; evidence: number };

/** Parses all fields of a step from a form's values; reports every invalid field. */
export function readValues(
  asks: Asks,
  raw: Record<string, unknown>,
  record: ProcedureRecord | null,
  at: ReadAt,
): ReadValues {
  const values: Values = {};
  const problems: FieldProblem[] = [];
  for (const [name, field] of Object.entries(asks)) {
    const read = readField(field, raw, name, record, at);
    if (read.ok) values[name] = read.value;
    else problems.push({ reason: read.reason, field: name, about: read.about });
  }
  return problems.length === 0 ? { ok: true, values } : { ok: false, problems };
}

/** The number of photos or files a step requires. */
export function leastOf(
  { least }: Extract<Field, { kind: "evidence" }>,
  record: ProcedureRecord | null,
): number {
  if (typeof least === "number") return least;
  return record ? least(record) : 0;
}

type Read = { ok: true; value: Value } | { ok: false; reason: FieldRefusal; about?: string };

function readField(
  field: Field,
  all: Record<string, unknown>,
  name: string,
  record: ProcedureRecord | null,
  at: ReadAt,
): Read {
  const raw = all[name];
  const text = typeof raw === "string" || typeof raw === "number" ? String(raw).trim() : "";
  switch (field.kind) {
    case "given": {
      const parsed = field.schema.safeParse(raw ?? null);
      return parsed.success ? read(parsed.data) : no("not_given");
    }
    case "evidence":
      return at.evidence >= leastOf(field, record) ? read(at.evidence) : no("no_evidence");
    case "choice":
      return readChoice(field, raw, optionsOf(field, all, record, at));
    case "figures":
      return readFigures(field, all, name, record, at);
    case "words":
      // What nobody sees is nothing; seen words are kept as they are.
      if (readable(text).trim() === "") return field.optional ? read("") : no("empty");
      return [...text].length > field.longest ? no("too_long") : read(text);
    case "day":
      return text === "" && field.optional ? read("") : readDayBy(field, text, { all, record, now: at.now });
    default:
      if (text === "") return field.optional ? read(null) : no("empty");
      return readFigure(field, text);
  }
}

/** The choices of a field. `given`: the other values of the form. */
export function optionsOf(
  { of }: Extract<Field, { kind: "choice" }>,
  given: Record<string, unknown>,
  record: ProcedureRecord | null,
  { programme, actor }: Pick<ReadAt, "programme" | "actor">,
): readonly Choice[] {
  if (typeof of !== "string") return of(programme, record, actor);
  const options = offeredSchema.safeParse(given[of]);
  return options.success ? options.data : [];
}

function readChoice(
  field: Extract<Field, { kind: "choice" }>,
  raw: unknown,
  options: readonly Choice[],
): Read {
  const known = new Set(options.map(({ id }) => id));
  const chosen = (Array.isArray(raw) ? raw : [raw]).filter(
    (one): one is string => typeof one === "string" && one !== "",
  );
  if (chosen.some((id) => !known.has(id))) return no("unknown_choice");
  const [only] = chosen;
  if (only === undefined) return field.optional ? read(field.many ? [] : "") : no("not_chosen");
  if (field.many) return read([...new Set(chosen)]);
  return chosen.length === 1 ? read(only) : no("unknown_choice");
}

/** Each number has its own input: `appraisal.qikou`. */
function readFigures(
  { of, least, most, money }: Extract<Field, { kind: "figures" }>,
  all: Record<string, unknown>,
  name: string,
  record: ProcedureRecord | null,
  { programme, actor }: ReadAt,
): Read {
  const figures: Record<string, number> = {};
  const before = figuresSchema.safeParse(record?.data[name]);
  for (const { id } of of(programme, record, actor)) {
    const text = String(all[boxOf(name, id)] ?? "").trim();
    const kept = before.data?.[id];
    if (text === "" && kept === undefined) continue;
    const asked = money ? { kind: "amount" as const } : { kind: "number" as const, units: ["分"] };
    const figure = text === "" ? read(kept ?? 0) : readFigure(asked, text);
    const about = quoted(text);
    if (!figure.ok) return { ...figure, about };
    const value = Number(figure.value);
    if (value < least || value > most) return { ok: false, reason: "out_of_range", about };
    figures[id] = value;
  }
  return read(figures);
}

/** What was typed, as far as a sentence repeats it. */
function quoted(text: string): string {
  const characters = [...text];
  return characters.length > 30 ? `${characters.slice(0, 30).join("")}…` : text;
}

/** The input name of one number of a `figures` field. */
export function boxOf(field: string, id: string): string {
  return `${field}.${id}`;
}

export const figuresSchema = z.record(z.string(), z.number());

const UNITS = {
  area: ["平方公里", "平方千米", "km²", "km2", "sq.km", "sqkm"],
  count: ["个", "项", "户", "家", "处", "人", "次", "件", "条"],
  number: [],
};

function readFigure(
  { kind, units }: Extract<Field, { kind: keyof typeof UNITS | "amount" | "percent" }>,
  text: string,
): Read {
  if (kind === "amount" || kind === "percent") {
    const figure = kind === "amount" ? readAmount(text) : readPercent(text);
    return figure.ok && !figure.estimate ? read(figure.value) : no("not_a_number");
  }
  const figure = readNumber(text, units ?? UNITS[kind]);
  if (!figure.ok || figure.value < 0) return no("not_a_number");
  return kind === "count" && !Number.isInteger(figure.value) ? no("not_a_number") : read(figure.value);
}

function read(value: Value): Read {
  return { ok: true, value };
}

function no(reason: FieldRefusal): Read {
  return { ok: false, reason };
}
