import type { Card } from "../../../cards/card.ts";
import { urgentNewsCard } from "../../../cards/urgent/news.ts";
import { findRecord } from "../../../db/records.ts";
import type { Deps } from "../../deps.ts";
import type { ProcedureRecord } from "../../domain/procedure/record.ts";
import { urgentFacts } from "../../domain/procedure/urgent.ts";
import type { Person } from "../../domain/programme/people.ts";
import { settledTowns } from "../procedures/effects/urgent.ts";

/** The record and the town of a subject `urgent ID/qikou`. */
export async function recordOfNews(
  { db }: Pick<Deps, "db">,
  subject: string,
): Promise<{ record: ProcedureRecord; town: string } | null> {
  const [id = "", town = ""] = subject.slice(subject.indexOf(" ") + 1).split("/");
  const record = await findRecord(db, id);
  return record && { record, town };
}

/**
 * An approved message (`urgent ID/qikou`) for a town's officials: running, or over. How it ended stays as it was first
 * shown, whatever becomes of the report afterwards. One that is over is not sent any more.
 */
export async function drawUrgentNews(
  deps: Deps,
  subject: string,
  reader: Person,
  shows: string,
): Promise<{ card: Card; view: string; late: boolean } | null> {
  const { record, town = "" } = (await recordOfNews(deps, subject)) ?? {};
  if (!record || reader.role !== "town_official" || reader.area !== town) return null;
  const ended = await endOf(deps, record, town, shows);
  const { words, reason, until } = urgentFacts(record);
  const { programme } = deps;
  const card = urgentNewsCard({ programme, words, reason, until, ended, locale: reader.locale });
  return { card, view: ended ?? "overview", late: ended !== null };
}

async function endOf(
  deps: Deps,
  record: ProcedureRecord,
  town: string,
  shows: string,
): Promise<"reported" | "time" | null> {
  if (shows === "reported" || shows === "time") return shows;
  if ((await settledTowns(deps, record)).has(town)) return "reported";
  return isRunning(record, deps.clock.now()) ? null : "time";
}

/** Whether an approved message still asks for something. */
export function isRunning(record: ProcedureRecord, now: number): boolean {
  return record.state === "sent" && now < urgentFacts(record).until;
}
