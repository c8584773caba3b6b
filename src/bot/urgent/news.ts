import type { Card } from "../../../cards/card.ts";
import { urgentNewsCard } from "../../../cards/urgent/news.ts";
import { findRecord } from "../../../db/records.ts";
import type { Deps } from "../../deps.ts";
import type { ProcedureRecord } from "../../domain/procedure/record.ts";
import { urgentFacts } from "../../domain/procedure/urgent.ts";
import type { Person } from "../../domain/programme/people.ts";
import { settledTowns } from "../procedures/effects/urgent.ts";

/** The record and town of a subject such as `urgent ID/qikou`. */
export async function recordOfNews(
  { db }: Pick<Deps, "db">,
  subject: string,
): Promise<{ record: ProcedureRecord; town: string } | null> {
  const [id = "", town = ""] = subject.slice(subject.indexOf(" ") + 1).split("/");
  const record = await findRecord(db, id);
  return record && { record, town };
}

/**
 * The card of an approved message (`urgent ID/qikou`) for a town's officials: active or over. The reason it
 * ended does not change later, even if the report's state does. Messages that are over are no longer sent.
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

/** Whether an approved message is still active. */
export function isRunning(record: ProcedureRecord, now: number): boolean {
  return record.state === "sent" && now < urgentFacts(record).until;
}
