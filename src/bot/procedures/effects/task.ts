import { listRecords } from "../../../../db/records.ts";
import { findReport } from "../../../../db/reports.ts";
import type { Deps } from "../../../deps.ts";
import { parsePeriod } from "../../../domain/calendar/period.ts";
import { maySee, type Person } from "../../../domain/programme/people.ts";
import { nextItemNumber } from "../../../domain/task/item-number.ts";
import { namedDepartment } from "../../../domain/task/named-department.ts";
import { supervision } from "../../../domain/task/supervision.ts";
import { LONGEST_TITLE } from "../../../domain/task/task-steps.ts";
import type { Effect, Given } from "./effect.ts";

/**
 * Initial values of the form of a 督办 item: the time, and the problem it is created from (`2026Q3/qikou/roads`); and the
 * number it has if it begins now.
 */
export const itemBegun: Given = async (deps, { about: { ref }, actor }) => ({
  today: deps.clock.now(),
  problem: actor ? await problemOf(deps, actor, ref) : null,
  number: await nextNumber(deps),
});

/** The number of the next 督办 item. */
export async function nextNumber({ db, clock }: Deps): Promise<string> {
  return nextItemNumber(await listRecords(db, { procedure: supervision.id }), clock.now());
}

/**
 * A problem reported by a town in one area, as the title of an item, and the department it names, which the item goes to;
 * null if there is none that this person may see.
 */
async function problemOf(deps: Deps, person: Person, ref: string) {
  const [periodText = "", town = "", section = ""] = ref.split("/");
  const period = parsePeriod(periodText);
  const report =
    period && maySee(person, town, deps.programme) ? await findReport(deps.db, period, town) : null;
  const words = report?.content.areas[section]?.words.problem.trim() ?? "";
  if (words === "") return null;
  const department = namedDepartment(words, deps.programme)?.slug ?? null;
  return { town, department, words: [...words.replaceAll("\n", " ")].slice(0, LONGEST_TITLE).join("") };
}

/** The cards of a town's reports show its promises, and depend on what is excused: they are redrawn. */
export const redrawReports: Effect = async (_, { after: { town } }) => ({
  touched: town === "" ? [] : [`town ${town}`],
});
