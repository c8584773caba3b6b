import { type NoWindow, objectionWindow } from "./objection.ts";
import type { PeriodId } from "./period.ts";
import type { Programme } from "./programme.ts";

// From review to a frozen ranking: provisional scores, the time for objections, publication. Which step is next, and why
// it may have to wait, is decided here alone.

/** What the steps of a quarter depend on; `status` null: never opened. Towns by slug; times UTC ms. */
export type QuarterFacts = {
  status: "open" | "closed" | "published" | null;
  inReview: string[];
  approved: number;
  objection: Programme["objection"];
  /** Null until the provisional scores are out. */
  objectionsUntil: number | null;
  objectionsOpen: number;
};

/** Why a step cannot be taken now. */
export type StepRefusal =
  | { reason: "not_open" | "published" | "nothing_approved" }
  /** Reports still with a county: approve or return them first. */
  | { reason: "in_review"; towns: string[] }
  /** Provisional scores are announced once, and only where the programme has that step. */
  | { reason: "already" | "no_step" }
  | { reason: "provisional_first" }
  | { reason: "objection_window"; until: number }
  | { reason: "objections_open"; open: number }
  /** Until when towns may object is not known: the calendar or the pack's own day has to be mended first. */
  | NoWindow;

/** May the provisional scores go out now, and until when may towns object then? */
export function checkProvisional(
  period: PeriodId,
  facts: QuarterFacts,
  now: number,
): { ok: true; until: number } | ({ ok: false } & StepRefusal) {
  const { objection } = facts;
  if (!objection) return { ok: false, reason: "no_step" };
  const waits = notReady(facts, facts.objectionsUntil === null ? null : { reason: "already" });
  if (waits) return { ok: false, ...waits };
  const window = objectionWindow(period, objection, now);
  return window.known ? { ok: true, until: window.until } : { ok: false, ...window.why };
}

/** Why the ranking cannot be published now; null when it can. */
export function checkPublish(period: PeriodId, facts: QuarterFacts, now: number): StepRefusal | null {
  const { objection, objectionsUntil, objectionsOpen } = facts;
  const waits = notReady(facts, null);
  if (waits || !objection) return waits;
  if (objectionsUntil === null) {
    const window = objectionWindow(period, objection, now);
    return window.known ? { reason: "provisional_first" } : window.why;
  }
  if (now <= objectionsUntil) return { reason: "objection_window", until: objectionsUntil };
  return objectionsOpen > 0 ? { reason: "objections_open", open: objectionsOpen } : null;
}

/** `published`: nothing is left to do. `waits`: why the step cannot be taken yet. */
export type NextStep = { step: "published" } | { step: "provisional" | "publish"; waits: StepRefusal | null };

/** What the office does next with a quarter. */
export function nextStep(period: PeriodId, facts: QuarterFacts, now: number): NextStep {
  if (facts.status === "published") return { step: "published" };
  if (!facts.objection || facts.objectionsUntil !== null)
    return { step: "publish", waits: checkPublish(period, facts, now) };
  const check = checkProvisional(period, facts, now);
  if (check.ok) return { step: "provisional", waits: null };
  const { ok: _, ...waits } = check;
  return { step: "provisional", waits };
}

function notReady(
  { status, inReview, approved }: QuarterFacts,
  before: StepRefusal | null,
): StepRefusal | null {
  if (status === null) return { reason: "not_open" };
  if (status === "published") return { reason: "published" };
  if (before) return before;
  if (inReview.length > 0) return { reason: "in_review", towns: inReview };
  return approved === 0 ? { reason: "nothing_approved" } : null;
}
