import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { coverageTables } from "../../../src/sandbox/coverage.ts";
import { FAULTS } from "../../../src/sandbox/fault-switches.ts";
import { readArguments } from "../../../src/sandbox/read-arguments.ts";
import { readConfig } from "../../../src/sandbox/read-config.ts";
import { readScript } from "../../../src/sandbox/scripts/script-schema.ts";
import { APP_ID, openDesk } from "../server/desk.ts";

// The statements of docs/sandbox.md for developers of other bots.

const docs = readFileSync("docs/sandbox.md", "utf8");

test("the tables of calls and events are those of the code", () => {
  const [, written] = docs.match(/<!-- coverage -->\n([\s\S]*?)\n<!-- end of coverage -->/) ?? [];
  // Updated by `npx tsx .ci/sandbox-coverage.ts`.
  expect(written).toBe(coverageTables());
});

test("every call public bots are known to need is there", () => {
  const tables = coverageTables();
  for (const call of [
    "POST /open-apis/im/v1/messages/:message_id/reactions",
    "GET /open-apis/im/v1/messages/:message_id/reactions",
    "DELETE /open-apis/im/v1/messages/:message_id/reactions/:reaction_id",
    "POST /open-apis/im/v1/messages/:message_id/reply",
    "GET /open-apis/im/v1/messages",
    "GET /open-apis/application/v6/applications/:app_id",
    "POST /open-apis/im/v1/chats",
    "PUT /open-apis/im/v1/chats/:chat_id",
    "POST /open-apis/im/v1/chats/:chat_id/members",
    "DELETE /open-apis/im/v1/chats/:chat_id/members",
    "POST /open-apis/bot/v2/hook/:token",
  ]) {
    expect(tables).toContain(`| \`${call}\` |`);
  }
  expect(tables).toContain("| `im.message.reaction.deleted_v1` |");
  expect(tables).toContain("| `im.message.recalled_v1` |");
});

test("every field of the configuration is named, and the examples are right", () => {
  const fields = ["apps", "people", "groups", "hooks", "now", "clock_url", "card_mode", "card_switches"];
  for (const field of [...fields, "templates", "faults", "scripts", "moments", "strict", "available_to"]) {
    expect(docs).toContain(`\`${field}`);
  }
  const examples = [...docs.matchAll(/```json\n([\s\S]*?)```/g)].map(([, json = ""]) => JSON.parse(json));
  const [template, script] = examples;
  expect(readConfig({ templates: [template] })).toMatchObject({ ok: true });
  expect(readScript(script)).toMatchObject({ ok: true });
  for (const [, fault = ""] of docs.matchAll(/`\{"(\w+)": (?:\d+|\{)/g)) {
    if (!["advance_ms", "kind"].includes(fault)) expect(Object.keys(FAULTS)).toContain(fault);
  }
  expect(readConfig({ colour: "red" })).toMatchObject({ ok: false });
});

test("every command line in it is one the program takes", () => {
  const lines = [...docs.matchAll(/(?:npx )?feishu-sandbox (--port [^&`\n]*|(?:run|check) [^`#\n]*)/g)];
  const asked = lines.map(([, line = ""]) => line.replaceAll(/[[\]]/g, "").trim().split(/\s+/));
  expect(asked.map(([first]) => first)).toEqual(expect.arrayContaining(["--port", "run"]));
  for (const args of asked) expect(readArguments(args), args.join(" ")).toMatchObject({ ok: true });
});

test("its recipe for continuous integration starts one that a test can drive", async () => {
  const [, recipe = ""] = docs.match(/```yaml\n([\s\S]*?)```/) ?? [];
  for (const path of recipe.matchAll(/127\.0\.0\.1:4100(\/sandbox\/\w+)/g)) {
    const desk = await openDesk();
    expect((await fetch(desk.url + path[1])).status).toBe(200);
  }
  expect(recipe).toContain("127.0.0.1:4100/sandbox/");
});

test("the page that connects a bot shows the lines for four SDKs with this sandbox's own values", async () => {
  const desk = await openDesk();
  const page = await fetch(`${desk.url}/sandbox/connect`);
  const html = await page.text();
  expect(page.headers.get("content-type")).toContain("text/html");
  for (const sdk of ["Node", "Python", "Go", "Java"]) expect(html).toContain(`<h3>${sdk}</h3>`);
  expect(html).toContain(APP_ID);
  expect(html).toContain("secret one");
  expect(html).toContain(`domain: &quot;${desk.url}&quot;`);
});
