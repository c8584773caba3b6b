import { taskFormText } from "../../../cards/text/task-forms.ts";
import { taskStepText } from "../../../cards/text/task-steps.ts";
import { readPercent } from "../../domain/numbers.ts";
import type { Locale } from "../../domain/people.ts";
import { readDay } from "../../domain/read-day.ts";
import type { Command } from "../../domain/task/command.ts";
import type { StepKind } from "../../domain/task/offers.ts";
import type { Task } from "../../domain/task/task.ts";

export type ReadCommand =
  | { ok: true; command: Command & { kind: StepKind } }
  /** `step`: the form to show again with the problem; null for a step nobody knows. */
  | { ok: false; step: StepKind; problem: string }
  | { ok: false; step: null };

/** What a pressed step asks for, with what its form says. A figure or day that cannot be read is asked back. */
export function readCommand(
  step: string,
  typed: Record<string, string>,
  task: Task,
  locale: Locale,
  evidence: number,
): ReadCommand {
  const { words = "", reason = "", department = "" } = typed;
  const done = (command: Command & { kind: StepKind }): ReadCommand => ({ ok: true, command });
  switch (step) {
    case "countersign":
    case "sign":
    case "grant_extension":
    case "accept_block":
    case "unblock":
      return done({ kind: step });
    case "refuse":
    case "refuse_extension":
    case "refuse_close":
    case "reopen":
    case "decline_block":
    case "withdraw":
      return done({ kind: step, reason });
    case "progress": {
      const read = readPercent(typed.percent ?? "");
      if (read.ok) return done({ kind: step, percent: read.value, words });
      return { ok: false, step, problem: taskFormText(locale).doubtful(typed.percent ?? "") };
    }
    case "request_extension": {
      const to = readDay(typed.to ?? "", Number(task.due.slice(0, 4)));
      if (to !== null) return done({ kind: step, to, reason });
      return { ok: false, step, problem: taskStepText(locale).refused.bad_date };
    }
    case "ask_close":
      return done({ kind: step, words, evidence });
    case "confirm_close":
      return done({ kind: step, evidence });
    case "block":
      return done({ kind: step, department, reason });
    default:
      return { ok: false, step: null };
  }
}
