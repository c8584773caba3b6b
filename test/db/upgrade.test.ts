import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createClient } from "@libsql/client";
import { beforeAll, describe, expect, test } from "vitest";
import { kitOf } from "../../cards/record/kit.ts";
import { KITS } from "../../cards/record/kits.ts";
import { verifyAudit } from "../../db/audit-chain.ts";
import { evidenceIn } from "../../db/evidence.ts";
import { type Db, openDatabase } from "../../db/open.ts";
import { loadPlans } from "../../db/periods.ts";
import { holdersOfPhoto } from "../../db/pictures.ts";
import { countEvidence } from "../../db/record-evidence.ts";
import { findRecord, findRecordByKey, listRecords } from "../../db/records.ts";
import { appraisalsOf } from "../../src/domain/procedure/appraisal.ts";
import { openAside } from "../../src/domain/procedure/aside.ts";
import { awardChoice } from "../../src/domain/procedure/award.ts";
import { keyOf, openness } from "../../src/domain/procedure/keys.ts";
import { findingOf } from "../../src/domain/procedure/misreport.ts";
import { owed } from "../../src/domain/procedure/owed.ts";
import { askedQuestion, question } from "../../src/domain/procedure/question.ts";
import type { ProcedureRecord } from "../../src/domain/procedure/record.ts";
import { offered } from "../../src/domain/procedure/take.ts";
import { urgent, urgentFacts } from "../../src/domain/procedure/urgent.ts";
import { proposedScheme } from "../../src/domain/procedure/weights.ts";
import { isExcused } from "../../src/domain/task/lights.ts";
import { taskOf } from "../../src/domain/task/task.ts";
import { yearTask } from "../../src/domain/task/year-task.ts";
import { tenTowns } from "../cards/office/programmes.ts";
import { keptFolder } from "./temp-database.ts";

// A database written by version 0.1 (839e5fe) with every kind of record is opened by the current product:
// each record is found in its state with its complete history.

const folder = keptFolder();
let db: Db;
beforeAll(async () => {
  const file = join(folder, "released.db");
  const client = createClient({ url: `file:${file}` });
  await client.executeMultiple(readFileSync("test/fixtures/released-839e5fe.sql", "utf8"));
  await client.executeMultiple(`
    INSERT INTO report (id, period, town, status, revision, doc, updated_at)
      VALUES ('2026Q3/qikou', '2026Q3', 'qikou', 'draft', 1, '{}', 0);
    INSERT INTO evidence (id, report, section, message_id, file_key, kind, name, url, sha256, size, "by", at, photo)
      VALUES ('om_1/img_1', '2026Q3/qikou', 'image', 'om_1', 'img_1', 'image', '', 'file:data/evidence/aa.jpg', 'aa', 9,
        'ou_qikou', 1791874800000, '{"hash":null,"takenOn":"2026-10-09","place":null,"decoded":false,"flags":[]}');`);
  client.close();
  const opened = await openDatabase(`file:${file}`);
  db = opened.db;
  return opened.close;
});

async function found(id: string): Promise<ProcedureRecord> {
  const record = await findRecord(db, id);
  if (!record) throw new Error(`${id} is lost`);
  return record;
}

/** Every step as `who step → state: text`. */
function story({ log }: ProcedureRecord): string[] {
  return log.map(({ name, post, step, to, values }) => {
    const said = Object.values(values).filter((value) => typeof value === "string");
    return `${name} (${post.trim()}) ${step} → ${to}: ${said.join(" / ")}`;
  });
}

test("the audit chain is whole", async () => {
  expect(await verifyAudit(db)).toMatchObject({ ok: true });
});

test("every record is one of today's: it parses, fits its procedure and can be asked where it stands", async () => {
  const records = await listRecords(db, {});
  expect(records.length).toBeGreaterThan(0);
  for (const record of records) {
    const kit = kitOf(KITS, record.procedure);
    if (!kit) throw new Error(`no procedure ${record.procedure}`);
    expect(Object.keys(kit.definition.states)).toContain(record.state);
    for (const { step } of record.log) expect(Object.keys(kit.definition.steps)).toContain(step);
    const open = await listRecords(db, { procedure: record.procedure, open: true });
    expect(open.some(({ id }) => id === record.id)).toBe(openness(kit.definition, record).open);
  }
});

describe("objections", () => {
  test("answered ones keep question and answer", async () => {
    const accepted = await found("o-accepted");
    expect(accepted).toMatchObject({
      procedure: "objection",
      town: "qikou",
      period: "2026Q3",
      state: "accepted",
    });
    expect(story(accepted)).toEqual([
      "高文斌 (town_official qikou) raise → waiting: inv / 监理月报应为8,850万元。",
      "王芳 (city_office) accept → accepted: 经核对监理月报，予以采纳。",
    ]);
    expect(story(await found("o-rejected")).at(-1)).toContain("reject → rejected: 现场照片不支持。");
  });
  test("of two that were stored at once both are there, and the first holds the key", async () => {
    expect((await found("o-first")).state).toBe("waiting");
    expect((await found("o-twin")).state).toBe("waiting");
    expect((await findRecordByKey(db, "objection 2026Q3/qikou other"))?.id).toBe("o-first");
  });
});

describe("misreports", () => {
  test("keep figures, reason and who decided", async () => {
    const confirmed = await found("m-confirmed");
    expect(confirmed).toMatchObject({ procedure: "misreport", state: "confirmed", town: "qikou" });
    expect(findingOf(confirmed)).toEqual({ town: "qikou", indicator: "inv", claimed: 8820, found: 6500.5 });
    expect(story(confirmed)).toEqual([
      "王芳 (city_office) propose → proposed: qikou / inv / 6500.5 / 抽查合同",
      "李强 (city_office) confirm → confirmed: ",
    ]);
    expect((await found("m-dropped")).state).toBe("dropped");
  });
  test("one that was dropped leaves the figure free, one still open holds it", async () => {
    expect((await findRecordByKey(db, "misreport 2026Q3/xinyi inv"))?.id).toBe("m-open");
  });
});

describe("questions", () => {
  test("keep who asked what, and the answer", async () => {
    const answered = await found("q-answered");
    expect(answered).toMatchObject({
      procedure: "question",
      town: "qikou",
      ref: "2026Q3/qikou",
      state: "answered",
    });
    expect(story(answered)).toEqual([
      "张主任 (leader) ask → asked: 驳岸什么时候完工？ /  / ",
      "高文斌 (town_official qikou) answer → answered: 12月底完工。",
    ]);
    expect(askedQuestion(answered)).toMatchObject({ text: "驳岸什么时候完工？", answer: "12月底完工。" });
  });
  test("one that waits is still owed by its town, by a day counted from when it was asked", async () => {
    const open = await found("q-open");
    expect((await findRecordByKey(db, "question qikou 2026Q3/qikou"))?.id).toBe("q-open");
    expect(owed(question, open, tenTowns)[0]).toMatchObject({
      to: { role: "town_official", area: "qikou" },
      due: "2026-10-16",
    });
  });
});

describe("urgent messages", () => {
  test("keep words, reason, who approved them and how they ended", async () => {
    const steps = async (id: string) =>
      (await found(id)).log.map(({ name, step, to }) => `${name} ${step} → ${to}`.trim());
    expect(await steps("u-open")).toEqual(["王芳 propose → proposed"]);
    expect(await steps("u-sent")).toEqual(["王芳 propose → proposed", "张主任 approve → sent"]);
    expect(await steps("u-over")).toEqual(["王芳 propose → proposed", "张主任 approve → sent", "end → over"]);
    expect(await steps("u-withdrawn")).toEqual(["王芳 propose → proposed", "王芳 withdraw → withdrawn"]);
    expect(await steps("u-expired")).toEqual(["王芳 propose → proposed", "expire → expired"]);
    expect(urgentFacts(await found("u-sent"))).toMatchObject({
      words: "今晚前补报照片。",
      reason: "省里明早检查。",
      to: ["qikou", "xinyi"],
      sendTo: ["qikou", "xinyi"],
      until: 1791874800000,
    });
  });
  test("say why one was refused, which the audit log alone knew", async () => {
    const refused = await found("u-refused");
    expect(refused.log.at(-1)).toMatchObject({ step: "refuse", name: "张主任" });
    expect(String(refused.data.why)).not.toBe("");
  });
  test("one that waits holds its key, and its time takes the next step", async () => {
    const open = await found("u-open");
    const until = urgentFacts(open).until;
    const at = (now: number) => ({ actor: null, now, programme: tenTowns, evidence: 0 });
    expect(offered(urgent, open, at(until - 1))).toEqual([]);
    expect(offered(urgent, open, at(until))).toEqual(["expire"]);
  });
});

test("the way an award is split, which the audit log alone knew, is a record with every choice", async () => {
  const record = await findRecordByKey(db, "award 2026Q3");
  if (!record) throw new Error("the choice is lost");
  expect(record.log.map(({ name, step, values }) => [name, step, values.method, values.reason])).toEqual([
    ["王芳", "choose", "tiers", "先按等次"],
    ["李强", "change", "proportional", "按得分更公平"],
  ]);
  expect(awardChoice(record)).toMatchObject({
    ...{ method: "proportional", pot: 1000, by: "李强" },
    split: {
      awards: [
        { id: "qikou", amount: 600 },
        { id: "xinyi", amount: 400 },
      ],
      reserve: 0,
    },
  });
});

test("appraisals keep who entered and changed them, and leave the year's plans", async () => {
  const record = await findRecordByKey(db, "appraisal 2026");
  if (!record) throw new Error("the appraisals are lost");
  expect(record.log.map(({ name, step }) => `${name} ${step}`)).toEqual(["王芳 enter", "李强 change"]);
  expect(Object.fromEntries(appraisalsOf(record))).toEqual({ qikou: 90, xinyi: 91.5 });
  expect([...(await loadPlans(db, 2026)).keys()].sort()).toEqual(["qikou", "xinyi"]);
});

describe("tasks", () => {
  test("keep every step with its words, figures and days", async () => {
    const [first, ...steps] = story(await found("t-open"));
    expect(first).toContain("高文斌 (town_official qikou) propose → proposed: town.qikou");
    expect(first).toContain(
      "停车场 / 分管副镇长 / 2026-03-01 / 2026-11-30 / 2026 / 主体:2026-09-30:70 / 现场照片",
    );
    expect(steps).toEqual([
      "贺建军 (county_reviewer linxian) countersign → open: ",
      "高文斌 (town_official qikou) sign → open: ",
      "高文斌 (town_official qikou) progress → open: 主体过半",
      "高文斌 (town_official qikou) request_extension → open: 2026-12-18 / 雨季停工",
      "贺建军 (county_reviewer linxian) refuse_extension → open: 可以抢回工期",
      "高文斌 (town_official qikou) request_extension → open: 2026-12-25 / 材料涨价",
    ]);
    expect(story(await found("t-refused")).at(-1)).toContain("refuse → withdrawn: 目标偏低");
    expect(story(await found("t-closed")).slice(1)).toEqual([
      "高文斌 (town_official qikou) progress → open: ",
      "高文斌 (town_official qikou) ask_close → closing: 已清运",
      "王芳 (city_office) refuse_close → open: 照片看不清",
      "高文斌 (town_official qikou) ask_close → closing: 补照片",
      "李强 (city_office) confirm_close → closed: ",
    ]);
    expect(story(await found("t-reopened")).at(-1)).toContain("reopen → open");
  });

  test("stand where they stood, with what waits for an answer", async () => {
    const open = await found("t-open");
    expect(taskOf(open)).toMatchObject({
      ...{ kind: "plan", to: { kind: "town", slug: "qikou" }, area: "positioning", item: "positioning.1" },
      ...{ status: "open", percent: 40, weight: 2, start: "2026-03-01", due: "2026-11-30", blocked: null },
      steps: [{ name: "主体", due: "2026-09-30", share: 70 }],
    });
    expect(openAside(yearTask, open, "extension")?.values.until).toBe("2026-12-25");
    expect(owed(yearTask, open, tenTowns).map(({ what }) => what)).toEqual(["open", "extension"]);
    expect(await found("t-extended")).toMatchObject({ due: "2026-12-18", data: { due: "2026-12-18" } });
    const blocked = taskOf(await found("t-blocked"));
    expect(blocked).toMatchObject({ kind: "supervision", area: "roads", blocked: { department: "housing" } });
    expect(isExcused(blocked)).toBe(true);
    const states = await Promise.all(
      ["t-proposed", "t-refused", "t-closed", "t-reopened", "t-closing", "t-withdrawn"].map(found),
    );
    expect(states.map(({ state }) => state)).toEqual([
      ...["proposed", "withdrawn", "closed", "open", "closing", "withdrawn"],
    ]);
  });

  test("are found by the key they are imported under, and keep their evidence", async () => {
    const key = keyOf(yearTask, await found("t-open"));
    expect((await findRecordByKey(db, key))?.id).toBe("t-open");
    expect(await countEvidence(db, "t-closed")).toBe(1);
  });
});

test("photos keep their section, their day and what they show; the platform is given them when a card asks", async () => {
  expect(await evidenceIn(db, "cli_0123456789abcdef", "2026Q3", "qikou")).toEqual([
    {
      ...{ id: "om_1/img_1", report: "2026Q3/qikou", section: "image", kind: "image" },
      ...{ sha256: "aa", at: 1791874800000, imageKey: null, refused: null },
      photo: { hash: null, takenOn: "2026-10-09", decoded: false, flags: [] },
    },
  ]);
  expect(await holdersOfPhoto(db, "aa")).toEqual([
    { subject: "report 2026Q3/qikou", url: "file:data/evidence/aa.jpg", size: 9 },
  ]);
});

test("weights keep their scheme, what was changed, which the audit log alone knew, and who decided", async () => {
  const proposals = await listRecords(db, { procedure: "weights" });
  expect(proposals.map(({ state }) => state)).toEqual(["adopted", "dropped", "proposed"]);
  const [adopted] = proposals;
  if (!adopted) throw new Error("none adopted");
  const pack = String(adopted.data.pack);
  expect(proposedScheme(adopted)).toMatchObject({
    version: `${pack}.1`,
    scheme: { id: `${pack}.1` },
    changes: [{ id: "inv", from: 20, to: 25 }],
  });
  expect(adopted.log.map(({ name, step }) => `${name} ${step}`)).toEqual(["王芳 propose", "李强 adopt"]);
  expect((await findRecordByKey(db, `weights ${pack}`))?.id).toBe(`${pack}.3`);
});
