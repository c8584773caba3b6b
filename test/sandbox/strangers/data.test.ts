import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { ANNA, APP_ID, GROUP, openDesk } from "../server/desk.ts";

// `--data DIR`: a sandbox goes on from where it was.

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

test("a spoilt state stops the start with what is wrong in it", async () => {
  const data = await folder();
  await writeFile(join(data, "state.json"), '{"apps": []}');
  await expect(openDesk({}, { data })).rejects.toThrow("is no state of a sandbox");
});
