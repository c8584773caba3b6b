import { type PeriodId, periodDays } from "../calendar/period.ts";
import { shanghaiDay } from "../calendar/shanghai-time.ts";
import { addWorkingDays } from "../calendar/working-days.ts";
import type { Owed } from "../procedure/owed.ts";
import type { Address } from "../procedure/posts.ts";
import type { ProcedureRecord } from "../procedure/record.ts";
import { type Deadlines, returnDate } from "../quarter/dates.ts";
import type { Report } from "../report/report.ts";
import type { Addressee } from "../task/task.ts";

// All open obligations in one shape: a report, its review, a task, a record's next step.

/** Who owes it: a post (`principal`: of the head, not of the official or reviewer), or the person a record names. */
export type Debtor =
  | (Addressee & { principal?: true })
  | { kind: "office" }
  | { kind: "leader" }
  | { kind: "person"; slug: string };

/**
 * `openedOn`, `due` and `movedOn` are days; `due` null: unknown, hence never late. `id`: the key its reminders are recorded under.
 * `title`: text written by a person ("" where the card has a name of its own for it).
 */
export type OwedItem = {
  id: string;
  kind: "report" | "returned" | "review" | "record" | "visits";
  owes: Debtor;
  /** A holder of that post it does not wait for, because they proposed it. */
  notBy?: string;
  /** The town concerned; null for an item of a county or department. */
  town: string | null;
  period: PeriodId | null;
  /** A record's id; "" for reports. */
  subject: string;
  title: string;
  /** The English title, where it is not text written by a person. */
  titleEn?: string;
  /** Only its debtor may know of it: no escalation to superiors or groups. */
  confidential?: true;
  /** No group is told that it is late. */
  quietly?: true;
  /** Its day was set explicitly, so a reminder some days before is useful. */
  ahead?: true;
  /** When it was asked for. */
  openedOn: string;
  due: string | null;
  movedOn: string | null;
};

/**
 * What is outstanding for a report: by its town, or by its reviewer; null once approved. `due`: the quarter's; `openedAt`:
 * when the quarter was opened, UTC ms.
 */
export function owedReport(
  report: Report,
  reviewer: Debtor,
  { due, openedAt }: { due: string | null; openedAt: number },
  programme: Deadlines,
): OwedItem | null {
  const { town, period, status } = report;
  const item = { town, period, subject: "", title: "" };
  const id = `report ${period}/${town}`;
  const owes: Debtor = { kind: "town", slug: town };
  switch (status) {
    case "draft": {
      const openedOn = shanghaiDay(openedAt);
      return { ...item, id, kind: "report", owes, openedOn, due, movedOn: lastTouched(report) };
    }
    case "returned": {
      const from = report.returned?.at ?? 0;
      const until = returnDate(programme, from);
      const movedOn = lastTouched(report, from);
      const day = until.known ? until.day : null;
      return { ...item, id, kind: "returned", owes, openedOn: shanghaiDay(from), due: day, movedOn };
    }
    case "submitted": {
      const review = dayAfter(report.submittedAt, programme.deadline.returnWorkingDays);
      // An early submission does not make the review late before the quarter is due.
      const latest = review !== null && due !== null && due > review ? due : review;
      return {
        ...item,
        id: `review ${period}/${town}`,
        kind: "review",
        owes: reviewer,
        openedOn: shanghaiDay(report.submittedAt ?? openedAt),
        due: latest,
        movedOn: null,
      };
    }
    case "approved":
      return null;
  }
}

/** A record's next step as its debtor owes it; `titles` in both languages. */
export function owedRecord(
  record: ProcedureRecord,
  { what, to, since, due, movedAt, ahead, notBy }: Owed,
  titles: { zh: string; en: string },
  { confidential, quietly = false }: { confidential: boolean; quietly?: boolean },
): OwedItem {
  return {
    id: recordItem(record.id, what),
    kind: "record",
    owes: debtorOf(to),
    ...(notBy === null ? {} : { notBy }),
    town: record.town === "" ? null : record.town,
    period: null,
    subject: record.id,
    title: titles.zh,
    titleEn: titles.en,
    ...(confidential ? { confidential } : {}),
    ...(quietly ? { quietly } : {}),
    ...(ahead ? { ahead } : {}),
    openedOn: shanghaiDay(since),
    due,
    movedOn: movedAt === null ? null : shanghaiDay(movedAt),
  };
}

/** The counties no visit of the quarter covers, as the office owes them until its last day; `titles`: their names. */
export function owedVisits(period: PeriodId, titles: { zh: string; en: string }): OwedItem {
  const { first, last } = periodDays(period);
  return {
    ...{
      id: `visits ${period}`,
      kind: "visits",
      owes: { kind: "office" },
      town: null,
      period: null,
      subject: "",
    },
    ...{ title: titles.zh, titleEn: titles.en, ahead: true, openedOn: first, due: last, movedOn: null },
  };
}

/** The key the reminders of a record's obligation are recorded under. */
export function recordItem(id: string, what: string): string {
  return `record ${id} ${what}`;
}

function debtorOf(to: Address): Debtor {
  if ("openId" in to) return { kind: "person", slug: to.openId };
  switch (to.role) {
    case "town_official":
      return { kind: "town", slug: to.area };
    case "town_principal":
      return { kind: "town", slug: to.area, principal: true };
    case "county_reviewer":
      return { kind: "county", slug: to.area };
    case "county_principal":
      return { kind: "county", slug: to.area, principal: true };
    case "department":
      return { kind: "department", slug: to.area };
    case "city_office":
      return { kind: "office" };
    case "leader":
      return { kind: "leader" };
  }
}

/** The last day after `from` (UTC ms) on which a town saved or typed anything. */
function lastTouched(report: Report, from = 0): string | null {
  const saved = Object.values(report.saved).map(({ at }) => at);
  const times = [...saved, ...report.pending.map(({ at }) => at)].filter((at) => at > from);
  return times.length > 0 ? shanghaiDay(Math.max(...times)) : null;
}

function dayAfter(at: number | null, workingDays: number): string | null {
  if (at === null) return null;
  const answer = addWorkingDays(shanghaiDay(at), workingDays);
  return answer.known ? answer.day : null;
}
