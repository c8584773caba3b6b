import type { PeriodId } from "../period.ts";
import type { Owed } from "../procedure/owed.ts";
import type { Address } from "../procedure/posts.ts";
import type { ProcedureRecord } from "../procedure/record.ts";
import { type Deadlines, returnDate } from "../quarter/dates.ts";
import type { Report } from "../report/report.ts";
import { shanghaiDay } from "../shanghai-time.ts";
import type { Addressee, Task } from "../task/task.ts";
import { addWorkingDays } from "../working-days.ts";

// Everything somebody still owes somebody, in one shape: a report, its review, a task, an answer.

/** Who owes it: a post, or the one person a record names. */
export type Debtor = Addressee | { kind: "office" } | { kind: "leader" } | { kind: "person"; slug: string };

/**
 * `due` and `movedOn` are days; `due` null: not known, so nobody can be late. `id` is what its steps are remembered
 * under. `title`: a person's words ("" for what a card names itself).
 */
export type OwedItem = {
  id: string;
  kind: "report" | "returned" | "review" | "task" | "supervision" | "decision" | "record";
  owes: Debtor;
  /** The town it is about; null for an item of a county or department. */
  town: string | null;
  period: PeriodId | null;
  /** A task's or record's id; "" for reports. */
  subject: string;
  title: string;
  /** The title in English where it is not a person's words. */
  titleEn?: string;
  /** Nobody but who owes it may know of it: it is never said above them or in a group. */
  confidential?: true;
  /** Its day was named for it: a word some days before helps. */
  ahead?: true;
  due: string | null;
  movedOn: string | null;
};

/** What a report leaves to be done: by its town, or by whoever reviews it; null once approved. `due`: the quarter's. */
export function owedReport(
  report: Report,
  reviewer: Debtor,
  due: string | null,
  programme: Deadlines,
): OwedItem | null {
  const { town, period, status } = report;
  const item = { town, period, subject: "", title: "" };
  const id = `report ${period}/${town}`;
  const owes: Debtor = { kind: "town", slug: town };
  switch (status) {
    case "draft":
      return { ...item, id, kind: "report", owes, due, movedOn: lastTouched(report) };
    case "returned": {
      const from = report.returned?.at ?? 0;
      const until = returnDate(programme, from);
      const movedOn = lastTouched(report, from);
      return { ...item, id, kind: "returned", owes, due: until.known ? until.day : null, movedOn };
    }
    case "submitted": {
      const review = dayAfter(report.submittedAt, programme.deadline.returnWorkingDays);
      // Who hands in early does not make the review late before the quarter is due.
      const latest = review !== null && due !== null && due > review ? due : review;
      return {
        ...item,
        id: `review ${period}/${town}`,
        kind: "review",
        owes: reviewer,
        due: latest,
        movedOn: null,
      };
    }
    case "approved":
      return null;
  }
}

/** A task as its addressee owes it; null while it is not theirs to move. */
export function owedTask(task: Task): OwedItem | null {
  if (task.status !== "open" || (task.blocked && task.blocked.acceptedAt !== null)) return null;
  const { id, kind, to, title, due, movedAt } = task;
  return {
    id: `task ${id}`,
    kind: kind === "plan" ? "task" : "supervision",
    owes: to,
    town: to.kind === "town" ? to.slug : null,
    period: null,
    subject: id,
    title,
    due,
    movedOn: movedAt === null ? null : shanghaiDay(movedAt),
  };
}

/** What of a task waits for a countersign, a new date or its end: owed by `decider` since `since` (UTC ms). */
export function owedDecision(task: Task, decider: Debtor, since: number, workingDays: number): OwedItem {
  return {
    id: `decision ${task.id}`,
    kind: "decision",
    owes: decider,
    town: task.to.kind === "town" ? task.to.slug : null,
    period: null,
    subject: task.id,
    title: task.title,
    due: dayAfter(since, workingDays),
    movedOn: null,
  };
}

/** A record's next step, as whoever owes it does; `titles` in both languages. */
export function owedRecord(
  record: ProcedureRecord,
  { what, to, due, movedAt, ahead }: Owed,
  titles: { zh: string; en: string },
  confidential: boolean,
): OwedItem {
  return {
    id: recordItem(record.id, what),
    kind: "record",
    owes: debtorOf(to),
    town: record.town === "" ? null : record.town,
    period: null,
    subject: record.id,
    title: titles.zh,
    titleEn: titles.en,
    ...(confidential ? { confidential } : {}),
    ...(ahead ? { ahead } : {}),
    due,
    movedOn: movedAt === null ? null : shanghaiDay(movedAt),
  };
}

/** What the reminders about something a record owes are remembered under. */
export function recordItem(id: string, what: string): string {
  return `record ${id} ${what}`;
}

function debtorOf(to: Address): Debtor {
  if ("openId" in to) return { kind: "person", slug: to.openId };
  switch (to.role) {
    case "town_official":
    case "town_principal":
      return { kind: "town", slug: to.area };
    case "county_reviewer":
      return { kind: "county", slug: to.area };
    case "department":
      return { kind: "department", slug: to.area };
    case "city_office":
      return { kind: "office" };
    case "leader":
      return { kind: "leader" };
  }
}

/** The day a town last saved or typed anything after `from` (UTC ms). */
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
