import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request as httpRequest } from "node:http";
import { join } from "node:path";
import { and, count, eq, like } from "drizzle-orm";
import Database from "libsql";
import { afterAll, beforeAll, expect } from "vitest";
import type { PressName } from "../../bench/press-requests.ts";
import { openPressWorld } from "../../bench/press-world.ts";
import { messageEvent, SECRETS, signedRequest } from "../../bench/signed-request.ts";
import { actionToken } from "../../cards/action.ts";
import { verifyAudit } from "../../db/audit-chain.ts";
import { commit } from "../../db/commit.ts";
import { fileOf, openDatabase } from "../../db/open.ts";
import { countReceived } from "../../db/received.ts";
import { saveRecord } from "../../db/records.ts";
import { audit, inbox, outbox, received } from "../../db/schema.ts";
import { parseRecord } from "../../src/domain/procedure/record.ts";
import { IN_MEMORY } from "../in-memory.ts";
import { story } from "../story.ts";
import { bundled } from "./bundled.ts";
import { type Child, startChild } from "./child.ts";

// The bot as two processes that take in presses and messages, one of which writes. Each delivery comes over a connection of
// its own, so that either may get it.

const TOWNS = 13;
const PER_MINUTE = 40;
/** Names of the first towns that the office is about to adopt. */
const RENAMED = ["桃花源", "杏花村"];

const folder = mkdtempSync(join(IN_MEMORY, "tentowns-workers-"));
const env = {
  ...{ ...SECRETS, FEISHU_DOMAIN: "http://127.0.0.1:9", WORKERS: "2" },
  DATABASE_URL: `file:${folder}/presses-${TOWNS}.db`,
  EVIDENCE_URL: `file:${folder}/evidence`,
  PROGRAMME: join(folder, "pack.json"),
};
let world: Awaited<ReturnType<typeof openPressWorld>>;
let bot: Child;
let url: string;

beforeAll(async () => {
  world = await openPressWorld(folder, TOWNS, Date.now());
  writeFileSync(env.PROGRAMME, JSON.stringify({ ...world.deps.programme, perMinute: PER_MINUTE }));
  await proposeNames();
  await start();
});
afterAll(async () => {
  await bot?.kill();
  world?.close();
  rmSync(folder, { recursive: true, force: true });
});

async function start(): Promise<void> {
  bot = startChild({ bundle: await bundled("bot"), env });
  const [, port] = await bot.said(/"listening","port":(\d+)/);
  url = `http://127.0.0.1:${port}`;
  await bot.said(/"worker listening"/);
}

type Answer = { status: number; body: string };

function post({ body, headers }: { body: string; headers: Record<string, string> }): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = httpRequest(`${url}/feishu/webhook`, { method: "POST", headers, agent: false }, (answer) => {
      let said = "";
      answer.setEncoding("utf8").on("data", (part: string) => {
        said += part;
      });
      answer.on("end", () => resolve({ status: answer.statusCode ?? 0, body: said }));
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

const press = (name: PressName, town: string, deputy = false) => post(world.request(name, town, deputy).init);
const say = (openId: string, text: string, id: string) =>
  post(signedRequest("im.message.receive_v1", messageEvent(openId, text, id), id));
const office = (openId: string, action: string, id: string) =>
  post(
    signedRequest(
      "card.action.trigger",
      {
        operator: { open_id: openId },
        token: "c-test",
        action: { tag: "button", name: action, value: { action } },
        context: { open_message_id: `om_${id}`, open_chat_id: `oc_${openId}` },
      },
      id,
    ),
  );

/** Number of deliveries each process has answered so far. */
function answered(): { writer: number; worker: number } {
  const lines = bot.output().match(/.*"what":"(event|callback)".*/g) ?? [];
  const worker = lines.filter((line) => line.includes('"process":1')).length;
  return { writer: lines.length - worker, worker };
}

async function onDisk() {
  const { db, close } = await openDatabase(env.DATABASE_URL);
  try {
    const kinds = await db.select({ kind: audit.kind, n: count() }).from(audit).groupBy(audit.kind);
    const events = await db.$count(inbox, like(inbox.key, "event:%"));
    return { chain: await verifyAudit(db), events, n: new Map(kinds.map(({ kind, n }) => [kind, n])) };
  } finally {
    close();
  }
}

/** Resolves when everything acknowledged is answered, but for what is put aside for a minute. */
const allAnswered = () => expect.poll(() => world.deps.db.$count(received, eq(received.tries, 0))).toBe(0);

/** Other names of some towns, proposed by one of the office. */
async function proposeNames(): Promise<void> {
  const { db, programme } = world.deps;
  const at = Date.now();
  const writes = RENAMED.flatMap((aliases, i) => {
    const { slug: town = "", group = "" } = programme.towns[i] ?? {};
    const values = { aliases, group };
    const log = [{ step: "propose", from: "start", to: "proposed", by: "ou_office", at, values }];
    const id = `naming-${town}`;
    const base = { id, procedure: "naming", town, state: "proposed", revision: 1 };
    return saveRecord(db, parseRecord({ ...base, data: values, log }), {
      openKey: id,
      numberKey: null,
      open: true,
    });
  });
  await commit(db, { audit: { actor: "ou_office", kind: "naming.propose", subject: "some" }, writes }, at);
}

const { step } = story("two processes, one writer");

step("whoever takes a press in, it is on disk once when it is answered", async () => {
  const before = await onDisk();
  const pressed = await Promise.all(
    world.towns.flatMap((town) => [press("save", town), press("save", town)]),
  );
  expect(pressed.map(({ status }) => status)).toEqual(pressed.map(() => 200));
  const image = await Promise.all(world.towns.map((town) => press("save_image", town)));
  expect(image.filter(({ body }) => body.includes("已保存"))).toHaveLength(TOWNS);
  const after = await onDisk();
  expect(after.events - before.events).toBe(2 * TOWNS);
  expect(after.chain).toMatchObject({ ok: true });
});

step("both of them took some", async () => {
  for (let n = 0; Math.min(...Object.values(answered())) < 5; n += 1)
    await Promise.all([0, 1, 2, 3].map((i) => say(`ou_town${n}`, "我是谁", `who-${n}-${i}`)));
});

step(
  "another program holds the database: whichever of them takes a press in answers that it is not saved",
  async () => {
    const other = new Database(fileOf(env.DATABASE_URL) ?? "");
    await allAnswered();
    const before = await onDisk();
    const taken = answered();
    const haveBothTaken = () => answered().writer > taken.writer && answered().worker > taken.worker;
    try {
      other.exec("BEGIN IMMEDIATE");
      while (!haveBothTaken()) {
        const pressed = await Promise.all(
          world.towns.flatMap((town) => [press("save", town), press("save", town)]),
        );
        for (const { status, body } of pressed)
          expect([status, body]).toEqual([200, expect.stringContaining("没有保存")]);
      }
    } finally {
      other.close();
    }
    // Nothing of it comes later.
    const after = await onDisk();
    expect(after.events).toBe(before.events);
    expect(after.chain).toMatchObject({ ok: true });
  },
);

step("of two who press one card at once one is first, and the other is told", async () => {
  const pairs = await Promise.all(
    world.towns.map((town) => Promise.all([press("submit", town), press("submit", town, true)])),
  );
  for (const pair of pairs) {
    expect(pair.filter(({ body }) => body.includes("已提交，等待县级审核"))).toHaveLength(1);
    expect(pair.every(({ status }) => status === 200)).toBe(true);
  }
  const { chain, n } = await onDisk();
  expect(n.get("report.submit")).toBe(TOWNS);
  expect(chain).toMatchObject({ ok: true });
});

step("what is adopted in one of them the other knows when the press is answered", async () => {
  const { db, programme } = world.deps;
  const [, pid] = await bot.said(/"worker listening","process":1,"pid":(\d+)/);
  for (const [i, { slug, name }] of programme.towns.slice(0, RENAMED.length).entries()) {
    const ask = (when: string, n: number) =>
      say(`ou_${slug}`, `${RENAMED[i]}是什么类型`, `${when}-${i}-${n}`);
    const told = async (when: string) => {
      const rows = await db
        .select()
        .from(outbox)
        .where(like(outbox.cause, `% om_${when}-${i}-%`));
      return rows.map(({ content }) => content.includes(name));
    };
    await ask("before", 0);
    await allAnswered();
    expect(await told("before")).toEqual([false]);
    const adopt = actionToken({ kind: "step", id: `naming-${slug}`, step: "adopt", revision: "1" });
    // The first is taken by the process that writes, for the worker stands still; the others by whichever is faster.
    if (i === 0) process.kill(Number(pid), "SIGSTOP");
    expect((await office("ou_office2", adopt, `adopt-${i}`)).body).toContain("已启用");
    if (i === 0) process.kill(Number(pid), "SIGCONT");
    const before = answered();
    for (let n = 0; answered().writer === before.writer || answered().worker === before.worker; n += 4) {
      await Promise.all([0, 1, 2, 3].map((more) => ask("after", n + more)));
      await allAnswered();
    }
    expect(await told("after")).not.toContain(false);
  }
});

step("a person's limit of a minute counts over both", async () => {
  const said = await Promise.all(
    Array.from({ length: PER_MINUTE + 10 }, (_, i) => say("ou_many", "我是谁", `many-${i}`)),
  );
  expect(said.map(({ status }) => status)).toEqual(said.map(() => 200));
  await allAnswered();
  const handled = world.deps.db.$count(audit, and(eq(audit.actor, "ou_many"), like(audit.kind, "message.%")));
  expect([await handled, await countReceived(world.deps.db)]).toEqual([PER_MINUTE, 10]);
});

step("a worker that dies is replaced, and nothing that was acknowledged is lost", async () => {
  const [, pid] = await bot.said(/"worker listening","process":1,"pid":(\d+)/);
  const before = await onDisk();
  const sent = Array.from({ length: 60 }, (_, i) => say(`ou_lost${i % 3}`, "我是谁", `lost-${i}`));
  process.kill(Number(pid), "SIGKILL");
  const settled = await Promise.allSettled(sent);
  const got = settled.filter((one) => one.status === "fulfilled" && one.value.status === 200).length;
  await bot.said(/"worker ended"[\s\S]*"worker listening"/);
  await allAnswered();
  const after = await onDisk();
  expect(after.chain).toMatchObject({ ok: true });
  expect(after.events - before.events).toBeGreaterThanOrEqual(got);
  // The platform brings again what had no answer.
  await Promise.all(Array.from({ length: 60 }, (_, i) => say(`ou_lost${i % 3}`, "我是谁", `lost-${i}`)));
  await allAnswered();
  expect((await onDisk()).events - before.events).toBe(60);
});

step("a worker that hangs is noticed and replaced", async () => {
  const [, pid] = await bot.said(/[\s\S]*"worker listening","process":1,"pid":(\d+)/);
  process.kill(Number(pid), "SIGSTOP");
  const [, next] = await bot.said(
    /"worker silent"[\s\S]*"worker ended"[\s\S]*"worker listening","process":1,"pid":(\d+)/,
  );
  expect(next).not.toBe(pid);
});

step("the counters are the bot's, whichever process is asked", async () => {
  const read = async () => {
    const text = await (await fetch(`${url}/metrics`, { headers: { connection: "close" } })).text();
    return Number(/deliveries_total\{kind="event"\} (\d+)/.exec(text)?.[1]);
  };
  const found = await Promise.all([read(), read(), read(), read()]);
  expect(new Set(found).size).toBe(1);
  expect(found[0]).toBeGreaterThan(100);
});

step("a stop ends them both, in order", async () => {
  expect(await bot.kill("SIGTERM")).toEqual({ code: 0, signal: null });
});

step("killed, it takes its worker with it, which could write nothing", async () => {
  await start();
  await bot.kill("SIGKILL");
  const answers = async () =>
    (await Promise.allSettled([fetch(`${url}/healthz`)]))[0]?.status === "fulfilled";
  while (await answers()) await new Promise((resolve) => setImmediate(resolve));
});
