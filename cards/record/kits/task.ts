import * as z from "zod";
import { shanghaiDay } from "../../../src/domain/calendar/shanghai-time.ts";
import { openAside } from "../../../src/domain/procedure/aside.ts";
import type { Locale } from "../../../src/domain/programme/people.ts";
import { type Programme, townBySlug } from "../../../src/domain/programme/programme.ts";
import { formatPercent } from "../../../src/domain/reading/numbers.ts";
import { dueUnnamed, SUPERVISION_DAYS } from "../../../src/domain/task/due-in.ts";
import { type Standing, standingOf } from "../../../src/domain/task/lights.ts";
import { ORIGINS, supervision } from "../../../src/domain/task/supervision.ts";
import { isOpen, type Task, taskOf } from "../../../src/domain/task/task.ts";
import { LONGEST_TITLE } from "../../../src/domain/task/task-steps.ts";
import { yearTask } from "../../../src/domain/task/year-task.ts";
import type { CardElement } from "../../card.ts";
import { md, panel, typed } from "../../elements.ts";
import { dayName, longDayName, nameOf, sectionName, townName, weekdayName } from "../../names.ts";
import { supervisionWords } from "../../text/procedures/supervision.ts";
import { yearTaskWords } from "../../text/procedures/year-task.ts";
import { taskText } from "../../text/task.ts";
import { addresseeName, departmentName } from "../addressee-name.ts";
import type { Light, ProcedureKit, RecordLine, RecordView } from "../kit.ts";
import { isUnheld } from "../record.ts";

// The cards of year tasks and 督办 items: schedule, light, pending requests and milestones, besides the
// standard parts.

const shared = {
  body,
  light,
  brief,
  inLists: true,
  /** Shown by the body; the texts and figures of single steps stay in the history. */
  told: [
    "to",
    "origin",
    "area",
    "title",
    "owner",
    "weight",
    "start",
    "due",
    "steps",
    "evidence_needed",
    "number",
  ],
} as const satisfies Partial<ProcedureKit>;

export const yearTaskKit: ProcedureKit = { definition: yearTask, words: yearTaskWords, ...shared };

export const supervisionKit: ProcedureKit = {
  definition: supervision,
  words: supervisionWords,
  ...shared,
  apart: true,
  /** An item made from a problem reported by a town starts with that problem. */
  start: ({ programme, given = {}, locale }) => {
    const { today } = given;
    const { data: problem } = problemSchema.safeParse(given.problem);
    const due =
      typeof today === "number"
        ? dueUnnamed(supervision.id, "open", SUPERVISION_DAYS, { now: today, programme })
        : "";
    const owner = taskText(locale).ownerDefault;
    return {
      says: [],
      typed: {
        ...{ due, owner, origin: problem ? ORIGINS[0] : ORIGINS[1] },
        ...(problem ? problemOf(problem, programme, locale) : {}),
      },
    };
  },
};

const problemSchema = z.object({
  town: z.string(),
  words: z.string(),
  department: z.string().nullable().default(null),
});

/** What a problem's item starts with: it goes to the department the problem names, else to the town that reported it. */
function problemOf(
  { town, department, words }: z.infer<typeof problemSchema>,
  programme: Programme,
  locale: Locale,
): { to: string; title: string } {
  const place = townBySlug(programme, town);
  if (department === null || !place) return { to: `town.${town}`, title: words };
  const title = taskText(locale).ofTown(townName(place, locale), words);
  return { to: `department.${department}`, title: [...title].slice(0, LONGEST_TITLE).join("") };
}

function body(view: RecordView): CardElement[] {
  const { locale, offers } = view;
  const task = taskOf(view.record);
  const standing = standingOf(task, view.now, view.programme);
  return [
    ...(isOpen(task) ? [md(`**${scheduleLine(task, standing, locale)}**`)] : []),
    md(facts(view, task, standing).join("\n")),
    ...waiting(view, task),
    ...milestones(view, task),
    ...(offers.includes("progress") ? [md(taskText(locale).replyHint, "notation")] : []),
  ];
}

function facts(
  { programme, kit, record, evidence, locale }: RecordView,
  task: Task,
  standing: Standing,
): string[] {
  const text = taskText(locale);
  const { fields, choices = {} } = kit.words[locale];
  const fact = (field: string, value: string) => text.fact(fields[field] ?? field, value);
  const section = task.area === null ? null : sectionName(programme, task.area, locale);
  const item = programme.areas.flatMap(({ items }) => items).find(({ id }) => id === task.item);
  const { owner, evidence_needed: needed, origin } = record.data;
  const from = typeof origin === "string" ? choices.origin?.[origin] : undefined;
  const reopened = task.log.filter(({ step }) => step === "reopen").length;
  return [
    fact("to", addresseeName(programme, task.to, locale)),
    ...(owner ? [fact("owner", typed(String(owner), 30))] : []),
    ...(section ? [fact("area", `${section}${item ? ` · ${nameOf(item, locale)}` : ""}`)] : []),
    ...(task.kind === "plan" ? [fact("weight", String(task.weight))] : []),
    text.fact(text.time, text.days(longDayName(task.start, locale), dueName(task, standing, locale))),
    ...(needed ? [fact("evidence_needed", typed(String(needed), 200))] : []),
    ...(from ? [fact("origin", from)] : []),
    ...(evidence > 0 ? [text.evidence(evidence)] : []),
    ...(reopened > 0 ? [text.reopened(reopened)] : []),
  ];
}

/** Pending requests: an extension or a reported blocker that needs an answer. */
function waiting(view: RecordView, { blocked }: Task): CardElement[] {
  const { programme, kit, record, locale } = view;
  const text = taskText(locale);
  const asked = openAside(kit.definition, record, "extension")?.values;
  const lines = asked
    ? [text.extension(weekdayName(String(asked.until), locale), typed(String(asked.reason), 500))]
    : [];
  if (blocked) {
    const department = departmentName(programme, blocked.department, locale);
    const since = blocked.acceptedAt;
    lines.push(
      text.blocked(department, typed(blocked.reason, 500)),
      since !== null
        ? text.accepted(department, dayName(shanghaiDay(since), locale))
        : isUnheld(view, { role: "department", area: blocked.department })
          ? text.counts
          : text.notAccepted(department),
    );
  }
  return lines.length > 0 ? [md(lines.join("<br>"))] : [];
}

function milestones({ locale }: RecordView, { steps }: Task): CardElement[] {
  if (steps.length === 0) return [];
  const text = taskText(locale);
  const lines = steps.map(
    ({ name, due, share }) => `- ${text.step(typed(name, 30), dayName(due, locale), formatPercent(share))}`,
  );
  return [panel(text.steps, [md(lines.join("\n"))])];
}

function light({ record, now, programme, locale }: RecordLine): Light | null {
  const task = taskOf(record);
  if (!isOpen(task)) return null;
  const colour = standingOf(task, now, programme).light;
  return { colour, text: taskText(locale).light[colour] };
}

function brief({ record, now, programme, locale }: RecordLine): string {
  const task = taskOf(record);
  const standing = standingOf(task, now, programme);
  const who = addresseeName(programme, task.to, locale);
  const due = dueName(task, standing, locale);
  const text = taskText(locale);
  if (task.status !== "proposed") return `<br>${text.brief(who, due, scheduleLine(task, standing, locale))}`;
  // Before the task is agreed to it has no progress; the proposed terms are shown instead.
  const { owner = "" } = record.data;
  const weight = task.kind === "plan" ? String(task.weight) : "";
  return `<br>${text.proposed(who, due, weight, typed(String(owner), 30))}`;
}

/** `序时进度62%，实际55%`, and the number of days overdue. */
function scheduleLine(task: Task, standing: Standing, locale: RecordView["locale"]): string {
  const text = taskText(locale);
  const line = text.schedule(formatPercent(standing.scheduled), formatPercent(task.percent));
  if (standing.light !== "red") return line;
  const late = standing.overdue === null ? text.overdueUncounted : text.overdue(standing.overdue);
  return `${line}${text.and}<font color='red'>${late}</font>`;
}

/** The due day, marked as unconfirmed if the holidays of its year are not announced. */
function dueName({ due }: Task, { unconfirmed }: Standing, locale: RecordView["locale"]): string {
  return `${longDayName(due, locale)}${unconfirmed ? taskText(locale).unconfirmed(due.slice(0, 4)) : ""}`;
}
