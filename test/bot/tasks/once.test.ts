import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findRecord } from "../../../db/records.ts";
import { beginRecord, takeStep } from "../../../src/bot/procedures/take-step.ts";
import { draft, official, reviewer } from "../../domain/task/given.ts";
import { startWorld, type World } from "../world.ts";

// Concurrent and repeated steps: every step is kept, none is taken twice.

let world: World;
const id = "t0000000000000001";
const stored = async () => {
  const record = await findRecord(world.deps.db, id);
  if (!record) throw new Error("no task");
  return record;
};
const report = (percent: number, words: string, message: string) =>
  takeStep(
    world.deps,
    { actor: official, inbox: [`message:${message}`] },
    { id, step: "progress" },
    { percent: String(percent), words },
  );

beforeAll(async () => {
  world = await startWorld({ people: [official, reviewer], now: "2026-06-15T10:00:00+08:00" });
  const about = { id, town: "qikou", period: "", ref: "" };
  const begins = { procedure: "year_task", step: "propose", origin: about };
  await beginRecord(world.deps, { actor: official, inbox: [] }, begins, draft, { item: null });
  await takeStep(world.deps, { actor: reviewer, inbox: [] }, { id, step: "countersign" }, {});
});
afterAll(() => world.close());

describe("steps of one task", () => {
  it("by twelve people at once are all kept, one revision each", async () => {
    const all = Array.from({ length: 12 }, (_, i) => report(i + 1, `第${i + 1}份`, `m${i}`));
    const answers = await Promise.all(all);
    expect(answers.map(({ kind }) => kind)).toEqual(Array(12).fill("done"));
    const { revision, log } = await stored();
    expect(revision).toBe(14);
    expect(new Set(log.slice(2).map(({ values }) => values.percent)).size).toBe(12);
  });

  it("of the same message twice are one", async () => {
    const again = () => report(50, "", "twice");
    const answers = await Promise.all([again(), again()]);
    expect(answers.map(({ kind }) => kind).sort()).toEqual(["done", "repeated"]);
    expect((await stored()).revision).toBe(15);
    expect(await again()).toMatchObject({ kind: "repeated" });
  });
});
