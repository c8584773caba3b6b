import type { Person } from "../people.ts";
import type { Programme } from "../programme.ts";
import { acceptBlock, block, declineBlock, unblock } from "./blocking.ts";
import { askClose, confirmClose, refuseClose, reopen } from "./closing.ts";
import type { At, Command, Decision, TaskRefusal } from "./command.ts";
import { LONGEST_WORDS } from "./draft.ts";
import { decideExtension, requestExtension } from "./extension.ts";
import { changed, mineOnly, moved, refuseAddressee, refused, wanting } from "./step.ts";
import type { Task } from "./task.ts";
import { mayCountersign } from "./who.ts";

// The one place that says what happens to a task once it is put forward (propose.ts). Command + task + actor + now in,
// new task or a reason out.

export function decide(
  command: Command,
  task: Task,
  actor: Person,
  now: number,
  programme: Programme,
): Decision {
  const at: At = { actor, now, programme };
  if (isRepeated(command, task, actor)) return { ok: true, task, repeated: true };
  if (command.revision !== undefined && command.revision !== task.revision) return refused("stale");
  const words = "reason" in command ? command.reason : "words" in command ? command.words : "";
  if ([...words.trim()].length > LONGEST_WORDS) return refused("too_long");
  return step(command, task, at);
}

function step(command: Command, task: Task, at: At): Decision {
  switch (command.kind) {
    case "countersign":
      return countersign(task, at);
    case "refuse":
      return refuse(command.reason, task, at);
    case "sign":
      return sign(task, at);
    case "progress":
      return progress(command, task, at);
    case "show":
      return show(command.words, task, at);
    case "request_extension":
      return requestExtension(command, task, at);
    case "grant_extension":
      return decideExtension(true, "", task, at);
    case "refuse_extension":
      return decideExtension(false, command.reason, task, at);
    case "ask_close":
      return askClose(command, task, at);
    case "confirm_close":
      return confirmClose(command.evidence, task, at);
    case "refuse_close":
      return refuseClose(command.reason, task, at);
    case "reopen":
      return reopen(command.reason, task, at);
    case "block":
      return block(command, task, at);
    case "accept_block":
      return acceptBlock(task, at);
    case "decline_block":
      return declineBlock(command.reason, task, at);
    case "unblock":
      return unblock(task, at);
    case "withdraw":
      return withdraw(command.reason, task, at);
  }
}

function countersign(task: Task, at: At): Decision {
  const refusal = refuseProposal(task, at);
  if (refusal) return refused(refusal);
  return changed(task, { status: "open" }, "countersign", "", at);
}

function refuse(reason: string, task: Task, at: At): Decision {
  const refusal = refuseProposal(task, at) ?? wanting(reason);
  if (refusal) return refused(refusal);
  return changed(task, { status: "withdrawn" }, "refuse", reason, at);
}

function refuseProposal(task: Task, at: At): TaskRefusal | null {
  if (!mayCountersign(at.actor, task, at.programme)) return "not_yours";
  if (task.status !== "proposed") return "wrong_status";
  return proposedBy(task) === at.actor.openId ? "own_request" : null;
}

/** 签收: the addressee has seen it and takes it on. It counts as a movement, once until it is reopened. */
function sign(task: Task, at: At): Decision {
  const refusal = refuseAddressee(task, at);
  if (refusal) return refused(refusal);
  if (isSigned(task)) return refused("signed_already");
  return moved(task, {}, "sign", "", at);
}

function progress({ percent, words }: Extract<Command, { kind: "progress" }>, task: Task, at: At): Decision {
  const refusal = refuseAddressee(task, at);
  if (refusal) return refused(refusal);
  if (!(percent >= 0 && percent <= 100)) return refused("percent_range");
  if (percent < task.percent && words.trim() === "") return refused("backwards");
  return moved(task, { percent }, "progress", words, at, { percent });
}

/** Photos or files came in, or words without a figure. */
function show(words: string, task: Task, at: At): Decision {
  // Evidence may still be added while its end is being looked at.
  const refusal = task.status === "closing" ? mineOnly(task, at) : refuseAddressee(task, at);
  return refusal ? refused(refusal) : moved(task, {}, "show", words, at);
}

/** Whoever put it forward may take it back until it is agreed to (others refuse it); later whoever decides about it. */
function withdraw(reason: string, task: Task, at: At): Decision {
  const own = proposedBy(task) === at.actor.openId;
  const may = task.status === "proposed" ? own : mayCountersign(at.actor, task, at.programme);
  if (!may) return refused("not_yours");
  if (task.status === "closed" || task.status === "withdrawn") return refused("wrong_status");
  const refusal = wanting(reason);
  if (refusal) return refused(refusal);
  return changed(task, { status: "withdrawn", extension: null, blocked: null }, "withdraw", reason, at);
}

/** Who put the task forward last, an open_id. */
export function proposedBy(task: Task): string | null {
  return task.log.findLast(({ kind }) => kind === "propose")?.by ?? null;
}

/** Whether its addressee has signed for it since it was last opened. */
function isSigned({ log }: Task): boolean {
  return log
    .slice(log.findLastIndex(({ kind }) => kind === "reopen") + 1)
    .some(({ kind }) => kind === "sign");
}

/** The same person's same step pressed twice in a row: the second press was drawn from what stood before the first. */
function isRepeated(command: Command, task: Task, actor: Person): boolean {
  const last = task.log.at(-1);
  if (command.revision === undefined || command.revision !== task.revision - 1) return false;
  const words = "reason" in command ? command.reason : "words" in command ? command.words : "";
  const percent = "percent" in command ? command.percent : undefined;
  return (
    last?.kind === command.kind &&
    last.by === actor.openId &&
    last.words === words.trim() &&
    last.percent === percent
  );
}
