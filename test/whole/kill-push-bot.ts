import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { card, md } from "../../cards/elements.ts";
import { commit } from "../../db/commit.ts";
import { openDatabase } from "../../db/open.ts";
import { outbox } from "../../db/schema.ts";
import { enqueueCard } from "../../src/bot/sending/enqueue-message.ts";
import { startSandbox } from "../../src/sandbox/start.ts";
import { IN_MEMORY } from "../in-memory.ts";
import { PATIENT } from "../slow-machine.ts";
import { botProcess, envOf } from "./bot-process.ts";
import { bundled } from "./bundled.ts";

// A push queued in a database that survives, with a sandbox that survives, and the product as a process that
// is killed.

const NOW = "2026-10-12T10:00:00+08:00";
/** The claims of a dead process expire after a minute (design.md 6). */
const LEASE = 61_000;

/** Puts one card for each receiver into the outbox; nothing is sent before `start`. */
export async function startPush(receivers: number) {
  const folder = mkdtempSync(join(IN_MEMORY, "tentowns-push-"));
  const bundle = await bundled("bot");
  const people = Array.from({ length: receivers }, (_, n) => ({ open_id: `ou_${n}`, name: `干部${n}` }));
  const sandbox = await startSandbox(
    { apps: [{ name: "bot", card_mode: "documented" }], people, now: NOW },
    PATIENT,
  );
  const env = envOf(sandbox, folder);
  const databaseUrl = env.DATABASE_URL ?? "";
  await withDatabase(databaseUrl, async (db) => {
    const notice = card({ title: "通知", template: "blue" }, [md("请在截止日前完成填报。")]);
    const now = Date.parse(NOW);
    const rows = people.map(({ open_id }) =>
      enqueueCard({ openId: open_id, quiet: true }, notice, "push", "请填报。", now, {
        kind: "help",
        subject: "",
      }),
    );
    await commit(db, { audit: { actor: "test", kind: "push", subject: "" }, outbox: rows }, now);
  });

  const bot = botProcess(env, bundle);
  let botUrl = "";
  return {
    start: async () => {
      botUrl = await bot.start(new Date(sandbox.state().now).toISOString());
    },
    /** Kills it with SIGKILL and lets a minute pass, after which its claims have expired. */
    kill: async () => {
      await bot.kill();
      await sandbox.moveClock({ advance_ms: LEASE });
    },
    /** Messages that have arrived. */
    arrived: () => sandbox.state().messages.map(({ message_id, chat_id }) => ({ message_id, chat_id })),
    /** Resolves when the outbox is empty. */
    allSent: async () => {
      for (;;) {
        const metrics = await (await fetch(`${botUrl}/metrics`)).text();
        if (/status="pending"\} 0\n/.test(metrics)) return;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    },
    /** The outbox's rows, read while no process is running. */
    rows: () => withDatabase(databaseUrl, (db) => db.select().from(outbox)),
    close: async () => {
      await bot.kill();
      await sandbox.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

type Handle = Awaited<ReturnType<typeof openDatabase>>["db"];

async function withDatabase<T>(url: string, work: (db: Handle) => Promise<T>): Promise<T> {
  const { db, close } = await openDatabase(url);
  try {
    return await work(db);
  } finally {
    close();
  }
}
