import type { AddressInfo } from "node:net";
import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as z from "zod";
import { createFeishu } from "../../src/feishu/client.ts";
import type { Feishu } from "../../src/feishu/feishu.ts";
import { parseMessageEvent } from "../../src/feishu/message-event.ts";
import { readBody } from "../../src/feishu/read-body.ts";
import { type Opened, openWebhook, type WebhookSecrets } from "../../src/feishu/webhook.ts";
import type { Act } from "../../src/sandbox/protocol.ts";
import { type RunningSandbox, startSandbox } from "../../src/sandbox/start.ts";

/** The HTTP connection in both directions: our client and our verifier against the local Feishu. */

const opened: Opened[] = [];
let sandbox: RunningSandbox;
let feishu: Feishu;
let bot: ReturnType<typeof serve>;
let official = "";
let botOpenId = "";

const listenAsBot = (secrets: WebhookSecrets): Promise<string> => {
  const app = new Hono();
  app.post("/feishu/webhook", async (context) => {
    const body = await readBody(context.req.raw);
    if (body === "too_large") return context.body(null, 413);
    const delivery = openWebhook({ headers: context.req.raw.headers, body }, secrets, Date.now());
    opened.push(delivery);
    if (delivery.kind === "refused") return context.body(null, delivery.status);
    if (delivery.kind === "challenge") return context.json({ challenge: delivery.challenge });
    return context.json(
      delivery.kind === "callback" ? { toast: { type: "success", content: "已保存" } } : {},
    );
  });
  return new Promise((resolve) => {
    bot = serve({ fetch: app.fetch, port: 0, hostname: "127.0.0.1" }, (info: AddressInfo) =>
      resolve(`http://127.0.0.1:${info.port}/feishu/webhook`),
    );
  });
};

const act = async (what: Act) => {
  const answer = await fetch(`${sandbox.url}/sandbox/act`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(what),
  });
  return z
    .object({ message_id: z.string().optional(), outcome: z.looseObject({ code: z.number() }).optional() })
    .parse(await answer.json());
};

beforeAll(async () => {
  sandbox = await startSandbox({
    people: [{ name: "张三", mobile: "+8613800001234" }],
    groups: [{ name: "十镇群", members: ["张三"], bots: [] }],
  });
  const [credentials] = sandbox.apps;
  if (credentials === undefined) throw new Error("the sandbox has no app");
  const { app_id: appId, app_secret: appSecret } = credentials;
  const secrets = {
    appId,
    encryptKey: credentials.encrypt_key,
    verificationToken: credentials.verification_token,
  };
  const url = await listenAsBot(secrets);
  const set = await sandbox.setUrls(appId, { event_url: url, callback_url: url });
  expect(set).toMatchObject({ ok: true });
  feishu = createFeishu({ appId, appSecret, domain: sandbox.url, timeoutMs: 5000, log: () => undefined });
  official = sandbox.state().people[0]?.open_id ?? "";
  botOpenId = (await feishu.botInfo()).openId;
});

afterAll(async () => {
  await sandbox.close();
  bot.close();
});

const lastMessage = async () => {
  await sandbox.idle();
  const delivery = opened.at(-1);
  return delivery?.kind === "event" ? parseMessageEvent(delivery.event, botOpenId) : null;
};

const card = {
  schema: "2.0",
  config: { update_multi: true },
  body: {
    elements: [
      {
        tag: "form",
        name: "report",
        elements: [
          { tag: "input", name: "progress", label: { tag: "plain_text", content: "形象进度（%）" } },
          {
            tag: "button",
            name: "submit",
            text: { tag: "plain_text", content: "提交" },
            form_action_type: "submit",
            behaviors: [{ type: "callback", value: { kind: "submit", id: "r1" } }],
          },
        ],
      },
    ],
  },
};

const toOfficial = (uuid: string, msgType: "text" | "interactive", content: unknown) =>
  feishu.sendMessage({
    receiveIdType: "open_id",
    receiveId: official,
    msgType,
    content: JSON.stringify(content),
    uuid,
  });

describe("against the local Feishu", () => {
  it("a mobile number finds its person, and the bot knows itself", async () => {
    const found = await feishu.resolveMobiles(["13800001234", "13900000000"]);
    expect([...found]).toEqual([
      ["13800001234", official],
      ["13900000000", null],
    ]);
    expect(botOpenId).toBe(sandbox.state().apps[0]?.bot_open_id);
  });

  it("a form is sent, filled in and submitted; then the card is replaced", async () => {
    const { messageId, chatId } = await toOfficial("u-card", "interactive", card);
    const { outcome } = await act({
      act: "submit",
      as: official,
      message_id: messageId,
      target: { name: "submit" },
      fill: { progress: "72" },
    });
    expect(outcome).toMatchObject({ code: 0, toast: { content: "已保存" } });
    expect(opened.at(-1)).toMatchObject({
      kind: "callback",
      callback: { operatorOpenId: official, messageId, chatId, action: { formValue: { progress: "72" } } },
    });
    const done = { ...card, body: { elements: [{ tag: "markdown", content: "已收到" }] } };
    await feishu.updateCard(messageId, JSON.stringify(done));
    const kept = sandbox.state().messages.find((message) => message.message_id === messageId);
    expect(kept?.content).toContain("已收到");
  });

  it("the same uuid twice is one message", async () => {
    const twice = [
      await toOfficial("u-1", "text", { text: "您好" }),
      await toOfficial("u-1", "text", { text: "您好" }),
    ];
    expect(twice[0]).toEqual(twice[1]);
  });

  it("a quoted answer and a photo come back as messages, the photo byte for byte", async () => {
    const { messageId } = await toOfficial("u-2", "text", { text: "请填报" });
    await act({
      act: "reply",
      as: official,
      message_id: messageId,
      content: { kind: "text", text: "投资累计8820万" },
    });
    expect(await lastMessage()).toMatchObject({
      parentId: messageId,
      chatType: "p2p",
      senderOpenId: official,
      content: { kind: "text", text: "投资累计8820万" },
    });

    const png = Buffer.from(
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
      "base64",
    );
    const content = { kind: "image" as const, name: "现场.png", base64: png.toString("base64") };
    await act({ act: "reply", as: official, message_id: messageId, content });
    const photo = await lastMessage();
    if (photo?.content.kind !== "image") throw new Error("no photo came");
    const got = await feishu.downloadResource(photo.messageId, photo.content.imageKey, "image", 1_000_000);
    expect(got).toMatchObject({ bytes: new Uint8Array(png), contentType: "image/png", size: png.length });
  });

  it("a group without the bot refuses for good, and a card that is none for its content", async () => {
    const group = sandbox.state().chats.find((chat) => chat.type === "group")?.chat_id ?? "";
    const message = {
      receiveIdType: "chat_id",
      receiveId: group,
      msgType: "text",
      content: '{"text":"a"}',
    } as const;
    await expect(feishu.sendMessage({ ...message, uuid: "u-3" })).rejects.toMatchObject({ code: 230002 });
    await expect(toOfficial("u-4", "interactive", { schema: "2.0", nonsense: 1 })).rejects.toMatchObject({
      code: 230099,
    });
  });

  it("nothing the local Feishu delivered was refused", () => {
    expect(opened.filter((delivery) => delivery.kind === "refused")).toEqual([]);
    expect(opened.some((delivery) => delivery.kind === "challenge")).toBe(true);
  });
});
