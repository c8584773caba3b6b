import * as z from "zod";
import { asOf } from "../../../cards/living/living.ts";
import { recordTitle } from "../../../cards/record/facts.ts";
import { recordCard } from "../../../cards/record/record.ts";
import { stateName } from "../../../cards/record/state-name.ts";
import { restSeveralText } from "../../../cards/text/at-rest.ts";
import { recordText } from "../../../cards/text/record.ts";
import { reminderText } from "../../../cards/text/reminders.ts";
import type { OutboxRow } from "../../../db/commit.ts";
import { causeId, type OutboxEntry, settleEnded } from "../../../db/outbox.ts";
import { listRecords } from "../../../db/records.ts";
import { recordsToldSince } from "../../../db/told-records.ts";
import type { Deps } from "../../deps.ts";
import { quietUntil } from "../../domain/calendar/quiet-hours.ts";
import { shanghaiDay, shanghaiTime } from "../../domain/calendar/shanghai-time.ts";
import type { Group, Post } from "../../domain/procedure/definition.ts";
import { openness } from "../../domain/procedure/keys.ts";
import { isConfidential, owed, waitsFor } from "../../domain/procedure/owed.ts";
import { addressesOf } from "../../domain/procedure/posts.ts";
import type { ProcedureRecord } from "../../domain/procedure/record.ts";
import type { Locale, Person } from "../../domain/programme/people.ts";
import { countyOf, presentTown } from "../../domain/programme/programme.ts";
import { cardFor, type Reader, wordsFor } from "../roster/readers.ts";
import { enqueueCard, enqueueLiving } from "../sending/enqueue-message.ts";
import { myDaySubject } from "../sending/my-day-subject.ts";
import type { Receiver } from "./effects/effect.ts";
import { recordsCard } from "./lists.ts";
import { type Addressee, receiversOf } from "./receivers.ts";
import { kitFor, recordViewOf } from "./record-view.ts";

// Notices of steps are addressed to posts and groups, not persons: the holders and the record's state are
// looked up when the message is sent. A successor therefore gets the notice, with the current state.

/** Cards of one procedure, of different records that wait for the same person, in a day. */
const MOST_A_DAY = 3;

const noticeSchema = z.object({
  records: z.array(z.object({ id: z.string(), revision: z.number() })).min(1),
  except: z.string(),
});

type Told = { record: ProcedureRecord; receivers: Receiver[] };

/**
 * Messages about the last step of each record, to posts or the groups of a kind; never to the taker. A post with
 * several records gets one message, a group one for each record. What one of a post has done is told to the others of it
 * only if they have to go on from there.
 */
export function noticesOf(deps: Deps, told: readonly Told[]): OutboxRow[] {
  const perAddress = new Map<string, ProcedureRecord[]>();
  for (const { record, receivers } of told)
    for (const receiver of receivers) {
      if (isOwnDeed(deps, record, receiver)) continue;
      const to = addressText(receiver);
      const own = "group" in receiver ? `${to}\n${record.id}` : to;
      const before = perAddress.get(own) ?? [];
      if (!before.includes(record)) perAddress.set(own, [...before, record]);
    }
  return [...perAddress].map(([to, records]) => noticeTo(deps, to.split("\n")[0] ?? "", records));
}

/** Whether it is the deed of the very post it is for, which has not to go on from there either. */
function isOwnDeed(deps: Deps, record: ProcedureRecord, receiver: Receiver): boolean {
  const to = addressText(receiver);
  if (record.log.at(-1)?.post !== to) return false;
  return !owed(kitFor(deps, record).definition, record, deps.programme).some(
    (one) => addressText(one.to) === to,
  );
}

function noticeTo(deps: Deps, to: string, records: readonly ProcedureRecord[]): OutboxRow {
  const now = deps.clock.now();
  const named = records.map(({ id, revision }) => ({ id, revision }));
  const cause = causeOf(named);
  const except = records[0]?.log.at(-1)?.by ?? "";
  return {
    id: causeId(`${cause} ${to}`),
    cause,
    kind: "send",
    toType: "post",
    to,
    msgType: "interactive",
    content: JSON.stringify({ records: named, except }),
    fallback: "",
    cardKind: records.length === 1 ? "record" : "record_list",
    subject: records.map(({ id }) => id).join(" "),
    status: "pending",
    runAt: quietUntil(now),
    quiet: 1,
    at: now,
  };
}

function causeOf(records: ReadonlyArray<{ id: string; revision: number }>): string {
  return records.map(({ id, revision }) => `record ${id} ${revision}`).join();
}

/** The receivers a step's definition names, resolved for this record. */
export function toldBy(deps: Deps, record: ProcedureRecord, tells: readonly (Post | Group)[]): Receiver[] {
  const town = presentTown(deps.programme, record.town);
  const county = town ? countyOf(deps.programme, town).slug : "";
  return tells.flatMap((tell): Receiver[] => {
    if (tell === "all_towns" || tell === "leading_group" || tell === "county_group")
      return [{ group: tell, county }];
    return addressesOf(tell, record, deps.programme);
  });
}

function addressText(to: Receiver): string {
  if ("group" in to) return `group ${to.group} ${to.group === "county_group" ? to.county : ""}`;
  return "openId" in to ? `person ${to.openId}` : `${to.role} ${to.area}`;
}

/**
 * Replaces a notice by one message to each holder of the post, drawn from the current state of the records.
 */
export async function addressNotice(deps: Deps, entry: OutboxEntry): Promise<void> {
  const { records: named, except } = noticeSchema.parse(JSON.parse(entry.content));
  const records = await listRecords(deps.db, { ids: named.map(({ id }) => id) });
  const [only] = records;
  if (!only) throw new Error(`a message about record ${named[0]?.id}, which is not there`);
  if (named.length === 1 && isSettled(deps, only, named[0]?.revision ?? 0, entry.to)) {
    await settleEnded(deps.db, entry.id, "superseded", "the record has ended since");
    return;
  }
  const cause = causeOf(named);
  const confidential = records.some((record) => isConfidential(kitFor(deps, record).definition, record));
  const receivers = await receiversOf(deps, entry.to, except, confidential);
  const rows = await Promise.all(
    receivers.map((receiver) =>
      records.length === 1 || receiver.drawnFor === null
        ? noticeFor(deps, only, receiver, cause)
        : listLetter(deps, records, receiver, receiver.drawnFor, cause),
    ),
  );
  await settleEnded(deps.db, entry.id, "superseded", "addressed to those who hold the post", rows);
}

/** Whether a later step ended the record and already informs this receiver. */
function isSettled(deps: Deps, record: ProcedureRecord, revision: number, to: string): boolean {
  const { open } = openness(kitFor(deps, record).definition, record);
  return !open && record.revision > revision && !to.startsWith("group ");
}

/** One card for several records that are to be handled by the same person, or by anyone of the office. */
function listLetter(
  deps: Deps,
  records: ProcedureRecord[],
  reader: Reader,
  person: Person,
  cause: string,
): OutboxRow {
  const now = deps.clock.now();
  const { step = "" } = records[0]?.log.at(-1) ?? {};
  const card = cardFor(reader, (locale) => {
    const n = records.length;
    const own = records[0] && kitFor(deps, records[0]).words[locale].steps[step]?.several?.(n);
    const says = own ?? restSeveralText(step, n, locale);
    return recordsCard(
      deps,
      { ...person, locale },
      { scope: "mine", records, page: 1, says: says ?? recordText(locale).several(n) },
    );
  });
  const fallback = wordsFor(reader, (locale) => recordText(locale).fallbackList(records.length));
  const stands = { kind: "record_list", subject: "mine" } as const;
  return enqueueCard({ ...reader.to, quiet: true }, card, cause, fallback, now, stands);
}

/**
 * The record's card; once a person has had several of its procedure in a day that wait for them, the card of everything
 * that does instead, once: a programme's beginning would otherwise be one card a town.
 */
async function noticeFor(
  deps: Deps,
  record: ProcedureRecord,
  receiver: Addressee,
  cause: string,
): Promise<OutboxRow> {
  const { drawnFor: person, to } = receiver;
  const now = deps.clock.now();
  const day = shanghaiDay(now);
  const { definition } = kitFor(deps, record);
  const waits =
    person !== null && owed(definition, record, deps.programme).some((one) => waitsFor(one, person));
  if (!waits || !("openId" in to)) return letter(deps, record, receiver, cause);
  const told = await recordsToldSince(deps.db, to.openId, shanghaiTime(day, "00:00"));
  const before = (await listRecords(deps.db, { ids: told })).filter(
    ({ id, procedure }) => procedure === record.procedure && id !== record.id,
  );
  if (before.length < MOST_A_DAY) return letter(deps, record, receiver, cause);
  const living = { kind: "my_day", subject: myDaySubject(person) } as const;
  const fallback = wordsFor(receiver, (locale) => reminderText(locale).fallback);
  return enqueueLiving({ ...to, quiet: true }, living, `many ${day}`, fallback, now);
}

async function letter(
  deps: Deps,
  record: ProcedureRecord,
  { drawnFor, ...reader }: Addressee,
  cause: string,
): Promise<OutboxRow> {
  const { id } = record;
  const to = { ...reader.to, quiet: true };
  const view = await recordViewOf(deps, record, drawnFor);
  const fallbackIn = (locale: Locale) => {
    const state = stateName(view.kit, record, locale);
    return recordText(locale).fallback(recordTitle({ ...view, locale }), state);
  };
  const now = deps.clock.now();
  const fallback = wordsFor(reader, fallbackIn);
  if (drawnFor) {
    const living = { kind: "record", subject: id } as const;
    return enqueueLiving(to, living, cause, fallback, now);
  }
  // A group is told of a step once; later changes are for those involved.
  const card = cardFor(reader, (locale) => asOf(recordCard({ ...view, locale }), now, locale));
  return enqueueCard(to, card, cause, fallback, now, {
    kind: "record_news",
    subject: id,
  });
}
