import * as z from "zod";
import { bilingual, inBothLanguages } from "../../../cards/bilingual.ts";
import { asOf } from "../../../cards/living/living.ts";
import { recordTitle } from "../../../cards/record/facts.ts";
import { recordCard } from "../../../cards/record/record.ts";
import { recordText } from "../../../cards/text/record.ts";
import { boundChats } from "../../../db/chats.ts";
import type { OutboxRow } from "../../../db/commit.ts";
import { causeId, type OutboxEntry, settleEnded } from "../../../db/outbox.ts";
import { listRecords } from "../../../db/records.ts";
import type { Deps } from "../../deps.ts";
import type { Locale, Person } from "../../domain/people.ts";
import type { Group, Post } from "../../domain/procedure/definition.ts";
import { addressOf } from "../../domain/procedure/posts.ts";
import type { ProcedureRecord } from "../../domain/procedure/record.ts";
import { openness } from "../../domain/procedure/take.ts";
import { countyOf, townBySlug } from "../../domain/programme.ts";
import { quietUntil } from "../../domain/quiet-hours.ts";
import { cityOffice, holdersOf, personOf } from "../roster/people.ts";
import { enqueueCard, enqueueLiving } from "../sending/enqueue-message.ts";
import type { Receiver } from "./effects/effect.ts";
import { recordsCard } from "./lists.ts";
import { kitFor, recordViewOf } from "./record-view.ts";

// A step is told to posts and groups, not to persons: who holds the post, and how the record stands, is looked up when
// the message is about to go out. So a hand-over at night reaches the successor, and nobody reads what is no longer true.

const noticeSchema = z.object({
  records: z.array(z.object({ id: z.string(), revision: z.number() })).min(1),
  except: z.string(),
});

type Told = { record: ProcedureRecord; receivers: Receiver[] };

/**
 * Messages about the last step of each record, each to a post or the groups of a kind; never to whoever took it. A post
 * that is told of several records gets one message; a group one a record.
 */
export function noticesOf(deps: Deps, told: readonly Told[]): OutboxRow[] {
  const perAddress = new Map<string, ProcedureRecord[]>();
  for (const { record, receivers } of told)
    for (const receiver of receivers) {
      const to = addressText(receiver);
      const own = "group" in receiver ? `${to}\n${record.id}` : to;
      const before = perAddress.get(own) ?? [];
      if (!before.includes(record)) perAddress.set(own, [...before, record]);
    }
  return [...perAddress].map(([to, records]) => noticeTo(deps, to.split("\n")[0] ?? "", records));
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

/** The receivers a step of the definition names, as they are for this record. */
export function toldBy(deps: Deps, record: ProcedureRecord, tells: readonly (Post | Group)[]): Receiver[] {
  const town = townBySlug(deps.programme, record.town);
  const county = town ? countyOf(deps.programme, town).slug : "";
  return tells.flatMap((tell): Receiver[] => {
    if (tell === "all_towns" || tell === "leading_group" || tell === "county_group")
      return [{ group: tell, county }];
    const address = addressOf(tell, record, deps.programme);
    return address ? [address] : [];
  });
}

function addressText(to: Receiver): string {
  if ("group" in to) return `group ${to.group} ${to.group === "county_group" ? to.county : ""}`;
  return "openId" in to ? `person ${to.openId}` : `${to.role} ${to.area}`;
}

/** Turns a message about records' steps into one to each holder of the post, drawn as the records stand now. */
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
  const receivers = await receiversOf(deps, entry.to, except);
  const rows = await Promise.all(
    receivers.map((receiver) =>
      records.length === 1 || !receiver.person
        ? letter(deps, only, receiver, cause)
        : listLetter(deps, records, receiver.person, cause),
    ),
  );
  await settleEnded(deps.db, entry.id, "superseded", "addressed to those who hold the post", rows);
}

/** Whether a person would be told of what has ended since: the step that ended it tells whom it concerns. */
function isSettled(deps: Deps, record: ProcedureRecord, revision: number, to: string): boolean {
  const { open } = openness(kitFor(deps, record).definition, record);
  return !open && record.revision > revision && !to.startsWith("group ");
}

type Reader = { to: { openId: string } | { chatId: string }; person: Person | null };

/** One card for several records that came to the same person by one act. */
function listLetter(deps: Deps, records: ProcedureRecord[], person: Person, cause: string): OutboxRow {
  const now = deps.clock.now();
  const text = recordText(person.locale);
  const { step = "" } = records[0]?.log.at(-1) ?? {};
  const says =
    records[0] && kitFor(deps, records[0]).words[person.locale].steps[step]?.several?.(records.length);
  const card = recordsCard(deps, person, {
    scope: "mine",
    records,
    page: 1,
    says: says ?? text.several(records.length),
  });
  const to = { openId: person.openId, quiet: true };
  const stands = { kind: "record_list", subject: "mine" } as const;
  return enqueueCard(to, card, cause, text.fallbackList(records.length), now, stands);
}

async function letter(
  deps: Deps,
  record: ProcedureRecord,
  { to, person }: Reader,
  cause: string,
): Promise<OutboxRow> {
  const { id } = record;
  const view = await recordViewOf(deps, record, person);
  const fallbackIn = (locale: Locale) => {
    const state = view.kit.words[locale].states[record.state] ?? "";
    return recordText(locale).fallback(recordTitle({ ...view, locale }), state);
  };
  const now = deps.clock.now();
  if ("openId" in to) {
    const living = { kind: "record", subject: id } as const;
    return enqueueLiving({ ...to, quiet: true }, living, cause, fallbackIn(view.locale), now);
  }
  // A group is told of a step once; how the record goes on is for those it concerns.
  const card = bilingual((locale) => asOf(recordCard({ ...view, locale }), now, locale));
  return enqueueCard({ ...to, quiet: true }, card, cause, inBothLanguages(fallbackIn), now, {
    kind: "record_news",
    subject: id,
  });
}

/** Those who hold a post now but `except`, the city office where nobody else does; or the groups of a kind. */
async function receiversOf(deps: Deps, to: string, except: string): Promise<Reader[]> {
  const [kind = "", area = "", county = ""] = to.split(" ");
  if (kind === "group") {
    const wanted = area === "county_group" ? "county" : area;
    const chats = (await boundChats(deps.db)).filter(
      (chat) => chat.kind === wanted && (wanted !== "county" || county === "" || chat.area === county),
    );
    return chats.map(({ chatId }) => ({ to: { chatId }, person: null }));
  }
  const others = (people: Person[]) => people.filter(({ openId }) => openId !== except);
  // Whoever hears of their own step by their own name has nobody to be stood in for.
  if (kind === "person" && area === except) return [];
  const one = kind === "person" ? await personOf(deps, area) : null;
  const people = others(one ? [one] : await holdersOf(deps, to));
  const found = people.length > 0 ? people : others(await cityOffice(deps));
  return found.map((person) => ({ to: { openId: person.openId }, person }));
}
