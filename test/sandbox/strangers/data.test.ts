// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the templates hold variables as the card builder writes them.
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { ANNA, APP_ID, GROUP, openDesk } from "../server/desk.ts";

// `--data DIR`: a sandbox continues from its stored state.

async function folder(): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), "kept-"));
  onTestFinished(() => rm(made, { recursive: true }));
  return made;
}

const png = Buffer.from("89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489", "hex");

test("apps, people, chats, messages, files, custom bots and the clock are there again", async () => {
  const data = await folder();
  const groups = [
    { chat_id: GROUP, name: "Everybody", members: ["Anna"], hooks: [{ name: "Alarm", token: "t" }] },
  ];
  const first = await openDesk({ groups }, { data });
  const id = await first.send(GROUP, "text", { text: "kept" });
  await first.act({ act: "react", as: ANNA, message_id: id, emoji: "OK" });
  await first.act({ act: "read", as: ANNA, chat_id: GROUP });
  const content = { kind: "image", name: "a.png", base64: png.toString("base64") } as const;
  await first.act({ act: "send", as: ANNA, app_id: APP_ID, content });
  await first.sandbox.moveClock({ advance_ms: 86_400_000 });
  await first.sandbox.setUrls(APP_ID, { event_url: "" });
  const before = first.sandbox.state();
  await first.sandbox.close();
  const second = await openDesk({ people: [{ name: "Nobody" }], groups: [] }, { data });
  const after = second.sandbox.state();
  for (const part of ["apps", "people", "chats", "messages"] as const)
    expect(after[part]).toEqual(before[part]);
  expect(after.now - before.now).toBeLessThan(60_000);
  const key = JSON.parse(after.messages[1]?.content ?? "{}").image_key;
  const image = await fetch(`${second.url}/sandbox/images/${key}`);
  expect(Buffer.from(await image.arrayBuffer())).toEqual(png);
  const hook = await second.post("/open-apis/bot/v2/hook/t", { msg_type: "text", content: { text: "x" } });
  expect(hook.body).toMatchObject({ code: 0 });
  await second.act({
    act: "send",
    as: ANNA,
    app_id: APP_ID,
    content: { kind: "text", text: "the same chat" },
  });
  expect(second.sandbox.state().chats).toHaveLength(before.chats.length);
});

test("another begins with a copy of one, and each goes on alone", async () => {
  const first = await openDesk();
  const content = { kind: "image", name: "a.png", base64: png.toString("base64") } as const;
  await first.act({ act: "send", as: ANNA, app_id: APP_ID, content });
  await first.sandbox.moveClock({ advance_ms: 86_400_000 });
  const second = await openDesk({ people: [{ name: "Nobody" }], groups: [] }, { copy: first.sandbox.copy() });
  const [before, after] = [first.sandbox.state(), second.sandbox.state()];
  for (const part of ["apps", "people", "chats", "messages"] as const)
    expect(after[part]).toEqual(before[part]);
  expect(after.now - before.now).toBeLessThan(60_000);
  const key = JSON.parse(after.messages[0]?.content ?? "{}").image_key;
  const image = await fetch(`${second.url}/sandbox/images/${key}`);
  expect(Buffer.from(await image.arrayBuffer())).toEqual(png);
  await second.act({ act: "send", as: ANNA, app_id: APP_ID, content: { kind: "text", text: "here" } });
  expect(second.sandbox.state().messages).toHaveLength(2);
  expect(first.sandbox.state().messages).toEqual(before.messages);
});

test("who read a message and when is known again, and a fresh certificate is not made", async () => {
  const data = await folder();
  const first = await openDesk({}, { data, https: { port: 0 } });
  const id = await first.send(ANNA, "text", { text: "kept" });
  const chat_id = first.sandbox.state().messages[0]?.chat_id ?? "";
  await first.act({ act: "read", as: ANNA, chat_id });
  const readers = async (desk: typeof first) => {
    const path = `/open-apis/im/v1/messages/${id}/read_users?user_id_type=open_id`;
    return (await desk.call("GET", path, undefined, await desk.token())).body;
  };
  const before = await readers(first);
  await first.sandbox.close();
  const second = await openDesk({}, { data, https: { port: 0 } });
  expect(await readers(second)).toEqual(before);
  expect(second.sandbox.https?.certificate).toBe(first.sandbox.https?.certificate);
  expect(await readFile(join(data, "feishu-sandbox.pem"), "utf8")).toBe(first.sandbox.https?.certificate);
});

test("card entities and templates go on where they were", async () => {
  const data = await folder();
  const templates = [
    {
      template_id: "AAqReport",
      name: "Report",
      version: "1.0.0",
      variables: { town: "text" as const },
      card: { schema: "2.0", body: { elements: [{ tag: "markdown", content: "one ${town}" }] } },
    },
  ];
  const text = (content: string) => ({ tag: "markdown", element_id: "a", content });
  const cardOf = (content: string) => ({ schema: "2.0", body: { elements: [text(content)] } });
  const json = JSON.stringify;
  const cards = "/open-apis/cardkit/v1/cards";
  const first = await openDesk({ templates }, { data });
  const newer = { elements: [{ tag: "markdown", content: "two ${town}" }] };
  await first.post("/sandbox/templates", { template_id: "AAqReport", card: { schema: "2.0", body: newer } });
  const make = async () => {
    const made = await first.post(
      cards,
      { type: "card_json", data: json(cardOf("made")) },
      await first.token(),
    );
    return String(Object(made.body).data.card_id);
  };
  const [sent, unsent] = [await make(), await make()];
  const message_id = await first.send(GROUP, "interactive", { type: "card", data: { card_id: sent } });
  const change = async (desk: typeof first, id: string, sequence: number, uuid?: string) => {
    const body = { partial_element: json({ content: `changed ${sequence}` }), sequence, uuid };
    return (await desk.call("PATCH", `${cards}/${id}/elements/a`, body, await desk.token())).body;
  };
  expect(await change(first, sent, 5, "u")).toMatchObject({ code: 0 });
  await first.sandbox.close();

  // The configuration is used only for the first start.
  const second = await openDesk({ templates }, { data });
  expect((await second.call("GET", "/sandbox/templates")).body).toMatchObject({
    templates: [{ template_id: "AAqReport", versions: ["1.0.0", "1.0.1"] }],
  });
  const byTemplate = { type: "template", data: { template_id: "AAqReport" } };
  const filled = await second.send(GROUP, "interactive", {
    ...byTemplate,
    data: { ...byTemplate.data, template_version_name: "1.0.0", template_variable: { town: "Qikou" } },
  });
  const shown = (id: string) => second.sandbox.state().messages.find((one) => one.message_id === id)?.content;
  expect(shown(filled)).toContain("one Qikou");
  expect(await change(second, sent, 5)).toMatchObject({ code: 300317 });
  expect(await change(second, sent, 6, "u")).toMatchObject({ code: 200770 });
  expect(await change(second, sent, 6)).toMatchObject({ code: 0 });
  expect(shown(message_id)).toContain("changed 6");
  const late = await second.send(GROUP, "interactive", { type: "card", data: { card_id: unsent } });
  expect(shown(late)).toContain("made");
});

test("an entity that was made is on disk a moment later, though nobody ended the sandbox", async () => {
  const data = await folder();
  const desk = await openDesk({}, { data });
  const kept = async () => readFile(join(data, "state.json"), "utf8").catch(() => "");
  await expect.poll(kept).toContain('"card_entities":[]');
  const card = { type: "card_json", data: JSON.stringify({ schema: "2.0", body: { elements: [] } }) };
  await desk.post("/open-apis/cardkit/v1/cards", card, await desk.token());
  await expect.poll(kept).toContain('"card_id"');
  const template = { template_id: "AAqLate", card: { schema: "2.0", body: { elements: [] } } };
  await desk.post("/sandbox/templates", template);
  await expect.poll(kept).toContain("AAqLate");
});

test("a state from before entities were kept is still read", async () => {
  const data = await folder();
  const first = await openDesk({}, { data });
  await first.sandbox.close();
  const file = join(data, "state.json");
  const { card_entities: _cards, templates: _templates, ...older } = JSON.parse(await readFile(file, "utf8"));
  await writeFile(file, JSON.stringify(older));
  expect((await openDesk({}, { data })).sandbox.state().apps).toHaveLength(2);
});

test("a spoilt state stops the start with what is wrong in it", async () => {
  const data = await folder();
  await writeFile(join(data, "state.json"), '{"apps": []}');
  await expect(openDesk({}, { data })).rejects.toThrow("is no state of a sandbox");
});
