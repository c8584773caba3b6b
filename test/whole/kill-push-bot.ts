import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { card, md } from "../../cards/elements.ts";
import { commit } from "../../db/commit.ts";
import { openDatabase } from "../../db/open.ts";
import { outbox } from "../../db/schema.ts";
import { enqueueCard } from "../../src/bot/sending/enqueue-message.ts";
import { startSandbox } from "../../src/sandbox/start.ts";
import { PATIENT } from "../slow-machine.ts";
import { bundled } from "./bundled.ts";
import { type Child, startChild } from "./child.ts";

// A push queued in a database that survives, with a sandbox that survives, and the product as a process that
// is killed.

const NOW = "2026-10-12T10:00:00+08:00";
/** The claims of a dead process expire after a minute (design.md 6). */
const LEASE = 61_000;

/** Puts one card for each receiver into the outbox; nothing is sent before `start`. */
export async function startPush(receivers: number) {
  const folder = mkdtempSync(join(tmpdir(), "tentowns-push-"));
  const bundle = await bundled("bot");
  const people = Array.from({ length: receivers }, (_, n) => ({ open_id: `ou_${n}`, name: `干部${n}` }));
  const sandbox = await startSandbox(
    { apps: [{ name: "bot", card_mode: "documented" }], people, now: NOW },
    PATIENT,
  );
  const [app] = sandbox.apps;
  if (!app) throw new Error("no app");
  const databaseUrl = `file:${join(folder, "test.db")}`;
  const env = {
    FEISHU_APP_ID: app.app_id,
    FEISHU_APP_SECRET: app.app_secret,
    FEISHU_ENCRYPT_KEY: app.encrypt_key,
    FEISHU_VERIFICATION_TOKEN: app.verification_token,
    FEISHU_DOMAIN: sandbox.url,
    DATABASE_URL: databaseUrl,
    EVIDENCE_URL: `file:${join(folder, "evidence")}`,
  };
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

  let child: Child | undefined;
  let botUrl = "";
  return {
    start: async () => {
      const now = new Date(sandbox.state().now).toISOString();
      child = startChild({ bundle, env: { ...env, REHEARSAL_NOW: now } });
      const [, port] = await child.said(/"what":"listening","port":(\d+)/);
      botUrl = `http://127.0.0.1:${port}`;
    },
    /** Kills it with SIGKILL and lets a minute pass, after which its claims have expired. */
    kill: async () => {
      await child?.kill();
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
      await child?.kill();
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
