import type { Person } from "./people.ts";
import { quietUntil } from "./quiet-hours.ts";

/**
 * 加急: one message that may press. It needs a second, named person and a reason, and it expires. Times UTC ms.
 *
 * proposed: waits for its approver · sent: approved, and its time runs · over: sent, and its time has passed ·
 * refused, withdrawn: nothing was sent · expired: nobody approved it before its end, nothing was sent.
 */
export type UrgentRequest = {
  id: string;
  /** Town slugs it goes to. */
  towns: string[];
  words: string;
  reason: string;
  proposedBy: string;
  proposedAt: number;
  approver: string;
  /** After this it is neither approved nor sent. */
  expiresAt: number;
  status: "proposed" | "sent" | "over" | "refused" | "withdrawn" | "expired";
  decidedAt: number | null;
};

export const LONGEST_WORDS = 300;
export const LONGEST_REASON = 200;
/** An urgent message lives a day at most, ms. */
const LONGEST_LIFE = 86_400_000;

/** What is typed into the form. `approver`: the person chosen, null when the roster does not know them. */
export type UrgentDraft = {
  towns: string[];
  words: string;
  reason: string;
  approver: Person | null;
  /** UTC ms; NaN when it is no time. */
  expiresAt: number;
};
export type DraftRefusal = "outside_hours" | "no_towns" | "empty" | "too_long" | "approver" | "end";
export type DecisionRefusal = "not_named" | "decided" | "expired" | "outside_hours" | "empty" | "too_long";
export type Verdict = "approve" | "refuse" | "withdraw";

/** Who may approve somebody's urgent message: another one of the city office, or a leader. */
export function mayApprove(person: Person, proposer: string): boolean {
  return (person.role === "city_office" || person.role === "leader") && person.openId !== proposer;
}

/** Whether the message may be proposed at `now`. */
export function checkDraft(draft: UrgentDraft, proposer: string, now: number): DraftRefusal | null {
  const { towns, approver, expiresAt } = draft;
  const words = [...draft.words.trim()].length;
  const reason = [...draft.reason.trim()].length;
  if (quietUntil(now) > now) return "outside_hours";
  if (towns.length === 0) return "no_towns";
  if (words === 0 || reason === 0) return "empty";
  if (words > LONGEST_WORDS || reason > LONGEST_REASON) return "too_long";
  if (!approver || !mayApprove(approver, proposer)) return "approver";
  const inHours = expiresAt > now && quietUntil(expiresAt - 1) < expiresAt;
  return inHours && expiresAt - now <= LONGEST_LIFE ? null : "end";
}

/**
 * Whether a person may decide at `now`. The named one approves or refuses, the proposer withdraws, nobody else does
 * anything; approving sends at once and therefore waits for working hours.
 */
export function checkDecision(
  request: UrgentRequest,
  person: Person,
  verdict: Verdict,
  now: number,
): DecisionRefusal | null {
  const named = request.approver === person.openId && mayApprove(person, request.proposedBy);
  const allowed = verdict === "withdraw" ? request.proposedBy === person.openId : named;
  if (!allowed) return "not_named";
  const { status } = asOf(request, now);
  if (status === "expired") return "expired";
  if (status !== "proposed") return "decided";
  return verdict === "approve" && quietUntil(now) > now ? "outside_hours" : null;
}

/** Whether a refusal's reason may stand. */
export function checkRefusal(reason: string): "empty" | "too_long" | null {
  const length = [...reason.trim()].length;
  if (length === 0) return "empty";
  return length > LONGEST_REASON ? "too_long" : null;
}

/** The request as its time makes it, whether or not anybody has noted that yet. */
export function asOf(request: UrgentRequest, now: number): UrgentRequest {
  if (now < request.expiresAt) return request;
  if (request.status === "proposed") return { ...request, status: "expired" };
  return request.status === "sent" ? { ...request, status: "over" } : request;
}
