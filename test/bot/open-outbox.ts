import { handedOverCard } from "../../cards/report/handed-over.ts";
import { commit, type OutboxRow } from "../../db/commit.ts";
import { findOutbox, type OutboxEntry } from "../../db/outbox.ts";
import { drainOutbox } from "../../src/bot/outbox/drain-outbox.ts";
import { enqueueCard, enqueueText, enqueueUpdate } from "../../src/bot/sending/enqueue-message.ts";
import type { Person } from "../../src/domain/people.ts";
import { startWorld, type World, type WorldOptions } from "./world.ts";

// An outbox with a platform behind it that can be made to fail; nothing is sent but when `drain` is called.

export const MINUTE = 60_000;
/** The path of every send and reply. */
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

export type OpenOutbox = Awaited<ReturnType<typeof openOutbox>>;

export async function openOutbox(options: Partial<WorldOptions> = {}) {
  const world: World = await startWorld({ people: [wang, li, zhao], ...options });
  const { deps } = world;
  const now = () => deps.clock.now();
  const plain = () => handedOverCard({ programme: deps.programme, town: "qikou", locale: "zh-CN" });
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
    /** The card of a quarter's report, to its official. */
    card: (cause: string): OutboxRow =>
      enqueueCard({ openId: wang.openId }, plain(), cause, "卡片没有发出来，请发“我的填报”。", now(), {
        kind: "report",
        subject: "2026Q3/qikou",
      }),
    face: (cause: string, messageId: string): OutboxRow => enqueueUpdate(messageId, plain(), cause, now()),
    /** Puts rows into the outbox; answers the id of the first. */
    queue: async (...rows: OutboxRow[]): Promise<string> => {
      await commit(deps.db, { audit: { actor: "t", kind: "t", subject: "" }, outbox: rows }, now());
      return rows[0]?.id ?? "";
    },
    drain: () => drainOutbox(deps),
    /** Both clocks move on, as in a rehearsal; nothing is sent by it. */
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
    /** What someone was sent, oldest first. */
    said: (openId: string): string[] => world.inbox(openId).map((m) => m.content),
  };
}
