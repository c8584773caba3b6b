import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openDatabase } from "../../db/open.ts";
import { outbox } from "../../db/schema.ts";
import type { Act, SandboxMessage } from "../../src/sandbox/protocol.ts";
import { type RunningSandbox, startSandbox } from "../../src/sandbox/start.ts";
import { photo, textIn } from "../bot/at-client.ts";
import { encrypt, envelope, sealed, signed } from "../feishu/sealed.ts";
import { PATIENT } from "../slow-machine.ts";
import { readQuarter, smallDemo, writeQuarter } from "./quarter-on-disk.ts";
import { type Host, startInWorkerd } from "./remote/hosts.ts";
import { type Sqld, serveDatabase } from "./sqld.ts";

// The Worker as built by wrangler, in the local workerd, with a database over HTTP and a bucket: guards
// against code that only works in Node.

const NOW = "2026-10-12T10:00:00+08:00";

let folder: string;
let databaseUrl: string;
let database: Sqld;
let sandbox: RunningSandbox;
let worker: Host;
let app: RunningSandbox["apps"][number];
let official: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "tentowns-worker-"));
  const demo = smallDemo();
  official = demo.people.find((person) => person.role === "town_official")?.openId ?? "";
  const people = demo.people.map(({ openId, name }) => ({ open_id: openId, name }));
  sandbox = await startSandbox({ apps: [{ name: "bot" }], people, now: NOW }, PATIENT);
  const [only] = sandbox.apps;
  if (!only) throw new Error("no app");
  app = only;
  const secrets = {
    FEISHU_APP_ID: app.app_id,
    FEISHU_APP_SECRET: app.app_secret,
    FEISHU_ENCRYPT_KEY: app.encrypt_key,
    FEISHU_VERIFICATION_TOKEN: app.verification_token,
    FEISHU_DOMAIN: sandbox.url,
  };
  databaseUrl = `file:${join(folder, "test.db")}`;
  await writeQuarter({ ...secrets, DATABASE_URL: databaseUrl, REHEARSAL_NOW: NOW }, demo);
  await atAnyHour(databaseUrl);
  database = await serveDatabase(databaseUrl);
  worker = await startInWorkerd({ ...secrets, DATABASE_URL: database.url }, folder);
});

/** A Worker uses the real time, so messages that wait for working hours would delay a test run at night. */
async function atAnyHour(url: string): Promise<void> {
  const { db, close } = await openDatabase(url);
  await db.update(outbox).set({ quiet: 0, runAt: 0 });
  close();
}

afterAll(async () => {
  await worker?.stop();
  await database?.close();
  await sandbox?.close();
  // The Worker's process may still be closing its files.
  rmSync(folder, { recursive: true, force: true, maxRetries: 100, retryDelay: 50 });
});

const ask = (path: string, init?: RequestInit) => fetch(`${worker.url}${path}`, init);
const post = (body: BodyInit, headers: Headers = new Headers()) =>
  ask("/feishu/webhook", { method: "POST", body, headers });

/** The bot's messages to the town, oldest first. */
function heard(): SandboxMessage[] {
  const { chats, messages } = sandbox.state();
  const chat = chats.find((one) => one.members.includes(official));
  return messages.filter((m) => m.chat_id === chat?.chat_id && m.sender.type === "app");
}

/** Performs a person's act and returns the bot's answer to the town once it contains `words`. */
async function answerTo(act: Act, words: string): Promise<SandboxMessage> {
  const answer = await fetch(`${sandbox.url}/sandbox/act`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(act),
  });
  expect(answer.status, await answer.text()).toBe(200);
  for (;;) {
    const said = heard().find((message) => message.content.includes(words));
    if (said) return said;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

describe("the Worker", () => {
  it("is alive and ready", async () => {
    expect((await ask("/healthz")).status).toBe(200);
    expect(await (await ask("/readyz")).text()).toBe("ready\n");
  });

  it("answers an encrypted challenge within a second", async () => {
    const document = { challenge: "hello", token: app.verification_token, type: "url_verification" };
    const answer = await post(
      JSON.stringify({ encrypt: encrypt(JSON.stringify(document), app.encrypt_key) }),
    );
    expect([answer.status, await answer.json()]).toEqual([200, { challenge: "hello" }]);
  });

  it("refuses a wrong signature and garbage", async () => {
    const body = sealed({});
    expect((await post(body, signed(body, Date.now(), "another key").headers)).status).toBe(401);
    expect((await post("{")).status).toBe(400);
  });

  it("sends what waited, by the minute", async () => {
    expect(heard()).toEqual([]);
    const run = await ask("/__scheduled?cron=*+*+*+*+*");
    expect(run.status).toBe(200);
    expect(heard()).toHaveLength(1);
  });

  it("answers a question", async () => {
    const hook = `${worker.url}/feishu/webhook`;
    expect(await sandbox.setUrls(app.app_id, { event_url: hook, callback_url: hook })).toMatchObject({
      ok: true,
    });
    const content = { kind: "text", text: "碛口怎么样" } as const;
    const card = await answerTo({ act: "send", as: official, app_id: app.app_id, content }, "综合得分");
    expect(card.msg_type).toBe("interactive");
  });

  it("answers what comes at the same time, each by itself", async () => {
    const questions = Array.from({ length: 12 }, (_, n) => {
      const message = {
        ...{ message_id: `om_many_${n}`, chat_id: "oc_many", chat_type: "p2p", message_type: "text" },
        ...{ create_time: String(Date.now()), content: JSON.stringify({ text: "什么时候截止" }) },
      };
      const event = { sender: { sender_id: { open_id: official }, sender_type: "user" }, message };
      const header = { event_id: `many-${n}`, token: app.verification_token, app_id: app.app_id };
      const body = JSON.stringify(envelope("im.message.receive_v1", event, header));
      return JSON.stringify({ encrypt: encrypt(body, app.encrypt_key) });
    });
    const answers = await Promise.all(
      questions.map(async (body) => {
        const sent = signed(body, Date.now(), app.encrypt_key);
        return (await post(sent.body, sent.headers)).status;
      }),
    );
    expect(answers).toEqual(questions.map(() => 200));
  });

  it("fetches a photo into its bucket", async () => {
    const form = heard()[0]?.message_id ?? "";
    const act: Act = { act: "reply", as: official, message_id: form, content: photo(1) };
    expect(textIn(await answerTo(act, "收到1张照片"))).toContain("请在卡片上点一下");
  });

  it("uploads it and shows it on the town's card", async () => {
    await ask("/__scheduled?cron=*+*+*+*+*");
    // What another request has taken in hand is sent by that one.
    await expect.poll(() => heard()[0]?.content).toMatch(/"img_combination".*"img_key":"img_v3_/);
  });

  it("leaves a sound database behind", async () => {
    const disk = await readQuarter(databaseUrl);
    expect(disk.chain).toMatchObject({ ok: true });
    expect(disk.said.filter((row) => row.status === "dead")).toEqual([]);
  });
});
