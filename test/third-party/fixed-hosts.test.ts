import { beforeAll, expect, test } from "vitest";
import * as z from "zod";
import { installClients } from "./install.ts";
import { ANNA, answerTo, GROUP, openSandbox, runRedirected } from "./open-sandbox.ts";

// Unmodified third-party programs with fixed platform hosts, whose connections are redirected.

beforeAll(installClients, 180_000);

/** A sandbox whose app uses the long connection, and the program connected to it. */
async function openConnected(program: string, names = { id: "APP_ID", secret: "APP_SECRET" }) {
  const opened = await openSandbox();
  const { sandbox, app, post } = opened;
  const env = { [names.id]: app.app_id, [names.secret]: app.app_secret };
  const client = await runRedirected(sandbox, program, env);
  const modes = { event_mode: "long_connection", callback_mode: "long_connection" };
  // The console accepts the mode once a client is connected.
  await client.printed((line) => (/^ready$|WebSocket client connected/.test(line) ? line : undefined));
  await expect
    .poll(async () => post(`/sandbox/apps/${app.app_id}/modes`, modes), { timeout: 20_000 })
    .toMatchObject({ ok: true });
  const bot = sandbox.state().apps[0]?.bot_open_id ?? "";
  return { ...opened, bot };
}

test("the stock SDK hears over the long connection, reacts and answers in a thread", async () => {
  const { sandbox, app, say } = await openConnected("sdk-echo.mjs");
  const answer = await answerTo(sandbox, () => say({ app_id: app.app_id }, "你好"));
  expect(answer).toMatchObject({
    content: '{"text":"echo: 你好"}',
    thread_id: expect.stringMatching(/^omt_/),
  });
  const [asked] = sandbox.state().messages;
  expect(asked?.reactions).toMatchObject([{ emoji: "OnIt", by: app.app_id }]);
});

test("the vendor's Chat SDK adapter answers in private and where it is mentioned", async () => {
  const names = { id: "LARK_APP_ID", secret: "LARK_APP_SECRET" };
  const { sandbox, app, say, bot } = await openConnected("vercel-chat.mjs", names);
  const inPrivate = await answerTo(sandbox, () => say({ app_id: app.app_id }, "hello"));
  expect(inPrivate.content).toContain("Got your DM: hello");
  const inGroup = await answerTo(sandbox, () => say({ chat_id: GROUP }, `<at user_id="${bot}"></at> there`));
  expect(inGroup).toMatchObject({ chat_id: GROUP, content: expect.stringContaining("there") });
});

test("the openclaw-china plugin answers with a card of JSON 1.0", async () => {
  const { sandbox, app, say } = await openConnected("openclaw-china.mjs");
  const answer = await answerTo(sandbox, () => say({ app_id: app.app_id }, "hello"));
  expect(answer).toMatchObject({
    msg_type: "interactive",
    content: expect.stringContaining("**echo**: hello"),
  });
  expect(JSON.parse(answer.content)).not.toHaveProperty("schema");
});

test("Logto's connector signs a person in on the passport host", async () => {
  const { sandbox, app } = await openSandbox();
  const env = { APP_ID: app.app_id, APP_SECRET: app.app_secret };
  const client = await runRedirected(sandbox, "logto-sign-in.mjs", env);
  const printed = <T extends z.ZodType>(schema: T) =>
    client.printed((line) => (line.startsWith("{") ? schema.safeParse(JSON.parse(line)).data : undefined));
  const { uri } = await printed(z.object({ uri: z.string() }));
  const page = new URL(uri);
  expect(page.origin + page.pathname).toBe("https://passport.feishu.cn/suite/passport/oauth/authorize");
  const agreed = await fetch(sandbox.url + page.pathname + page.search, {
    method: "POST",
    body: new URLSearchParams({ as: ANNA }),
    redirect: "manual",
  });
  const back = new URL(agreed.headers.get("location") ?? "");
  expect(back.searchParams.get("state")).toBe("s");
  client.write(back.searchParams.get("code") ?? "");
  const { user } = await printed(z.object({ user: z.looseObject({ id: z.string() }) }));
  expect(user).toMatchObject({ id: ANNA, name: "Anna", rawData: { open_id: ANNA } });
});
