import { afterAll, beforeAll, expect, it } from "vitest";
import { commit } from "../../db/commit.ts";
import { saveRecord } from "../../db/records.ts";
import type { ProcedureRecord } from "../../src/domain/procedure/record.ts";
import { rectification } from "../../src/domain/visit/rectification.ts";
import { shownIn } from "./at-client.ts";
import { type DemoWorld, startDemoWorld } from "./demo-world.ts";

// Records are searched by what is written in them only so far as one question may read.

let world: DemoWorld;
beforeAll(async () => {
  world = await startDemoWorld({ underWay: true });
  const { db, clock } = world.deps;
  const at = clock.now();
  const finding = (n: number): ProcedureRecord => ({
    ...{ id: `many-${n}`, procedure: rectification.id, town: "wutong", period: "", ref: "", revision: 1 },
    ...{
      state: "mending",
      due: "2026-12-11",
      data: { town: "wutong", finding: n === 1_499 ? "观景台破损" : "护栏松动" },
    },
    log: [{ step: "find", from: "", to: "mending", by: "", name: "", post: "", at, values: {} }],
  });
  const keys = { openKey: null, numberKey: null, open: true };
  const writes = Array.from({ length: 1_500 }, (_, n) => saveRecord(db, finding(n), keys)).flat();
  await commit(db, { audit: { actor: "test", kind: "test.many", subject: "" }, writes }, at);
});
afterAll(() => world.close());

const answered = async (who: Parameters<DemoWorld["who"]>, text: string) =>
  shownIn((await world.who(...who).say(text))[0]).words;

it("what is found among the newest says that only they were searched", async () => {
  const words = await answered(["leader"], "观景台那个事");
  expect(words).toContain("观景台破损");
  expect(words).toContain("只查了最近登记的1500项记录");
});

it("what is older is not found, and nothing is said of it", async () => {
  expect(await answered(["leader"], "驳岸坍塌那个事")).toContain("没太明白");
});

it("of a town that is named, and for whoever has towns of their own, theirs are searched", async () => {
  expect(await answered(["leader", "", 1], "碛口驳岸坍塌那个事")).toContain("3号码头驳岸坍塌");
  expect(await answered(["county_reviewer", "linxian"], "驳岸坍塌那个事")).toContain("3号码头驳岸坍塌");
});
