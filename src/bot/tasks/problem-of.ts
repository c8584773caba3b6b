import { findReport } from "../../../db/reports.ts";
import type { Deps } from "../../deps.ts";
import { maySee, type Person } from "../../domain/people.ts";
import { parsePeriod } from "../../domain/period.ts";
import { LONGEST_TITLE } from "../../domain/task/draft.ts";

/**
 * The problem a town reported in one area, by `2026Q3/qikou/roads`, as the title of an item; null when there is
 * none that this person may see.
 */
export async function problemOf(
  deps: Deps,
  person: Person,
  ref: string,
): Promise<{ town: string; section: string; words: string } | null> {
  const [periodText = "", town = "", section = ""] = ref.split("/");
  const period = parsePeriod(periodText);
  const report =
    period && maySee(person, town, deps.programme) ? await findReport(deps.db, period, town) : null;
  const words = report?.content.areas[section]?.words.problem.trim() ?? "";
  if (words === "") return null;
  return { town, section, words: [...words.replaceAll("\n", " ")].slice(0, LONGEST_TITLE).join("") };
}
