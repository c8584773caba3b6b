import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type DemoWorld, startDemoWorld } from "../bot/demo-world.ts";
import { environmentOf, tentowns, tentownsJson } from "./terminal.ts";

// `ask TEXT --as OPEN_ID`: the answer in words, and nothing stored or sent.

let world: DemoWorld;
let env: Record<string, string>;
beforeAll(async () => {
  world = await startDemoWorld({ underWay: true });
  env = { ...environmentOf(world), REHEARSAL_NOW: new Date(world.demo.current.now).toISOString() };
});
afterAll(() => world.close());

const leader = () => world.demo.people.find(({ role }) => role === "leader")?.openId ?? "";

describe("ask", () => {
  test("answers as that person would be answered in private, as one document", async () => {
    const { code, json } = await tentownsJson(env, "ask", "碛口一季度投资多少", "--as", leader());
    expect(code).toBe(0);
    expect(json).toMatchObject({ understood: true, kind: "figure" });
    expect(json).toHaveProperty(
      "text",
      expect.stringMatching(/1,700\.00万元.*碛口镇 · 2026年第一季度（已发布）/),
    );
  });

  test("says in words what was not understood, what asks back, and a living card", async () => {
    const said = async (text: string) => (await tentownsJson(env, "ask", text, "--as", leader())).json;
    expect(await said("今天天气不错")).toMatchObject({ understood: false, kind: "unknown" });
    expect(await said("xy怎么样")).toMatchObject({ understood: true, kind: "which" });
    expect(await said("谁还没报")).toHaveProperty("text", expect.stringContaining("还没报"));
  });

  test("stores and sends nothing, and refuses whoever is not on the roster", async () => {
    const before = await rows();
    await tentowns(env, "ask", "今天天气不错", "--as", leader());
    expect(await rows()).toEqual(before);
    const refused = await tentownsJson(env, "ask", "排名", "--as", "ou_nobody");
    expect(refused).toMatchObject({ code: 1, json: { ok: false } });
    expect((await tentowns(env, "ask", "排名")).code).toBe(2);
    expect((await tentowns(env, "ask")).code).toBe(2);
  });
});

async function rows(): Promise<unknown> {
  return world.deps.db.all(
    sql`select (select count(*) from outbox), (select count(*) from audit), (select count(*) from inbox)`,
  );
}
