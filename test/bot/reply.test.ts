import { serve } from "@hono/node-server";
import { eq } from "drizzle-orm";
import { Hono } from "hono";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { evidenceOf } from "../../db/evidence.ts";
import { findReport } from "../../db/reports.ts";
import { audit } from "../../db/schema.ts";
import type { Outgoing } from "../../src/sandbox/protocol.ts";
import { type AtClient, boxesOf, photo, type Shown, shownIn, textIn } from "./at-client.ts";
import { pressForged } from "./deliver.ts";
import { type DemoWorld, startDemoWorld } from "./demo-world.ts";
import { pastQuestions, saveButton } from "./fill-quarter.ts";

// Replies to a card: a sentence with figures, a photo, a file.

/** A proxy between bot and platform; it passes everything on, but a download may be empty or refused. */
const middle: { downloads: "as they are" | "empty" | "gone"; close: () => void } = {
  downloads: "as they are",
  close: () => {},
};
let world: DemoWorld;

beforeEach(async () => {
  world = await startDemoWorld({
    towns: ["qikou", "beiwudang", "puming"],
    open: true,
    between: standBetween,
  });
});
afterEach(async () => {
  await world.close();
  middle.close();
});

const official = (town: string) => world.who("town_official", town);
const stored = (town: string) => findReport(world.deps.db, "2026Q3", town);
const evidence = (town: string) => evidenceOf(world.deps.db, `2026Q3/${town}`);
const file = (name: string, bytes: string): Outgoing => ({
  kind: "file",
  name,
  base64: Buffer.from(bytes).toString("base64"),
});
const fresh = async (person: AtClient): Promise<Shown> => {
  await person.say("我的填报");
  return person.card();
};

describe("a sentence in reply to the card", () => {
  it("is read into the boxes of a confirm card; only confirming stores it", async () => {
    const person = official("qikou");
    const answers = await person.reply(person.card(), "投资累计8820万，形象72%");
    expect(answers).toHaveLength(1);
    const confirm = shownIn(answers[0]);
    expect(confirm.words).toContain("项目投资·今年累计投资 8,820.00万元（原为 4,560.00万元）");
    expect(boxesOf(confirm)).toEqual({
      "investment/cumulative": "8820",
      "image/whole": "72",
      "image/whole.project": "",
    });
    expect(confirm.words).toContain("形象进度 72%：没有说是哪个项目，请在下面选");
    expect(confirm.words).toMatch(/写入后还要请您核对：累计投资 8,820\.00万元，资金来源合计 4,560\.00万元/);
    expect((await stored("qikou"))?.saved).toEqual({});

    const saved = await person.press(confirm, "确认写入", { "image/whole.project": "every" });
    expect(saved.toast).toMatch(/^已留作草稿：累计投资 8,820\.00万元，资金来源合计 4,560\.00万元/);
    const report = await stored("qikou");
    expect(report?.content.investment.cumulative).toBe(8820);
    expect(report?.content.image.projects.map((project) => project.actual)).toEqual([72, 72]);
    expect(Object.keys(report?.saved ?? {}).sort()).toEqual(["image", "investment"]);
  });

  it("works without quoting too, and words that are no figures are offered as the section's text", async () => {
    const person = official("qikou");
    const [answer] = await person.say("累计投资8900万元，其中停车场已开始铺装");
    const confirm = shownIn(answer);
    expect(boxesOf(confirm)).toMatchObject({ "investment/cumulative": "8900" });
    expect(Object.values(boxesOf(confirm)).join()).toContain("停车场已开始铺装");
    expect((await stored("qikou"))?.content.investment.cumulative).toBe(4560);
  });

  it("asks about what could mean two things instead of guessing", async () => {
    const person = official("qikou");
    const [answer] = await person.reply(await fresh(person), "完成80%");
    expect(shownIn(answer).words).toContain("“80%”指的是哪一项？");
  });

  it("that cannot be right comes back with what was typed", async () => {
    const person = official("puming");
    const [answer] = await person.reply(person.card(), "累计投资500万元");
    const refused = await person.press(shownIn(answer), "确认写入");
    expect(refused.words).toContain("小于上季度累计 1,140.00万元");
    expect(boxesOf(refused)).toEqual({ "investment/cumulative": "500" });
    const saved = await person.press(refused, "确认写入", { "investment/cumulative": "1680" });
    expect(saved.toast).toContain("累计投资 1,680.00万元");
    expect((await stored("puming"))?.content.investment.cumulative).toBe(1680);
  });

  it("says so courteously when the report is with the county", async () => {
    const person = official("beiwudang");
    await handIn(person);
    const [answer] = await person.reply(await fresh(person), "累计投资3400万元");
    expect(textIn(answer)).toContain("县级审核中");
  });
});

describe("a photo", () => {
  it("in reply to a section's form goes to that section", async () => {
    const person = official("qikou");
    const form = await person.press(await fresh(person), "open__image");
    const answers = await person.reply(form, photo(1));
    expect(answers.map(textIn)).toEqual(["收到1张照片，已归到“形象进度”。"]);
    const [row] = await evidence("qikou");
    expect(row).toMatchObject({ section: "image", kind: "image", by: person.openId });
    expect(row?.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(person.again(form).words).toBe(form.words);
    const overview = await person.press(form, "返回总览");
    expect(overview.words).toContain("照片 1 张");
    expect(overview.words).not.toContain("还没有照片");
  });

  it("without a section is kept, and one press says where it belongs", async () => {
    const person = official("qikou");
    const answers = await person.send(photo(2));
    expect(answers.map((message) => message.msg_type).sort()).toEqual(["interactive", "text"]);
    expect((await evidence("qikou")).find((row) => row.section === null)).toBeDefined();
    const filed = await person.press(person.card("照片归到哪一部分"), "完善功能配置");
    expect(filed.toast).toBe("照片已归好。");
    expect(filed.words).toContain("已归到“完善功能配置”");
    expect((await evidence("qikou")).map((row) => row.section)).toEqual(["facilities"]);
  });

  it("of another town stays where it is, whatever a button is made to carry", async () => {
    const [theirs, forger] = [official("qikou"), official("puming")];
    await theirs.send(photo(2));
    const [before] = await evidence("qikou");
    const { messageId } = await fresh(forger);
    for (const town of ["qikou", "puming"]) {
      const action = `attach__2026Q3__${town}__image__${before?.messageId}`;
      const { answer } = await pressForged(world, forger.openId, messageId, action);
      expect(answer.toast?.content).not.toContain("已归好");
    }
    expect(await evidence("qikou")).toEqual([before]);
    const filed = await world.deps.db.select().from(audit).where(eq(audit.kind, "evidence.filed"));
    expect(filed).toEqual([]);
  });

  it("sent twice is said to be known, and its file stored once", async () => {
    const person = official("qikou");
    const form = await person.press(await fresh(person), "open__image");
    await person.reply(form, photo(1));
    const answers = await person.reply(form, photo(1));
    expect(answers.map(textIn).join()).toContain("其中1张以前交过，不重复保存");
    const files = (await evidence("qikou")).filter(({ section }) => section === "image");
    expect(files.length).toBeGreaterThan(new Set(files.map(({ sha256 }) => sha256)).size);
    expect(new Set(files.map(({ url }) => url)).size).toBe(new Set(files.map(({ sha256 }) => sha256)).size);
  });

  it("is answered politely when nobody waits for one", async () => {
    const leader = world.who("leader");
    const [answer] = await leader.send(photo(4));
    expect(textIn(answer)).toContain("没有保存：目前没有需要您提供照片的填报。要补充");
  });
});

describe("a photo that was recalled before it was fetched", () => {
  it("is told to its sender and counts for nothing", async () => {
    const person = official("puming");
    const form = await person.press(await fresh(person), "open__image");
    middle.downloads = "gone";
    const answers = await person.reply(form, photo(5));
    middle.downloads = "as they are";
    expect(answers.map(textIn)).toEqual(["这张照片没有收下：没能取到文件，可能已撤回，请重新发一次。"]);
    expect(await evidence("puming")).toEqual([]);
    expect((await person.press(form, "返回总览")).words).toContain("还没有照片");
  });
});

describe("a file", () => {
  it("is kept like a photo, but is none", async () => {
    const person = official("puming");
    const form = await person.press(await fresh(person), "open__investment");
    const [answer] = await person.reply(form, file("监理月报.pdf", "%PDF-1.7 report"));
    expect(textIn(answer)).toBe("收到1份文件，已归到“项目投资”。");
    expect(await evidence("puming")).toMatchObject([
      { section: "investment", kind: "file", name: "监理月报.pdf" },
    ]);
  });

  it.each([
    [
      "a program by another name",
      file("月报.pdf", "MZ\u0090\u0000 program"),
      /没有收下：内容与文件名的格式不符/,
    ],
    ["a text", file("说明.txt", "只是文字"), /没有收下：目前只收pdf.*请换一种格式再发/],
  ])("of a kind nobody can use is refused with a sentence: %s", async (_, content, sentence) => {
    const person = official("puming");
    const before = (await evidence("puming")).length;
    const answers = (await person.send(content)).filter((message) => message.msg_type === "text");
    expect(answers.map(textIn).join()).toMatch(sentence);
    expect(await evidence("puming")).toHaveLength(before);
  });

  it("of no bytes is refused with a sentence", async () => {
    const person = official("puming");
    middle.downloads = "empty";
    const answers = (await person.send(file("空.pdf", "%PDF"))).filter(
      (message) => message.msg_type === "text",
    );
    middle.downloads = "as they are";
    expect(answers.map(textIn)).toEqual(["“空.pdf”没有收下：文件是空的，请检查后再发。"]);
    expect((await evidence("puming")).map((row) => row.name)).not.toContain("空.pdf");
  });
});

/** Investment, projects and a photo, then submit: enough for a quarter without other changes. */
async function handIn(person: AtClient): Promise<void> {
  const money = await person.press(await fresh(person), "open__investment");
  const image = await person.press(
    await person.press(money, saveButton(money), {
      "investment/cumulative": "",
      "investment/source.private": "1992",
    }),
    "open__image",
  );
  await person.reply(image, photo(9));
  const overview = await pastQuestions(person, await person.press(image, saveButton(image)));
  const submitted = await person.press(overview, "提交审核");
  expect(submitted.words).toContain("已提交");
}

function standBetween(platform: string): Promise<string> {
  const app = new Hono();
  app.all("*", async (c) => {
    const { pathname, search } = new URL(c.req.url);
    const download = pathname.includes("/resources/");
    if (download && middle.downloads === "empty") return c.body(new Uint8Array(0));
    if (download && middle.downloads === "gone") return c.json({ code: 234003, msg: "not in message" }, 400);
    const { method, headers } = c.req.raw;
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
