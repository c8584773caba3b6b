import type { NoWindow } from "../objection.ts";
import { objectionWindow } from "../objection.ts";
import type { Programme } from "../programme.ts";
import { shanghaiDay } from "../shanghai-time.ts";
import { returnDate } from "./dates.ts";
import { refuse, type StageReason } from "./may.ts";
import type { ReportState } from "./report-state.ts";
import type { Timetable } from "./timetable.ts";

// The office's way from review to a frozen ranking: lock, provisional scores, publication. Which step is next, and why
// it has to wait.

/**
 * What the steps depend on beside the timetable: the towns of the programme, the reports there are, and how many
 * objections wait for an answer.
 */
export type StepFacts = {
  towns: number;
  reports: ReadonlyArray<Pick<ReportState, "town" | "status" | "returned" | "supplement">>;
  objectionsOpen: number;
};

/** Why a step cannot be taken now. */
export type StepRefusal =
  | { reason: Exclude<StageReason, "before_lock" | "objection_days"> }
  /** First reports are still ranked, until the day `lock` (null: not known), and `missing` towns are not approved. */
  | { reason: "before_lock"; lock: string | null; missing: number }
  /** Reports still with a county: approve or return them first. */
  | { reason: "in_review"; towns: string[] }
  /** Reports sent back whose days to mend them are not over, the last of them on `until`. */
  | { reason: "returned"; towns: string[]; until: string }
  | { reason: "nothing_approved" | "no_step" | "provisional_first" }
  | { reason: "objection_days"; until: number }
  | { reason: "objections_open"; open: number }
  /** Until when towns may object is not known: the calendar or the pack's own day has to be mended first. */
  | NoWindow;

type Rules = Pick<Programme, "objection" | "deadline">;

/** Why the quarter cannot be locked by hand; null when it can. Where the lock day is not known there is no other way. */
export function refuseClose(at: Timetable, facts: StepFacts): StepRefusal | null {
  const why = refuse("close", "city_office", at);
  return why === "before_lock" && at.lock === null ? null : stageRefusal(why, at, facts);
}

/** May the provisional scores go out now, and until when (UTC ms) may towns object then? */
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

/** `published`: nothing is left to do. `waits`: why the step cannot be taken yet. */
export type NextStep = { step: "published" } | { step: "provisional" | "publish"; waits: StepRefusal | null };

/** What the office does next with a quarter. */
export function nextStep(at: Timetable, facts: StepFacts, programme: Rules, now: number): NextStep {
  if (at.stage === "published") return { step: "published" };
  if (!programme.objection || at.objectionsUntil !== null)
    return { step: "publish", waits: refusePublish(at, facts, programme, now) };
  const check = checkProvisional(at, facts, programme, now);
  if (check.ok) return { step: "provisional", waits: null };
  const { ok: _, ...waits } = check;
  return { step: "provisional", waits };
}

/** The reports the ranking is made of, or waits for: every one but a 补报. */
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

/** What has to be settled with towns and counties before a result may be shown. */
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
