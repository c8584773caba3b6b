import { isOverdue } from "../task/lights.ts";
import { taskOf } from "../task/task.ts";
import { isUnmended } from "../visit/rectification.ts";
import { firstSentence } from "./areas.ts";
import type { BulletinInput, BulletinTown, Demand, Problem } from "./facts.ts";

// 存在问题, by kind: what was not reported or late, what lags, what towns wrote themselves, what is overdue, what
// inspections and checks found.

/** Characters of a town's own words that are quoted. */
const QUOTED = 40;

export function problemsOf(
  input: BulletinInput,
  towns: readonly BulletinTown[],
  demands: readonly Demand[],
): Problem[] {
  return [
    ...ofReporting(input, towns),
    ...ofFigures(input, towns),
    ...ofAreas(input, towns, demands),
    ...ofTasks(input, demands),
    ...ofFindings(input),
  ];
}

function ofReporting({ before }: BulletinInput, towns: readonly BulletinTown[]): Problem[] {
  const missed = new Set(before?.inputs.notReported ?? []);
  return [
    ...towns
      .filter(({ standing }) => standing === "not_reported")
      .map(({ town }): Problem => ({ kind: "unreported", town, again: missed.has(town) })),
    ...towns.flatMap(({ town, daysLate }): Problem[] =>
      daysLate ? [{ kind: "late", town, days: daysLate }] : [],
    ),
  ];
}

/** Those whose light is not green, and those whose works are behind their plan, the furthest behind first. */
function ofFigures({ programme }: BulletinInput, towns: readonly BulletinTown[]): Problem[] {
  const invested = towns.flatMap(({ town, invested: sum, due }) =>
    sum !== null && due && sum / due < programme.lights.green ? [{ town, invested: sum, due }] : [],
  );
  const works = towns.flatMap(({ town, actual, planned }) =>
    actual !== null && planned !== null && actual < planned ? [{ town, actual, planned }] : [],
  );
  return [
    ...invested
      .sort((a, b) => a.invested / a.due - b.invested / b.due)
      .map((one): Problem => ({ kind: "investment", ...one })),
    ...works
      .sort((a, b) => a.actual - a.planned - (b.actual - b.planned))
      .map((one): Problem => ({ kind: "image", ...one })),
  ];
}

/** The problems towns reported, area by area; one that stays in the same words is dated. */
function ofAreas(
  { programme, now, approved, earlier }: BulletinInput,
  towns: readonly BulletinTown[],
  demands: readonly Demand[],
): Problem[] {
  const listed = new Set(towns.map(({ town }) => town));
  const inOrder = programme.towns.filter(({ slug }) => listed.has(slug));
  return programme.areas.flatMap(({ id: area }) =>
    inOrder.flatMap(({ slug: town }): Problem[] => {
      const whole = approved.get(town)?.areas[area]?.words.problem.trim() ?? "";
      if (whole === "") return [];
      const ref = `${now.period}/${town}/${area}`;
      const before = [...(earlier.get(town) ?? [])].reverse();
      const changed = before.findIndex(({ content }) => content.areas[area]?.words.problem.trim() !== whole);
      const same = changed < 0 ? before : before.slice(0, changed);
      const demand =
        demands.find((one) => one.ref === ref) ??
        demands.find((one) => same.some(({ period }) => one.ref === `${period}/${town}/${area}`)) ??
        null;
      const since = same.at(-1)?.period ?? now.period;
      return [{ kind: "area", town, area, words: firstSentence(whole, QUOTED), since, demand }];
    }),
  );
}

function ofTasks({ records, today }: BulletinInput, demands: readonly Demand[]): Problem[] {
  return records
    .map((record) => ({ record, task: taskOf(record) }))
    .filter(({ task }) => isOverdue(task, today))
    .sort((a, b) => a.task.due.localeCompare(b.task.due))
    .map(({ record, task: { to, title, due } }): Problem => {
      const demand = demands.find(({ id }) => id === record.id);
      return { kind: "overdue", to, title, due, demand: demand ?? null };
    });
}

function ofFindings({ now, mendings }: BulletinInput): Problem[] {
  return [
    ...mendings.filter(isUnmended).map(({ town, finding, until, late }): Problem => {
      return { kind: "inspection", town, finding: firstSentence(finding, QUOTED), until, late };
    }),
    ...(now.inputs.misreports ?? []).map((one): Problem => ({ kind: "misreport", ...one })),
  ];
}
