import { isDeepStrictEqual } from "node:util";
import { sql } from "drizzle-orm";
import { cardMessage } from "../../../db/card-schema.ts";
import type { CardMessage } from "../../../db/cards.ts";
import { REPLACEABLE } from "../../../db/stale-cards.ts";
import { redrawCard } from "../../../src/bot/living/draw-card.ts";
import { isForm } from "../../../src/bot/sending/card-answer.ts";
import { becomesOf, isLivingKind } from "../../../src/bot/sending/card-kinds.ts";
import { shanghaiDay } from "../../../src/domain/calendar/shanghai-time.ts";
import type { SandboxMessage } from "../../../src/sandbox/protocol.ts";
import { shownIn } from "../at-client.ts";
import { fieldsOf, wordsOf } from "../card-reading.ts";
import type { World } from "../world.ts";

/** Kinds of cards that state their time in the last line; other dated cards are about a week or a quarter. */
const STAMPED = ["status", "missing", "chase", "record_list", "annual", "locked", "handover", "stages"];

/** The product's state, and what its people can see of it. */
export type Seen = Pick<World, "deps"> & {
  sandbox: { state: () => { messages: readonly SandboxMessage[] } };
};

/**
 * Wrong statements on the cards people can see now, one line each; the outbox must be empty. A living card of
 * the last 14 days in a private chat must equal the card drawn from the current state, or show a form; a
 * dated card must state its time; every other kind must be on the list of kinds that may stay. `messages`:
 * the cards to check, by default all.
 */
export async function untruths(world: Seen, messages = cardsShown(world)): Promise<string[]> {
  const said: string[] = [];
  const now = world.deps.clock.now();
  const ids = JSON.stringify(messages.map(({ message_id }) => message_id));
  const ofThese = sql`${cardMessage.messageId} in (select value from json_each(${ids}))`;
  const found = await world.deps.db.select().from(cardMessage).where(ofThese);
  const rows = new Map(found.map((row) => [row.messageId, row]));
  for (const message of messages) {
    const row = rows.get(message.message_id);
    if (!row) said.push(`${message.content.slice(0, 200)} is no card we know`);
    else if (now - row.at < REPLACEABLE) said.push(...(await untruthOf(world, row, message)));
  }
  return said;
}

/** The bot's cards in all chats, oldest first. */
function cardsShown(world: Seen): SandboxMessage[] {
  return world.sandbox
    .state()
    .messages.filter(({ sender, msg_type }) => sender.type === "app" && msg_type === "interactive");
}

async function untruthOf(world: Seen, row: CardMessage, message: SandboxMessage): Promise<string[]> {
  const name = `${row.kind} ${row.subject} (${row.view}) of ${row.openId || row.chatId}`;
  const becomes = becomesOf(row.kind);
  if (becomes === null) return [`${name}: nobody says what becomes of such a card`];
  if (
    becomes === "dated" &&
    STAMPED.includes(row.kind) &&
    !isForm(row.view) &&
    !/截至|As of/.test(shownIn(message).words)
  )
    return [`${name}: does not say of when it is`];
  if (becomes !== "living" || isForm(row.view)) return [];
  if (row.openId === "") return [`${name}: a living card in a group`];
  const now = await redrawCard(world.deps, row.messageId);
  if (now === "leave" || now === "too_large") return [`${name}: ${now}`];
  if (fieldsOf(now.card).length > 0) return [`${name}: drawn with boxes to fill in`];
  const drawn = JSON.stringify(now.card);
  return message.content === drawn || isDeepStrictEqual(JSON.parse(message.content), JSON.parse(drawn))
    ? []
    : [`${name}: shows\n${shownIn(message).words}\nbut it is\n${wordsOf(now.card)}`];
}

/** Every living kind shown so far in a world. */
export async function livingKinds(world: World): Promise<string[]> {
  const rows = await world.deps.db.select({ kind: cardMessage.kind }).from(cardMessage);
  return [...new Set(rows.map(({ kind }) => kind))].filter(isLivingKind).sort();
}

/**
 * Checks a world's cards while it is played, after every step: `share` of them (1: all, 3: every third, in turn), so that
 * each is checked often at moderate cost.
 */
export function watchTruth(
  world: World,
  share: (at: { day: string; begins: boolean }) => number,
): {
  look: () => Promise<void>;
  found: string[];
  looks: () => number;
} {
  const found: string[] = [];
  let day = "";
  let turn = 0;
  let looks = 0;
  return {
    found,
    looks: () => looks,
    look: async () => {
      const today = shanghaiDay(world.deps.clock.now());
      const cards = cardsShown(world);
      const shares = share({ day: today, begins: today !== day });
      const some = cards.filter((_, n) => n % shares === turn % shares);
      day = today;
      turn += 1;
      looks += some.length;
      const untrue = await untruths(world, some);
      found.push(...untrue.map((line) => `${today}: ${line}`));
    },
  };
}
