import { type Basis, IMAGE, type Project, type ReportContent } from "../report/content.ts";
import { openingContent } from "../report/plan.ts";
import { isOpenToTown, type Report } from "../report/report.ts";

/**
 * A report its town still fills in, after a change of the year's plan: what the plan knows stands in it, items that came
 * due are asked, those no longer due are left out. What the town entered stays. Null when nothing changes for it.
 */
export function followPlan(report: Report, before: Basis, after: Basis): Report | null {
  if (!isOpenToTown(report)) return null;
  const opening = openingContent(after);
  const { content } = report;
  const next: ReportContent = {
    areas: Object.fromEntries(
      Object.entries(opening.areas).map(([id, area]) => {
        const now = content.areas[id];
        const items = Object.keys(area.items).map((item) => [
          item,
          now?.items[item] ?? area.items[item] ?? 0,
        ]);
        return [id, { items: Object.fromEntries(items), words: now?.words ?? area.words }];
      }),
    ),
    investment: { ...content.investment, plan: after.plan.investment ?? content.investment.plan },
    image: { ...content.image, projects: projectsAfter(report, before, after) },
  };
  if (JSON.stringify(next) === JSON.stringify(content)) return null;
  return { ...report, content: next, revision: report.revision + 1 };
}

/** The plan's projects with the progress entered so far; then the town's own, and dropped ones it has reported on. */
function projectsAfter({ content, saved }: Report, before: Basis, after: Basis): Project[] {
  const now = content.image.projects;
  const isIn = (plan: Basis["plan"], id: string) => plan.projects.some((project) => project.id === id);
  const isDropped = ({ id }: Project) => isIn(before.plan, id) && !isIn(after.plan, id);
  const known = openingContent(after)
    .image.projects.filter((project) => !isDropped(project))
    .map(
      (project) =>
        now.find(({ id }) => id === project.id && !isIn(after.plan, id)) ?? withEntered(project, now),
    );
  const others = now.filter(({ id }) => !known.some((project) => project.id === id));
  const kept = others.filter(
    (project) => !isDropped(project) || (saved[IMAGE] !== undefined && project.actual !== null),
  );
  return [...known, ...kept];
}

function withEntered(project: Project, now: readonly Project[]): Project {
  return { ...project, actual: now.find(({ id }) => id === project.id)?.actual ?? project.actual };
}
