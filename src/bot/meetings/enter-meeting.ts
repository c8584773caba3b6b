import { recordTitle } from "../../../cards/record/facts.ts";
import type { OutboxEntry } from "../../../db/outbox.ts";
import { findRecord } from "../../../db/records.ts";
import type { Deps } from "../../deps.ts";
import { meetingFacts, meetingTimes } from "../../domain/meeting/meeting.ts";
import { addressesOf } from "../../domain/procedure/posts.ts";
import type { ProcedureRecord } from "../../domain/procedure/record.ts";
import { askedFirst } from "../../domain/programme/roster.ts";
import { FeishuRefused } from "../../feishu/feishu-error.ts";
import { lacksPermission, refusalKind } from "../../feishu/refusal-kind.ts";
import { kitFor } from "../procedures/record-view.ts";
import { takeStep } from "../procedures/take-step.ts";
import { holdersOf } from "../roster/people.ts";

/** Enters a meeting in the bot's calendar, or takes one that was cancelled or moved out of it; what may succeed later is tried again. */
export async function enterMeeting(deps: Deps, entry: OutboxEntry): Promise<void> {
  const record = await findRecord(deps.db, entry.to);
  if (!record) return;
  const { event, left } = meetingFacts(record);
  if (left !== "") await takeOut(deps, left);
  if (record.state === "cancelled" && event !== "") await takeOut(deps, event);
  // A meeting that was moved before its first entry was made has one at its new time already.
  if (record.state === "called" && event === "") await enter(deps, entry, record);
}

/**
 * With those invited, and once: the platform knows the entry by the outbox row's id. A refusal is noted on the meeting,
 * which goes on without.
 */
async function enter(deps: Deps, entry: OutboxEntry, record: ProcedureRecord): Promise<void> {
  const facts = meetingFacts(record);
  const cause = { actor: null, inbox: [`event:${entry.id}`] };
  try {
    const { eventId } = await deps.feishu.createEvent({
      ...meetingTimes(facts),
      title: recordTitle({ programme: deps.programme, kit: kitFor(deps, record), record, locale: "zh-CN" }),
      description: facts.agenda,
      place: facts.place,
      openIds: await guestsOf(deps, record),
      key: entry.id,
    });
    await takeStep(deps, cause, { id: record.id, step: "schedule" }, {}, { event: eventId });
  } catch (error) {
    if (!isFinal(error)) throw error;
    deps.log("warn", "calendar refused", { code: error.code, logId: error.logId });
    const unscheduled = lacksPermission(error) ? "permission" : "refused";
    await takeStep(deps, cause, { id: record.id, step: "unschedule" }, {}, { unscheduled });
  }
}

/** Takes an entry out; one that is gone already is left alone. */
async function takeOut(deps: Deps, event: string): Promise<void> {
  try {
    await deps.feishu.deleteEvent(event);
  } catch (error) {
    if (!isFinal(error)) throw error;
    deps.log("warn", "calendar refused", { code: error.code, logId: error.logId });
  }
}

/** Whether the calendar will refuse it again: a missing permission is not waited for. */
function isFinal(error: unknown): error is FeishuRefused {
  return error instanceof FeishuRefused && (lacksPermission(error) || refusalKind(error) !== "later");
}

/** Who is invited by the roster now: of a post whoever is asked first. */
async function guestsOf(deps: Deps, record: ProcedureRecord): Promise<string[]> {
  const addresses = addressesOf({ each: "invited" }, record, deps.programme);
  const people = await Promise.all(
    addresses.map(async (to) =>
      "openId" in to
        ? [to.openId]
        : askedFirst(await holdersOf(deps, `${to.role} ${to.area}`)).map(({ openId }) => openId),
    ),
  );
  return [...new Set(people.flat())];
}
