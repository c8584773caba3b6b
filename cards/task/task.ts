import { formatPercent } from "../../src/domain/numbers.ts";
import { shanghaiDay } from "../../src/domain/shanghai-time.ts";
import type { StepKind } from "../../src/domain/task/offers.ts";
import { isOpen, type TaskEvent } from "../../src/domain/task/task.ts";
import { countyOfTask } from "../../src/domain/task/who.ts";
import type { Card, CardElement } from "../card.ts";
import { button, card, md, panel, row, typed } from "../elements.ts";
import { dayName, longDayName, momentName, sectionName } from "../names.ts";
import { taskText } from "../text/task.ts";
import { taskStepText } from "../text/task-steps.ts";
import { addresseeName, departmentName } from "./addressee-name.ts";
import { dueName, scheduleLine, type TaskView, TEMPLATES } from "./view.ts";

/** Steps taken at once; the others ask something first. */
const AT_ONCE: readonly StepKind[] = [
  "countersign",
  "sign",
  "grant_extension",
  "confirm_close",
  "accept_block",
  "unblock",
];
/** A tag has no grey. */
const TAGS = { red: "red", yellow: "yellow", blue: "blue", green: "green", grey: "neutral" } as const;
/** Lines of the log that are shown. */
const LOGGED = 10;

/** One task: where it stands, what waits to be decided, what has happened, and the steps its reader may take. */
export function taskCard(view: TaskView): Card {
  const { programme, task, standing, locale } = view;
  const text = taskText(locale);
  const subtitle = `${text.kinds[task.kind]} · ${addresseeName(programme, task.to, locale)}`;
  const light = isOpen(task) ? [{ text: text.light[standing.light], color: TAGS[standing.light] }] : [];
  return card(
    {
      title: task.title,
      subtitle,
      template: TEMPLATES[standing.light],
      tags: [{ text: text.status[task.status], color: "neutral" }, ...light],
    },
    [
      ...(view.notice ? [md(`<font color='red'>${typed(view.notice, 200)}</font>`)] : []),
      ...(isOpen(task) ? [md(`**${scheduleLine(view, locale)}**`)] : []),
      md(facts(view).join("\n")),
      ...waiting(view),
      ...milestones(view),
      logPanel(view),
      ...buttons(view),
    ],
  );
}

function facts(view: TaskView): string[] {
  const { programme, task, evidence, locale } = view;
  const text = taskText(locale);
  const fact = (name: string, value: string) => (locale === "en" ? `${name}: ${value}` : `${name}：${value}`);
  const area = task.area === null ? null : sectionName(programme, task.area, locale);
  const item = programme.areas.flatMap(({ items }) => items).find(({ id }) => id === task.item);
  const itemName = item ? ` · ${locale === "en" ? item.nameEn : item.name}` : "";
  return [
    fact(text.owner, typed(task.ownerPost, 30)),
    ...(area ? [fact(text.area, `${area}${itemName}`)] : []),
    ...(task.kind === "plan" ? [fact(text.weight, String(task.weight))] : []),
    fact(text.time, text.days(longDayName(task.start, locale), dueName(view, locale))),
    ...(task.evidenceNeeded === "" ? [] : [fact(text.evidenceNeeded, typed(task.evidenceNeeded, 200))]),
    ...(task.origin ? [fact(text.from, text.origin[task.origin.kind])] : []),
    ...(evidence.images + evidence.files > 0 ? [text.evidence(evidence.images, evidence.files)] : []),
    ...(task.reopened > 0 ? [text.reopened(task.reopened)] : []),
  ];
}

/** An extension asked for, a blocker reported: what somebody has to answer. */
function waiting({ programme, task, locale }: TaskView): CardElement[] {
  const text = taskText(locale);
  const { extension, blocked } = task;
  const asker = task.log.findLast(({ kind }) => kind === "request_extension")?.name ?? "";
  const lines = [];
  if (extension)
    lines.push(
      text.extension(typed(asker, 20), longDayName(extension.to, locale), typed(extension.reason, 500)),
    );
  if (blocked) {
    const department = departmentName(programme, blocked.department, locale);
    const since = blocked.acceptedAt;
    lines.push(
      text.blocked(department, typed(blocked.reason, 500)),
      since === null
        ? text.notAccepted(department)
        : text.accepted(department, dayName(shanghaiDay(since), locale)),
    );
  }
  return lines.length > 0 ? [md(lines.join("<br>"))] : [];
}

function milestones({ task, locale }: TaskView): CardElement[] {
  if (task.steps.length === 0) return [];
  const text = taskText(locale);
  const lines = task.steps.map(
    (step) => `- ${text.step(typed(step.name, 30), dayName(step.due, locale), formatPercent(step.share))}`,
  );
  return [panel(text.steps, [md(lines.join("\n"))])];
}

/** Newest first. */
function logPanel({ task, locale }: TaskView): CardElement {
  const text = taskText(locale);
  const shown = task.log.slice(-LOGGED).toReversed();
  const before = task.log.length - shown.length;
  const lines = shown.map((event) => `- ${logLine(event, locale)}`);
  return panel(text.log(task.log.length), [
    md([...lines, ...(before > 0 ? [`- ${text.logBefore(before)}`] : [])].join("\n")),
  ]);
}

function logLine(event: TaskEvent, locale: TaskView["locale"]): string {
  const text = taskText(locale);
  const percent = event.percent === undefined ? "" : ` ${formatPercent(event.percent)}`;
  const due = event.due === undefined ? "" : ` ${text.until(longDayName(event.due, locale))}`;
  const what = `${text.event[event.kind]}${percent}${due}`;
  const words = event.words === "" ? "" : `${locale === "en" ? ": " : "："}${typed(event.words, 120)}`;
  return `${text.logLine(momentName(event.at, locale), typed(event.name, 20), what)}${words}`;
}

function buttons({ programme, task, offers, locale }: TaskView): CardElement[] {
  const text = taskText(locale);
  const steps = taskStepText(locale);
  const revision = String(task.revision);
  const all = offers.map((step, i) => [
    button(
      steps.button[step],
      { kind: AT_ONCE.includes(step) ? "task_step" : "task_form", id: task.id, step, revision },
      { type: i === 0 ? "primary" : "default" },
    ),
  ]);
  const county =
    task.kind === "plan" && offers.includes("countersign") ? countyOfTask(task, programme) : null;
  const toSign =
    county === null ? [] : [[button(text.toSignList, { kind: "task_proposals", county, page: "1" })]];
  const list = [button(text.list, { kind: "task_list", scope: "mine", page: "1" }, { type: "text" })];
  return [
    row([...all, ...toSign, list], [], "flow"),
    ...(offers.includes("progress") ? [md(text.replyHint, "notation")] : []),
  ];
}
