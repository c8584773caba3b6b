import * as z from "zod";
import { shanghaiDay } from "../../../src/domain/calendar/shanghai-time.ts";
import type { Values } from "../../../src/domain/procedure/record.ts";
import { isCountyRole, type Locale, townsOf } from "../../../src/domain/programme/people.ts";
import { formatAmount, formatPercent } from "../../../src/domain/reading/numbers.ts";
import { readMilestones } from "../../../src/domain/task/milestones.ts";
import { targetsIn } from "../../../src/domain/town-plan/targets.ts";
import { townPlan } from "../../../src/domain/town-plan/town-plan.ts";
import {
  draftOf,
  heldAgainst,
  inForce,
  PLAN_SECTIONS,
  type PlanVersion,
  SECTIONS,
  sinceSubmitted,
  versionsOf,
} from "../../../src/domain/town-plan/versions.ts";
import { isDrafted } from "../../../src/domain/town-plan/writing.ts";
import { yearSteps } from "../../../src/domain/town-plan/year-steps.ts";
import type { CardElement } from "../../card.ts";
import { button, md, panel, typed } from "../../elements.ts";
import { dayName, longDayName, sectionName } from "../../names.ts";
import { itemLines } from "../../plan/year-plan.ts";
import { CELL_TEXT } from "../../text/cells.ts";
import { townPlanWords } from "../../text/procedures/town-plan.ts";
import { recordText } from "../../text/record.ts";
import { taskText } from "../../text/task.ts";
import { townPlanText } from "../../text/town-plan.ts";
import type { ProcedureKit, RecordView } from "../kit.ts";
import { foldedWhere } from "../long-text.ts";
import { listOfCity } from "./list-home.ts";
import { sectionLine, targetLines } from "./town-plan-sections.ts";
import { commentLines, differences, versionsPanel, words } from "./town-plan-versions.ts";

/** Tasks shown one by one to those who decide on the plan, and to others, whose sections are folded. */
const TASKS = { decides: 8, others: 5 };
/** Characters of a section that is folded. */
const CUT = 40;
/** What is typed into the sections, and the steps that decide on it. */
const TEXTS = ["site", "demands", "leadership", "arrangement"];
const DECIDING = ["countersign", "comment", "no_comment", "approve"];
/** Fields of a project, the items due or a task, which stand in the yearly arrangement. */
const PARTS = Object.values(yearSteps).flatMap(({ asks }) => Object.keys(asks));

export const townPlanKit: ProcedureKit = {
  definition: townPlan,
  words: townPlanWords,
  inLists: "own",
  home: listOfCity(townPlan.id),
  told: ["town", ...PLAN_SECTIONS.flatMap((section) => SECTIONS[section]), ...PARTS, "comments", "answers"],
  start: ({ origin, reader, programme, locale }) => {
    const text = townPlanText(locale);
    const [only, more] = townsOf(reader, programme);
    const town = origin.town || (only && !more ? only.slug : "");
    return { says: [md(text.orByFile), button(text.template, { kind: "template", town })], typed: {} };
  },
  begins: ({ record, given }, step) =>
    step === "years" && record.data.year === undefined ? { year: String(given?.thisYear ?? "") } : {},
  says: (view, step) => (step === "submit" ? toAnswer(view) : knownOfYear(view, step)),
  links: (view) => {
    const { template } = townPlanText(view.locale);
    return isDraft(view) ? [{ text: template, action: { kind: "template", town: view.record.town } }] : [];
  },
  body: (view) => {
    const shown = shownOf(view);
    return [
      md(`**${shown.says}**`),
      ...sections(view, shown.values),
      ...tasksPanel(view, shown.values),
      ...differences(view, shown.values, shown.before),
      ...words(view, isDraft(view)),
      ...versionsPanel(view),
    ];
  },
};

function decides({ offers }: RecordView): boolean {
  return offers.some((step) => DECIDING.includes(step));
}

/** The sections a line each; those who decide on them read the whole. */
function sections(view: RecordView, values: Values): CardElement[] {
  const typedThere = decides(view) ? [] : TEXTS.map((field) => String(values[field] ?? ""));
  const lines = (most?: number) =>
    PLAN_SECTIONS.map((section) => sectionLine(view, section, values, most && CUT)).join("<br>");
  return foldedWhere(typedThere, lines, view.locale);
}

/** `before`: the versions it is held against. */
type Shown = { says: string; values: Values; before: PlanVersion[] };

/** What this reader sees: the draft, for town and county; for others the last version that was submitted. */
function shownOf(view: RecordView): Shown {
  const { record, locale } = view;
  const text = townPlanText(locale);
  const versions = versionsOf(record);
  const last = versions.at(-1);
  const force = inForce(record);
  if (isDraft(view)) {
    const says = last ? text.draftAfter(last.n) : text.draft;
    return { says, values: draftOf(record), before: heldAgainst(versions) };
  }
  if (record.state === "changing" && force)
    return { says: text.changing(force.n), values: force.values, before: [] };
  if (!last) return { says: text.draft, values: {}, before: [] };
  const day = (ms: number) => longDayName(shanghaiDay(ms), locale);
  const submitted = text.version(last.n, day(last.at));
  const meanwhile = force ? text.meanwhile(submitted, force.n) : submitted;
  const says = last.approvedAt === null ? meanwhile : text.inForce(last.n, day(last.approvedAt));
  return { says, values: last.values, before: heldAgainst(versions, last) };
}

function isDraft({ record, reader }: RecordView): boolean {
  const ofPlace = reader !== null && (reader.role.startsWith("town_") || isCountyRole(reader.role));
  return ofPlace && isDrafted(record);
}

/** Above the form that submits it: the comments it has to answer. */
function toAnswer({ record, locale }: RecordView): CardElement[] {
  const { comments = "" } = sinceSubmitted(record, "comment")?.values ?? {};
  return comments === "" ? [] : [md(commentLines(String(comments), "", locale))];
}

/** Above the forms of projects and items due: what the arrangement has of them, or else the year's plan. */
function knownOfYear(view: RecordView & { given?: Values }, step: string): CardElement[] {
  const { programme, record, given = {}, locale } = view;
  const text = townPlanText(locale);
  const known = { ...targetsIn({ targets: given.planned ?? null }), ...targetsIn(record.data) };
  if (step === "years") {
    const plans = Object.entries(z.record(z.string(), z.number().nullable()).parse(given.known ?? {}));
    const amount = (sum: number | null) => (sum === null ? null : CELL_TEXT[locale].wan(formatAmount(sum)));
    const lines = plans.map(([year, sum]) => text.plannedIn(year, amount(sum)));
    return lines.length > 0 ? [md(lines.join("<br>"), "notation")] : [];
  }
  if (step === "project") {
    const { projects } = known;
    return projects?.length
      ? [md(text.known(targetLines(view, { targets: { projects } }).join(text.and)))]
      : [];
  }
  if (step !== "items_due" || !known.items) return [];
  const lines = itemLines({ investment: null, projects: [], ...known.items }, programme, locale);
  return lines.length > 0 ? [panel(text.knownItems, lines)] : [];
}

/** A task's milestones as a task's own card says them; as they were written where they cannot be read. */
function milestonesOf({ steps, due }: { steps: string; due: string }, locale: Locale): string {
  const read = readMilestones(steps, Number(due.slice(0, 4)));
  const said = read?.map((one) =>
    taskText(locale).step(one.name, dayName(one.due, locale), formatPercent(one.share)),
  );
  return typed(said?.join(recordText(locale).comma) ?? steps, 40);
}

/** The year's tasks one by one, for those who agree to them. */
function tasksPanel(view: RecordView, values: Values): CardElement[] {
  const { programme, locale } = view;
  const { tasks = [] } = targetsIn(values);
  const most = decides(view) ? TASKS.decides : TASKS.others;
  if (tasks.length === 0) return [];
  const text = townPlanText(locale);
  const lines = tasks.slice(0, most).map((task) => {
    const area = sectionName(programme, task.area, locale);
    const days = text.days(dayName(task.start, locale), dayName(task.due, locale));
    const said = text.taskLine(typed(task.title, 40), area, typed(task.owner, 20), days, String(task.weight));
    return task.steps === "" ? said : `${said}<br>${text.milestones(milestonesOf(task, locale))}`;
  });
  const more = tasks.length - most;
  return [
    panel(text.allTasks(tasks.length), [
      md([...lines, ...(more > 0 ? [text.moreTasks(more)] : [])].join("<br>")),
    ]),
  ];
}
