import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findCard } from "../../db/cards.ts";
import { commit } from "../../db/commit.ts";
import { putEvidence } from "../../db/evidence.ts";
import { importRecords } from "../../src/bot/procedures/import-records.ts";
import { YEAR_TASK_SHEET } from "../../src/cli/commands/task.ts";
import { readTaskFile } from "../../src/cli/task-file.ts";
import type { Sheet } from "../../src/domain/sheet/sheet.ts";
import { readWorkbook } from "../../src/export/xlsx/read-workbook.ts";
import type { SandboxMessage } from "../../src/sandbox/protocol.ts";
import { environmentOf, tentowns } from "../cli/terminal.ts";
import { type AtClient, shownIn, textIn } from "./at-client.ts";
import { pressForged } from "./deliver.ts";
import { type DemoWorld, startDemoWorld } from "./demo-world.ts";

// The office gets every book from the chat by a sentence, as a file.

let world: DemoWorld;
let office: AtClient;
const SHA = "ab".repeat(32);
beforeAll(async () => {
  world = await startDemoWorld({ towns: ["qikou"], open: true });
  office = world.who("city_office");
  await importTasks(TASKS, "任务.csv");
  const values = { to: "town.qikou", origin: "inspection", title: "古镇出入口整治", owner: "分管副镇长" };
  const given = { ...values, due: "2026-10-30", evidence_needed: "" };
  await pressForged(world, office.openId, "om_slip", "begin__supervision__//__issue", given);
  const { db, clock } = world.deps;
  const photo = {
    ...{ id: "om_p/k", report: "2026Q3/qikou", section: "image", messageId: "om_p", fileKey: "k", name: "" },
    ...{ kind: "image" as const, url: "file:p.png", sha256: SHA, size: 2048, by: "", at: clock.now() },
  };
  await commit(db, { audit: null, writes: [putEvidence(db, photo)] }, clock.now());
});
afterAll(() => world.close());

const TASKS = new TextEncoder().encode(
  [
    "镇,所属内容,子项,任务名称,责任岗位,权重,开始日期,截止日期,节点,佐证材料",
    "碛口镇,完善功能配置,污水处理,污水管网,分管副镇长,10,2026-03-02,2026-12-20,主管网:2026-06-30:50,竣工照片",
    "碛口镇,景观风貌塑造,,沿街立面,分管副镇长,5.5,2026-04-01,2026-11-30,,",
  ].join("\n"),
);

/** Imports a sheet of year tasks; with `dry`, what that would change. */
async function importTasks(bytes: Uint8Array, name: string, dry = false) {
  const read = await readTaskFile(bytes, name, world.deps.programme);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const actor = { openId: "op", name: "导入", role: "city_office", area: "", locale: "zh-CN" } as const;
  return importRecords(world.deps, YEAR_TASK_SHEET, read.rows, actor, dry);
}

/** The bytes of a file message. */
async function bytesOf(message: SandboxMessage | undefined): Promise<Uint8Array> {
  const key = /"file_key":"([^"]+)"/.exec(message?.content ?? "")?.[1];
  const answer = await fetch(`${world.sandbox.url}/sandbox/files/${key}`);
  return new Uint8Array(await answer.arrayBuffer());
}

async function asked(
  by: AtClient,
  said: string,
): Promise<{ words: string; sheets: Sheet[]; bytes: Uint8Array }> {
  const [words, file] = await by.say(said);
  const bytes = await bytesOf(file);
  return { words: textIn(words), sheets: (await readWorkbook(bytes)) ?? [], bytes };
}

const cellsOf = (sheet: Sheet | undefined) =>
  (sheet?.rows ?? []).map(({ cells }) => Array.from(cells, (cell) => cell?.text ?? ""));

describe("a book asked for by a sentence", () => {
  it.each([
    ["导出排名表", "2026年第二季度综合排名表", "总览"],
    ["导出一季度得分表", "2026年第一季度综合排名表", "总览"],
    ["导出年度得分", "2026年年度得分表", "总览"],
    ["导出督办台账", "工作台账", "总览"],
    ["导出年度任务表", "2026年年度任务表", "总览"],
    ["导出资金台账", "2026年资金台账", "总览"],
    ["导出佐证目录", "历次佐证目录", "总览"],
    ["发我一份年度计划表", "2026年年度计划表", "年度计划"],
  ])("%s", async (said, name, first) => {
    const { words, sheets } = await asked(office, said);
    expect(words).toBe(`${name}已生成，请查收。`);
    expect(sheets[0]?.name).toBe(first);
    expect(sheets[0]?.rows.length).toBeGreaterThan(3);
  });

  it("of a quarter that is not published says so", async () => {
    expect(textIn((await office.say("导出三季度排名表"))[0])).toContain("2026年第三季度还没有发布");
  });

  it("a leader has all but the evidence, which may be a draft's; a town asks the office", async () => {
    const leader = world.who("leader");
    expect((await asked(leader, "导出排名表")).sheets.length).toBeGreaterThan(4);
    expect(textIn((await leader.say("导出佐证目录"))[0])).toContain("佐证目录由");
    expect(textIn((await world.who("town_official", "qikou").say("导出台账"))[0])).toContain("工作台账由");
  });

  it("in a group it is for a private chat", async () => {
    const [group] = world.demo.groups;
    const [answer] = await office.say("导出台账", group?.chatId);
    expect(textIn(answer)).not.toContain("已生成");
  });
});

describe("what a book holds", () => {
  it("the ledger every open 督办 with who has to act and by when", async () => {
    const { sheets } = await asked(office, "导出台账");
    const supervised = cellsOf(sheets.find(({ name }) => name.includes("督办")));
    const header = supervised.find((cells) => cells.includes("该谁办")) ?? [];
    const rows = supervised.slice(supervised.indexOf(header) + 1);
    const cell = (title: string) => rows[0]?.[header.indexOf(title)];
    expect(rows).toHaveLength(1);
    expect([cell("单位"), cell("该谁办"), cell("期限")]).toEqual(["碛口镇", "碛口镇填报人", "2026-10-30"]);
    expect(cell("事项")).toContain("古镇出入口整治");
  });

  it("the tasks as they import back: nothing is changed", async () => {
    const { bytes } = await asked(office, "导出年度任务表");
    const outcome = await importTasks(bytes, "任务.xlsx", true);
    expect(outcome).toMatchObject({ ok: true, added: [], changed: [], unchanged: 2 });
  });

  it("the index every photo of a quarter with its hash", async () => {
    const { sheets } = await asked(office, "导出三季度佐证目录");
    const rows = cellsOf(sheets.find(({ name }) => name === "目录"));
    const header = rows.find((cells) => cells.includes("校验码（SHA-256）")) ?? [];
    const files = rows.slice(rows.indexOf(header) + 1);
    expect(files.map((file) => file[header.indexOf("校验码（SHA-256）")])).toEqual([SHA]);
  });
});

describe("the same by the command", () => {
  const folder = mkdtempSync(join(tmpdir(), "books-"));
  const out = join(folder, "book.xlsx");
  const exported = (...args: string[]) => tentowns(environmentOf(world), "export", ...args, "--out", out);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each([
    [["2026Q2"], "2026年第二季度综合排名"],
    [["2026"], "2026年年度得分"],
    [["ledger"], "工作台账"],
    [["tasks", "2026"], "2026年年度任务"],
    [["funds"], "2026年资金台账"],
    [["evidence", "2026Q3"], "2026年第三季度佐证目录"],
    [["plan", "2026"], "2026年年度计划"],
  ])("export %s", async (args, title) => {
    expect((await exported(...args)).code).toBe(0);
    const sheets = await readWorkbook(new Uint8Array(readFileSync(out)));
    expect(cellsOf(sheets?.[0])[0]?.[0]).toContain(title);
  });

  it("refuses a quarter that is not published, and what is no book", async () => {
    expect((await exported("2026Q3")).code).toBe(1);
    expect((await exported("books")).code).toBe(2);
    expect((await exported("ledger", "2026")).code).toBe(2);
  });
});

describe("the ranking as a picture", () => {
  it("comes with its contents in words, or as a workbook where none can be drawn", async () => {
    const [first, file] = await office.say("导出排名图片");
    if (first?.msg_type === "text") {
      expect(textIn(first)).toContain("画不出图片");
      expect(file?.msg_type).toBe("file");
      return;
    }
    const { card, messageId } = shownIn(first);
    const picture = card.body.elements.find(({ tag }) => tag === "img");
    expect(JSON.stringify(picture)).toContain("第1名");
    expect((await findCard(world.deps.db, messageId))?.kind).toBe("about");
  });
});
