import type { Card } from "../../../cards/card.ts";
import { problemsCard } from "../../../cards/task/problems.ts";
import { findReport } from "../../../db/reports.ts";
import { maySee } from "../../domain/people.ts";
import { parsePeriod } from "../../domain/period.ts";
import { townBySlug } from "../../domain/programme.ts";
import type { Asked } from "./show-task.ts";

/** The problems of one report (`2026Q3/qikou`) to choose from; null when there is none that this person may see. */
export async function problemChoice({ deps, person }: Asked, ref: string): Promise<Card | null> {
  const [periodText = "", slug = "", section] = ref.split("/");
  const period = parsePeriod(periodText);
  const town = townBySlug(deps.programme, slug);
  if (section !== undefined || !period || !town || !maySee(person, slug, deps.programme)) return null;
  const report = await findReport(deps.db, period, slug);
  const { programme } = deps;
  const some = Object.values(report?.content.areas ?? {}).some(({ words }) => words.problem.trim() !== "");
  return report && some ? problemsCard({ programme, report, town, locale: person.locale }) : null;
}
