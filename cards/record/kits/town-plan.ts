import { shanghaiDay } from "../../../src/domain/calendar/shanghai-time.ts";
import { openAside } from "../../../src/domain/procedure/aside.ts";
import type { Values } from "../../../src/domain/procedure/record.ts";
import { isCountyRole, townsOf } from "../../../src/domain/programme/people.ts";
import { townBySlug } from "../../../src/domain/programme/programme.ts";
import { withoutStop } from "../../../src/domain/reading/readable.ts";
import { sentenceDifference } from "../../../src/domain/town-plan/difference.ts";
import { targetsIn } from "../../../src/domain/town-plan/targets.ts";
import { townPlan } from "../../../src/domain/town-plan/town-plan.ts";
import {
  changedSections,
  draftOf,
  inForce,
  PLAN_SECTIONS,
  type PlanSection,
  type PlanVersion,
  SECTIONS,
  versionsOf,
} from "../../../src/domain/town-plan/versions.ts";
import { isDrafted } from "../../../src/domain/town-plan/writing.ts";
import { yearSteps } from "../../../src/domain/town-plan/year-steps.ts";
import type { CardElement } from "../../card.ts";
import { button, md, panel, typed } from "../../elements.ts";
import { dayName, longDayName, sectionName } from "../../names.ts";
import { planLines } from "../../plan/plan-lines.ts";
import { itemLines } from "../../plan/year-plan.ts";
import { townPlanWords } from "../../text/procedures/town-plan.ts";
import { townPlanText } from "../../text/town-plan.ts";
import { printValue } from "../facts.ts";
import type { ProcedureKit, RecordView } from "../kit.ts";

/** Differences shown of one section, and characters of each. */
const MOST = 4;
const LONGEST = 200;
/** Tasks shown one by one, and those named in the line of the yearly arrangement. */
const TASKS = 8;
const NAMED = 3;
/** Fields of a project, the items due or a task, which stand in the yearly arrangement. */
const PARTS = Object.values(yearSteps).flatMap(({ asks }) => Object.keys(asks));

export const townPlanKit: ProcedureKit = {
  definition: townPlan,
  words: townPlanWords,
  inLists: "own",
  told: ["town", ...PLAN_SECTIONS.flatMap((section) => SECTIONS[section]), ...PARTS, "comments", "answers"],
  start: ({ origin, reader, programme, locale }) => {
    const text = townPlanText(locale);
    const [only, more] = townsOf(reader, programme);
    const town = origin.town || (only && !more ? only.slug : "");
    return { says: [md(text.orByFile), button(text.template, { kind: "template", town })], typed: {} };
  },
  says: knownOfYear,
  links: (view) => {
    const { template } = townPlanText(view.locale);
    return isDraft(view) ? [{ text: template, action: { kind: "template", town: view.record.town } }] : [];
  },
  body: (view) => {
    const shown = shownOf(view);
    return [
      md(`**${shown.says}**`),
      md(PLAN_SECTIONS.map((section) => sectionLine(view, section, shown.values)).join("<br>")),
      ...tasksPanel(view, shown.values),
      ...difference(view, shown),
      ...words(view),
    ];
  },
};

type Shown = { says: string; values: Values; before: PlanVersion | null };

/** What this reader sees: the draft, for town and county; for others the last version that was submitted. */
function shownOf(view: RecordView): Shown {
  const { record, locale } = view;
  const text = townPlanText(locale);
  const versions = versionsOf(record);
  const [last, earlier = null] = [versions.at(-1), versions.at(-2)];
  if (isDraft(view)) {
    const says = last ? text.draftAfter(last.n) : text.draft;
    return { says, values: draftOf(record), before: last ?? null };
  }
  const force = inForce(record);
  if (record.state === "changing" && force)
    return { says: text.changing(force.n), values: force.values, before: null };
  if (!last) return { says: text.draft, values: {}, before: null };
  const day = (ms: number) => longDayName(shanghaiDay(ms), locale);
  const says =
    last.approvedAt === null
      ? text.version(last.n, day(last.at))
      : text.inForce(last.n, day(last.approvedAt));
  return { says, values: last.values, before: earlier };
}

function isDraft({ record, reader }: RecordView): boolean {
  const ofPlace = reader !== null && (reader.role.startsWith("town_") || isCountyRole(reader.role));
  return ofPlace && isDrafted(record);
}

function sectionLine(view: RecordView, section: PlanSection, values: Values): string {
  const text = townPlanText(view.locale);
  const value = typed(sectionText(view, section, values), 600);
  return text.section(text.sections[section], value === "" ? text.empty : value);
}

/** A section as plain text; "" where nothing is written. The kind of town is the pack's where it is not. */
function sectionText(view: RecordView, section: PlanSection, values: Values): string {
  const { programme, record, locale } = view;
  const text = townPlanText(locale);
  const print = (field: string, from = values) => printValue(view, field, from, record);
  if (section === "kind") {
    const known = townBySlug(programme, record.town)?.group;
    return print("kind", !values.kind && known ? { ...values, kind: known } : values);
  }
  if (section !== "years") return print(section);
  if (values.year === undefined) return "";
  const [amount, words, targets] = [print("investment"), print("arrangement"), targetLines(view, values)];
  return text.year(
    print("year"),
    amount === "" ? text.asPlanned : text.investment(amount),
    [targets.length > 0 ? withoutStop(words) : words, ...targets].join(text.and),
  );
}

/** Above the forms of projects and items due: what the arrangement has of them, or else the year's plan. */
function knownOfYear(view: RecordView & { given?: Values }, step: string): CardElement[] {
  const { programme, record, given = {}, locale } = view;
  const text = townPlanText(locale);
  const known = { ...targetsIn({ targets: given.planned ?? null }), ...targetsIn(record.data) };
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

/** The projects, items due and tasks of the year. */
function targetLines({ programme, locale }: RecordView, values: Values): string[] {
  const { projects = [], items, tasks = [] } = targetsIn(values);
  const named = projects.map((project, i) => ({ ...project, id: String(i) }));
  const due = { dueFrom: items?.dueFrom ?? null, notApplicable: items?.notApplicable ?? {} };
  const plan = planLines({ investment: null, projects: named, ...due }, { programme, locale });
  const text = townPlanText(locale);
  const titles = tasks
    .slice(0, NAMED)
    .map(({ title, due: by }) => text.task(typed(title, 20), dayName(by, locale)));
  return tasks.length === 0 ? plan : [...plan, text.tasks(tasks.length, titles, tasks.length > NAMED)];
}

/** The year's tasks one by one, for those who agree to them. */
function tasksPanel({ programme, locale }: RecordView, values: Values): CardElement[] {
  const { tasks = [] } = targetsIn(values);
  if (tasks.length === 0) return [];
  const text = townPlanText(locale);
  const lines = tasks.slice(0, TASKS).map((task) => {
    const area = sectionName(programme, task.area, locale);
    const days = text.days(dayName(task.start, locale), dayName(task.due, locale));
    const said = text.taskLine(typed(task.title, 40), area, typed(task.owner, 20), days, String(task.weight));
    return task.steps === "" ? said : `${said}<br>${text.milestones(typed(task.steps, 60))}`;
  });
  const more = tasks.length - TASKS;
  return [
    panel(text.allTasks(tasks.length), [
      md([...lines, ...(more > 0 ? [text.moreTasks(more)] : [])].join("<br>")),
    ]),
  ];
}

function difference(view: RecordView, { values, before }: Shown): CardElement[] {
  if (!before) return [];
  const text = townPlanText(view.locale);
  const lines = changedSections(before.values, values).map((section) => {
    const [old, now] = [before.values, values].map((one) => sectionText(view, section, one));
    return text.section(text.sections[section], differenceText(view, old ?? "", now ?? ""));
  });
  return lines.length === 0 ? [] : [panel(text.differs(before.n), [md(lines.join("<br>"))])];
}

function differenceText({ locale }: RecordView, before: string, after: string): string {
  const text = townPlanText(locale);
  const { gone, come } = sentenceDifference(before, after);
  const cut = (words: string) => typed(words, LONGEST);
  if (gone.length <= 1 && come.length <= 1)
    return text.becomes(cut(gone[0] ?? text.none), cut(come[0] ?? text.none));
  const all = [...gone.map((one) => text.gone(cut(one))), ...come.map((one) => text.come(cut(one)))];
  const more = all.length - MOST;
  return [...all.slice(0, MOST), ...(more > 0 ? [text.more(more)] : [])].join(" ");
}

/** Comments and answers, and what a change touches. */
function words(view: RecordView): CardElement[] {
  const { record, locale } = view;
  const text = townPlanText(locale);
  const { comments, answers, touches } = record.data;
  const asked = openAside(townPlan, record, "change") !== null || record.state === "changing";
  const named = printValue(view, "touches", { touches: touches ?? [] }, record);
  return [
    ...(comments ? [md(text.comments(typed(String(comments), 700)))] : []),
    ...(answers ? [md(text.answers(typed(String(answers), 600)))] : []),
    ...(asked && named !== "" ? [md(text.touches(named))] : []),
  ];
}
