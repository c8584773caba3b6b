import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findTask } from "../../../db/tasks.ts";
import { changeTask, saveTasks } from "../../../src/bot/tasks/task-change.ts";
import type { Task } from "../../../src/domain/task/task.ts";
import { draft, official, opened, reviewer } from "../../domain/task/given.ts";
import { startWorld, type World } from "../world.ts";

// Many at once, and the same thing twice: every step is kept, none is taken twice.

let world: World;
const id = "t0000000000000001";
const stored = async (): Promise<Task> => {
  const task = await findTask(world.deps.db, id);
  if (!task) throw new Error("no task");
  return task;
};

beforeAll(async () => {
  world = await startWorld({ people: [official, reviewer], now: "2026-06-15T10:00:00+08:00" });
  const task = { ...opened, ...draft, id, revision: 1, log: opened.log.slice(0, 1) };
  await saveTasks(world.deps, [{ before: null, after: task }], { actor: official, inbox: [] });
});
afterAll(() => world.close());

describe("steps of one task", () => {
  it("by twelve people at once are all kept, one revision each", async () => {
    const report = (n: number) =>
      changeTask(
        world.deps,
        id,
        { kind: "progress", percent: n, words: `第${n}份` },
        { actor: official, inbox: [`message:m${n}`] },
      );
    const answers = await Promise.all(Array.from({ length: 12 }, (_, i) => report(i + 1)));
    expect(answers.map(({ kind }) => kind)).toEqual(Array(12).fill("done"));
    const task = await stored();
    expect(task.revision).toBe(13);
    expect(new Set(task.log.slice(1).map(({ percent }) => percent)).size).toBe(12);
  });

  it("of the same message twice are one", async () => {
    const again = () =>
      changeTask(
        world.deps,
        id,
        { kind: "progress", percent: 50, words: "" },
        { actor: official, inbox: ["message:twice"] },
      );
    const answers = await Promise.all([again(), again()]);
    expect(answers.map(({ kind }) => kind).sort()).toEqual(["done", "repeated"]);
    expect((await stored()).revision).toBe(14);
    expect(await again()).toMatchObject({ kind: "repeated" });
  });
});
