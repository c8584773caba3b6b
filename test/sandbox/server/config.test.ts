import { spawn } from "node:child_process";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { z } from "zod";
import { readConfig } from "../../../src/sandbox/read-config.ts";
import { startSandbox } from "../../../src/sandbox/start.ts";
import { bundled } from "../../whole/bundled.ts";

const PROGRAM = await bundled("sandbox");

function run(...more: string[]) {
  const child = spawn(process.execPath, [PROGRAM, "--port", "0", ...more], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  let errors = "";
  child.stderr.on("data", (part) => {
    errors += part;
  });
  const ended = new Promise<{ status: number | null; errors: string }>((resolve) =>
    child.on("close", (status) => resolve({ status, errors })),
  );
  const line = new Promise<string>((resolve) => {
    let out = "";
    child.stdout.on("data", (part) => {
      out += part;
      if (out.includes("\n")) resolve(out);
    });
  });
  return { child, ended, line };
}

async function fileWith(text: string): Promise<string> {
  const path = join(await mkdtemp(join(tmpdir(), "sandbox-config-")), "config.json");
  await writeFile(path, text);
  return path;
}

test("without a file it starts with one app, some people and groups, and prints one line of JSON", async () => {
  const { child, ended, line } = run();
  const started = z
    .strictObject({
      url: z.url(),
      app_id: z.string().regex(/^cli_[0-9a-f]{16}$/),
      app_secret: z.string(),
      encrypt_key: z.string(),
      verification_token: z.string(),
    })
    .parse(JSON.parse(await line));
  const { app_id, app_secret } = started;
  const response = await fetch(`${started.url}/open-apis/auth/v3/tenant_access_token/internal`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ app_id, app_secret }),
  });
  expect(await response.json()).toMatchObject({ code: 0 });
  const state = await (await fetch(`${started.url}/sandbox/state`)).json();
  expect(state.people.length).toBeGreaterThan(2);
  expect(state.chats.length).toBeGreaterThan(1);
  child.kill("SIGTERM");
  expect((await ended).status).toBe(0);
});

test("a wrong file is refused with the path of the mistake, wrong usage with the usage", async () => {
  const wrong = run("--config", await fileWith('{"apps":[{"app_id":"clerk"}]}'));
  const usage = run("--prot", "1");
  expect(await wrong.ended).toEqual({ status: 1, errors: expect.stringContaining("apps.0.app_id") });
  expect(await usage.ended).toEqual({ status: 2, errors: expect.stringContaining("feishu-sandbox run") });
});

test("a configuration is refused with the path of each mistake", () => {
  const read = readConfig({
    apps: [{ menu: [{ text: "a", text_en: "a" }] }],
    people: [{ open_id: "anna", name: "Anna" }, { name: "" }],
    now: "next week",
    clock_url: "file:///etc/passwd",
  });
  const problems = read.ok ? [] : read.problems.map((problem) => problem.split(":")[0]);
  expect(problems).toEqual(["apps.0.menu.0", "people.0.open_id", "people.1.name", "now", "clock_url"]);
});

test("two people of one name need ids, and groups must name people and apps there are", async () => {
  const twins = [{ name: "Anna" }, { name: "Anna" }];
  await expect(startSandbox({ people: twins })).rejects.toThrow("people: Anna is there twice");
  const apart = [
    { name: "Anna", open_id: "ou_1" },
    { name: "Anna", open_id: "ou_2" },
  ];
  await expect(startSandbox({ people: apart, groups: [{ name: "g", members: ["Anna"] }] })).rejects.toThrow(
    "several people",
  );
  await expect(startSandbox({ groups: [{ name: "g", members: [], bots: ["nobody"] }] })).rejects.toThrow(
    "not among the apps",
  );
});

describe("what the page tells a first visitor", () => {
  const world = {
    apps: [{ name: "Clerk", menu: [{ text: "帮助", text_en: "Help", event_key: "help" }] }],
    people: [{ name: "Anna", open_id: "ou_anna" }, { name: "Ben" }],
    groups: [{ name: "All", chat_id: "oc_all", members: ["Anna"] }],
  };
  const guide = (
    ...tries: Array<{ title: string; place: { as: string; group?: string }; menu?: string }>
  ) => ({
    ...world,
    guide: { opens: { as: "Anna", group: "All" }, lines: ["What this is"], tries },
  });

  test("names people and groups, and the page gets their ids, in both languages", async () => {
    const { guide: told } = await openedWith({
      ...guide(),
      guide: {
        ...guide().guide,
        tries: [{ title: "Ask", place: { as: "Anna", group: "All" }, say: "@Clerk hello" }],
      },
    });
    expect(told).toMatchObject({
      opens: { as: "ou_anna", chat_id: "oc_all" },
      opens_en: { as: "ou_anna", chat_id: "oc_all" },
      lines_en: ["What this is"],
      tries: [{ title: "Ask", title_en: "Ask", place: { as: "ou_anna", chat_id: "oc_all" } }],
    });
    expect(told?.tries[0]?.say).toMatch(/^<at user_id="ou_\w+"><\/at> hello$/);
  });

  test.each([
    ["nobody by that name", { title: "t", place: { as: "Carla" } }, "there is no Carla"],
    ["no such group", { title: "t", place: { as: "Anna", group: "Some" } }, "there is no Some"],
    ["a group the person is not in", { title: "t", place: { as: "Ben", group: "All" } }, "Ben is not in"],
    ["no such menu item", { title: "t", place: { as: "Anna" }, menu: "lunch" }, "no lunch"],
  ])("%s is refused at the start", async (_, attempt, why) => {
    await expect(startSandbox(guide(attempt))).rejects.toThrow(why);
  });
});

async function openedWith(config: Parameters<typeof startSandbox>[0]) {
  const sandbox = await startSandbox(config);
  const state = sandbox.state();
  await sandbox.close();
  return state;
}

test("people and groups without ids get the same ones at every start", async () => {
  const config = { people: [{ name: "Anna" }], groups: [{ name: "g", members: ["Anna"] }] };
  const ids = [];
  for (let n = 0; n < 2; n += 1) {
    const sandbox = await startSandbox(config);
    const { people, chats } = sandbox.state();
    ids.push([people[0]?.open_id, chats[0]?.chat_id]);
    await sandbox.close();
  }
  expect(ids[0]).toEqual(ids[1]);
});

test("a port that is taken is an error, not a crash", async () => {
  const first = await startSandbox({});
  onTestFinished(() => first.close());
  await expect(startSandbox({}, { port: Number(new URL(first.url).port) })).rejects.toThrow("EADDRINUSE");
});
