import { findRecord } from "../../../../db/records.ts";
import { findReport } from "../../../../db/reports.ts";
import type { Deps } from "../../../deps.ts";
import { readAbout } from "../../../domain/digest/about.ts";
import { townOfficial } from "../../roster/people.ts";
import type { Given } from "./effect.ts";

/** The subject of the row a question is about, and the number of its receivers. */
export const rowAskedAbout: Given = async (deps, { about: { town, ref } }) => ({
  ...(await wordsOf(deps, ref)),
  officials: (await townOfficial(deps, town)).length,
});

/** A task's title, or the next step announced by a town; "" for other rows. */
async function wordsOf(deps: Deps, id: string): Promise<{ title: string; said: string }> {
  const about = readAbout(id);
  if (about.kind === "task")
    return { title: String((await findRecord(deps.db, about.task))?.data.title ?? ""), said: "" };
  if (about.kind !== "promise") return { title: "", said: "" };
  const report = await findReport(deps.db, about.period, about.town);
  return { title: "", said: report?.content.areas[about.section]?.words.next.trim() ?? "" };
}
