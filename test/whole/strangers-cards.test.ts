import { createServer } from "node:http";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type RunningSandbox, startSandbox } from "../../src/sandbox/start.ts";
import { whyNoBrowser } from "./browser.ts";
import { refreshed } from "./bundled.ts";
import { type Desk, openDesk } from "./desk.ts";

// Cards as sent by other bots, on the page: JSON 1.0, icons, tips, confirmations, languages.

const APP = { app_id: "cli_0123456789abcdef", app_secret: "secret", encrypt_key: "", name: "小秘书" };
const plain = (content: string, en?: string) => ({
  tag: "plain_text",
  content,
  ...(en && { i18n_content: { en_us: en } }),
});
const release = (title: string) => ({
  header: {
    template: "turquoise",
    title: { ...plain(title), i18n: { zh_cn: title, en_us: `${title} (en)` } },
  },
  elements: [
    {
      tag: "div",
      text: { tag: "lark_md", content: "**网关** 已上线" },
      extra: { tag: "button", text: plain("日志"), url: "https://example.com" },
    },
    {
      tag: "action",
      actions: [
        {
          tag: "button",
          text: plain("回退"),
          type: "danger",
          value: { go: 1 },
          confirm: { title: plain("确定回退？"), text: plain("用户会看到旧版本") },
        },
        { tag: "overflow", options: [{ text: plain("静音"), value: "mute" }] },
      ],
    },
    { tag: "note", elements: [{ tag: "standard_icon", token: "info_outlined" }, plain("来自流水线")] },
  ],
});
const shown = {
  schema: "2.0",
  body: {
    elements: [
      {
        tag: "div",
        text: plain("有图标", "With an icon"),
        icon: { tag: "standard_icon", token: "mic-off_filled" },
      },
      {
        tag: "div",
        text: plain("没有图标", "Without one"),
        icon: { tag: "standard_icon", token: "sunflower_bright" },
      },
      {
        tag: "button",
        text: plain("提交", "Submit"),
        disabled: true,
        disabled_tips: plain("本季度已截止", "The quarter is over"),
        behaviors: [{ type: "callback", value: {} }],
      },
    ],
  },
};
const live = (state: string) => ({
  schema: "2.0",
  body: {
    elements: [
      { tag: "markdown", content: `现在：${state}` },
      {
        tag: "button",
        text: plain("下线"),
        confirm: { title: plain("确定下线？"), text: plain("马上生效") },
        behaviors: [{ type: "callback", value: {} }],
      },
    ],
  },
});

const lacking = whyNoBrowser();
let sandbox: RunningSandbox;
let desk: Desk;
let redraw: (now: string) => Promise<string>;
/** Bodies of the presses the bot received. */
const pressed: unknown[] = [];
const bot = createServer(async (request, response) => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part);
  const body: unknown = JSON.parse(Buffer.concat(parts).toString("utf8"));
  const isChallenge = typeof body === "object" && body !== null && "challenge" in body;
  if (!isChallenge) pressed.push(body);
  response.end(JSON.stringify(isChallenge ? body : { card: { type: "raw", data: release("已回退") } }));
});

async function post(path: string, body: object, headers: Record<string, string> = {}, method = "POST") {
  const init = {
    method,
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
  };
  return (await fetch(sandbox.url + path, init)).text();
}

beforeAll(async () => {
  if (lacking) return;
  await refreshed();
  await new Promise<void>((resolve) => bot.listen(0, "127.0.0.1", resolve));
  const address = bot.address();
  const port = typeof address === "object" ? address?.port : 0;
  sandbox = await startSandbox({
    apps: [APP],
    people: [
      { open_id: "ou_anna", name: "安娜" },
      { open_id: "ou_ben", name: "本", en_name: "Ben", locale: "en_us" },
    ],
    groups: [{ name: "发布", chat_id: "oc_release", members: ["安娜", "本"] }],
  });
  await sandbox.setUrls(APP.app_id, { callback_url: `http://127.0.0.1:${port}/` });
  const issued = await post("/open-apis/auth/v3/tenant_access_token/internal", APP);
  const authorization = `Bearer ${/"tenant_access_token":"([^"]+)"/.exec(issued)?.[1]}`;
  for (const card of [live("运行中"), release("发布"), shown]) {
    const message = { receive_id: "oc_release", msg_type: "interactive", content: JSON.stringify(card) };
    await post("/open-apis/im/v1/messages?receive_id_type=chat_id", message, { authorization });
  }
  const path = `/open-apis/im/v1/messages/${sandbox.state().messages[0]?.message_id}`;
  redraw = (now) => post(path, { content: JSON.stringify(live(now)) }, { authorization }, "PATCH");
  desk = await openDesk(sandbox.url);
});

afterAll(async () => {
  await desk?.close();
  await sandbox?.close();
  bot.closeAllConnections();
  bot.close();
});

beforeEach(({ skip }) => skip(lacking !== undefined, lacking));

const opened = async (name: string) => {
  await desk.become(name);
  await desk.openGroup("发布");
};

describe("other people's cards in the page", () => {
  it("a card of JSON 1.0 has its row of actions, its small print and what stands beside its text", async () => {
    await opened("安娜");
    const card = desk.card("来自流水线");
    await card.locator(".card-title").getByText("发布", { exact: true }).waitFor();
    await card.locator(".div-extra").getByRole("button", { name: "日志" }).waitFor();
    expect(await card.locator(".card-actions .card-button").allTextContents()).toEqual(["回退"]);
    expect(await card.locator(".card-small-print svg").count()).toBe(1);
    await card.locator(".card-actions").getByRole("button", { name: "更多操作" }).click();
    await desk.page.getByRole("button", { name: "静音" }).waitFor();
    await desk.page.keyboard.press("Escape");
  });

  it("a press asks first, then changes the card of whoever pressed and nobody else's", async () => {
    await opened("安娜");
    await desk.press(desk.card("来自流水线"), "回退");
    expect(await desk.confirm()).toContain("用户会看到旧版本");
    await desk.card("来自流水线").locator(".card-title").getByText("已回退").waitFor();
    await opened("本");
    await desk.card("来自流水线").locator(".card-title").getByText("发布 (en)").waitFor();
  });

  it.each([
    ["安娜", "运行中", "已暂停", /刚刚有更新/],
    ["本", "已暂停", "已恢复", /has just changed/],
  ])(
    "a card drawn anew while %s is being asked takes no press and says so",
    async (who, before, now, said) => {
      await opened(who);
      const presses = pressed.length;
      await desk.press(desk.card(before), "下线");
      expect(await redraw(now)).toContain('"code":0');
      await desk.sees(`现在：${now}`);
      expect(await desk.confirm()).toContain("马上生效");
      await desk.page.locator(".toast", { hasText: said }).waitFor();
      expect(pressed.length).toBe(presses);
    },
  );

  it("an icon the platform published is drawn, another draws nothing", async () => {
    await opened("安娜");
    const card = desk.card("有图标");
    const icons = card.locator(".standard-icon");
    expect(await icons.count()).toBe(1);
    expect(await icons.getAttribute("data-family")).toBe("mic");
  });

  it("a disabled button that is pressed says why, in the reader's language", async () => {
    await opened("安娜");
    await desk.card("有图标").getByRole("button", { name: "提交" }).click({ force: true });
    await desk.page.getByText("本季度已截止").first().waitFor();
    await opened("本");
    await desk.card("With an icon").getByRole("button", { name: "Submit" }).click({ force: true });
    await desk.page.getByText("The quarter is over").first().waitFor();
  });

  it("and the page has nothing to complain about", () => {
    expect(desk.complaints).toEqual([]);
  });
});
