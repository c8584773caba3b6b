import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { loadPlan, putPlan } from "../../db/periods.ts";
import { findPublication } from "../../db/publications.ts";
import { findReport } from "../../db/reports.ts";
import { sourceFiles } from "../source-files.ts";
import { tempDatabase } from "./temp-database.ts";

// Stored data is not trusted: it may have been written by an older version, or by hand.

describe("a stored document", () => {
  test("comes back as it was put", async () => {
    const { db } = await tempDatabase();
    const plan = { investment: 9000, dueFrom: { "roads.done": 2 }, projects: [] };
    await putPlan(db, 2026, "qikou", plan);
    expect(await loadPlan(db, 2026, "qikou")).toEqual(plan);
  });
  test("of another shape stops the query, naming table and field", async () => {
    const { db } = await tempDatabase();
    await putPlan(db, 2026, "qikou", { investment: 9000, dueFrom: null, projects: [] });
    await db.run(sql`update year_plan set doc = ${JSON.stringify({ investment: "viel" })}`);
    await expect(loadPlan(db, 2026, "qikou")).rejects.toThrow(
      /year_plan\.doc cannot be read[\s\S]*investment/,
    );
  });
  test("of a first release is read, what came later having its default", async () => {
    const { db } = await tempDatabase();
    const words = { progress: "立杆", next: "", problem: "" };
    const first = {
      town: "qikou",
      period: "2026Q3",
      status: "draft",
      revision: 1,
      content: {
        areas: { facilities: { items: { "facilities.1": 60 }, words } },
        investment: { plan: 12000, cumulative: 4560, sources: { county: 4560 }, words: "" },
        image: { projects: [], words: "" },
      },
      saved: {},
      pending: [],
      answers: {},
      returned: null,
      returns: 0,
      missingPhotos: [],
    };
    const put = (doc: unknown) =>
      db.run(
        sql`insert or replace into report (id, period, town, status, revision, doc, updated_at) values ('2026Q3/qikou', '2026Q3', 'qikou', 'draft', 1, ${JSON.stringify(doc)}, 1)`,
      );
    await put(first);
    const since = {
      firstSubmittedAt: null,
      submittedAt: null,
      submittedRevision: null,
      submittedByName: null,
    };
    const approved = { approvedAt: null, approvedByName: null };
    expect(await findReport(db, "2026Q3", "qikou")).toEqual({
      ...first,
      ...since,
      ...approved,
      corrections: [],
    });
    await put({ ...first, content: { ...first.content, investment: { plan: "12000" } } });
    await expect(findReport(db, "2026Q3", "qikou")).rejects.toThrow(
      /report\.doc cannot be read[\s\S]*cumulative/,
    );
  });
  test("that is frozen is checked and handed on letter by letter, so that its hash still holds", async () => {
    const { db } = await tempDatabase();
    const inputs = '{"notReported":[],"table":{"rows":[],"columns":[]},"lateness":"scored","later":1}';
    const scheme =
      '{"root":{"children":[],"aggregate":"arithmetic","weight":1,"minShare":0,"id":"all"},"id":"v1","decimals":4}';
    const put = (period: string, result: string) =>
      db.run(
        sql`insert into publication values (${period}, 1, 1, 'ou', ${scheme}, ${inputs}, ${result}, 'h')`,
      );
    await put("2026Q1", '{"rows":[]}');
    const found = await findPublication(db, "2026Q1");
    expect(JSON.stringify(found?.inputs)).toBe(inputs);
    expect(JSON.stringify(found?.scheme)).toBe(scheme);
    await put("2026Q2", '{"rows":[{"town":1}]}');
    await expect(findPublication(db, "2026Q2")).rejects.toThrow(/publication\.result cannot be read/);
  });
});

test("no column claims a type that nobody checks", () => {
  const claims = sourceFiles("db").flatMap(({ path, text }) =>
    [...text.matchAll(/\$type</g)].map(() => path),
  );
  expect(claims).toEqual([]);
});
