import type { At, Command, Decision } from "./command.ts";
import { dueIn, SUPERVISION_DAYS } from "./draft.ts";
import { changed, moved, refuseAddressee, refused, refuseJudge, wanting } from "./step.ts";
import type { Task } from "./task.ts";

// 销号: an end is asked for with what has to be shown, and confirmed by the county or the city office.

/** Asked for at 100 %, with evidence where evidence is needed. Time asked for is then no longer asked for. */
export function askClose(
  { words, evidence }: Extract<Command, { kind: "ask_close" }>,
  task: Task,
  at: At,
): Decision {
  const refusal = refuseAddressee(task, at);
  if (refusal) return refused(refusal);
  if (task.blocked) return refused("blocked");
  if (task.percent < 100) return refused("not_done");
  if (lacksEvidence(task, evidence)) return refused("no_evidence");
  return moved(task, { status: "closing", extension: null }, "ask_close", words, at);
}

export function confirmClose(evidence: number, task: Task, at: At): Decision {
  const refusal = refuseJudge(task, "closing", at);
  if (refusal) return refused(refusal);
  // A file may have turned out unreadable since.
  if (lacksEvidence(task, evidence)) return refused("no_evidence");
  return changed(task, { status: "closed" }, "confirm_close", "", at);
}

export function refuseClose(reason: string, task: Task, at: At): Decision {
  const refusal = refuseJudge(task, "closing", at) ?? wanting(reason);
  if (refusal) return refused(refusal);
  return changed(task, { status: "open" }, "refuse_close", reason, at);
}

/** A task opened again has a few working days, unless it was due later anyway. */
export function reopen(reason: string, task: Task, at: At): Decision {
  const refusal = refuseJudge(task, "closed", at) ?? wanting(reason);
  if (refusal) return refused(refusal);
  const soonest = dueIn(SUPERVISION_DAYS, at.now);
  const [due = soonest] = [soonest, task.due].sort((a, b) => (a < b ? 1 : -1));
  return changed(task, { status: "open", reopened: task.reopened + 1, due }, "reopen", reason, at, { due });
}

function lacksEvidence({ evidenceNeeded }: Task, evidence: number): boolean {
  return evidenceNeeded !== "" && evidence === 0;
}
