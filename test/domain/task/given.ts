import type { Person, Role } from "../../../src/domain/people.ts";
import { shanghaiTime } from "../../../src/domain/shanghai-time.ts";
import type { Command } from "../../../src/domain/task/command.ts";
import { decide } from "../../../src/domain/task/decide.ts";
import { propose } from "../../../src/domain/task/propose.ts";
import type { Task, TaskDraft } from "../../../src/domain/task/task.ts";
import { towns as programme } from "../programmes.ts";

// 碛口's year task of a visitor centre, a 督办 item about its car park, and the people around them.

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

export const draft: TaskDraft = {
  kind: "plan",
  to: { kind: "town", slug: "qikou" },
  area: "facilities",
  item: null,
  title: "游客中心主体完工",
  ownerPost: "分管副镇长",
  weight: 10,
  start: "2026-03-02",
  due: "2026-09-30",
  steps: [
    { name: "桩基", due: "2026-05-29", share: 30 },
    { name: "主体", due: "2026-08-31", share: 70 },
  ],
  evidenceNeeded: "主体验收照片",
  origin: null,
};
export const slip: TaskDraft = {
  ...draft,
  kind: "supervision",
  area: null,
  title: "停车场占道问题整改",
  start: "2026-06-15",
  due: "2026-06-23",
  steps: [],
  origin: { kind: "problem", ref: "2026Q1/qikou" },
};

export function put(given: TaskDraft, by: Person, now = NOW): Task {
  const proposal = propose(given, "t1", null, by, now, programme);
  if (!proposal.ok) throw new Error(JSON.stringify(proposal));
  return proposal.task;
}

/** The task after these steps, each of which must be taken. */
export function having(task: Task, ...steps: Array<[Person, Command]>): Task {
  return steps.reduce((at, [actor, command]) => {
    const decision = decide(command, at, actor, NOW, programme);
    if (!decision.ok) throw new Error(`${command.kind}: ${decision.reason}`);
    return decision.task;
  }, task);
}

export function outcome(task: Task, actor: Person, command: Command, now = NOW): string {
  const decision = decide(command, task, actor, now, programme);
  if (!decision.ok) return decision.reason;
  return decision.repeated ? "repeated" : "done";
}

export const proposed = put(draft, official);
export const opened = having(proposed, [reviewer, { kind: "countersign" }]);
export const finished = having(opened, [official, { kind: "progress", percent: 100, words: "已完工" }]);
export const closing = having(finished, [official, { kind: "ask_close", words: "", evidence: 2 }]);
export const closed = having(closing, [reviewer, { kind: "confirm_close", evidence: 2 }]);
export const item = put(slip, office);
