import type { Person } from "../people.ts";
import type { Programme } from "../programme.ts";
import type { Command, TaskRefusal } from "./command.ts";
import { decide } from "./decide.ts";
import { dueIn } from "./draft.ts";
import type { Task } from "./task.ts";

// Which steps a card offers its reader: those decide() would take, or would take once the form is filled in.

export type StepKind = Exclude<Command["kind"], "show">;

/** What a form still to be filled in may lack. */
const TO_FILL: readonly TaskRefusal[] = [
  "no_reason",
  "no_evidence",
  "not_working_day",
  "not_later",
  "unknown_department",
];

/** The steps this person may take now, in the order they are offered. */
export function offersFor(task: Task, actor: Person, now: number, programme: Programme): StepKind[] {
  return commands(task, now, programme)
    .filter((command) => {
      const decision = decide(command, task, actor, now, programme);
      return decision.ok || TO_FILL.includes(decision.reason);
    })
    .map(({ kind }) => kind);
}

function commands(task: Task, now: number, programme: Programme): Array<Command & { kind: StepKind }> {
  const reason = "-";
  const [department = ""] = programme.departments.map(({ slug }) => slug);
  const later = dueIn(1, Math.max(now, Date.parse(`${task.due}T04:00:00Z`)));
  return [
    { kind: "countersign" },
    { kind: "refuse", reason },
    { kind: "sign" },
    { kind: "progress", percent: task.percent, words: "" },
    { kind: "ask_close", words: "", evidence: 1 },
    { kind: "confirm_close", evidence: 1 },
    { kind: "refuse_close", reason },
    { kind: "grant_extension" },
    { kind: "refuse_extension", reason },
    { kind: "request_extension", to: later, reason },
    { kind: "block", department, reason },
    { kind: "accept_block" },
    { kind: "decline_block", reason },
    { kind: "unblock" },
    { kind: "reopen", reason },
    { kind: "withdraw", reason },
  ];
}
