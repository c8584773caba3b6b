import type { Person } from "../people.ts";
import type { Programme } from "../programme.ts";
import type { Task } from "./task.ts";

// What may be asked of a task, and why it may be refused.

/** `evidence`: photos and files on record for the task. `revision`: that of the card pressed, null for a quoted reply. */
export type Command = (
  | { kind: "countersign" }
  | { kind: "refuse"; reason: string }
  | { kind: "sign" }
  | { kind: "progress"; percent: number; words: string }
  | { kind: "show"; words: string }
  | { kind: "request_extension"; to: string; reason: string }
  | { kind: "grant_extension" }
  | { kind: "refuse_extension"; reason: string }
  | { kind: "ask_close"; words: string; evidence: number }
  | { kind: "confirm_close"; evidence: number }
  | { kind: "refuse_close"; reason: string }
  | { kind: "reopen"; reason: string }
  | { kind: "block"; department: string; reason: string }
  | { kind: "accept_block" }
  | { kind: "decline_block"; reason: string }
  | { kind: "unblock" }
  | { kind: "withdraw"; reason: string }
) & { revision?: number };

export type TaskRefusal =
  | "not_yours"
  /** The card was drawn before the last change; the caller shows the task as it is. */
  | "stale"
  /** The task is at another point of its life than the step needs. */
  | "wrong_status"
  /** What one has asked for oneself is for another to decide. */
  | "own_request"
  | "no_reason"
  | "too_long"
  | "percent_range"
  /** Less than was reported before needs a word of why. */
  | "backwards"
  | "bad_date"
  | "not_later"
  | "date_past"
  | "not_working_day"
  | "extension_pending"
  | "no_extension"
  | "not_done"
  | "no_evidence"
  | "blocked"
  | "not_blocked"
  | "unknown_department"
  | "signed_already";

/** `repeated`: the very same press came before; nothing changes. */
export type Decision = { ok: true; task: Task; repeated: boolean } | { ok: false; reason: TaskRefusal };
export type At = { actor: Person; now: number; programme: Programme };
