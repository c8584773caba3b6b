import { sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { commit } from "../db/commit.ts";
import { DatabaseUnusable } from "../db/database-unusable.ts";
import { createApp } from "../src/app.ts";
import { enqueueText } from "../src/bot/sending/enqueue-message.ts";
import { rehearsalClock } from "../src/clock.ts";
import { rehearsalRoutes } from "../src/rehearsal-routes.ts";
import { startWorld, type World } from "./bot/world.ts";

// Every route except the webhook, which has tests of its own.

let world: World;
beforeEach(async () => {
  world = await startWorld({ people: [] });
});
afterEach(() => world.close());

const app = () => createApp(world.deps, rehearsalRoutes(world.deps, world.clock));
const ask = (path: string, init?: RequestInit) => app().request(path, init);
const JSON_TYPE = { "content-type": "application/json" };
const post = (path: string, body: string, headers: Record<string, string> = JSON_TYPE) =>
  ask(path, { method: "POST", body, headers });

describe("health", () => {
  test("alive, ready, and called by the programme's name", async () => {
    expect(await (await ask("/healthz")).text()).toBe("ok\n");
    expect(await (await ask("/readyz")).text()).toBe("ready\n");
    expect(await (await ask("/")).text()).toContain(world.deps.programme.name);
  });
  test("not ready without this code's migrations, and says what to do", async () => {
    await world.deps.db.run(sql`delete from __drizzle_migrations`);
    const answer = await ask("/readyz");
    expect([answer.status, await answer.text()]).toEqual([
      503,
      expect.stringContaining("migrations to apply"),
    ]);
  });
  test("not ready when the database does not answer; alive all the same", async () => {
    await world.deps.db.run(sql`drop table __drizzle_migrations`);
    const answer = await ask("/readyz");
    expect([answer.status, await answer.text()]).toEqual([503, expect.stringContaining("not ready: ")]);
    expect((await ask("/healthz")).status).toBe(200);
  });
  test("the outbox by status, as Prometheus reads it", async () => {
    const row = enqueueText({ openId: "ou_x" }, "好", "x", Date.now() + 1e12);
    await commit(world.deps.db, { audit: { actor: "t", kind: "t", subject: "" }, outbox: [row] }, 1);
    const text = await (await fetch(`${world.botUrl}/metrics`)).text();
    expect(text).toContain("# TYPE tentowns_outbox gauge\n");
    expect(text).toContain('tentowns_outbox{status="pending"} 1\n');
    expect(text).toContain('tentowns_outbox{status="unsure"} 0\n');
  });
});

describe("who reads the metrics", () => {
  const withToken = (headers: Record<string, string>) => {
    const deps = { ...world.deps, config: { ...world.deps.config, metricsToken: "of-the-monitoring" } };
    return createApp(deps).request("/metrics", { headers });
  };
  test("without a token this machine, and nothing a proxy forwarded", async () => {
    const metrics = `${world.botUrl}/metrics`;
    expect((await fetch(metrics)).status).toBe(200);
    for (const name of ["x-forwarded-for", "forwarded", "via", "x-real-ip"]) {
      const answer = await fetch(metrics, { headers: { [name]: "127.0.0.1" } });
      expect([name, answer.status]).toEqual([name, 403]);
    }
  });
  test("without a token nobody where the runtime does not tell who asks, as on Workers", async () => {
    const answer = await ask("/metrics");
    expect([answer.status, await answer.text()]).toEqual([403, expect.stringContaining("METRICS_TOKEN")]);
  });
  test("with a token whoever has it, from anywhere", async () => {
    expect((await withToken({ authorization: "Bearer of-the-monitoring" })).status).toBe(200);
    expect((await withToken({ authorization: "Bearer another" })).status).toBe(403);
    expect((await withToken({})).status).toBe(403);
  });
});

describe("a rehearsal's clock", () => {
  test("is shown, moves forward, and what came due is sent", async () => {
    const { now } = await (await ask("/rehearsal/clock")).json();
    expect(Math.abs(Date.parse(now) - world.clock.now())).toBeLessThan(5000);
    const moved = await post("/rehearsal/clock", JSON.stringify({ now: "2026-12-01T09:00:00+08:00" }));
    expect([moved.status, await moved.json()]).toEqual([
      200,
      { now: expect.stringMatching(/^2026-12-01T01:00:00/) },
    ]);
  });
  test.each([
    ["going back", '{"now":"2020-01-01T00:00:00Z"}', "time only moves forward"],
    ["a day without a time", '{"now":"2026-12-01"}', "send"],
    ["no JSON", "tomorrow", "send"],
    ["nothing", "", "send"],
    ["another shape", "[]", "send"],
  ])("%s is refused in words and moves nothing", async (_, body, words) => {
    const before = world.clock.now();
    const answer = await post("/rehearsal/clock", body);
    expect([answer.status, JSON.stringify(await answer.json())]).toEqual([
      400,
      expect.stringContaining(words),
    ]);
    expect(world.clock.now() - before).toBeLessThan(5000);
  });
  const forward = JSON.stringify({ now: "2026-12-01T09:00:00+08:00" });
  test.each([
    ["a form of a stranger's page", { "content-type": "text/plain" }],
    ["a stranger's page", { ...JSON_TYPE, origin: "https://evil.example" }],
    ["a page of this machine under another port", { ...JSON_TYPE, origin: "http://localhost:8080" }],
  ])("is not moved by %s", async (_, headers) => {
    const before = world.clock.now();
    expect((await post("/rehearsal/clock", forward, headers)).status).toBe(403);
    expect(world.clock.now() - before).toBeLessThan(5000);
  });
  test("is not moved under a name that anyone can point at this machine", async () => {
    const answer = await post("http://evil.example:3000/rehearsal/clock", forward);
    expect([answer.status, await answer.json()]).toEqual([
      403,
      { error: expect.stringContaining("localhost or an IP address") },
    ]);
    expect((await post("http://[::1]:3000/rehearsal/clock", forward)).status).toBe(200);
  });
  test("does not exist where time is real", async () => {
    const real = createApp(world.deps);
    expect((await real.request("/rehearsal/clock")).status).toBe(404);
    expect((await real.request("/rehearsal/clock", { method: "POST", body: "{}" })).status).toBe(404);
  });
  test("runs on from where it was moved to", () => {
    const clock = rehearsalClock(Date.parse("2026-10-01T00:00:00Z"));
    const at = Date.parse("2026-10-15T00:00:00Z");
    expect(clock.moveTo(at)).toBe(true);
    expect(clock.now()).toBeGreaterThanOrEqual(at);
    expect(clock.now()).toBeLessThan(at + 5000);
    expect(clock.moveTo(at - 1)).toBe(false);
  });
});

describe("what is not asked for", () => {
  test.each([
    ["GET", "/feishu/webhook", 404],
    ["GET", "/nowhere", 404],
    ["POST", "/healthz", 404],
    ["DELETE", "/rehearsal/clock", 404],
  ])("%s %s: %i", async (method, path, status) => {
    expect((await ask(path, { method })).status).toBe(status);
  });
  test("the webhook without secrets takes nothing in", async () => {
    const deps = { ...world.deps, config: { ...world.deps.config, secrets: null } };
    const answer = await createApp(deps).request("/feishu/webhook", { method: "POST", body: "{}" });
    expect(answer.status).toBe(503);
  });
});

test("a failure is answered without a word about its inside, and trouble with the database is handed on", async () => {
  const handed: unknown[] = [];
  const trouble = new DatabaseUnusable("the disk is full");
  const deps = {
    ...world.deps,
    config: { ...world.deps.config, metricsToken: "t" },
    db: {
      ...world.deps.db,
      select: () => {
        throw trouble;
      },
    },
    defer: (work: () => Promise<unknown>) => {
      work().catch((error: unknown) => handed.push(error));
    },
  };
  // Only what the route reads is broken; the types cannot express that.
  const token = { authorization: "Bearer t" };
  const broken = Object.create(world.deps, Object.getOwnPropertyDescriptors(deps));
  const answer = await createApp(broken).request("/metrics", { headers: token });
  await Promise.resolve();
  expect([answer.status, await answer.json()]).toEqual([500, { error: "internal" }]);
  expect(handed).toEqual([trouble]);
});
