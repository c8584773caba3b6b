import { asc, eq } from "drizzle-orm";
import { receiverName } from "../../../cards/receiver.ts";
import { findChat } from "../../../db/chats.ts";
import { outbox } from "../../../db/schema.ts";
import { personOf } from "../../../src/bot/roster/people.ts";
import type { Deps } from "../../../src/deps.ts";
import { shanghaiClock, shanghaiDay } from "../../../src/domain/calendar/shanghai-time.ts";
import type { Person } from "../../../src/domain/programme/people.ts";

/** One message to a person or group: when (programme time), to which post or group, and why. */
export type Message = {
  at: number;
  when: string;
  to: string;
  role: Person["role"] | "group" | "reply";
  area: string;
  openId: string;
  why: string;
  /** Sent without a request. */
  quiet: boolean;
};

/** Every sent message of the outbox, oldest first. Card updates are silent and excluded. */
export async function messagesOf(deps: Deps): Promise<Message[]> {
  const rows = await deps.db
    .select()
    .from(outbox)
    .where(eq(outbox.status, "sent"))
    .orderBy(asc(outbox.firstTriedAt));
  const said = rows.filter(({ kind }) => kind === "send" || kind === "reply");
  return Promise.all(
    said.map(async ({ toType, to, cause, quiet, firstTriedAt, at: queued }): Promise<Message> => {
      const at = firstTriedAt ?? queued;
      const person = toType === "open_id" ? await personOf(deps, to) : null;
      const group = toType === "chat_id" ? await findChat(deps.db, to) : null;
      const receiver =
        toType === "open_id"
          ? ({ kind: "person", person } as const)
          : group
            ? ({ kind: "group", name: group.name } as const)
            : ({ kind: "reply" } as const);
      return {
        at,
        when: `${shanghaiDay(at)} ${shanghaiClock(at)}`,
        to: receiverName(receiver, deps.programme, "zh-CN"),
        role: person?.role ?? (group ? "group" : "reply"),
        area: person?.area ?? "",
        openId: toType === "open_id" ? to : "",
        why: cause,
        quiet: quiet === 1,
      };
    }),
  );
}

/** A readable table with one line for each message. */
export function messageTable(messages: Message[]): string {
  return messages
    .map(({ when, to, why, quiet }) => `${when} | ${quiet ? "unasked" : "asked  "} | ${to} | ${why}`)
    .join("\n");
}
