import { EventEmitter, once } from "node:events";
import { createServer } from "node:http";
import * as z from "zod";
import { type RunningSandbox, startSandbox } from "../../src/sandbox/start.ts";

// A sandbox without the product: a bot that only echoes challenges, and a clock follower that answers on
// command.

const APP_ID = "cli_0123456789abcdef";
const GROUP = "oc_group";
const challengeSchema = z.object({ challenge: z.string() });
const sentSchema = z.object({ code: z.literal(0), data: z.object({ message_id: z.string() }) });

const BUTTON = {
  tag: "button",
  name: "seen",
  text: { tag: "plain_text", content: "知道了" },
  behaviors: [{ type: "callback", value: {} }],
};
const PANEL = {
  tag: "collapsible_panel",
  header: { title: { tag: "plain_text", content: "以前的周报" } },
  elements: [{ tag: "markdown", content: "上周的周报" }],
};
const CHART = {
  tag: "chart",
  aspect_ratio: "16:9",
  chart_spec: {
    type: "bar",
    data: [
      {
        id: "d",
        values: [
          { x: "a", y: 3 },
          { x: "b", y: 5 },
        ],
      },
    ],
    xField: "x",
    yField: "y",
  },
};
const cardOf = (title: string, ...elements: unknown[]) => ({
  schema: "2.0",
  config: { update_multi: true },
  header: { title: { tag: "plain_text", content: title } },
  body: { elements: [{ tag: "markdown", content: `这是${title}` }, ...elements] },
});

export type ToolsWorld = {
  sandbox: RunningSandbox;
  botUrl: string;
  /** Waits until the bot's clock is asked to move, and answers with success or this HTTP status. */
  letClockArrive: (status?: number) => Promise<void>;
  close: () => Promise<void>;
};

/** Three people and a group with messages of the bot; scripts and a deadline to try. */
export async function startToolsWorld(): Promise<ToolsWorld> {
  const asked = new EventEmitter();
  const unanswered: ((answer: { status: number; body: string }) => void)[] = [];
  const follower = await listen(
    (body) =>
      new Promise((resolve) => {
        // A question for its next moment, which it has none of.
        if (body === "") return resolve({ status: 200, body: "{}" });
        unanswered.push(resolve);
        asked.emit("asked");
      }),
  );
  const bot = await listen(async (body) => {
    const asked = challengeSchema.safeParse(JSON.parse(body));
    return { status: 200, body: JSON.stringify(asked.data ?? {}) };
  });
  const clerk = { group: "办事员", group_en: "Clerks" };
  const sandbox = await startSandbox({
    apps: [{ app_id: APP_ID, app_secret: "secret", encrypt_key: "", name: "小秘书" }],
    people: [
      { open_id: "ou_anna", name: "安娜", title: "东镇办事员", title_en: "Clerk, East", ...clerk },
      {
        open_id: "ou_ben",
        name: "Ben",
        title: "西镇办事员",
        title_en: "Clerk, West",
        locale: "en_us",
        ...clerk,
      },
      { open_id: "ou_carla", name: "卡拉", title: "主任" },
    ],
    groups: [{ chat_id: GROUP, name: "全体", members: ["安娜", "Ben", "卡拉"] }],
    now: "2026-10-12T10:00:00+08:00",
    clock_url: follower.url,
    moments: [
      { title: "上次截止", at: "2026-07-10T17:00:00+08:00" },
      { title: "截止日 17:00", title_en: "The due day, 17:00", at: "2026-10-22T17:00:00+08:00" },
    ],
    scripts: [
      { title: "没有的按钮", patience_ms: 0, steps: [{ who: "安娜", press: "没有", on: "周报" }] },
      {
        title: "慢慢说",
        pace_ms: 200,
        steps: Array.from({ length: 300 }, () => ({ who: "卡拉", say: "嗯" })),
      },
    ],
  });
  await speak(sandbox);
  return {
    sandbox,
    botUrl: bot.url,
    async letClockArrive(status = 200) {
      if (unanswered.length === 0) await once(asked, "asked");
      unanswered.shift()?.({ status, body: "{}" });
    },
    async close() {
      await sandbox.close();
      for (const server of [follower, bot]) server.close();
    },
  };
}

/**
 * The bot's messages: a card with a chart for everyone, one for Anna alone, a question with suggested
 * replies.
 */
async function speak({ url }: RunningSandbox): Promise<void> {
  const post = async (path: string, body: unknown, token = "") => {
    const headers = { "content-type": "application/json", authorization: `Bearer ${token}` };
    const response = await fetch(url + path, { method: "POST", headers, body: JSON.stringify(body) });
    return response.json();
  };
  const credentials = { app_id: APP_ID, app_secret: "secret" };
  const granted = await post("/open-apis/auth/v3/tenant_access_token/internal", credentials);
  const token = z.object({ tenant_access_token: z.string() }).parse(granted).tenant_access_token;
  const send = async (path: string, body: unknown) => sentSchema.parse(await post(path, body, token)).data;
  await send("/open-apis/im/v1/messages?receive_id_type=chat_id", {
    receive_id: GROUP,
    msg_type: "interactive",
    content: JSON.stringify(cardOf("周报", PANEL, CHART, BUTTON)),
  });
  const card = cardOf("只给安娜", BUTTON);
  const ephemeral = { chat_id: GROUP, open_id: "ou_anna", msg_type: "interactive", card };
  await send("/open-apis/ephemeral/v1/send", ephemeral);
  const text = { msg_type: "text", content: { text: "群发通知" } };
  await send("/open-apis/message/v4/batch_send/", { open_ids: ["ou_anna", "ou_ben"], ...text });
  const { message_id } = await send("/open-apis/im/v1/messages?receive_id_type=open_id", {
    receive_id: "ou_anna",
    msg_type: "text",
    content: '{"text":"要看什么？"}',
  });
  const follow_ups = [{ content: "看排名" }, { content: "谁还没报" }];
  const pushed = await post(`/open-apis/im/v1/messages/${message_id}/push_follow_up`, { follow_ups }, token);
  z.object({ code: z.literal(0) }).parse(pushed);
}

async function listen(answer: (body: string) => Promise<{ status: number; body: string }>) {
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part);
    const { status, body } = await answer(Buffer.concat(parts).toString("utf8"));
    response.writeHead(status).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}/`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
