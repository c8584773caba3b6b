import { townPlanText } from "../../../cards/text/town-plan.ts";
import { commit, type OutboxRow } from "../../../db/commit.ts";
import type { OutboxEntry } from "../../../db/outbox.ts";
import { findRecord } from "../../../db/records.ts";
import type { Deps } from "../../deps.ts";
import { mayBegin } from "../../domain/procedure/take.ts";
import type { Person } from "../../domain/programme/people.ts";
import { townPlan } from "../../domain/town-plan/town-plan.ts";
import type { IncomingMessage } from "../../feishu/message-event.ts";
import { cardsAbove } from "../sending/addressed.ts";
import { type CardAnswer, toast } from "../sending/card-answer.ts";
import { madeLater, makes } from "../sending/made-later.ts";
import type { Press } from "../sending/press.ts";
import { fileDownload } from "./sent-file.ts";

// A town's 方案 as a file, as far as a Worker takes part in it: the outbox entries that read one and send its template.

/** What these entries say of themselves in the outbox. */
const FILE = "town_plan";
const TEMPLATE = "town_plan template";

/**
 * The download of a 方案 that somebody of a town or county sent in private: in reply to its card, or called so. Null for
 * any other file, and where office files cannot be read.
 */
export async function townPlanDownload(
  deps: Deps,
  person: Person,
  message: IncomingMessage,
): Promise<OutboxRow | null> {
  const { content } = message;
  const may = person.role === "town_official" || person.role === "county_reviewer";
  if (!deps.townPlanFiles || !may || content.kind !== "file" || !/\.(docx?|xlsx?)$/i.test(content.fileName))
    return null;
  const [above] = await cardsAbove(deps, message);
  const quoted = above?.kind === "record" ? await findRecord(deps.db, above.subject) : null;
  const meant = above ? quoted?.procedure === townPlan.id : /方案|town.?plan/i.test(content.fileName);
  return meant ? fileDownload(deps, person, message, FILE) : null;
}

export function isTownPlan({ kind, subject }: OutboxEntry): boolean {
  return kind === "fetch" && subject === FILE;
}

export const isTownPlanTemplate = makes(TEMPLATE);

/** Sends whoever may write the town's 方案 its template, once it was made. */
export async function askTemplate(
  { deps, event, person }: Press,
  { town }: { town: string },
): Promise<CardAnswer> {
  const { programme, clock } = deps;
  const now = clock.now();
  const text = townPlanText(person.locale);
  const at = { actor: person, now, programme, evidence: 0 };
  if (!deps.townPlanFiles || !mayBegin(townPlan, "begin", { town }, at))
    return toast("warning", text.noTemplate);
  const cause = `template ${event.eventId}`;
  const order = JSON.stringify({ by: person.openId, town });
  const made = madeLater(TEMPLATE, { toType: "message_id", to: cause }, order, cause, now);
  const audit = { actor: person.openId, kind: "town_plan.template", subject: town };
  await commit(deps.db, { audit, inbox: [`event:${event.eventId}`], outbox: [made] }, now);
  return toast("success", text.templateComes);
}
