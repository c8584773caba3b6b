import type { Locale } from "../../src/domain/programme/people.ts";
import type { StepRefusal } from "../../src/domain/quarter/steps.ts";

// Wording: why a step of the quarter cannot be taken and what to do, on cards, in toasts and in the terminal.

/** Reasons without figures. */
type Plain = Extract<StepRefusal, { reason: string }>["reason"];
type Sentences = Record<
  Exclude<
    Plain,
    | "before_lock"
    | "in_review"
    | "returned"
    | "objection_days"
    | "objections_open"
    | "calendar_unknown"
    | "override_over"
  >,
  string
>;

const zhPlain: Sentences = {
  not_yours: "这一步不由您办理。",
  running: "本季度还没有结束，季后才能开启填报。",
  not_open: "这个季度还没有开启填报。",
  already_open: "这个季度已经开启。",
  locked: "本季度填报已经锁定。",
  not_provisional: "本季度还没有公布暂定得分。",
  already: "暂定得分已经公布过。",
  objections_over: "提出异议的时间已过。",
  not_published: "本季度排名还没有发布。",
  published: "这个季度已经发布过了，发布的结果不再改动。",
  nothing_approved: "还没有审核通过的填报，没有可以公布的得分。",
  no_step: "本方案没有异议期这一步，可以直接发布。",
  provisional_first: "请先公布暂定得分，异议期满后再发布。",
};

const zh = {
  plain: zhPlain,
  beforeLock: (n: number, lock: string) =>
    `还有${n}个单位没有审核通过，它们在${lock}前报送仍计入排名。锁定以后，或各单位全部审核通过，即可办理。`,
  lockUnknown: (n: number) =>
    `还有${n}个单位没有审核通过。相关年度的节假日安排尚未载入，锁定日期暂不能确定；各单位全部审核通过，或由市办锁定填报后，即可办理。`,
  inReview: (towns: string[], more: number) => `${named(towns, more)}还在审核中，请先通过或退回。`,
  returned: (towns: string[], more: number, until: string) =>
    `${named(towns, more)}的填报已退回，补正时间到${until}为止。重新提交并审核通过，或过了这一天，即可办理。`,
  objectionDays: (until: string) => `异议期到${until}为止，期满后即可发布。`,
  objectionsOpen: (n: number) => `还有${n}条异议没有答复，请先答复，再发布。`,
  calendarUnknown: (year: number) =>
    `${year}年的节假日安排尚未载入，算不出异议期到哪一天。请管理员载入该年的节假日安排，或为本季度写明异议截止日，然后再公布暂定得分。`,
  overrideOver: (day: string) =>
    `为本季度写明的异议截止日${day}已经过了。请管理员改为以后的日期，然后再公布暂定得分。`,
};

export type StepText = typeof zh;

const enPlain: Sentences = {
  not_yours: "This step is not yours to take.",
  running: "The quarter is still running; it can be opened once it is over.",
  not_open: "This quarter has not been opened yet.",
  already_open: "This quarter is open already.",
  locked: "The quarter is locked.",
  not_provisional: "No provisional scores have been announced this quarter.",
  already: "The provisional scores were announced before.",
  objections_over: "The time for objections is over.",
  not_published: "The ranking of this quarter is not published yet.",
  published: "This quarter has been published. What is published does not change.",
  nothing_approved: "No report has been approved yet, so there are no scores to announce.",
  no_step: "This programme has no time for objections; the ranking can be published at once.",
  provisional_first: "Announce the provisional scores first; publishing follows the window for objections.",
};

const en: StepText = {
  plain: enPlain,
  beforeLock: (n, lock) =>
    `${n} not approved yet; a report they send by ${lock} is still ranked. It can be done once the quarter has locked, or all are approved.`,
  lockUnknown: (n) =>
    `${n} not approved yet. The holiday arrangement of the year is not loaded, so the day it locks is not known; it can be done once all are approved, or the office has locked the quarter.`,
  inReview: (towns, more) => `Still in review: ${namedEn(towns, more)}. Approve or return them first.`,
  returned: (towns, more, until) =>
    `Sent back and due by ${until}: ${namedEn(towns, more)}. It can be done once they are sent again and approved, or that day is over.`,
  objectionDays: (until) => `Objections are taken until ${until}; publishing is possible after that.`,
  objectionsOpen: (n) =>
    n === 1
      ? "1 objection is unanswered. Answer it first."
      : `${n} objections are unanswered. Answer them first.`,
  calendarUnknown: (year) =>
    `The holidays of ${year} are not loaded, so the last day for objections is not known. Please have the administrator load them, or set the quarter's last day for objections; then announce the provisional scores.`,
  overrideOver: (day) =>
    `The last day for objections that was set, ${day}, is over. Please have the administrator set a later one; then announce the provisional scores.`,
};

function named(towns: string[], more: number): string {
  return `${towns.join("、")}${more > 0 ? `等${towns.length + more}个单位` : ""}`;
}

function namedEn(towns: string[], more: number): string {
  return `${towns.join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}

export function stepText(locale: Locale): StepText {
  return locale === "en" ? en : zh;
}
