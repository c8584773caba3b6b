import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { commit } from "../../db/commit.ts";
import {
  evidenceIn,
  evidenceOfMessage,
  fileUnder,
  putEvidence,
  removeEvidence,
  sameBytes,
} from "../../db/evidence.ts";
import { folderStore } from "../../db/evidence-store.ts";
import type { Db } from "../../db/open.ts";
import { insertPeriod, latestPeriod, loadPlan, loadPlans, putPlan } from "../../db/periods.ts";
import { forgetPictures, putPicture } from "../../db/pictures.ts";
import {
  allPublications,
  findPublication,
  insertPublication,
  latestPublication,
  publishedPeriods,
} from "../../db/publications.ts";
import {
  approvedBefore,
  approvedBeforeByTown,
  findReport,
  listReports,
  saveReport,
  townsByStatus,
  untouchedTowns,
} from "../../db/reports.ts";
import { findPerson, holders, listPeople, putPerson, removePeople } from "../../db/roster.ts";
import type { Write } from "../../db/written.ts";
import type { PeriodId } from "../../src/domain/calendar/period.ts";
import type { Person } from "../../src/domain/programme/people.ts";
import { frozenText, type Publication } from "../../src/domain/ranking/publication.ts";
import { UNPLANNED } from "../../src/domain/report/plan.ts";
import type { Report, ReportStatus } from "../../src/domain/report/report.ts";
import { villages } from "../domain/programmes.ts";
import { opened } from "../domain/report/given.ts";
import { tempDatabase, tempFolder } from "./temp-database.ts";

let db: Db;
beforeEach(async () => {
  ({ db } = await tempDatabase());
});
const write = (...writes: Write[]) =>
  commit(db, { audit: { actor: "t", kind: "t", subject: "" }, writes }, 1);
const report = (period: PeriodId, town: string, status: ReportStatus): Report => ({
  ...opened(),
  period,
  town,
  status,
});

describe("reports", () => {
  test("are counted by status, and those nobody has touched, without being read", async () => {
    const by = { by: "ou", name: "甲", at: 1, revision: 1 };
    const started = { ...report("2026Q3", "shimen", "draft"), saved: { image: by } };
    const all = [
      report("2026Q3", "taoyuan", "draft"),
      started,
      report("2026Q3", "yunxi", "submitted"),
      report("2026Q2", "yunxi", "approved"),
    ];
    await write(...all.flatMap((one) => saveReport(db, one, "ou", 1)));
    const statuses = await townsByStatus(db, "2026Q3");
    expect(new Set(statuses.get("draft"))).toEqual(new Set(["taoyuan", "shimen"]));
    expect(statuses.get("submitted")).toEqual(["yunxi"]);
    expect(statuses.get("approved")).toBeUndefined();
    expect(await untouchedTowns(db, "2026Q3")).toEqual(new Set(["taoyuan"]));
  });
  test("come back as they were stored, the latest revision as the truth", async () => {
    const first = { ...opened(), content: { ...opened().content } };
    await write(...saveReport(db, first, "ou", 1));
    await write(...saveReport(db, { ...first, revision: 2, status: "submitted" }, "ou", 2));
    expect(await findReport(db, "2026Q3", "taoyuan")).toEqual({ ...first, revision: 2, status: "submitted" });
    expect(await findReport(db, "2026Q2", "taoyuan")).toBeNull();
    expect((await listReports(db, "2026Q3")).length).toBe(1);
  });
  test("a town's earlier quarters: approved ones only, oldest first, across the years", async () => {
    const periods: Array<[PeriodId, ReportStatus]> = [
      ["2026Q1", "approved"],
      ["2025Q4", "approved"],
      ["2026Q2", "returned"],
      ["2026Q3", "approved"],
      ["2025Q3", "approved"],
    ];
    for (const [period, status] of periods)
      await write(...saveReport(db, report(period, "taoyuan", status), "ou", 1));
    await write(...saveReport(db, report("2026Q1", "liuquan", "approved"), "ou", 1));
    const before = (await approvedBefore(db, "taoyuan", "2026Q3")).map((r) => r.period);
    expect(before).toEqual(["2025Q3", "2025Q4", "2026Q1"]);
    const byTown = await approvedBeforeByTown(db, "2026Q3");
    expect(byTown.get("taoyuan")?.map((r) => r.period)).toEqual(before);
    expect([...byTown.keys()].sort()).toEqual(["liuquan", "taoyuan"]);
  });
});

describe("the roster", () => {
  const person = (openId: string, over: Partial<Person> = {}): Person => ({
    openId,
    name: openId,
    role: "town_official",
    area: "taoyuan",
    locale: "zh-CN",
    ...over,
  });
  test("who holds a post, who somebody is, and who is gone", async () => {
    await write(
      putPerson(db, person("ou_b")),
      putPerson(db, person("ou_a")),
      putPerson(db, person("ou_c", { area: "liuquan" })),
      putPerson(db, person("ou_d", { role: "leader", area: "" })),
    );
    expect((await holders(db, "town_official", "taoyuan")).map((p) => p.openId)).toEqual(["ou_a", "ou_b"]);
    expect((await holders(db, "town_official")).length).toBe(3);
    expect((await holders(db, "county_reviewer", "")).length).toBe(0);
    await write(putPerson(db, person("ou_a", { name: "新", locale: "en" })));
    expect(await findPerson(db, "ou_a")).toMatchObject({ name: "新", locale: "en" });
    await write(removePeople(db, ["ou_a", "ou_b"]));
    expect((await listPeople(db)).map((p) => p.openId)).toEqual(["ou_d", "ou_c"]);
    expect(await findPerson(db, "ou_a")).toBeNull();
  });
});

test("the newest quarter and each town's plan of the year; an unplanned town has nothing planned", async () => {
  expect(await latestPeriod(db)).toBeNull();
  await write(insertPeriod(db, "2026Q3", 5), insertPeriod(db, "2025Q4", 1));
  expect(await latestPeriod(db)).toMatchObject({ id: "2026Q3", status: "open", openedAt: 5 });
  const plan = { ...UNPLANNED, investment: 400 };
  await write(putPlan(db, 2026, "taoyuan", { ...plan, investment: 1 }), putPlan(db, 2026, "taoyuan", plan));
  expect(await loadPlan(db, 2026, "taoyuan")).toEqual(plan);
  expect(await loadPlan(db, 2025, "taoyuan")).toEqual(UNPLANNED);
  expect([...(await loadPlans(db, 2026))]).toEqual([["taoyuan", plan]]);
});

test("of a quarter's publications the newest counts, and what was frozen comes back to the letter", async () => {
  const publication = (period: PeriodId, seq: number): Publication => ({
    period,
    seq,
    at: seq,
    by: "ou",
    scheme: villages.scheme,
    inputs: { table: { columns: ["a"], rows: [] }, notReported: ["shimen"], lateness: "scored" },
    result: { rows: [] },
    hash: "h",
  });
  const all = [publication("2026Q2", 1), publication("2026Q2", 2), publication("2026Q1", 1)];
  await write(...all.map((one) => insertPublication(db, one)));
  expect((await findPublication(db, "2026Q2"))?.seq).toBe(2);
  expect(await findPublication(db, "2026Q3")).toBeNull();
  expect((await latestPublication(db))?.period).toBe("2026Q2");
  expect((await latestPublication(db, "2026Q2"))?.period).toBe("2026Q1");
  expect((await allPublications(db)).map(({ period, seq }) => [period, seq])).toEqual([
    ["2026Q1", 1],
    ["2026Q2", 2],
  ]);
  const stored = await findPublication(db, "2026Q2");
  expect(stored && frozenText(stored)).toBe(frozenText(publication("2026Q2", 2)));
  // It is parsed once, and a correction is another one.
  expect(await findPublication(db, "2026Q2")).toBe(stored);
  await write(insertPublication(db, publication("2026Q2", 3)));
  expect((await findPublication(db, "2026Q2"))?.seq).toBe(3);
  expect(await publishedPeriods(db)).toEqual(["2026Q1", "2026Q2"]);
  expect((await allPublications(db, 1)).map(({ period, seq }) => [period, seq])).toEqual([["2026Q2", 3]]);
});

describe("evidence", () => {
  const photo = (id: string, over: object = {}) => ({
    id,
    report: "2026Q3/taoyuan",
    section: "image",
    messageId: id,
    fileKey: id,
    kind: "image" as const,
    name: "",
    url: "file:x",
    sha256: "aa",
    size: 1,
    by: "ou",
    at: 1,
    ...over,
  });
  test("a report's photos and files come with their section, null until they are filed", async () => {
    await write(...saveReport(db, opened(), "ou", 1));
    await write(
      putEvidence(db, photo("om_1")),
      putEvidence(db, photo("om_2", { section: null })),
      putEvidence(db, photo("om_3", { kind: "file" })),
      putEvidence(db, photo("om_4", { section: "roads" })),
    );
    const filed = async (town?: string) =>
      (await evidenceIn(db, "cli_a", "2026Q3", town)).map(({ id, section, kind }) => [id, section, kind]);
    const all = [
      ["om_1", "image", "image"],
      ["om_2", null, "image"],
      ["om_3", "image", "file"],
      ["om_4", "roads", "image"],
    ];
    expect(await filed("taoyuan")).toEqual(all);
    expect(await filed()).toEqual(all);
    expect(await filed("shimen")).toEqual([]);
    await write(
      fileUnder(db, { report: "2026Q3/taoyuan", messageId: "om_2" }, "image"),
      ...removeEvidence(db, ["om_3", "om_4"]),
    );
    expect(await filed("taoyuan")).toEqual([
      ["om_1", "image", "image"],
      ["om_2", "image", "image"],
    ]);
  });
  test("a photo has a key for each app it was uploaded by, until the platform no longer knows it", async () => {
    await write(...saveReport(db, opened(), "ou", 1));
    await write(putEvidence(db, photo("om_1")), putEvidence(db, photo("om_2", { sha256: "bb" })));
    const uploaded = { sha256: "aa", imageKey: "img_1", refused: null, at: 1 };
    await write(
      putPicture(db, { ...uploaded, app: "cli_a" }),
      putPicture(db, { ...uploaded, app: "cli_b", imageKey: null, refused: "refused" }),
    );
    const pictures = async (app: string) =>
      (await evidenceIn(db, app, "2026Q3", "taoyuan")).map(({ imageKey, refused }) => [imageKey, refused]);
    expect(await pictures("cli_a")).toEqual([
      ["img_1", null],
      [null, null],
    ]);
    expect(await pictures("cli_b")).toEqual([
      [null, "refused"],
      [null, null],
    ]);
    expect(await forgetPictures(db, "cli_b", ["img_1"])).toBe(0);
    expect(await forgetPictures(db, "cli_a", ["img_1", "img_2"])).toBe(1);
    expect(await pictures("cli_a")).toEqual([
      [null, null],
      [null, null],
    ]);
  });
  test("what a message brought is found by the message, and nothing of one whose id begins alike", async () => {
    await write(...saveReport(db, opened(), "ou", 1));
    const ids = ["om_1/img_a", "om_1/img_b", "om_10/img_c", "om_1"];
    await write(...ids.map((id) => putEvidence(db, photo(id))));
    expect((await evidenceOfMessage(db, "om_1")).map(({ id }) => id)).toEqual(["om_1/img_a", "om_1/img_b"]);
  });
  test("the same bytes are found, the first of them", async () => {
    await write(...saveReport(db, opened(), "ou", 1));
    await write(
      putEvidence(db, photo("om_2", { at: 2 })),
      putEvidence(db, photo("om_1", { at: 1 })),
      putEvidence(db, photo("om_3", { sha256: "bb" })),
    );
    expect((await sameBytes(db, "aa", "om_9"))?.id).toBe("om_1");
    expect(await sameBytes(db, "bb", "om_3")).toBeNull();
  });
  test("bytes are kept in a folder that is made when the first come; half-written ones are never seen", async () => {
    const folder = join(tempFolder(), "deep", "evidence");
    const store = folderStore(`file:${folder}`);
    expect(await store.get("aa.jpg")).toBeNull();
    const bytes = new Uint8Array([1, 2, 3]);
    expect(await store.put("aa.jpg", bytes)).toBe(`file:${folder}/aa.jpg`);
    expect(await store.put("aa.jpg", bytes)).toBe(`file:${folder}/aa.jpg`);
    expect([...readFileSync(join(folder, "aa.jpg"))]).toEqual([1, 2, 3]);
    expect([...((await store.get("aa.jpg")) ?? [])]).toEqual([1, 2, 3]);
    writeFileSync(join(folder, "bb.jpg.part"), "half");
    expect(await store.get("bb.jpg")).toBeNull();
  });
});
