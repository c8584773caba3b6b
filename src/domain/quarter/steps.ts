import { shanghaiDay } from "../calendar/shanghai-time.ts";
import type { Programme } from "../programme/programme.ts";
import { returnDate } from "./dates.ts";
import { refuse, type StageReason } from "./may.ts";
import type { NoWindow } from "./objection.ts";
import { objectionWindow } from "./objection.ts";
import type { ReportState } from "./report-state.ts";
import type { Timetable } from "./timetable.ts";

// The office's steps from review to a published ranking: lock, provisional scores, publication. Which step is next, and
// what it waits for.

/**
 * What the steps depend on besides the timetable: the programme's towns, the existing reports, and the number of
 * unanswered objections.
 */
export type StepFacts = {
  towns: number;
  reports: ReadonlyArray<Pick<ReportState, "town" | "status" | "returned" | "supplement">>;
  objectionsOpen: number;
};

/** Why a step cannot be taken now. */
export type StepRefusal =
  | { reason: Exclude<StageReason, "before_lock" | "objection_days"> }
  /** First reports are still ranked until the day `lock` (null: unknown), and `missing` towns are not approved yet. */
  | { reason: "before_lock"; lock: string | null; missing: number }
  /** Reports under review by a county: to be approved or returned first. */
  | { reason: "in_review"; towns: string[] }
  /** Returned reports whose days for resubmission are not over; the last one ends on `until`. */
  | { reason: "returned"; towns: string[]; until: string }
  | { reason: "nothing_approved" | "no_step" | "provisional_first" }
  | { reason: "objection_days"; until: number }
  | { reason: "objections_open"; open: number }
  /** The end of the objection window is unknown: the calendar or the pack's date has to be supplied first. */
  | NoWindow;

type Rules = Pick<Programme, "objection" | "deadline">;

/**
 * Why the quarter cannot be locked by hand; null when it can. Locking by hand is the only way while the lock day is
 * unknown.
 */
export function refuseClose(at: Timetable, facts: StepFacts): StepRefusal | null {
  const why = refuse("close", "city_office", at);
  return why === "before_lock" && at.lock === null ? null : stageRefusal(why, at, facts);
}

/** Whether the provisional scores can be announced now, and until when (UTC ms) towns could then object. */
export function checkProvisional(
  at: Timetable,
  facts: StepFacts,
  programme: Rules,
  now: number,
): { ok: true; until: number } | ({ ok: false } & StepRefusal) {
  const { objection } = programme;
  if (!objection) return { ok: false, reason: "no_step" };
  const waits =
    stageRefusal(refuse("announce", "city_office", at), at, facts) ?? unsettled(facts, programme, now);
  if (waits) return { ok: false, ...waits };
  const window = objectionWindow(at.period, objection, now);
  return window.known ? { ok: true, until: window.until } : { ok: false, ...window.why };
}

/** Why the ranking cannot be published now; null when it can. */
export function refusePublish(
  at: Timetable,
  facts: StepFacts,
  programme: Rules,
  now: number,
): StepRefusal | null {
  const why = refuse("publish", "city_office", at);
  const waits = stageRefusal(why, at, facts) ?? unsettled(facts, programme, now);
  if (waits || !programme.objection) return waits;
  if (at.objectionsUntil === null) {
    const window = objectionWindow(at.period, programme.objection, now);
    return window.known ? { reason: "provisional_first" } : window.why;
  }
  return facts.objectionsOpen > 0 ? { reason: "objections_open", open: facts.objectionsOpen } : null;
}

/** `published`: no step is left. `waits`: why the step cannot be taken yet; null when it can. */
export type NextStep = { step: "published" } | { step: "provisional" | "publish"; waits: StepRefusal | null };

/** The office's next step for a quarter. */
export function nextStep(at: Timetable, facts: StepFacts, programme: Rules, now: number): NextStep {
  if (at.stage === "published") return { step: "published" };
  if (!programme.objection || at.objectionsUntil !== null)
    return { step: "publish", waits: refusePublish(at, facts, programme, now) };
  const check = checkProvisional(at, facts, programme, now);
  if (check.ok) return { step: "provisional", waits: null };
  const { ok: _, ...waits } = check;
  return { step: "provisional", waits };
}

/** The reports the ranking contains or waits for: all but 补报. */
function rankable({ reports }: Pick<StepFacts, "reports">): StepFacts["reports"] {
  return reports.filter(({ supplement }) => !supplement);
}

function stageRefusal(why: StageReason | null, at: Timetable, facts: StepFacts): StepRefusal | null {
  if (why === "objection_days" && at.objectionsUntil !== null)
    return { reason: why, until: at.objectionsUntil };
  if (why === null || why === "objection_days") return null;
  if (why !== "before_lock") return { reason: why };
  const approved = rankable(facts).filter(({ status }) => status === "approved").length;
  const missing = facts.towns - approved;
  return missing > 0 ? { reason: why, lock: at.lock, missing } : null;
}

/** What has to be settled with towns and counties before a result may be shown; null when nothing. */
function unsettled(facts: StepFacts, programme: Rules, now: number): StepRefusal | null {
  const reports = rankable(facts);
  const inReview = reports.filter(({ status }) => status === "submitted").map(({ town }) => town);
  if (inReview.length > 0) return { reason: "in_review", towns: inReview };
  const today = shanghaiDay(now);
  const waiting = reports.flatMap(({ town, status, returned }) => {
    const until = status === "returned" && returned ? returnDate(programme, returned.at) : null;
    return until?.known && today <= until.day ? [{ town, until: until.day }] : [];
  });
  const until = waiting
    .map((one) => one.until)
    .sort()
    .at(-1);
  if (until !== undefined) return { reason: "returned", towns: waiting.map(({ town }) => town), until };
  return reports.some(({ status }) => status === "approved") ? null : { reason: "nothing_approved" };
}
