import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { serve } from "@hono/node-server";
import { desc, eq, like } from "drizzle-orm";
import { Hono } from "hono";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { evidenceOf } from "../../db/evidence.ts";
import { audit, person as personTable, picture } from "../../db/schema.ts";
import type { Outgoing, SandboxMessage } from "../../src/sandbox/protocol.ts";
import { keysOn } from "../cards/pictures/photos.ts";
import { type AtClient, photo, type Shown, shownIn, textIn } from "./at-client.ts";
import { buttonsOf } from "./card-reading.ts";
import { pressForged } from "./deliver.ts";
import { type DemoWorld, startDemoWorld } from "./demo-world.ts";
import { figuresOf, fillSections } from "./fill-quarter.ts";

// Photos on cards: uploaded once, shown to whoever may see them, and taken out again until the report is submitted.

/** A proxy between bot and platform that can refuse or lose uploads of pictures, and downloads and replies. */
const middle: {
  uploads: "as they are" | "refused" | "down";
  rest: "as it is" | "no downloads" | "no replies";
  close: () => void;
} = {
  uploads: "as they are",
  rest: "as it is",
  close: () => {},
};
let world: DemoWorld;

beforeEach(async () => {
  Object.assign(middle, { uploads: "as they are", rest: "as it is" });
  world = await startDemoWorld({ towns: ["qikou", "puming"], open: true, between: standBetween });
});
afterEach(async () => {
  await world.close();
  middle.close();
});

const official = (nth = 0) => world.who("town_official", "qikou", nth);
const evidence = () => evidenceOf(world.deps.db, "2026Q3/qikou");
const fresh = async (person: AtClient): Promise<Shown> => {
  await person.say("我的填报");
  return person.card();
};
/** Sends photos in reply to the form of image progress, and returns to the overview. */
async function sendPhotos(person: AtClient, ...numbers: number[]): Promise<Shown> {
  const form = await person.press(await fresh(person), "open__image");
  for (const n of numbers) await person.reply(form, photo(n));
  return person.press(form, "返回总览");
}
/** Fills in the quarter and submits it with these photos. */
async function submitWith(person: AtClient, ...numbers: number[]): Promise<Shown> {
  const filled = await fillSections(person, await fresh(person), await figuresOf(world, "2026Q3", "qikou"));
  const form = await person.press(filled, "open__image");
  for (const n of numbers) await person.reply(form, photo(n));
  const submitted = await person.press(await person.press(form, "返回总览"), "提交审核");
  expect(submitted.words).toContain("已提交");
  return submitted;
}
/** Calls of the bot that upload a picture. */
async function uploads(): Promise<number> {
  const answer = await fetch(`${world.sandbox.url}/sandbox/exchanges?path=/im/v1/images`);
  return JSON.parse(await answer.text()).exchanges.length;
}
const pictures = () => world.deps.db.select().from(picture).orderBy(picture.at);
const reviewer = () => world.who("county_reviewer", "linxian");
/** The last photo or file a person sent. */
function lastSent(person: AtClient): SandboxMessage {
  const sent = world
    .inbox(person.openId)
    .findLast(({ sender, msg_type }) => sender.id === person.openId && msg_type !== "text");
  if (!sent) throw new Error("nothing was sent");
  return sent;
}
const recall = ({ message_id }: SandboxMessage, as: AtClient) =>
  world.act({ act: "recall", as: as.openId, message_id });
/** The text messages a person got from the bot while `doing` ran. */
async function toldWhile(person: AtClient, doing: () => Promise<unknown>): Promise<string[]> {
  const before = world.inbox(person.openId).length;
  await doing();
  const news = world.inbox(person.openId).slice(before);
  return news.filter(({ sender, msg_type }) => sender.type === "app" && msg_type === "text").map(textIn);
}
/** What the office was told of messages that did not arrive. */
const toldOfTrouble = () =>
  world.inbox(world.who("city_office").openId).filter(({ content }) => /没有送达|是否送达/.test(content));
const lastAudit = async (kind: string) => {
  const [row] = await world.deps.db
    .select()
    .from(audit)
    .where(like(audit.kind, kind))
    .orderBy(desc(audit.seq))
    .limit(1);
  return row;
};

describe("a photo", () => {
  it("is uploaded once, however many cards show it and however often it is sent", async () => {
    const deputys = await fresh(official(1));
    const overview = await sendPhotos(official(), 1);
    expect(overview.words).toContain("照片 1 张");
    expect(overview.words).toContain("形象进度 10月12日。");
    const [stored] = await pictures();
    expect(keysOn(overview.card)).toEqual([stored?.imageKey]);
    // The deputy's card was redrawn.
    expect(keysOn(official(1).again(deputys).card)).toEqual([stored?.imageKey]);
    const again = await sendPhotos(official(), 1);
    expect(keysOn(again.card)).toEqual([stored?.imageKey, stored?.imageKey]);
    expect(await uploads()).toBe(1);
  });

  it("is shown with the newest first, and one not filed yet to its town alone", async () => {
    await sendPhotos(official(), 1, 2);
    await official().send(photo(3));
    const own = await fresh(official());
    expect(own.words).toContain("1 未归类 10月12日，2–3 形象进度 10月12日。");
    const newestFirst = await evidence().then((rows) => rows.map(({ sha256 }) => sha256).reverse());
    const keys = new Map((await pictures()).map(({ sha256, imageKey }) => [sha256, imageKey]));
    expect(keysOn(own.card)).toEqual(newestFirst.map((sha256) => keys.get(sha256 ?? "")));
    const [answer] = await reviewer().say("碛口的照片");
    expect(keysOn(shownIn(answer).card)).toHaveLength(2);
  });

  it("is described in words while the platform cannot be reached, then shown; no press waits for it", async () => {
    middle.uploads = "down";
    const overview = await sendPhotos(official(), 1);
    expect(overview.words).toContain("未显示：形象进度 10月12日，图片正在准备。");
    expect(overview.words).not.toContain("点开看大图");
    expect(keysOn(overview.card)).toEqual([]);
    middle.uploads = "as they are";
    await world.moveTo("2026-10-12T12:00:00+08:00");
    const later = official().again(overview);
    expect(later.words).not.toContain("正在准备");
    expect(keysOn(later.card)).toHaveLength(1);
  });

  it("the platform refuses is named with the reason, and not tried again", async () => {
    middle.uploads = "refused";
    const overview = await sendPhotos(official(), 1);
    expect(overview.words).toContain("未显示：形象进度 10月12日，平台不显示这种图片。");
    middle.uploads = "as they are";
    await fresh(official());
    expect(await pictures()).toMatchObject([{ imageKey: null, refused: "refused" }]);
    expect(toldOfTrouble()).toEqual([]);
  });

  it("larger than the platform takes is kept and named in words", async () => {
    const large = photo(7);
    const bytes = Buffer.concat([
      Buffer.from(large.kind === "image" ? large.base64 : "", "base64"),
      Buffer.alloc(11_000_000),
    ]);
    const form = await official().press(await fresh(official()), "open__image");
    await official().reply(form, { kind: "file", name: "large.png", base64: bytes.toString("base64") });
    const overview = await official().press(form, "返回总览");
    expect(overview.words).toContain("图片超过10MB，平台不显示");
    expect(await uploads()).toBe(0);
  });

  it("whose stored file is lost is named in words", async () => {
    middle.uploads = "down";
    await sendPhotos(official(), 1);
    const folder = world.deps.config.evidenceUrl.replace("file:", "");
    for (const file of readdirSync(folder)) rmSync(join(folder, file));
    middle.uploads = "as they are";
    await world.moveTo("2026-10-12T12:00:00+08:00");
    expect((await fresh(official())).words).toContain("原图读不到");
  });

  it("whose key the platform does not know any more is uploaded again", async () => {
    await sendPhotos(official(), 1);
    await world.deps.db.update(picture).set({ imageKey: "img_v3_forgotten" });
    const overview = await sendPhotos(official(), 2);
    const keys = (await pictures()).map(({ imageKey }) => imageKey);
    expect(keys).not.toContain("img_v3_forgotten");
    expect(keysOn(official().again(overview).card).sort()).toEqual(keys.sort());
  });
});

describe("who sees the photos", () => {
  it("of a draft: its town and its county, alone; nobody of the city, and nobody in a group", async () => {
    await sendPhotos(official(), 1);
    for (const person of [official(), official(1), reviewer()]) {
      const [answer] = await person.say("碛口的照片");
      expect(shownIn(answer).words).toMatch(/1张照片已归档：形象进度1张。|1 photo filed: Image progress 1\./);
      expect(keysOn(shownIn(answer).card)).toHaveLength(1);
    }
    for (const role of ["leader", "city_office"] as const)
      for (const question of ["碛口的照片", "碛口怎么样"]) {
        const [answer] = await world.who(role).say(question);
        expect(keysOn(shownIn(answer).card), `${role} ${question}`).toEqual([]);
      }
    const [leader] = await world.who("leader").say("碛口的照片");
    expect(shownIn(leader).words).toContain("照片在提交前只对本镇和所属县（市、区）开放");
    const [other] = await world.who("town_official", "puming").say("碛口的照片");
    expect(shownIn(other).words).toContain("照片只对本镇、所属县（市、区）和市里开放");
    expect(keysOn(shownIn(other).card)).toEqual([]);
    const group = world.demo.groups.find(({ kind }) => kind === "leading_group");
    const [aloud] = await world.who("leader").say("碛口的照片", group?.chatId);
    expect(keysOn(shownIn(aloud).card)).toEqual([]);
  });

  it("of a submitted report: the reviewer on the card, the city in answers, in a group nobody before it is published", async () => {
    const receipt = await submitWith(official(), 1, 2);
    const keys = keysOn(receipt.card);
    expect(keys).toHaveLength(2);
    const review = reviewer().card("待审核");
    expect(review.words).toContain("照片 2 张");
    expect(keysOn(review.card)).toEqual(keys);
    for (const role of ["leader", "city_office"] as const)
      for (const question of ["碛口的照片", "碛口怎么样"]) {
        const [answer] = await world.who(role).say(question);
        expect(keysOn(shownIn(answer).card), `${role} ${question}`).toEqual(keys);
      }
    // The group is told what is published; the asker gets the rest in private.
    const group = world.demo.groups.find(({ kind }) => kind === "leading_group");
    const [aloud] = await world.who("leader").say("碛口的照片", group?.chatId);
    expect(keysOn(shownIn(aloud).card)).toEqual([]);
    expect(shownIn(aloud).words).toContain("照片请在私聊里查看");
    expect(keysOn(world.who("leader").card("碛口镇").card)).toEqual(keys);
    const [other] = await world.who("town_official", "puming").say("碛口怎么样");
    expect(keysOn(shownIn(other).card)).toEqual([]);
  });

  it("nine at a time, the older ones on a further page", async () => {
    await sendPhotos(official(), ...Array.from({ length: 11 }, (_, i) => i + 1));
    const [answer] = await reviewer().say("碛口的照片");
    const shown = shownIn(answer);
    expect(keysOn(shown.card)).toHaveLength(9);
    expect(shown.words).toContain("还有 2 张较早的");
    await reviewer().press(shown, "更早的照片");
    expect(keysOn(reviewer().card("碛口镇").card)).toHaveLength(2);
    expect(new Set([...keysOn(shown.card), ...keysOn(reviewer().card("碛口镇").card)]).size).toBe(11);
  });
});

describe("a photo taken out again", () => {
  const takeOutButtons = (shown: Shown) =>
    buttonsOf(shown.card).filter(({ name }) => name.startsWith("take_out__"));

  it("by its button leaves every card and the count, and stays in the audit", async () => {
    const overview = await sendPhotos(official(), 1, 2);
    const deputys = await fresh(official(1));
    const list = await official().press(overview, "photos__1");
    expect(takeOutButtons(list)).toHaveLength(2);
    const [newest] = takeOutButtons(list);
    const [before] = (await evidence()).slice(-1);
    const after = await official().press(list, newest?.name ?? "");
    expect(after.toast).toBe("已撤下1张照片或文件。");
    expect(keysOn(after.card)).toHaveLength(1);
    expect(await evidence()).toHaveLength(1);
    expect(keysOn(official(1).again(deputys).card)).toHaveLength(1);
    const [answer] = await reviewer().say("碛口的照片");
    expect(keysOn(shownIn(answer).card)).toHaveLength(1);
    const row = await lastAudit("report.take_out");
    expect(row).toMatchObject({ actor: official().openId, subject: "2026Q3/qikou" });
    expect(row?.detail).toContain(before?.sha256 ?? "none");
    expect((await official().press(after, "查看填报")).words).toContain("照片 1 张");
    // Sent again it counts again, with the picture that is there already.
    expect(keysOn((await sendPhotos(official(), 2)).card)).toEqual(keysOn(list.card));
    expect(await uploads()).toBe(2);
  });

  it("twice is said to be gone; by somebody else it is refused", async () => {
    const list = await official().press(await sendPhotos(official(), 1), "photos__1");
    const [button] = takeOutButtons(list);
    const token = String(button?.value.action);
    const forged = await pressForged(
      world,
      world.who("town_official", "puming").openId,
      list.messageId,
      token,
    );
    expect(forged.answer.toast?.content).toContain("由本单位填报人");
    expect(await evidence()).toHaveLength(1);
    expect((await official().press(list, button?.name ?? "")).words).toContain("还没有照片");
    const twice = await pressForged(world, official().openId, list.messageId, token);
    expect(twice.answer.toast?.content).toBe("这张照片已经撤下了。");
  });

  it("while the deputy looks through the list is missing there at once", async () => {
    const list = await official().press(await sendPhotos(official(), 1, 2), "photos__1");
    const deputy = official(1);
    const theirs = await deputy.press(await fresh(deputy), "photos__1");
    await official().press(list, takeOutButtons(list)[0]?.name ?? "");
    expect(keysOn(deputy.again(theirs).card)).toHaveLength(1);
  });

  it("is refused once the report is submitted, with what to do; after a return it may go", async () => {
    const list = await official().press(await sendPhotos(official(), 1), "photos__1");
    const token = String(takeOutButtons(list)[0]?.value.action);
    await submitWith(official());
    const refused = await pressForged(world, official().openId, list.messageId, token);
    expect(refused.answer.toast?.content).toContain("请联系审核人退回修改");
    expect(JSON.stringify(refused.answer.card)).toContain("照片已随填报提交，不能撤下");
    expect(await evidence()).toHaveLength(1);
    const form = await reviewer().press(reviewer().card("待审核"), "退回修改");
    await reviewer().press(form, "退回", {
      "cells.investment": ["investment/source.county"],
      reason: "请核对",
    });
    const taken = await pressForged(world, official().openId, list.messageId, token);
    expect(taken.answer.toast?.content).toBe("已撤下1张照片或文件。");
    expect(await evidence()).toEqual([]);
  });
});

describe("a message that is recalled", () => {
  it("takes its photos and files out of the report, and says so to its sender", async () => {
    const overview = await sendPhotos(official(), 1, 2);
    const told = await toldWhile(official(), () => recall(lastSent(official()), official()));
    expect(told).toEqual(["您撤回了消息，其中1个照片或文件已从碛口镇2026年第三季度填报中撤下。"]);
    expect(keysOn(official().again(overview).card)).toHaveLength(1);
    expect((await evidence()).map(({ kind }) => kind)).toEqual(["image"]);
    expect((await lastAudit("report.take_out"))?.actor).toBe(official().openId);
    const pdf: Outgoing = {
      kind: "file",
      name: "监理月报.pdf",
      base64: Buffer.from("%PDF-1.7").toString("base64"),
    };
    await official().send(pdf);
    await recall(lastSent(official()), official());
    expect((await evidence()).map(({ kind }) => kind)).toEqual(["image"]);
  });

  it("keeps what was submitted, and says what to do", async () => {
    await submitWith(official(), 1);
    const told = await toldWhile(official(), () => recall(lastSent(official()), official()));
    expect(told).toEqual([
      expect.stringMatching(
        /^您撤回的消息里有1个照片或文件，仍保留在碛口镇2026年第三季度填报中。.*请联系审核人退回修改。$/,
      ),
    ]);
    expect(await evidence()).toHaveLength(1);
    expect(keysOn(reviewer().card("待审核").card)).toHaveLength(1);
  });

  it.each(["no downloads", "no replies"] as const)(
    "before its photo is fetched and answered is the end of it, and nobody is troubled: %s",
    async (trouble) => {
      const form = await official().press(await fresh(official()), "open__image");
      middle.rest = trouble;
      await official().reply(form, photo(1));
      const told = await toldWhile(official(), () => recall(lastSent(official()), official()));
      expect(told).toEqual([expect.stringContaining("其中1个照片或文件已从碛口镇")]);
      middle.rest = "as it is";
      const later = () => world.moveTo("2026-10-12T12:00:00+08:00");
      expect(await toldWhile(official(), later)).toEqual([]);
      expect(toldOfTrouble()).toEqual([]);
      expect(await evidence()).toEqual([]);
    },
  );

  it("of whoever has left the post changes nothing", async () => {
    await sendPhotos(official(), 1);
    const { db } = world.deps;
    await db.update(personTable).set({ area: "puming" }).where(eq(personTable.openId, official().openId));
    const told = await toldWhile(official(), () => recall(lastSent(official()), official()));
    expect(told.join()).toContain("由本单位填报人");
    expect(await evidence()).toHaveLength(1);
  });

  it("without a photo of a report means nothing", async () => {
    await official().say("碛口怎么样");
    const said = world.inbox(official().openId).findLast(({ sender }) => sender.id === official().openId);
    if (!said) throw new Error("nothing was said");
    expect(await toldWhile(official(), () => recall(said, official()))).toEqual([]);
  });
});

function standBetween(platform: string): Promise<string> {
  const app = new Hono();
  app.all("*", async (c) => {
    const { pathname, search } = new URL(c.req.url);
    const { method, headers } = c.req.raw;
    const upload = method === "POST" && pathname.endsWith("/im/v1/images");
    const down =
      (middle.rest === "no downloads" && pathname.includes("/resources/")) ||
      (middle.rest === "no replies" && pathname.endsWith("/reply"));
    if (down) return c.json({ code: 1500, msg: "internal" }, 500);
    if (upload && middle.uploads === "down") return c.json({ code: 1500, msg: "internal" }, 500);
    if (upload && middle.uploads === "refused") return c.json({ code: 234011, msg: "format" }, 400);
    const body = method === "GET" ? {} : { body: await c.req.arrayBuffer() };
    return fetch(`${platform}${pathname}${search}`, { method, headers, ...body });
  });
  return new Promise((resolve) => {
    const server = serve({ fetch: app.fetch, port: 0, hostname: "127.0.0.1" }, ({ port }) => {
      middle.close = () => server.close();
      resolve(`http://127.0.0.1:${port}`);
    });
  });
}
