import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { verifyAudit } from "../../db/audit-chain.ts";
import { commit } from "../../db/commit.ts";
import type { Db } from "../../db/open.ts";
import { putPlan } from "../../db/periods.ts";
import { saveRecord } from "../../db/records.ts";
import { saveReport } from "../../db/reports.ts";
import { putPerson, removePeople } from "../../db/roster.ts";
import { verifyDocuments } from "../../db/verify-documents.ts";
import type { ProcedureRecord } from "../../src/domain/procedure/record.ts";
import type { Person } from "../../src/domain/programme/people.ts";
import { UNPLANNED } from "../../src/domain/report/plan.ts";
import { opened } from "../domain/report/given.ts";
import { tempDatabase } from "./temp-database.ts";

const wang: Person = { openId: "ou_wang", name: "王", role: "leader", area: "", locale: "zh-CN" };
const audit = { actor: "ou_wang", kind: "test", subject: "x" };
const record: ProcedureRecord = {
  ...{ id: "r1", procedure: "visit", town: "taoyuan", period: "2026Q3", ref: "", state: "noted" },
  ...{ revision: 1, data: {}, due: null },
  log: [
    { step: "note", from: "", to: "noted", by: "ou_wang", name: "王", post: "leader", at: 1, values: {} },
  ],
};
const held = { openKey: null, numberKey: null, open: true };

let db: Db;
beforeEach(async () => {
  ({ db } = await tempDatabase());
  const first = [...saveReport(db, opened(), "ou_wang", 1), putPlan(db, 2026, "taoyuan", UNPLANNED)];
  await commit(db, { audit, writes: [...first, putPerson(db, wang), ...saveRecord(db, record, held)] }, 1);
  const second = saveReport(db, { ...opened(), revision: 2, status: "submitted" }, "ou_wang", 2);
  await commit(db, { audit, writes: second }, 2);
});

test("what the log made is as it made it, corrected, replaced and taken away included", async () => {
  expect(await verifyDocuments(db)).toEqual({ documents: 5, unsealed: 0, mismatches: [] });
  await commit(db, { audit, writes: [putPerson(db, { ...wang, name: "王五" })] }, 3);
  expect((await verifyDocuments(db)).mismatches).toEqual([]);
  await commit(db, { audit, writes: [removePeople(db, ["ou_wang"])] }, 4);
  expect(await verifyDocuments(db)).toEqual({ documents: 4, unsealed: 0, mismatches: [] });
});

describe("whatever is done to a document behind the log is named", () => {
  const report2 = "report 2026Q3/taoyuan 2";
  test.each([
    [
      "a figure of an old revision",
      sql`update report_revision set doc = replace(doc, 'draft', 'approved') where revision = 1`,
      [["report 2026Q3/taoyuan 1", "changed"]],
    ],
    [
      "a report and its last revision alike",
      sql`update report_revision set doc = json_set(doc, '$.returns', 9) where revision = 2`,
      [
        [report2, "changed"],
        ["report 2026Q3/taoyuan", "present"],
      ],
    ],
    [
      "the present report alone",
      sql`update report set doc = json_set(doc, '$.returns', 9)`,
      [["report 2026Q3/taoyuan", "present"]],
    ],
    ["the state a list is read from", sql`update record set state = 'closed'`, [["record r1", "present"]]],
    [
      "a revision taken away",
      sql`delete from report_revision where revision = 1`,
      [["report 2026Q3/taoyuan 1", "missing"]],
    ],
    [
      "a person given another post",
      sql`update person set role = 'city_office'`,
      [["person ou_wang", "changed"]],
    ],
    [
      "a person slipped in",
      sql`insert into person values ('ou_x', 'x', 'city_office', '', 'zh-CN', 0)`,
      [["person ou_x", "unknown"]],
    ],
    ["a plan", sql`update year_plan set doc = '{}'`, [["plan 2026 taoyuan", "changed"]]],
  ])("%s", async (_, tamper, wanted) => {
    await db.run(tamper);
    const { mismatches } = await verifyDocuments(db);
    expect(mismatches.map(({ what, reason }) => [what, reason])).toEqual(wanted);
  });
  test("a hash altered in the log breaks the chain", async () => {
    await db.run(sql`update audit set made = '{}' where seq = 2`);
    expect(await verifyAudit(db)).toEqual({ ok: false, seq: 2, reason: "hash" });
    await db.run(sql`update audit set made = null where seq = 2`);
    expect(await verifyAudit(db)).toEqual({ ok: false, seq: 2, reason: "hash" });
  });
});

test("documents from before the log held hashes are counted, later ones without a hash are named", async () => {
  await db.run(sql`update audit set made = null, at = 5 where seq = 1`);
  expect(await verifyDocuments(db)).toEqual({ documents: 5, unsealed: 4, mismatches: [] });
  await db.run(sql`update report_revision set at = 6 where revision = 1`);
  expect((await verifyDocuments(db)).mismatches).toEqual([
    { what: "report 2026Q3/taoyuan 1", reason: "unknown" },
  ]);
});
