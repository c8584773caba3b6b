import { request } from "node:http";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { openBot } from "./bot.ts";
import { ANNA, APP_ID, BEN, GROUP, handClock, KEYS, openDesk } from "./desk.ts";

const say = (text: string) =>
  ({ act: "send", as: ANNA, chat_id: GROUP, content: { kind: "text", text } }) as const;

test("the state holds apps, people, chats and messages, and with since only what changed", async () => {
  const desk = await openDesk({ title: "A title" });
  const before = await desk.state();
  expect(before).toMatchObject({
    title: "A title",
    apps: [{ app_id: APP_ID, name: "Clerk" }, {}],
    people: [{}, {}, {}],
    messages: [],
  });
  await desk.act(say("one"));
  await desk.act(say("two"));
  const { body } = await desk.call("GET", `/sandbox/state?since=${before.seq + 1}`);
  expect(body).toMatchObject({
    seq: before.seq + 2,
    people: [],
    chats: [],
    messages: [{ content: '{"text":"two"}' }],
  });
});

/** Opens the stream; the returned function reads until a given text. */
async function openStream(url: string) {
  const aborted = new AbortController();
  const response = await fetch(`${url}/sandbox/stream`, { signal: aborted.signal });
  expect(response.headers.get("content-type")).toContain("text/event-stream");
  return async (last: string) => {
    let text = "";
    for await (const part of response.body ?? []) {
      text += Buffer.from(part).toString("utf8");
      if (text.includes(last)) break;
    }
    aborted.abort();
    return [...text.matchAll(/^data: (.*)$/gm)].map(([, json]) =>
      z.looseObject({ kind: z.string(), seq: z.number() }).parse(JSON.parse(json ?? "")),
    );
  };
}

test("the stream tells every change in order", async () => {
  const desk = await openDesk();
  const readTo = await openStream(desk.url);
  await desk.act(say("over the stream"));
  await desk.sandbox.moveClock({ advance_ms: 1_000 });
  const events = await readTo('"kind":"clock"');
  expect(events.map(({ kind }) => kind)).toEqual(["message", "clock"]);
  expect(events[1]?.seq).toBeGreaterThan(events[0]?.seq ?? 0);
});

test("the stream tells what an app may hear from now on, and nothing of its secrets", async () => {
  const desk = await openDesk();
  const readTo = await openStream(desk.url);
  await desk.post(`/sandbox/apps/${APP_ID}/console`, { events: ["application.bot.menu_v6"] });
  await desk.sandbox.moveClock({ advance_ms: 1_000 });
  const events = await readTo('"kind":"clock"');
  expect(events[0]).toMatchObject({
    kind: "app",
    app: { app_id: APP_ID, events: ["application.bot.menu_v6"] },
  });
  for (const secret of ["secret one", KEYS.verification_token, KEYS.encrypt_key])
    expect(JSON.stringify(events)).not.toContain(secret);
});

test("the stream tells how far a script is, and how it ended", async () => {
  const desk = await openDesk({ scripts: [{ title: "A word", steps: [{ who: "Anna", say: "hello" }] }] });
  const readTo = await openStream(desk.url);
  await desk.post("/sandbox/scripts", { offered: "A word" });
  const events = await readTo('"status":"done"');
  const runs = events.flatMap(({ kind, run }) => (kind === "script" ? [run] : []));
  expect(runs).toMatchObject([
    { status: "playing", played: 0 },
    { status: "playing", played: 1 },
    { title: "A word", status: "done", played: 1 },
  ]);
});

test("the configuration's moments and groups of people are in the state", async () => {
  const moments = [
    { title: "截止日 17:00", title_en: "Due", at: "2026-10-22T17:00:00+08:00" },
    { title: "Later", at: "2026-10-23T09:00:00Z" },
  ];
  const anna = {
    open_id: ANNA,
    name: "Anna",
    title: "文员",
    title_en: "Clerk",
    group: "文员",
    group_en: "Clerks",
  };
  const desk = await openDesk({ moments, people: [anna], groups: [] });
  expect(await desk.state()).toMatchObject({
    moments: [
      { title: "截止日 17:00", title_en: "Due", at: Date.UTC(2026, 9, 22, 9) },
      { title: "Later", title_en: "Later", at: Date.UTC(2026, 9, 23, 9) },
    ],
    people: [anna],
  });
  const wrong = openDesk({ moments: [{ title: "Due", at: "2026-10-22 17:00" }] });
  await expect(wrong).rejects.toThrow("moments.0.at");
});

test("closing the sandbox ends open streams", async () => {
  const desk = await openDesk();
  const response = await fetch(`${desk.url}/sandbox/stream`);
  await desk.sandbox.close();
  await expect(response.text()).resolves.toContain("retry");
});

test("exchanges show both directions with secrets masked and can be filtered", async () => {
  const bot = await openBot();
  const desk = await openDesk();
  await desk.sandbox.setUrls(APP_ID, { event_url: bot.url });
  await desk.act({ act: "send", as: ANNA, app_id: APP_ID, content: { kind: "text", text: "hello" } });
  await desk.sandbox.idle();
  await desk.call("GET", "/open-apis/im/v1/chats", undefined, await desk.token());
  const { body, text } = await desk.call("GET", "/sandbox/exchanges?since=0");
  expect(body).toMatchObject({
    exchanges: [
      { direction: "to_bot", path: bot.url, status: 200 },
      { direction: "to_bot", person: ANNA, decrypted: expect.stringContaining("im.message.receive_v1") },
      { direction: "from_bot", path: "/open-apis/auth/v3/tenant_access_token/internal", status: 200 },
      {
        direction: "from_bot",
        path: "/open-apis/im/v1/chats",
        request_headers: { authorization: expect.stringMatching(/^Bearer t-.{2}…$/) },
      },
    ],
  });
  for (const secret of ["secret one", KEYS.verification_token, KEYS.encrypt_key])
    expect(text).not.toContain(secret);
  expect(text).not.toMatch(/t-[0-9a-f]{20}/);
  const mine = await desk.call("GET", `/sandbox/exchanges?person=${ANNA}`);
  expect(mine.body).toMatchObject({ exchanges: [{ direction: "to_bot" }] });
  const last = await desk.call("GET", "/sandbox/exchanges?limit=1&direction=from_bot");
  expect(last.body).toMatchObject({ exchanges: [{ id: 4, path: "/open-apis/im/v1/chats" }] });
  const earlier = await desk.call("GET", "/sandbox/exchanges?limit=2&before=4");
  expect(earlier.body).toMatchObject({ exchanges: [{ id: 2 }, { id: 3 }] });
});

test("the clock starts where the configuration says, runs with the machine and only moves forward", async () => {
  const clock = handClock();
  const desk = await openDesk({ now: "2026-10-10T09:00:00+08:00" }, { clock });
  const now = async () => (await desk.call("GET", "/sandbox/clock")).body;
  expect(await now()).toMatchObject({ now: "2026-10-10T01:00:00.000Z" });
  clock.forward(60_000);
  expect(await now()).toMatchObject({ now: "2026-10-10T01:01:00.000Z" });
  expect(await desk.post("/sandbox/clock", { now: "2026-10-11T09:00:00+08:00" })).toMatchObject({
    status: 200,
    body: { ok: true, now: Date.UTC(2026, 9, 11, 1) },
  });
  for (const wrong of [{ now: "2026-10-10T09:00:00+08:00" }, { now: "tomorrow" }, { advance_ms: -1 }, {}]) {
    expect(await desk.post("/sandbox/clock", wrong)).toMatchObject({ status: 400, body: { ok: false } });
  }
  await desk.act(say("stamped"));
  expect(desk.sandbox.state().messages[0]?.create_time).toBe(Date.UTC(2026, 9, 11, 1));
});

describe("whoever follows the clock", () => {
  const told = (follower: Awaited<ReturnType<typeof openBot>>) =>
    follower.deliveries.filter(({ raw }) => raw !== "").map(({ body }) => body);

  test("is told of every move", async () => {
    const follower = await openBot();
    const desk = await openDesk(
      { now: "2026-10-10T01:00:00Z", clock_url: follower.url },
      { clock: handClock() },
    );
    const moved = await desk.post("/sandbox/clock", { advance_ms: 3_600_000 });
    expect(moved.body).toMatchObject({ ok: true, follower: "HTTP 200" });
    expect(told(follower)).toEqual([{ now: "2026-10-10T02:00:00.000Z" }]);
  });

  test("is stopped wherever it says it has something to do, and speaks at that time", async () => {
    const plans = ["2026-10-10T03:00:00.000Z", "2026-10-11T01:00:00.000Z", "2026-10-20T01:00:00.000Z"];
    const follower = await openBot(async ({ raw }) => {
      if (raw === "") return { body: { now: "", next: plans[0] ?? null } };
      if (raw.includes(plans[0] ?? "")) plans.shift();
      await desk.act(say("meanwhile"));
      return { body: {} };
    });
    const desk = await openDesk(
      { now: "2026-10-10T01:00:00Z", clock_url: follower.url },
      { clock: handClock() },
    );
    await desk.post("/sandbox/clock", { now: "2026-10-12T01:00:00Z" });
    const stops = ["2026-10-10T03:00:00.000Z", "2026-10-11T01:00:00.000Z", "2026-10-12T01:00:00.000Z"];
    const until = "2026-10-12T01:00:00.000Z";
    expect(told(follower)).toEqual(stops.map((now) => ({ now, ...(now === until ? {} : { until }) })));
    const stamped = desk.sandbox
      .state()
      .messages.map(({ create_time }) => new Date(create_time).toISOString());
    expect(stamped).toEqual(stops);
  });

  test("is moved in one jump when it names a time that is over, or nothing readable", async () => {
    const answers = ['{"next":"2026-10-01T00:00:00Z"}', '{"next":"soon"}', "hello", '{"next":null}'];
    const follower = await openBot(({ raw }) => ({ body: raw === "" ? (answers.shift() ?? "") : {} }));
    const desk = await openDesk(
      { now: "2026-10-10T01:00:00Z", clock_url: follower.url },
      { clock: handClock() },
    );
    const days = ["11", "12", "13", "14"].map((day) => `2026-10-${day}T01:00:00.000Z`);
    for (const now of days) await desk.post("/sandbox/clock", { now });
    expect(told(follower)).toEqual(days.map((now) => ({ now })));
  });
});

test("a moved clock does not age the signature's timestamp, which receivers check by their own clock", async () => {
  const bot = await openBot();
  const clock = handClock();
  const desk = await openDesk({}, { clock });
  await desk.sandbox.setUrls(APP_ID, { event_url: bot.url });
  await desk.sandbox.moveClock({ advance_ms: 30 * 86_400_000 });
  await desk.act({ act: "send", as: ANNA, app_id: APP_ID, content: { kind: "text", text: "later" } });
  await desk.sandbox.idle();
  expect(bot.deliveries[0]?.headers["x-lark-request-timestamp"]).toBe(String(clock() / 1000));
  expect(bot.events()[0]?.header.create_time).toBe(String(clock() + 30 * 86_400_000));
});

test("reading a chat reads every message in it once", async () => {
  const desk = await openDesk();
  await desk.act(say("read me"));
  await desk.act({ act: "read", as: BEN, chat_id: GROUP });
  await desk.act({ act: "read", as: BEN, chat_id: GROUP });
  expect(desk.sandbox.state().messages[0]?.read_by).toEqual([ANNA, BEN]);
});

test("the page and its index are served, anything outside its folder is not", async () => {
  const desk = await openDesk();
  const index = await fetch(`${desk.url}/`);
  expect(index.headers.get("content-type")).toContain("text/html");
  expect(await index.text()).toContain('src="/page/main.js"');
  expect((await fetch(`${desk.url}/page/..%2f..%2fpackage.json`)).status).toBe(404);
  expect((await fetch(`${desk.url}/page/nothing.js`)).status).toBe(404);
  expect((await fetch(`${desk.url}/sandbox/nothing`)).status).toBe(404);
  expect((await fetch(`${desk.url}/sandbox/files/nothing`)).status).toBe(404);
});

describe("a request that a stranger's page could have made a browser send", () => {
  /** The status of a change sent with these headers; `fetch` would not set a host of its own. */
  const sent = async (headers: Record<string, string>): Promise<number | undefined> => {
    const desk = await openDesk();
    const options = { method: "POST", headers: { "content-type": "application/json", ...headers } };
    return new Promise((resolve, reject) => {
      const call = request(`${desk.url}/sandbox/clock`, options, (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      });
      call.on("error", reject).end(JSON.stringify({ advance_ms: 1000 }));
    });
  };
  test.each([
    ["under a name that anyone can point here", { host: "evil.example" }, 403],
    ["from another origin", { origin: "https://evil.example" }, 403],
    ["from an origin that is none", { origin: "null" }, 403],
    ["under this machine's name", { host: "localhost:4100" }, 200],
    ["under a container's name", { host: "sandbox:4100" }, 200],
    ["by address", { host: "[::1]:4100" }, 200],
    ["from the page itself", { host: "localhost:4100", origin: "http://localhost:4100" }, 200],
  ])("%s", async (_, headers, status) => {
    expect(await sent(headers)).toBe(status);
  });
});
