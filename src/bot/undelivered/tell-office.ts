import type { Card } from "../../../cards/card.ts";
import { unsureCard } from "../../../cards/office/unsure.ts";
import { type Receiver, receiverName, recordName } from "../../../cards/receiver.ts";
import { noticeText } from "../../../cards/text/notices.ts";
import { findChat } from "../../../db/chats.ts";
import type { OutboxRow } from "../../../db/commit.ts";
import { findOutbox, type OutboxEntry } from "../../../db/outbox.ts";
import type { Deps } from "../../deps.ts";
import { type Locale, type Person, ROLES } from "../../domain/programme/people.ts";
import { cityOffice, personOf } from "../roster/people.ts";
import { inPrivate, officeReaders, type Reader, wordsFor } from "../roster/readers.ts";
import { enqueueLiving, enqueueText } from "../sending/enqueue-message.ts";

/** Tells the city office of a message that could not be sent, by its receiver's post and record, never by name. */
export async function tellOffice(
  deps: Deps,
  entry: OutboxEntry,
  fate: "dead" | "unsure",
): Promise<OutboxRow[]> {
  // A notice that cannot be delivered causes no further notice.
  if (entry.cardKind === "notice" || entry.cause.startsWith("dead:") || entry.kind === "update") return [];
  const now = deps.clock.now();
  const receiver = await receiverOf(deps, entry);
  const cause = `${fate}:${entry.id}`;
  const readers = await readersBut(deps, entry.to);
  return readers.map((reader) => {
    const words = wordsFor(reader, (locale) => {
      const text = noticeText[locale];
      const { both } = describe(deps, entry, receiver, locale);
      return fate === "dead" ? text.undelivered(both) : text.unsure(both);
    });
    const to = { ...reader.to, quiet: true };
    return fate === "dead"
      ? enqueueText(to, words, cause, now)
      : enqueueLiving(to, { kind: "notice", subject: entry.id }, cause, words, now);
  });
}

/** The office without the receiver that could not be reached: where that is its group, each member in private. */
async function readersBut(deps: Deps, to: string): Promise<Reader[]> {
  const readers = await officeReaders(deps, [to]);
  const isTheGroup = readers.some((reader) => "chatId" in reader.to && reader.to.chatId === to);
  return isTheGroup ? (await cityOffice(deps)).map(inPrivate) : readers;
}

/** The office's card of a message of unknown outcome (its outbox row): to be sent again, or what was decided. */
export async function drawNotice(deps: Deps, id: string, reader: Person): Promise<{ card: Card } | null> {
  const entry = await findOutbox(deps.db, id);
  if (!entry || reader.role !== "city_office") return null;
  const { locale } = reader;
  const { what, to } = describe(deps, entry, await receiverOf(deps, entry), locale);
  const row = { id, what, to, at: entry.at };
  return { card: unsureCard({ rows: [row], settled: entry.status !== "unsure", locale }) };
}

function describe(deps: Deps, entry: OutboxEntry, receiver: Receiver, locale: Locale) {
  const what = noticeText[locale].message(recordName(entry.subject ?? "", deps.programme, locale));
  const to = receiverName(receiver, deps.programme, locale);
  return { what, to, both: locale === "en" ? `${what}, to ${to}` : `${what}，发给${to}` };
}

async function receiverOf(deps: Deps, entry: OutboxEntry): Promise<Receiver> {
  switch (entry.toType) {
    case "open_id":
      return { kind: "person", person: await personOf(deps, entry.to) };
    case "chat_id":
      return { kind: "group", name: (await findChat(deps.db, entry.to))?.name ?? "" };
    case "post":
      return { kind: "person", person: postOf(entry.to) };
    case "message_id":
      return { kind: "reply" };
  }
}

function postOf(to: string): Pick<Person, "role" | "area"> | null {
  const [name, area = ""] = to.split(" ");
  const role = ROLES.find((one) => one === name);
  return role ? { role, area } : null;
}
