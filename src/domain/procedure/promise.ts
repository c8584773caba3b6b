import * as z from "zod";
import {
  laterPeriod,
  type PeriodId,
  parsePeriod,
  periodDays,
  quarterOf,
  yearOf,
} from "../calendar/period.ts";
import { addDays } from "../calendar/shanghai-time.ts";
import type { Programme } from "../programme/programme.ts";
import { timetable, UNOPENED } from "../quarter/timetable.ts";
import { type At, procedure, type Reply, step } from "./definition.ts";
import type { Choice } from "./field.ts";
import { type PromisedWords, promiseMark, readPromises } from "./promised-words.ts";
import type { ProcedureRecord, Values } from "./record.ts";

// 承诺: what a town's approved report says outright it will do in a quarter to come, and what it only aims at, if its official
// says so. The report of that quarter asks about it: kept, not kept, or put off, with a reason. It is between the town and
// its county until it is answered.

const LONGEST_REASON = 300;
/** Quarters a promise may be put off to. */
const PUT_OFF = 3;

const TOWN = ["town"] as const;
const OPEN = ["open"] as const;
const reason = { kind: "words", longest: LONGEST_REASON } as const;
const period = z.string().refine((text) => parsePeriod(text) !== null);

/** It is to be answered with the report of its quarter, once that is over; "" while that report's due day is unknown. */
function answeredBy(text: string, programme: Programme): Values {
  const quarter = parsePeriod(text);
  return {
    answer_by: (quarter && timetable(quarter, programme, UNOPENED, 0).due) ?? "",
    ask_from: quarter ? addDays(periodDays(quarter).last, 1) : "",
  };
}

const made = {
  from: "start",
  to: "open",
  asks: {
    /** As the report says it now; null where it does not say so any more. */
    text: { kind: "given", schema: z.string().nullable() },
    quarter: { kind: "given", schema: period.nullable() },
  },
  refuses: (_: unknown, { text, quarter }: Said) => (text === null || quarter === null ? "not_said" : null),
  sets: (_: unknown, { quarter }: Said, { programme }: At) => answeredBy(quarter ?? "", programme),
  tells: [],
} as const;
type Said = { text: string | null; quarter: string | null };

export const promise = procedure({
  id: "promise",
  /** A sentence is promised once. `ref` is where it stands: `2026Q3/qikou/facilities/0-123`. */
  key: ({ town, ref, data }) => `${town} ${ref.split("/")[0]} ${String(data.text ?? ref)}`,
  sees: ["town", "principal", "county", "county_principal"],
  reasons: ["not_said"],
  states: {
    open: {
      colour: "blue",
      owes: { post: "town", within: { day: "answer_by" }, opens: "ask_from" },
      concerns: ["principal", "county"],
    },
    kept: { colour: "green", ends: true, keepsKey: true, sees: ["office", "leader"] },
    missed: { colour: "red", ends: true, keepsKey: true, sees: ["office", "leader"] },
    withdrawn: { colour: "grey", ends: true },
  },
  steps: {
    make: step({ ...made, who: TOWN }),
    /** Its report, which says it outright, was approved. */
    said: step({ ...made, who: TOWN, along: true }),
    /** Its report, opened again and approved anew, does not say it any more. */
    unsaid: step({ from: OPEN, to: "withdrawn", who: TOWN, along: true, asks: {}, tells: [] }),
    keep: step({ from: OPEN, to: "kept", who: TOWN, asks: {}, tells: [] }),
    miss: step({ from: OPEN, to: "missed", who: TOWN, asks: { reason }, tells: ["county"] }),
    put_off: step({
      from: OPEN,
      to: "open",
      who: TOWN,
      asks: { until: { kind: "choice", of: quartersAfter }, reason },
      sets: (_, { until }, { programme }: At) => ({ quarter: until, ...answeredBy(until, programme) }),
      tells: ["county"],
    }),
    withdraw: step({ from: OPEN, to: "withdrawn", who: TOWN, asks: { reason }, tells: ["county"] }),
  },
  reply: readAnswer,
});

const promisedSchema = z.object({ text: z.string(), quarter: period });

/** What a record promises, and for which quarter. */
export function promisedIn({ data }: Pick<ProcedureRecord, "data">): { text: string; quarter: PeriodId } {
  const { text, quarter: written } = promisedSchema.parse(data);
  const quarter = parsePeriod(written);
  if (!quarter) throw new Error(`a promise for no quarter: ${written}`);
  return { text, quarter };
}

/** What a report says by when; `ref`: where it stands, `2026Q3/qikou/facilities/0-123`. */
export type SaidPromise = PromisedWords & { ref: string };
type Saying = {
  period: PeriodId;
  town: string;
  content: { areas: Readonly<Record<string, { words: { next: string } } | undefined>> };
};

/** What a report says by when, and none of `made` (the town's promises, withdrawn ones among them) says. */
export function unmadePromises(report: Saying, made: readonly Made[], programme: Areas): SaidPromise[] {
  const before = made.filter((one) => isFrom(report, one) && one.log.at(-1)?.step !== "unsaid");
  const known = new Set(before.map((record) => promisedIn(record).text));
  // A sentence is promised once, wherever it stands.
  return promisesIn(report, programme).filter(({ text }) => !known.has(text) && known.add(text));
}

/** Those of `made` that became promises with this report's approval and are not in it any more. */
export function unsaidPromises<M extends Made>(report: Saying, made: readonly M[], programme: Areas): M[] {
  const says = new Set(promisesIn(report, programme).map(({ text }) => text));
  return made.filter((one) => {
    const began = one.state === "open" && one.log[0]?.step === "said" && isFrom(report, one);
    return began && !says.has(promisedIn(one).text);
  });
}

type Made = Pick<ProcedureRecord, "ref" | "data" | "state" | "log">;
type Areas = Pick<Programme, "areas">;

function isFrom({ period }: Saying, { ref }: Made): boolean {
  return ref.startsWith(`${period}/`);
}

function promisesIn({ period, town, content }: Saying, { areas }: Areas): SaidPromise[] {
  return areas.flatMap(({ id }) =>
    readPromises(content.areas[id]?.words.next ?? "", period).map((one, at) => ({
      ...one,
      ref: `${period}/${town}/${id}/${promiseMark(one, at)}`,
    })),
  );
}

/** Whether the report of `period` asks about an open promise: it was for that quarter, or for one before. */
export function isAskedIn(record: Pick<ProcedureRecord, "state" | "data">, period: PeriodId): boolean {
  return record.state === "open" && promisedIn(record).quarter <= period;
}

/** The quarters after the promised one. */
function quartersAfter(_: Programme, record: ProcedureRecord | null): Choice[] {
  if (!record) return [];
  const { quarter } = promisedIn(record);
  return Array.from({ length: PUT_OFF }, (_one, i) => {
    const id = laterPeriod(quarter, i + 1);
    const name = `${yearOf(id)}年第${"一二三四"[quarterOf(id) - 1]}季度`;
    return { id, name, nameEn: `Q${quarterOf(id)} ${yearOf(id)}` };
  });
}

const KEPT = /^(?:已经?|都)?(?:兑现|完成|做到)了?[。.!！\s]*$|^(?:kept|done)[.!\s]*$/i;
const MISSED = /^(?:未能?|没有?)(?:兑现|完成|做到)[了，,：:。\s]*(.*)$|^not kept[,.:\s]*(.*)$/is;
const LATER = /^(?:延后|推迟|延期)|^put off/i;

function readAnswer(words: string): Reply | null {
  const text = words.trim();
  if (KEPT.test(text)) return { step: "keep", typed: {} };
  const missed = MISSED.exec(text);
  if (missed) return { step: "miss", typed: { reason: (missed[1] ?? missed[2] ?? "").trim() } };
  return LATER.test(text) ? { step: "put_off", typed: { reason: text }, asks: "" } : null;
}
