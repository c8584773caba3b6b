import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { findPeriodWithPlan, insertPeriod } from "../../db/periods.ts";
import { yearPlan } from "../../db/schema.ts";
import { written } from "../../db/written.ts";
import { tempDatabase } from "./temp-database.ts";

// A statement whose text is built once, with other values every time.

const put = written<{ town: string; doc: unknown }>((db) =>
  db.insert(yearPlan).values({ year: 2026, town: sql.placeholder("town"), doc: sql.placeholder("doc") }),
);

test("stores its values as the column writes them, and constants as they are", async () => {
  const { db } = await tempDatabase();
  const plans = [100, 200].map((investment) => ({ investment, dueFrom: null, projects: [] }));
  await db.batch([
    insertPeriod(db, "2026Q3", 1),
    put(db, { town: "a", doc: plans[0] }),
    put(db, { town: "b", doc: plans[1] }),
  ]);
  expect((await findPeriodWithPlan(db, "2026Q3", "a"))?.plan).toEqual(plans[0]);
  expect((await findPeriodWithPlan(db, "2026Q3", "b"))?.plan).toEqual(plans[1]);
});

test("refuses to be made without one of its values", async () => {
  const { db } = await tempDatabase();
  const half = written<{ town: string }>((on) =>
    on.insert(yearPlan).values({ year: 2026, town: sql.placeholder("town"), doc: sql.placeholder("doc") }),
  );
  expect(() => half(db, { town: "a" })).toThrow("no value for doc");
});
