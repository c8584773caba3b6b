import { shanghaiTime } from "../../../src/domain/calendar/shanghai-time.ts";
import type { Procedure } from "../../../src/domain/procedure/definition.ts";
import type { ProcedureRecord } from "../../../src/domain/procedure/record.ts";
import { begin, take } from "../../../src/domain/procedure/take.ts";
import type { Person, Role } from "../../../src/domain/programme/people.ts";
import { supervision } from "../../../src/domain/task/supervision.ts";
import { yearTask } from "../../../src/domain/task/year-task.ts";
import { towns as programme } from "../programmes.ts";

// 碛口's year task of a visitor centre, a 督办 item about its car park, and the people involved.

/** Monday 2026-06-15 10:00. */
export const NOW = shanghaiTime("2026-06-15", "10:00");

export const person = (role: Role, area: string, openId = `ou_${role}_${area}`): Person => ({
  openId,
  name: openId.slice(3),
  role,
  area,
  locale: "zh-CN",
});
export const official = person("town_official", "qikou");
export const reviewer = person("county_reviewer", "linxian");
export const deputyReviewer = person("county_reviewer", "linxian", "ou_deputy_reviewer");
export const office = person("city_office", "");
export const colleague = person("city_office", "", "ou_colleague");
export const leader = person("leader", "");
export const land = person("department", "land");
export const housing = person("department", "housing");
export const nowhere = person("department", "");
export const otherOfficial = person("town_official", "xinyi");
export const otherReviewer = person("county_reviewer", "lishi");

type Values = Record<string, unknown>;

export const draft = {
  to: "town.qikou",
  area: "facilities",
  item: null,
  title: "游客中心主体完工",
  owner: "分管副镇长",
  weight: "10",
  start: "2026-03-02",
  due: "2026-09-30",
  steps: "桩基:2026-05-29:30；主体:2026-08-31:70",
  evidence_needed: "主体验收照片",
} satisfies Values;
export const slip = {
  to: "town.qikou",
  origin: "problem",
  title: "停车场占道问题整改",
  owner: "分管副镇长",
  due: "2026-06-23",
  evidence_needed: "",
} satisfies Values;

const at = (actor: Person, now = NOW, evidence = 1) => ({ actor, now, programme, evidence });
const definitionOf = ({ procedure }: ProcedureRecord): Procedure =>
  procedure === yearTask.id ? yearTask : supervision;

/** The record after proposing a year task; the reason if refused. */
export function proposing(values: Values, by: Person, town = ""): ProcedureRecord | string {
  const begun = begin(yearTask, { id: "t1", town, period: "", ref: "" }, "propose", values, at(by));
  return begun.ok ? begun.record : begun.refusal.reason;
}

/** The same for a 督办 item: the office issues it, others propose it. */
export function issuing(values: Values, by: Person): ProcedureRecord | string {
  const step = by.role === "city_office" ? "issue" : "propose";
  const begun = begin(supervision, { id: "t1", town: "", period: "", ref: "" }, step, values, at(by));
  return begun.ok ? begun.record : begun.refusal.reason;
}

function ok(record: ProcedureRecord | string): ProcedureRecord {
  if (typeof record === "string") throw new Error(record);
  return record;
}
export const put = (values: Values, by: Person) => ok(proposing(values, by));
export const give = (values: Values, by: Person) => ok(issuing(values, by));

export type Move = [who: Person, step: string, typed?: Values];

/** The record after these steps, all of which must succeed. */
export function having(record: ProcedureRecord, ...moves: Move[]): ProcedureRecord {
  return moves.reduce((before, [who, step, typed = {}]) => {
    const taken = take(definitionOf(before), before, step, typed, at(who));
    if (!taken.ok) throw new Error(`${step}: ${taken.refusal.reason}`);
    return taken.record;
  }, record);
}

/** The result of one step: done, repeated or the refusal's reason. */
export function outcome(
  record: ProcedureRecord,
  [who, step, typed = {}]: Move,
  { now = NOW, evidence = 1, revision }: { now?: number; evidence?: number; revision?: number } = {},
): string {
  const when = { ...at(who, now, evidence), ...(revision === undefined ? {} : { revision }) };
  const taken = take(definitionOf(record), record, step, typed, when);
  if (!taken.ok) return taken.refusal.reason;
  return taken.repeated ? "repeated" : "done";
}

export const proposed = put(draft, official);
export const opened = having(proposed, [reviewer, "countersign"]);
export const finished = having(opened, [official, "progress", { percent: "100", words: "已完工" }]);
export const closing = having(finished, [official, "ask_close", { words: "" }]);
export const closed = having(closing, [reviewer, "confirm_close"]);
export const item = give(slip, office);
