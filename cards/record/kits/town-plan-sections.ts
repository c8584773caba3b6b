import { figuresSchema } from "../../../src/domain/procedure/field.ts";
import type { Values } from "../../../src/domain/procedure/record.ts";
import { townBySlug } from "../../../src/domain/programme/programme.ts";
import { withoutStop } from "../../../src/domain/reading/readable.ts";
import { targetsIn } from "../../../src/domain/town-plan/targets.ts";
import type { PlanSection } from "../../../src/domain/town-plan/versions.ts";
import { typed } from "../../elements.ts";
import { dayName } from "../../names.ts";
import { planLines } from "../../plan/plan-lines.ts";
import { townPlanText } from "../../text/town-plan.ts";
import { printValue } from "../facts.ts";
import type { RecordView } from "../kit.ts";

// The sections of a town's 方案 as lines of its card.

/** Tasks named in the line of the yearly arrangement. */
const NAMED = 3;

export function sectionLine(view: RecordView, section: PlanSection, values: Values, most = 600): string {
  const text = townPlanText(view.locale);
  const value = typed(sectionText(view, section, values), most);
  return text.section(text.sections[section], value === "" ? text.empty : value);
}

/** A section as plain text; "" where nothing is written. The kind of town is the pack's where it is not. */
export function sectionText(view: RecordView, section: PlanSection, values: Values): string {
  const { programme, record, locale } = view;
  const text = townPlanText(locale);
  const print = (field: string, from = values) => printValue(view, field, from, record);
  if (section === "kind") {
    const known = townBySlug(programme, record.town)?.group;
    return print("kind", !values.kind && known ? { ...values, kind: known } : values);
  }
  if (section === "funds") return print("funds", { ...values, funds: withoutNone(values.funds) });
  if (section !== "years") return print(section);
  if (values.year === undefined) return "";
  const [amount, words, targets] = [print("investment"), print("arrangement"), targetLines(view, values)];
  return text.year(
    print("year"),
    amount === "" ? text.asPlanned : text.investment(amount),
    [targets.length > 0 ? withoutStop(words) : words, ...targets].join(text.and),
  );
}

/** The sources that bring something. */
function withoutNone(funds: Values[string] | undefined): Values[string] {
  const known = figuresSchema.safeParse(funds).data ?? {};
  return Object.fromEntries(Object.entries(known).filter(([, sum]) => sum > 0));
}

/** The projects, items due and tasks of the year. */
export function targetLines({ programme, locale }: RecordView, values: Values): string[] {
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
