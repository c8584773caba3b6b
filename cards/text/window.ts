import type { Locale } from "../../src/domain/people.ts";
import type { Window } from "../../src/domain/views.ts";
import { typed } from "../elements.ts";
import { dayName } from "../names.ts";

// A quarter's deadline with its reason (peers.md 4.7): 可报 / 计迟报 / 已锁 are three different things.

/** One line of markdown: which state the window is in, until when, and why that day. */
export function windowLine(window: Window, locale: Locale): string {
  const due = window.due === null ? null : dayName(window.due, locale);
  const lock = window.lock === null ? null : dayName(window.lock, locale);
  if (due === null || window.state === "unknown") return unknown[locale];
  return lines[locale][window.state](due + why(window, locale), lock);
}

const unknown: Record<Locale, string> = {
  "zh-CN": "相关年度的节假日安排尚未载入，截止日期暂不能确定。",
  en: "The holiday arrangement of the year is not loaded yet, so the due date is not known.",
};

type Line = (due: string, lock: string | null) => string;

const lines: Record<Locale, Record<Exclude<Window["state"], "unknown">, Line>> = {
  "zh-CN": {
    not_yet: (due) => `本季度尚未结束，季后填报，截止${due}。`,
    open: (due) => `现在**可报**，截止${due}。`,
    late: (due, lock) => `已过截止日期${due}，现在报送**计迟报**${lock ? `，${lock}后锁定` : ""}。`,
    locked: (due) => `**已锁定**，截止日期为${due}，不再接收报送。`,
  },
  en: {
    not_yet: (due) => `The quarter is still running; reports are due ${due}.`,
    open: (due) => `**Open** for reports, due ${due}.`,
    late: (due, lock) =>
      `Past the due date ${due}; a report sent now **counts as late**${lock ? `, and it locks after ${lock}` : ""}.`,
    locked: (due) => `**Locked**: reports were due ${due} and are no longer taken.`,
  },
};

function why(window: Window, locale: Locale): string {
  if (window.reason)
    return locale === "en" ? ` (${typed(window.reason, 100)})` : `（${typed(window.reason, 100)}）`;
  const holidays = window.holidays.map((holiday) => typed(holiday, 30));
  if (holidays.length === 0) return "";
  return locale === "en" ? ` (moved by ${holidays.join(", ")})` : `（${holidays.join("、")}放假，已顺延）`;
}
