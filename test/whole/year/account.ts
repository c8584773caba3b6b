import * as z from "zod";
import { outbox } from "../../../db/schema.ts";
import type { Exchange } from "../../../src/sandbox/protocol.ts";
import type { World } from "../../bot/world.ts";

/** All messages of a year, compared between the product's outbox, the sandbox's chats and its inspector. */
export type Account = {
  /** Outbox rows by kind and status: `send sent`. */
  rows: Record<string, number>;
  fromBot: number;
  fromPeople: number;
  exchanges: number;
  /** Sends that name a due date for the fourth quarter, and those that say it is unknown. */
  withDate: number;
  withoutDate: number;
  /** Discrepancies, one line each. */
  gaps: string[];
};

const receivedSchema = z.object({
  header: z.object({ event_type: z.literal("im.message.receive_v1") }),
  event: z.object({ message: z.object({ message_id: z.string() }) }),
});
const answerSchema = z.object({ code: z.literal(0), data: z.object({ message_id: z.string() }) });

/** Compares all three. */
export async function account(world: World): Promise<Account> {
  const { id, kind, status, messageId } = outbox;
  const rows = await world.deps.db.select({ id, kind, status, messageId }).from(outbox);
  const seen = await inspect(world);
  const { messages } = world.sandbox.state();
  const from = (type: "app" | "user") =>
    messages.filter((message) => message.sender.type === type).map((message) => message.message_id);
  const sent = (kinds: string[]) =>
    rows
      .filter((row) => row.status === "sent" && kinds.includes(row.kind))
      .map((row) => row.messageId ?? `${row.kind} ${row.id} without a message`);
  return {
    rows: counted(rows.map((row) => `${row.kind} ${row.status}`)),
    fromBot: from("app").length,
    fromPeople: from("user").length,
    exchanges: seen.exchanges,
    withDate: seen.withDate,
    withoutDate: seen.withoutDate,
    gaps: [
      ...unmatched("outbox row", sent(["send", "reply"]), "message", from("app")),
      ...unmatched("message", from("app"), "answered call", seen.answered),
      ...unmatched("person's message", from("user"), "acknowledged event", seen.received),
      ...unmatched("update", sent(["update"]), "PATCH", seen.patched),
      ...seen.refused,
    ],
  };
}

/** A summary of the inspector's exchanges, without their bodies. */
export type Inspected = {
  exchanges: number;
  /** Message ids of answered sends and replies, of acknowledged events, and of replaced cards. */
  answered: string[];
  received: string[];
  patched: string[];
  refused: string[];
  /** Sends that name a due date for the fourth quarter, and those that say it is unknown. */
  withDate: number;
  withoutDate: number;
};

const PAGE = 200;

/** Reads the whole inspector, newest first, page by page. */
export async function inspect(world: World): Promise<Inspected> {
  const seen: Inspected = {
    exchanges: 0,
    answered: [],
    received: [],
    patched: [],
    refused: [],
    withDate: 0,
    withoutDate: 0,
  };
  for (let before = Number.MAX_SAFE_INTEGER; ; ) {
    const response = await fetch(`${world.sandbox.url}/sandbox/exchanges?limit=${PAGE}&before=${before}`);
    const { exchanges }: { exchanges: Exchange[] } = await response.json();
    for (const exchange of exchanges) note(seen, exchange);
    const [first] = exchanges;
    if (first === undefined) return seen;
    before = first.id;
  }
}

function note(
  seen: Inspected,
  { direction, method, path, status, request, response, decrypted }: Exchange,
): void {
  seen.exchanges += 1;
  if (status !== 200) seen.refused.push(`${method} ${path}: ${status} ${response}`);
  if (direction === "to_bot") {
    const event = receivedSchema.safeParse(JSON.parse(decrypted ?? "{}"));
    if (event.success) seen.received.push(event.data.event.message.message_id);
    return;
  }
  if (method === "PATCH" && status === 200) seen.patched.push(path.slice(path.lastIndexOf("/") + 1));
  if (method !== "POST" || !path.startsWith("/open-apis/im/v1/messages")) return;
  const answer = answerSchema.safeParse(JSON.parse(response));
  if (answer.success) seen.answered.push(answer.data.data.message_id);
  // The holidays of 2027 are unknown: a card that mentions the fourth quarter's due date must say so.
  if (/第四季度.*截止日期暂不能确定/s.test(request)) seen.withoutDate += 1;
  if (/第四季度.*截止\d+月/s.test(request)) seen.withDate += 1;
}

/** Ids whose number differs between the two sides. */
function unmatched(one: string, ids: string[], other: string, others: string[]): string[] {
  const [left, right] = [counted(ids), counted(others)];
  return [...new Set([...ids, ...others])]
    .filter((id) => left[id] !== right[id])
    .map((id) => `${id}: ${left[id] ?? 0} × ${one}, ${right[id] ?? 0} × ${other}`);
}

function counted(words: string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
}
