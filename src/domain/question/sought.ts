import { addDays } from "../calendar/shanghai-time.ts";
import { openAside } from "../procedure/aside.ts";
import { stateOf } from "../procedure/definition.ts";
import { perTown } from "../procedure/keys.ts";
import { owed } from "../procedure/owed.ts";
import { type LogEntry, type ProcedureRecord, stateOn } from "../procedure/record.ts";
import { isResting } from "../procedure/rest.ts";
import type { Programme } from "../programme/programme.ts";
import { foldText } from "../reading/fold-text.ts";
import { type Marks, marksOf } from "./marks.ts";
import type { RecordWords, Sense } from "./record-words.ts";
import { MOSTS, type Most } from "./superlative.ts";

// Records asked for by where they stand: which wait for a step, have taken it, are late.

/**
 * `not`: the step was not taken yet; `waits`: it is the next or under way; `done`: taken; `either`: anything of it; `open`,
 * `ended`, `unended`: of the whole record; `late`, `soon`: past its day, or within a week of it; `any`: however it stands; `says`: it holds the word, which is no definition's.
 */
export const STANDS = [
  "not",
  "waits",
  "done",
  "either",
  "open",
  "ended",
  "unended",
  "late",
  "soon",
  "any",
  "says",
] as const;
export type Stands = (typeof STANDS)[number];
/**
 * `of`: ids of procedures; `word`: one of their definitions' words, "" where the record as a whole is meant. `by`: of those
 * only what is a department's (its slug), waits for the asker (`ME`) or is one record (its id after `ITSELF`). `most`: the foremost alone.
 */
export type Sought = { of: readonly string[]; word: string; is: Stands; by?: string; most?: Most };
export const ME = "me";
export const ITSELF = "#";

/** What is asked of things still to be done. */
const PENDING: ReadonlySet<Sought["is"]> = new Set(["open", "unended", "waits", "not", "late", "soon"]);
const SOON_DAYS = 7;

/** Whether a definition has a word at all. */
export function hasWord(words: RecordWords, word: string): boolean {
  return Object.values(marksOf(words, word)).some((found) => found.length > 0);
}

type Now = { programme: Programme; today: string };

/** Whether a record stands as is asked. */
export function isSought(
  { word, is }: Sought,
  words: RecordWords,
  record: ProcedureRecord,
  now: Now,
): boolean {
  const { definition } = words;
  // What rests with its town is neither done nor still to be done.
  if (PENDING.has(is) && isResting(record)) return false;
  const state = stateOf(definition, record.state);
  const marks = marksOf(words, word);
  const going = marks.asides.some((name) => openAside(definition, record, name) !== null);
  const isIn = (...senses: Sense[]) => senses.some((sense) => marks[sense].includes(record.state));
  const done = doneAt(words, word, record) !== null;
  switch (is) {
    case "any":
    case "says":
      return true;
    case "open":
      return !state.ends;
    case "ended":
    case "unended": {
      const ofWord = hadOf(words, marks, record);
      const whole = word === "" || words.names.includes(word);
      if (whole) return is === "ended" ? state.ends === true && state.colour === "green" : !state.ends;
      const under = isIn("waits") || going;
      return is === "ended" ? ofWord && !under : under;
    }
    case "late":
    case "soon":
      return owed(definition, record, now.programme).some(
        ({ due }) => due !== null && isDue(is, due, now.today),
      );
    case "waits":
      // What the records themselves are called is under way until they are closed.
      if (words.names.includes(word)) return !state.ends;
      if (marks.waits.length > 0 || marks.asides.length > 0) return isIn("waits") || going;
      return isLeft(words, marks, record) && !done;
    case "not":
      if (isIn("not")) return true;
      if (marks.done.length > 0) return !state.ends && !done;
      if (marks.waits.length > 0) return isIn("waits");
      return marks.asides.length > 0 ? !state.ends && !going : isLeft(words, marks, record) && !done;
    case "done":
      return done || (marks.done.length === 0 && going);
    case "either":
      return isIn("waits", "done", "not") || going || (marks.asides.length === 0 && done);
  }
}

function isDue(is: "late" | "soon", due: string, today: string): boolean {
  return is === "late" ? due < today : due >= today && due <= addDays(today, SOON_DAYS);
}

/** Whether the question is about a record at all: it is called so, or once stood so. */
export function isAbout({ word, is }: Sought, words: RecordWords, record: ProcedureRecord): boolean {
  if (is === "says") return saysOf(record).includes(word);
  const whole = word === "" || words.names.includes(word);
  return whole || (is !== "ended" && is !== "unended") || hadOf(words, marksOf(words, word), record);
}

/** What was written in a record's own fields, folded. */
export function saysOf({ data }: Pick<ProcedureRecord, "data">): string {
  return foldText(
    Object.values(data)
      .filter((value) => typeof value === "string")
      .join("\n"),
  );
}

/** Whether a record was addressed to a department, or asks it. */
export function isOfDepartment({ data }: ProcedureRecord, department: string): boolean {
  return Object.values(data).includes(`department.${department}`);
}

/** Whether not having taken the word's step may mean that a town has no record yet. */
export function mayLack({ word, is, of }: Sought, { definition, steps }: RecordWords): boolean {
  if (is !== "not" || of.length !== 1) return false;
  const each = perTown(definition);
  const begins = steps.some(
    ({ id, terms }) => definition.steps[id]?.from === "start" && terms.some(({ head }) => head === word),
  );
  return each === "one" || (begins && each === "yearly");
}

/** Whether a step of the word could be taken in the present state. */
function isLeft({ definition }: RecordWords, { steps }: Marks, { state }: ProcedureRecord): boolean {
  return steps.some((step) => {
    const from = definition.steps[step]?.from ?? "start";
    return from !== "start" && from.includes(state);
  });
}

/** Whether the record was in a state, or had an aside, of the word. */
function hadOf({ definition }: RecordWords, { waits, asides }: Marks, { log }: ProcedureRecord): boolean {
  const opens = asides.flatMap((name) => definition.asides?.[name]?.opens ?? []);
  return log.some(({ to, step }) => waits.includes(to) || opens.includes(step));
}

/**
 * When what the word names was done; null where it was not, or was undone. A state that leads on counts as reached in those
 * after it as well.
 */
export function doneAt(words: RecordWords, word: string, record: ProcedureRecord): LogEntry | null {
  const { definition } = words;
  const { done, waits, steps } = marksOf(words, word);
  const order = Object.keys(definition.states);
  const leadsOn = (state: string) =>
    definition.states[state]?.owes !== undefined &&
    order.indexOf(record.state) > order.indexOf(state) &&
    stateOf(definition, record.state).colour !== "grey";
  if (done.length > 0)
    return (
      record.log.findLast(
        ({ from, to }) => from !== to && done.includes(to) && (to === record.state || leadsOn(to)),
      ) ?? null
    );
  if (waits.includes(record.state)) return null;
  // Whatever was waited for, the record has gone on from there.
  const passed = record.log.findLast(
    ({ from, to }) =>
      waits.includes(from) &&
      order.indexOf(to) > order.indexOf(from) &&
      order.indexOf(record.state) >= order.indexOf(to) &&
      stateOf(definition, record.state).colour !== "grey",
  );
  if (passed) return passed;
  return record.log.findLast(({ step }) => steps.includes(step)) ?? null;
}

/** When what the word names began to be under way; null where it is not. */
export function beganAt(words: RecordWords, word: string, record: ProcedureRecord): LogEntry | null {
  const { waits, asides } = marksOf(words, word);
  const aside = asides.map((name) => openAside(words.definition, record, name)).find((one) => one !== null);
  if (aside) return aside;
  return waits.includes(record.state)
    ? (record.log.findLast(({ from, to }) => from !== to && to === record.state) ?? null)
    : null;
}

/** A record as it stood at the end of a past day (`YYYY-MM-DD`); null before it began. */
export function recordOn(
  record: ProcedureRecord,
  day: string,
  isOn: (at: number) => boolean,
): ProcedureRecord | null {
  const state = stateOn(record, day);
  return state === null
    ? null
    : { ...record, state, due: null, log: record.log.filter(({ at }) => isOn(at)) };
}

/** A question as one word, `not:会签:town_plan+bulletin`. */
export function soughtKey({ of, word, is, by = "", most }: Sought): string {
  return [is, word, of.join("+"), by, most ?? ""].join(":").replace(/:+$/, "");
}

/** Reads it again; null for anything else. */
export function readSought(key: string): Sought | null {
  const [said, word, of, by, named] = key.split(":");
  const is = STANDS.find((one) => one === said);
  const most = MOSTS.find((one) => one === named);
  if (!is || word === undefined || !of) return null;
  return { is, word, of: of.split("+"), ...(by ? { by } : {}), ...(most ? { most } : {}) };
}
