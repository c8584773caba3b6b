import fc from "fast-check";
import { expect, test } from "vitest";
import type { Person } from "../../../src/domain/people.ts";
import type { Command } from "../../../src/domain/task/command.ts";
import { decide } from "../../../src/domain/task/decide.ts";
import type { Task } from "../../../src/domain/task/task.ts";
import { answersFor } from "../../../src/domain/task/who.ts";
import { towns as programme } from "../programmes.ts";
import {
  colleague,
  draft,
  housing,
  land,
  leader,
  NOW,
  office,
  official,
  otherReviewer,
  put,
  reviewer,
  slip,
} from "./given.ts";

// Whatever people press, in whatever order and from however old a card, a task stays a task.

const people = [
  official,
  official,
  official,
  reviewer,
  reviewer,
  office,
  colleague,
  land,
  housing,
  leader,
  otherReviewer,
];
const words = fc.constantFrom("", "返工", "已整改");
const commands: fc.Arbitrary<Command> = fc.oneof(
  fc.constantFrom<Command>(
    { kind: "countersign" },
    { kind: "sign" },
    { kind: "grant_extension" },
    { kind: "accept_block" },
    { kind: "unblock" },
  ),
  fc.record({
    kind: fc.constant("progress" as const),
    percent: fc.constantFrom(0, 40, 80, 100, 100, 120),
    words,
  }),
  fc.record({ kind: fc.constant("show" as const), words }),
  fc.record({
    kind: fc.constant("request_extension" as const),
    to: fc.constantFrom("2026-10-15", "2026-10-03", "2027-03-01"),
    reason: words,
  }),
  fc.record({
    kind: fc.constantFrom(
      "refuse" as const,
      "refuse_extension" as const,
      "refuse_close" as const,
      "reopen" as const,
      "decline_block" as const,
      "withdraw" as const,
    ),
    reason: words,
  }),
  fc.record({ kind: fc.constant("ask_close" as const), words, evidence: fc.nat(1) }),
  fc.record({ kind: fc.constant("confirm_close" as const), evidence: fc.nat(1) }),
  fc.record({
    kind: fc.constant("block" as const),
    department: fc.constantFrom("land", "housing", "nobody"),
    reason: words,
  }),
);
/** Steps that lead somewhere, so that every status is reached. */
const likely = fc.constantFrom<{ actor: Person; command: Command }>(
  { actor: office, command: { kind: "countersign" } },
  { actor: official, command: { kind: "progress", percent: 100, words: "" } },
  { actor: official, command: { kind: "ask_close", words: "", evidence: 1 } },
  { actor: reviewer, command: { kind: "confirm_close", evidence: 1 } },
  { actor: office, command: { kind: "reopen", reason: "复查未通过" } },
  { actor: official, command: { kind: "request_extension", to: "2026-10-15", reason: "雨季" } },
  { actor: official, command: { kind: "block", department: "land", reason: "手续未批" } },
  { actor: official, command: { kind: "unblock" } },
);
const anything = fc.record({ actor: fc.constantFrom(...people), command: commands });
const steps = fc.array(
  fc.record({
    step: fc.oneof({ weight: 4, arbitrary: likely }, { weight: 1, arbitrary: anything }),
    age: fc.constantFrom(null, 0, 0, 0, 1, 2),
  }),
  { maxLength: 60, size: "max" },
);

/** What must be true of every task, whatever happened to it. */
function holds(task: Task): void {
  expect(task.percent).toBeGreaterThanOrEqual(0);
  expect(task.percent).toBeLessThanOrEqual(100);
  expect(task.log).toHaveLength(task.revision);
  if (task.status !== "open") expect([task.extension, task.blocked]).toEqual([null, null]);
  if (task.status === "closing" || task.status === "closed") expect(task.percent).toBe(100);
  expect(task.reopened).toBe(task.log.filter(({ kind }) => kind === "reopen").length);
}

/** An end was asked for with evidence by the addressee and confirmed by somebody else, in that order. */
function closedRightly(before: Task, after: Task, command: Command, by: string): void {
  if (after.status !== "closed" || before.status === "closed") return;
  expect([before.status, command.kind]).toEqual(["closing", "confirm_close"]);
  expect("evidence" in command && command.evidence).toBeGreaterThan(0);
  expect(before.log.findLast(({ kind }) => kind === "ask_close")?.by).not.toBe(by);
}

test.each([
  ["a year task", draft, official],
  ["a 督办 item", slip, office],
])("%s keeps its shape through any sequence of steps", (_, given, by) => {
  const reached = new Set<string>();
  fc.assert(
    fc.property(steps, (taken) => {
      let task = put(given, by);
      for (const { step, age } of taken) {
        const { actor, command } = step;
        const revision = age === null ? undefined : Math.max(1, task.revision - age);
        const decision = decide(
          revision === undefined ? command : { ...command, revision },
          task,
          actor,
          NOW,
          programme,
        );
        if (!decision.ok) continue;
        const next = decision.task;
        if (decision.repeated) expect(next).toBe(task);
        else {
          expect(next.revision).toBe(task.revision + 1);
          expect(next.log.slice(0, -1)).toEqual(task.log);
          expect(next.log.at(-1)).toMatchObject({ kind: command.kind, by: actor.openId });
          expect(revision === undefined || revision === task.revision).toBe(true);
          if (next.movedAt !== task.movedAt) expect(answersFor(actor, task.to)).toBe(true);
        }
        holds(next);
        closedRightly(task, next, command, actor.openId);
        task = next;
        reached.add(next.status);
      }
    }),
    { numRuns: 300 },
  );
  expect([...reached].sort()).toEqual(["closed", "closing", "open", "withdrawn"]);
});
