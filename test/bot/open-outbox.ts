import { eq } from "drizzle-orm";
import { notYoursCard } from "../../cards/living/living.ts";
import { putCard } from "../../db/cards.ts";
import { commit, type OutboxRow } from "../../db/commit.ts";
import { findOutbox, type OutboxEntry } from "../../db/outbox.ts";
import { outbox } from "../../db/schema.ts";
import { staleCard } from "../../db/stale-cards.ts";
import { drainOutbox } from "../../src/bot/outbox/drain-outbox.ts";
import { subjectsOf } from "../../src/bot/sending/card-kinds.ts";
import { enqueueCard, enqueueLiving, enqueueText } from "../../src/bot/sending/enqueue-message.ts";
import type { Person } from "../../src/domain/programme/people.ts";
import { startWorld, type World, type WorldOptions } from "./world.ts";

// An outbox with a platform that can be made to fail; messages are sent only when `drain` is called.

export const MINUTE = 60_000;
/** The path of all sends and replies. */
export const SEND = "/im/v1/messages";

export const wang: Person = {
  openId: "ou_wang",
  name: "王建军",
  role: "town_official",
  area: "qikou",
  locale: "zh-CN",
};
export const li: Person = {
  openId: "ou_li",
  name: "李芳",
  role: "county_reviewer",
  area: "linxian",
  locale: "zh-CN",
};
export const zhao: Person = {
  openId: "ou_zhao",
  name: "赵明",
  role: "city_office",
  area: "",
  locale: "zh-CN",
};

const QUARTER = { kind: "progress", subject: "progress 2026Q3" } as const;

export type OpenOutbox = Awaited<ReturnType<typeof openOutbox>>;

export async function openOutbox(options: Partial<WorldOptions> = {}) {
  const world: World = await startWorld({ people: [wang, li, zhao], ...options });
  const { deps } = world;
  const now = () => deps.clock.now();
  const plain = () => notYoursCard({ title: "碛口镇", locale: "zh-CN" });
  const entryOf = async (id: string): Promise<OutboxEntry> => {
    const entry = await findOutbox(deps.db, id);
    if (!entry) throw new Error(`no entry ${id}`);
    return entry;
  };
  return {
    world,
    now,
    entryOf,
    text: (said: string, to = wang.openId): OutboxRow => enqueueText({ openId: to }, said, said, now()),
    /** A card that is not updated. */
    card: (cause: string): OutboxRow =>
      enqueueCard({ openId: wang.openId }, plain(), cause, "卡片没有发出来，请发“我的填报”。", now(), {
        kind: "handover",
        subject: "2026Q3/qikou",
      }),
    /** A card that is kept up to date: the office's card of a quarter that is not open. */
    living: (cause: string): OutboxRow =>
      enqueueLiving({ openId: zhao.openId }, QUARTER, cause, "请发“谁还没报”。", now()),
    /** Records a card of that quarter as showing something else. */
    remember: async (messageId: string, view = "overview"): Promise<void> => {
      const row = { messageId, chatId: "oc_x", openId: zhao.openId, ...QUARTER, view, shown: null };
      const writes = putCard(deps.db, { ...row, at: now(), shownAt: now() }, subjectsOf(row));
      await commit(deps.db, { audit: null, writes }, now());
    },
    /** The outbox entry that redraws a card; returns its id. */
    mark: async (messageId: string): Promise<string> => {
      await commit(deps.db, { audit: null, writes: [staleCard(deps.db, messageId, now())] }, now());
      const rows = await deps.db.select({ id: outbox.id }).from(outbox).where(eq(outbox.to, messageId));
      return rows.at(-1)?.id ?? "";
    },
    /** Puts rows into the outbox; returns the id of the first. */
    queue: async (...rows: OutboxRow[]): Promise<string> => {
      await commit(deps.db, { audit: { actor: "t", kind: "t", subject: "" }, outbox: rows }, now());
      return rows[0]?.id ?? "";
    },
    drain: () => drainOutbox(deps),
    /** Moves both clocks as in a rehearsal, without sending anything. */
    pass: async (ms: number): Promise<void> => {
      world.clock.moveTo(now() + ms);
      await world.sandbox.moveClock({ advance_ms: ms });
    },
    faults: async (switches: Record<string, unknown>): Promise<void> => {
      const headers = { "content-type": "application/json" };
      const body = JSON.stringify(switches);
      const answer = await fetch(`${world.sandbox.url}/sandbox/faults`, { method: "POST", headers, body });
      if (!answer.ok) throw new Error(await answer.text());
    },
    /** Messages to a person, oldest first. */
    said: (openId: string): string[] => world.inbox(openId).map((m) => m.content),
  };
}
