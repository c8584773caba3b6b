import type { Locale } from "../../src/domain/programme/people.ts";
import type { Stage, Timetable } from "../../src/domain/quarter/timetable.ts";
import { typed } from "../elements.ts";
import { dayName, momentName } from "../names.ts";
import type { Term } from "./terms.ts";

// Wording of a quarter's stage, and of how a report submitted now counts; the same on every card.

const SUPPLEMENT = {
  tag: { "zh-CN": "补报", en: "supplement" },
  now: {
    "zh-CN": "现在报送的计为**补报**：留存、审核，不参加本季度排名。",
    en: "A report sent now is a **supplement**: kept and reviewed, but not ranked this quarter.",
  },
  is: {
    "zh-CN": "这是**补报**：留存、审核，不参加本季度排名。",
    en: "This is a **supplement**: kept and reviewed, but not ranked this quarter.",
  },
} satisfies Record<string, Record<Locale, string>>;

/** The tag of a report that is no longer ranked. */
export function supplementTerm(locale: Locale): Term {
  return { text: SUPPLEMENT.tag[locale], color: "indigo" };
}

/** How a report that is no longer ranked counts; `is`: it was already submitted. Markdown. */
export function supplementLine(locale: Locale, when: "now" | "is"): string {
  return SUPPLEMENT[when][locale];
}

/**
 * One line of markdown: the stage, until when, and why that day. `owes`: the reader still has a report to submit, so
 * the line also says how it would count now.
 */
export function quarterLine(quarter: Timetable, locale: Locale, owes: boolean): string {
  const stands = lines[locale][quarter.stage](quarter, owes);
  const unranked = ["locked", "provisional", "objections", "published"].includes(quarter.stage);
  return owes && unranked ? joined([stands, SUPPLEMENT.now[locale]], locale) : stands;
}

type Line = (quarter: Timetable, owes: boolean) => string;

/** Why the due day or the lock day is not known: the year's calendar is not loaded. */
const unknown = {
  "zh-CN": (q: Timetable, what: "截止日期" | "锁定日期") =>
    `${q.unknownYear === null ? "相关年度" : `${q.unknownYear}年`}的节假日安排尚未载入，${what}暂不能确定。`,
  en: (q: Timetable, what: "the due date" | "the day it locks") =>
    `The holiday arrangement of ${q.unknownYear ?? "the year"} is not loaded yet, so ${what} is not known.`,
};

const zh: Record<Stage, Line> = {
  opening: (q) => {
    const due = dueWords(q, "zh-CN");
    const when = due === null ? `。${unknown["zh-CN"](q, "截止日期")}` : `，截止${due}。`;
    return (q.over ? "本季度填报还没有开启" : "本季度尚未结束，季后填报") + when;
  },
  open: (q, owes) => {
    const due = dueWords(q, "zh-CN");
    if (due === null) return unknown["zh-CN"](q, "截止日期");
    return owes ? `现在**可报**，截止${due}。` : `截止${due}。`;
  },
  late: (q, owes) => {
    const due = dueWords(q, "zh-CN") ?? "";
    if (!owes) return `截止日期${due}已过。`;
    if (q.lock === null) return `已过截止日期${due}，现在报送**计迟报**。${unknown["zh-CN"](q, "锁定日期")}`;
    return `已过截止日期${due}，现在报送**计迟报**，${dayName(q.lock, "zh-CN")}后锁定。`;
  },
  locked: (q) => {
    const due = dueWords(q, "zh-CN");
    return due === null ? "**已锁定**。" : `**已锁定**，截止日期为${due}。`;
  },
  provisional: (q) => `**暂定得分已公布**，异议期到${endWords(q, "zh-CN")}。`,
  objections: () => "**异议期已满**，排名待发布。",
  published: () => "**排名已发布**。",
};

const en: Record<Stage, Line> = {
  opening: (q) => {
    const due = dueWords(q, "en");
    const when = due === null ? `. ${unknown.en(q, "the due date")}` : `; reports are due ${due}.`;
    return (q.over ? "The quarter is not open for reports yet" : "The quarter is still running") + when;
  },
  open: (q, owes) => {
    const due = dueWords(q, "en");
    if (due === null) return unknown.en(q, "the due date");
    return owes ? `**Open** for reports, due ${due}.` : `Reports are due ${due}.`;
  },
  late: (q, owes) => {
    const due = dueWords(q, "en") ?? "";
    if (!owes) return `Reports were due ${due}.`;
    const now = `Past the due date ${due}; a report sent now **counts as late**`;
    return q.lock === null
      ? `${now}. ${unknown.en(q, "the day it locks")}`
      : `${now}, and it locks after ${dayName(q.lock, "en")}.`;
  },
  locked: (q) => {
    const due = dueWords(q, "en");
    return due === null ? "**Locked**." : `**Locked**: reports were due ${due}.`;
  },
  provisional: (q) => `**The provisional scores are out**; objections are taken until ${endWords(q, "en")}.`,
  objections: () => "**The time for objections is over**; the ranking is to be published.",
  published: () => "**The ranking is published**.",
};

const lines: Record<Locale, Record<Stage, Line>> = { "zh-CN": zh, en };

/** The due day with the holidays that moved it; null when unknown. */
export function dueWords({ due, reason }: Timetable, locale: Locale): string | null {
  if (due === null) return null;
  const day = dayName(due, locale);
  const english = locale === "en";
  if (reason?.kind === "override")
    return day + (english ? ` (${typed(reason.text, 100)})` : `（${typed(reason.text, 100)}）`);
  const moved = (english ? reason?.holidaysEn : reason?.holidays) ?? [];
  if (moved.length === 0) return day;
  const names = moved.map((holiday) => typed(holiday, 30));
  return day + (english ? ` (moved by ${names.join(", ")})` : `（${names.join("、")}放假，已顺延）`);
}

function endWords({ objectionsUntil }: Timetable, locale: Locale): string {
  return objectionsUntil === null ? "" : momentName(objectionsUntil, locale);
}

function joined(sentences: string[], locale: Locale): string {
  return sentences.join(locale === "en" ? " " : "");
}

type Words = Record<Locale, string> & { color: string };

const STAGES: Record<Stage, Words> = {
  opening: { "zh-CN": "未到报送期", en: "not open yet", color: "neutral" },
  open: { "zh-CN": "可报", en: "open", color: "green" },
  late: { "zh-CN": "计迟报", en: "counts as late", color: "orange" },
  locked: { "zh-CN": "已锁", en: "locked", color: "red" },
  provisional: { "zh-CN": "异议期", en: "objections", color: "orange" },
  objections: { "zh-CN": "待发布", en: "to be published", color: "orange" },
  published: { "zh-CN": "已发布", en: "published", color: "green" },
};
const NO_DATE: Words = { "zh-CN": "截止日期待定", en: "due date not known", color: "neutral" };

/** The stage as a tag for a card's header. */
export function stageTerm({ stage, due }: Pick<Timetable, "stage" | "due">, locale: Locale): Term {
  const words = stage === "open" && due === null ? NO_DATE : STAGES[stage];
  return { text: words[locale], color: words.color };
}
