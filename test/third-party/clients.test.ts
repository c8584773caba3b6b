import { beforeAll, expect, test } from "vitest";
import * as z from "zod";
import type { RunningSandbox } from "../../src/sandbox/start.ts";
import { installClients } from "./install.ts";
import { answerTo, GROUP, openSandbox } from "./open-sandbox.ts";
import { runClient } from "./run-client.ts";

// Unmodified third-party programs, configured with the sandbox's address instead of Feishu's.

beforeAll(installClients, 180_000);

const rpcSchema = z.looseObject({ id: z.number() });
const toolSchema = z.object({
  result: z.object({ isError: z.boolean().optional(), content: z.array(z.object({ text: z.string() })) }),
});

function openMcp(sandbox: RunningSandbox, app: { app_id: string; app_secret: string }) {
  const client = runClient(
    [
      "node_modules/@larksuiteoapi/lark-mcp/dist/cli.js",
      "mcp",
      ...["--app-id", app.app_id, "--app-secret", app.app_secret, "--domain", sandbox.url],
      ...["--tools", "im.v1.chat.list,im.v1.message.create", "--token-mode", "tenant_access_token"],
    ],
    {},
  );
  let last = 0;
  const ask = async (method: string, params: unknown) => {
    last += 1;
    const id = last;
    client.write(JSON.stringify({ jsonrpc: "2.0", id, method, params }));
    return client.printed((line) => {
      if (!line.startsWith("{")) return undefined;
      const message = rpcSchema.safeParse(JSON.parse(line));
      return message.success && message.data.id === id ? message.data : undefined;
    });
  };
  const use = async (name: string, given: unknown): Promise<unknown> => {
    const { result } = toolSchema.parse(await ask("tools/call", { name, arguments: given }));
    const text = result.content[0]?.text ?? "";
    if (result.isError === true) throw new Error(text);
    return JSON.parse(text);
  };
  return { client, ask, use };
}

test("lark-mcp lists the bot's chats and sends a message", async () => {
  const { sandbox, app } = await openSandbox();
  const { client, ask, use } = openMcp(sandbox, app);
  await ask("initialize", {
    protocolVersion: "2025-03-26",
    capabilities: {},
    clientInfo: { name: "test", version: "1" },
  });
  client.write('{"jsonrpc":"2.0","method":"notifications/initialized"}');
  const chats = z
    .object({ items: z.array(z.looseObject({ chat_id: z.string(), name: z.string() })) })
    .parse(await use("im_v1_chat_list", { params: { page_size: 10 } }));
  expect(chats.items.map(({ name }) => name).sort()).toEqual(["Garden", "Office"]);
  const sent = await use("im_v1_message_create", {
    params: { receive_id_type: "chat_id" },
    data: { receive_id: GROUP, msg_type: "text", content: '{"text":"from lark-mcp"}' },
  });
  expect(sent).toMatchObject({ chat_id: GROUP, msg_type: "text" });
  expect(sandbox.state().messages).toMatchObject([{ chat_id: GROUP, content: '{"text":"from lark-mcp"}' }]);
  await expect(
    use("im_v1_message_create", {
      params: { receive_id_type: "chat_id" },
      data: { receive_id: "oc_nowhere", msg_type: "text", content: '{"text":"x"}' },
    }),
  ).rejects.toThrow("230001");
});

async function openKoishi(protocol: "http" | "ws") {
  const opened = await openSandbox();
  const { sandbox, app } = opened;
  const client = runClient(["koishi-echo.mjs", protocol], {
    SANDBOX: sandbox.url,
    APP_ID: app.app_id,
    APP_SECRET: app.app_secret,
    ENCRYPT_KEY: app.encrypt_key,
    VERIFICATION_TOKEN: app.verification_token,
  });
  const url = await client.printed((line) =>
    line.startsWith('{"url"') ? z.object({ url: z.string() }).parse(JSON.parse(line)).url : undefined,
  );
  return { ...opened, url };
}

const echoOf = (text: string) =>
  JSON.stringify({ zh_cn: { content: [[{ tag: "md", text: `echo: ${text}` }]] } });

test("Koishi echoes what it hears over HTTP, signed and encrypted, in private and in a group", async () => {
  const { sandbox, app, say, url } = await openKoishi("http");
  expect(await sandbox.setUrls(app.app_id, { event_url: url })).toMatchObject({ ok: true });
  const inPrivate = await answerTo(sandbox, () => say({ app_id: app.app_id }, "你好，sandbox"));
  expect(inPrivate).toMatchObject({ msg_type: "post", content: echoOf("你好，sandbox") });
  const bot = sandbox.state().apps[0]?.bot_open_id;
  const inGroup = await answerTo(sandbox, () => say({ chat_id: GROUP }, `<at user_id="${bot}"></at> hello`));
  expect(inGroup).toMatchObject({ chat_id: GROUP, content: expect.stringContaining("hello") });
});

test("Koishi echoes what it hears over the long connection", async () => {
  const { sandbox, app, post, say } = await openKoishi("ws");
  const chosen = await post(`/sandbox/apps/${app.app_id}/modes`, { event_mode: "long_connection" });
  expect(chosen).toMatchObject({ ok: true });
  const answer = await answerTo(sandbox, () => say({ app_id: app.app_id }, "over the line"));
  expect(answer).toMatchObject({ msg_type: "post", content: echoOf("over the line") });
});
