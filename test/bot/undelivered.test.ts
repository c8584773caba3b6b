import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { findCard } from "../../db/cards.ts";
import { commit } from "../../db/commit.ts";
import { outboxTrouble } from "../../db/digests.ts";
import { putEvidence } from "../../db/evidence.ts";
import { saveReport } from "../../db/reports.ts";
import { drainOutbox } from "../../src/bot/outbox/drain-outbox.ts";
import { UNPLANNED } from "../../src/domain/report/plan.ts";
import { startReport } from "../../src/domain/report/report.ts";
import { MINUTE, type OpenOutbox, openOutbox, SEND, wang, zhao } from "./open-outbox.ts";

let box: OpenOutbox;
beforeEach(async () => {
  box = await openOutbox();
});
afterEach(() => box.world.close());

describe("refused for good", () => {
  const gone = { refuse_code: { value: 230013, path: SEND, person: "ou_wang" } };
  test("the office is told once, by post and record, never by a person's name", async () => {
    const id = await box.queue(box.card("open"));
    await box.faults(gone);
    await box.drain();
    await box.drain();
    expect((await box.entryOf(id)).status).toBe("dead");
    const [told, ...more] = box.said(zhao.openId);
    expect(more).toEqual([]);
    expect(told).toContain("“2026年第三季度 碛口镇”的卡片，发给碛口镇填报人");
    expect(told).not.toContain("王建军");
    expect(told).not.toContain("qikou");
  });
  test("a notice that cannot be delivered is not worth another", async () => {
    await box.queue(box.card("open"));
    await box.faults({ refuse_code: { value: 230013, path: SEND } });
    await box.drain();
    await box.faults({ refuse_code: null });
    await box.drain();
    expect([box.said(zhao.openId), box.said(wang.openId)]).toEqual([[], []]);
  });
  test("a card that is refused goes out as plain text, a reply to which still finds its record", async () => {
    const id = await box.queue(box.card("open"));
    await box.faults({ refuse_code: { value: 230099, next: 1, path: SEND } });
    await box.drain();
    expect(box.said(wang.openId)).toEqual(['{"text":"卡片没有发出来，请发“我的填报”。"}']);
    const { messageId, status } = await box.entryOf(id);
    expect(status).toBe("sent");
    expect((await findCard(box.world.deps.db, messageId ?? ""))?.view).toBe("text");
  });
  test("a text that is refused like a card is dead: there is nothing plainer", async () => {
    const id = await box.queue(box.text("甲"));
    await box.faults({ refuse_code: { value: 230025, next: 1, path: SEND } });
    await box.drain();
    expect((await box.entryOf(id)).status).toBe("dead");
  });
});

describe("drawing a card again", () => {
  async function sentCard(): Promise<string> {
    const id = await box.queue(box.living("open"));
    await box.drain();
    return (await box.entryOf(id)).messageId ?? "";
  }
  /** Messages counted as undelivered in the office's digest. */
  const lost = async () =>
    (await outboxTrouble(box.world.deps.db, 0, { from: 0, to: Number.MAX_SAFE_INTEGER })).dead;
  test("one that shows the state already is left in peace", async () => {
    const mark = await box.mark(await sentCard());
    await box.drain();
    expect(await box.entryOf(mark)).toMatchObject({
      status: "superseded",
      lastError: "the card shows it already",
    });
    expect(box.world.inbox(zhao.openId)[0]?.updated).toBe(false);
  });
  test("one that shows something else is replaced", async () => {
    const messageId = await sentCard();
    await box.remember(messageId);
    const mark = await box.mark(messageId);
    await box.drain();
    expect((await box.entryOf(mark)).status).toBe("sent");
    expect(box.world.inbox(zhao.openId)[0]?.updated).toBe(true);
  });
  test("a form being filled in is not replaced", async () => {
    const messageId = await sentCard();
    await box.remember(messageId, "form misreport");
    const mark = await box.mark(messageId);
    await box.drain();
    expect((await box.entryOf(mark)).status).toBe("superseded");
    expect(box.world.inbox(zhao.openId)[0]?.updated).toBe(false);
  });
  test("a card older than 14 days is not even marked, for the platform takes it no more", async () => {
    const messageId = await sentCard();
    await box.pass(14 * 24 * 60 * MINUTE);
    expect(await box.mark(messageId)).toBe("");
  });
  test("one that grew too old on the way is left", async () => {
    const messageId = await sentCard();
    await box.remember(messageId);
    const mark = await box.mark(messageId);
    await box.pass(14 * 24 * 60 * MINUTE);
    await box.drain();
    expect((await box.entryOf(mark)).status).toBe("superseded");
  });
  test("one the platform reckons too old is no message lost, and the next one of its record says so", async () => {
    const messageId = await sentCard();
    await box.remember(messageId);
    const mark = await box.mark(messageId);
    // The platform's clock is ahead of the bot's.
    await box.world.sandbox.moveClock({ advance_ms: 14 * 24 * 60 * MINUTE });
    await box.drain();
    expect(await box.entryOf(mark)).toMatchObject({ status: "superseded" });
    expect(await lost()).toBe(0);
    expect(await box.mark(messageId)).toBe(mark);
    const next = await box.queue(box.living("again"));
    await box.drain();
    expect((await box.entryOf(next)).status).toBe("sent");
    expect(box.said(zhao.openId).at(-1)).toContain("发出超过14天的卡片无法再更新");
  });
  test("one refused for good is noted, and the office not bothered with it", async () => {
    await box.remember("om_gone");
    const mark = await box.mark("om_gone");
    await box.drain();
    expect((await box.entryOf(mark)).status).toBe("dead");
    expect(box.said(zhao.openId)).toEqual([]);
    expect(await lost()).toBe(0);
  });
});

test("a fault of our own holds nothing else up, is tried again and said in the log", async () => {
  const { db } = box.world.deps;
  const basis = {
    programme: box.world.deps.programme,
    town: "qikou",
    period: "2026Q3" as const,
    plan: UNPLANNED,
    earlier: [],
  };
  const evidence = {
    id: "om_1 img_1",
    report: "2026Q3/qikou",
    section: "image",
    messageId: "om_1",
    fileKey: "img_1",
    kind: "image" as const,
    name: "",
    url: null,
    sha256: null,
    size: null,
    by: wang.openId,
    at: box.now(),
  };
  const writes = [...saveReport(db, startReport(basis), "t", box.now()), putEvidence(db, evidence)];
  await commit(db, { audit: { actor: "t", kind: "t", subject: "" }, writes }, box.now());
  const fetching = { ...box.text("x"), id: "fetch", kind: "fetch" as const, to: evidence.id };
  const feishu = {
    ...box.world.deps.feishu,
    downloadResource: () => Promise.reject(new Error("EROFS: read-only")),
  };
  await box.queue(fetching, box.text("甲"));
  await drainOutbox({ ...box.world.deps, feishu });
  expect(box.said(wang.openId)).toEqual(['{"text":"甲"}']);
  expect(await box.entryOf("fetch")).toMatchObject({
    status: "pending",
    lastError: "EROFS: read-only",
    attempts: 1,
  });
  expect(box.world.logged.some((line) => line.includes("outbox failed") && line.includes("EROFS"))).toBe(
    true,
  );
});

test("staff named by the environment alone hear of it too", async () => {
  await box.world.close();
  box = await openOutbox({ people: [wang, { ...zhao, name: "" }], adminOpenIds: [zhao.openId] });
  await box.queue(box.card("open"));
  await box.faults({ refuse_code: { value: 230013, path: SEND, person: wang.openId } });
  await box.drain();
  expect(box.said(zhao.openId)).toHaveLength(1);
});

test("no message, name or secret is ever logged", async () => {
  await box.queue(box.text("机密：王建军 13800138000"));
  await box.faults({ status_5xx: { value: 500, next: 1, path: SEND } });
  await box.drain();
  await box.pass(3000);
  await box.drain();
  const log = box.world.logged.join("\n");
  for (const word of ["机密", "王建军", "13800138000", box.world.deps.config.secrets?.appSecret ?? "?"])
    expect(log).not.toContain(word);
});
