import { unsureCard } from "../../../cards/office/unsure.ts";
import { type Receiver, receiverName, recordName } from "../../../cards/receiver.ts";
import { noticeText } from "../../../cards/text/notices.ts";
import { findChat } from "../../../db/chats.ts";
import type { OutboxRow } from "../../../db/commit.ts";
import type { OutboxEntry } from "../../../db/outbox.ts";
import type { Deps } from "../../deps.ts";
import { type Person, ROLES } from "../../domain/people.ts";
import { cityOffice, personOf } from "../roster/people.ts";
import { enqueueCard, enqueueText } from "../sending/enqueue-message.ts";

/** The city office hears of every message that did not go out, by post and record, never by a person's name. */
export async function tellOffice(
  deps: Deps,
  entry: OutboxEntry,
  fate: "dead" | "unsure",
): Promise<OutboxRow[]> {
  // A notice that cannot be delivered is not worth another notice.
  if (entry.cardKind === "notice" || entry.kind === "update") return [];
  const now = deps.clock.now();
  const receiver = await receiverOf(deps, entry);
  const office = await cityOffice(deps);
  return office
    .filter((person) => person.openId !== entry.to)
    .map((person) => {
      const { locale, openId } = person;
      const text = noticeText[locale];
      const what = text.message(recordName(entry.subject ?? "", deps.programme, locale));
      const to = receiverName(receiver, deps.programme, locale);
      const cause = `${fate}:${entry.id}`;
      const told = locale === "en" ? `${what}, to ${to}` : `${what}，发给${to}`;
      if (fate === "dead")
        return {
          ...enqueueText({ openId, quiet: true }, text.undelivered(told), cause, now),
          cardKind: "notice",
        };
      const card = unsureCard({ rows: [{ id: entry.id, what, to, at: entry.at }], locale });
      return enqueueCard({ openId, quiet: true }, card, cause, text.unsure(told), now, {
        kind: "notice",
        subject: entry.id,
      });
    });
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
