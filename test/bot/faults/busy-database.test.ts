import Database from "libsql";
import { afterAll, beforeAll, expect } from "vitest";
import { verifyAudit } from "../../../db/audit-chain.ts";
import { fileOf } from "../../../db/open.ts";
import { findReport } from "../../../db/reports.ts";
import { signed } from "../../feishu/sealed.ts";
import { story } from "../../story.ts";
import type { AtClient, Shown } from "../at-client.ts";
import { type Delivered, press, sealedFor } from "../deliver.ts";
import { type DemoWorld, startDemoWorld } from "../demo-world.ts";
import { saveButton } from "../fill-quarter.ts";

// Another program holds the database: a press is answered in time and truthfully, and everybody else is served
// afterwards.

let world: DemoWorld;
let town: AtClient;
let other: Database.Database;
beforeAll(async () => {
  world = await startDemoWorld({ towns: ["qikou"], open: true });
  town = world.who("town_official", "qikou");
  other = new Database(fileOf(world.deps.config.databaseUrl) ?? "");
});
afterAll(async () => {
  other.close();
  await world.close();
});

/** Delivers without waiting for what it causes. */
async function post(type: string, event: unknown, eventId: string) {
  const key = world.sandbox.apps[0]?.encrypt_key;
  const { headers, body } = signed(sealedFor(world, type, event, eventId), Date.now(), key);
  const started = performance.now();
  const response = await fetch(`${world.botUrl}/feishu/webhook`, { method: "POST", headers, body });
  const answer: Delivered["answer"] = await response.json();
  return { status: response.status, answer, ms: performance.now() - started };
}

const save = (form: Shown, eventId: string, words: string) =>
  post(
    "card.action.trigger",
    press(
      town.openId,
      { messageId: form.messageId },
      { action: saveButton(form), form: { "investment/words": words } },
    ),
    eventId,
  );
const question = {
  sender: { sender_id: { open_id: "ou_leader_1" }, sender_type: "user", tenant_key: "t" },
  message: {
    ...{ message_id: "om_asked", create_time: "1", update_time: "1", chat_id: "oc_p", chat_type: "p2p" },
    ...{ message_type: "text", content: JSON.stringify({ text: "排名" }) },
  },
};

const { step } = story("another program holds the database");
let form: Shown;

step("a press is answered in time: not saved, and the form stays with what was typed", async () => {
  form = await town.press(town.card("季度填报"), "open__investment");
  const before = await findReport(world.deps.db, "2026Q3", "qikou");
  other.exec("BEGIN IMMEDIATE");
  const pressed = [save(form, "e1", "第一次"), save(form, "e2", "又一次")];
  const asked = post("im.message.receive_v1", question, "e3");
  for (const { status, answer, ms } of await Promise.all(pressed)) {
    expect([status, answer.toast?.content, answer.card]).toEqual([
      200,
      "没有保存，请稍后再按一次。",
      undefined,
    ]);
    // Feishu gives up after three seconds; a slow machine may have been late to look.
    expect(ms).toBeGreaterThan(2_000);
  }
  other.exec("COMMIT");
  expect((await asked).status).toBe(200);
  expect(await findReport(world.deps.db, "2026Q3", "qikou")).toEqual(before);
});

step(
  "a lock that is gone in time only delays a press, and nothing that was cancelled comes after it",
  async () => {
    other.exec("BEGIN IMMEDIATE");
    setTimeout(() => other.exec("COMMIT"), 300);
    expect((await save(form, "e4", "存下的话")).answer.toast?.content).toContain("已保存");
    await world.settle();
    const { content } = (await findReport(world.deps.db, "2026Q3", "qikou")) ?? {};
    expect(content?.investment.words).toBe("存下的话");
    expect(await verifyAudit(world.deps.db)).toMatchObject({ ok: true });
  },
);
