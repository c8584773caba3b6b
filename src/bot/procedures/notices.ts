import * as z from "zod";
import { bilingual, inBothLanguages } from "../../../cards/bilingual.ts";
import { asOf } from "../../../cards/living/living.ts";
import { recordTitle } from "../../../cards/record/facts.ts";
import { recordCard } from "../../../cards/record/record.ts";
import { recordText } from "../../../cards/text/record.ts";
import { boundChats } from "../../../db/chats.ts";
import type { OutboxRow } from "../../../db/commit.ts";
import { causeId, type OutboxEntry, settleEnded } from "../../../db/outbox.ts";
import { findRecord } from "../../../db/records.ts";
import { holders } from "../../../db/roster.ts";
import type { Deps } from "../../deps.ts";
import { type Locale, type Person, ROLES } from "../../domain/people.ts";
import type { Group, Post } from "../../domain/procedure/definition.ts";
import { addressOf } from "../../domain/procedure/posts.ts";
import type { ProcedureRecord } from "../../domain/procedure/record.ts";
import { countyOf, townBySlug } from "../../domain/programme.ts";
import { quietUntil } from "../../domain/quiet-hours.ts";
import { cityOffice, personOf } from "../roster/people.ts";
import { enqueueCard, enqueueLiving } from "../sending/enqueue-message.ts";
import type { Receiver } from "./effects/effect.ts";
import { recordViewOf } from "./record-view.ts";

// A step is told to posts and groups, not to persons: who holds the post, and how the record stands, is looked up when
// the message is about to go out. So a hand-over at night reaches the successor, and nobody reads what is no longer true.

const noticeSchema = z.object({ record: z.string(), revision: z.number(), except: z.string() });

/** Messages about a record's last step, each to a post or the groups of a kind; never to whoever took it. */
export function noticesOf(deps: Deps, record: ProcedureRecord, receivers: Receiver[]): OutboxRow[] {
  const now = deps.clock.now();
  const { id, revision } = record;
  const cause = `record ${id} ${revision}`;
  const except = record.log.at(-1)?.by ?? "";
  return [...new Set(receivers.map(addressText))].map((to) => ({
    id: causeId(`${cause} ${to}`),
    cause,
    kind: "send",
    toType: "post",
    to,
    msgType: "interactive",
    content: JSON.stringify({ record: id, revision, except }),
    fallback: "",
    cardKind: "record",
    subject: id,
    status: "pending",
    runAt: quietUntil(now),
    quiet: 1,
    at: now,
  }));
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

/** Turns a message to a post into one to each of its holders of this moment, drawn as the record stands now. */
export async function addressNotice(deps: Deps, entry: OutboxEntry): Promise<void> {
  const { record: id, revision, except } = noticeSchema.parse(JSON.parse(entry.content));
  const record = await findRecord(deps.db, id);
  if (!record) throw new Error(`a message about record ${id}, which is not there`);
  const receivers = await receiversOf(deps, entry.to);
  const rows = receivers
    .filter(({ person }) => person?.openId !== except)
    .map((receiver) => letter(deps, record, receiver, `record ${id} ${revision}`));
  await settleEnded(deps.db, entry.id, "superseded", "addressed to those who hold the post", rows);
}

type Reader = { to: { openId: string } | { chatId: string }; person: Person | null };

function letter(deps: Deps, record: ProcedureRecord, { to, person }: Reader, cause: string): OutboxRow {
  const { id } = record;
  const view = recordViewOf(deps, record, person);
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

/** Those who hold a post now, the city office where nobody does; or the groups of a kind. */
async function receiversOf(deps: Deps, to: string): Promise<Reader[]> {
  const [kind = "", area = "", county = ""] = to.split(" ");
  if (kind === "group") {
    const wanted = area === "county_group" ? "county" : area;
    const chats = (await boundChats(deps.db)).filter(
      (chat) => chat.kind === wanted && (wanted !== "county" || county === "" || chat.area === county),
    );
    return chats.map(({ chatId }) => ({ to: { chatId }, person: null }));
  }
  const people = await holdersOf(deps, kind, area);
  const found = people.length > 0 ? people : await cityOffice(deps);
  return found.map((person) => ({ to: { openId: person.openId }, person }));
}

async function holdersOf(deps: Deps, kind: string, area: string): Promise<Person[]> {
  if (kind === "person") {
    const person = await personOf(deps, area);
    return person ? [person] : [];
  }
  if (kind === "city_office") return cityOffice(deps);
  const role = ROLES.find((one) => one === kind);
  return role ? holders(deps.db, role, area) : [];
}
