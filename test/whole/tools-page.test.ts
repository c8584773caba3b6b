import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { whyNoBrowser } from "./browser.ts";
import { refreshed } from "./bundled.ts";
import { type Desk, openDesk } from "./desk.ts";
import { startToolsWorld, type ToolsWorld } from "./tools-world.ts";

// The page's own tools, with a sandbox without the product, as used by the developer of any bot.

const lacking = whyNoBrowser();
let world: ToolsWorld;
let desk: Desk;

beforeAll(async () => {
  if (lacking) return;
  await refreshed();
  world = await startToolsWorld();
  desk = await openDesk(world.sandbox.url);
});

afterAll(async () => {
  await desk?.close();
  await world?.close();
});

beforeEach(({ skip }) => skip(lacking !== undefined, lacking));
afterEach(() => desk?.page.keyboard.press("Escape"));

const tool = async (name: string) => {
  const { page } = desk;
  const tabs = page.getByRole("tablist", { name: "开发者工具" });
  if (!(await tabs.isVisible())) await page.getByRole("button", { name: /^打开开发者工具/ }).click();
  await page.getByRole("tab", { name }).click();
  return page.getByRole("tabpanel", { name });
};

describe("what a bot sends that is not for everybody", () => {
  it("shows a card for one member to that member only, and says so", async () => {
    await desk.become("安娜");
    await desk.openGroup("全体");
    await desk.sees("只给安娜");
    const message = desk.card("只给安娜").locator("xpath=ancestor::*[@data-message-id]");
    await message.getByText("仅你可见").waitFor();
    await desk.become("卡拉");
    await desk.openGroup("全体");
    await desk.sees("这是周报");
    await expect.poll(() => desk.page.locator("[data-message-id] .card").count()).toBe(1);
    await desk.page
      .locator("[data-chat-id]")
      .filter({ hasText: /全体.*周报/ })
      .waitFor();
  });

  it("lets a suggested reply be pressed under the newest message, once", async () => {
    await desk.become("安娜");
    await desk.openBot();
    await desk.hears("群发通知");
    const offered = desk.page.getByRole("group", { name: "机器人建议的回复" });
    await offered.getByRole("button", { name: "谁还没报" }).click();
    await desk.hears("谁还没报");
    await offered.waitFor({ state: "detached" });
    const last = () => world.sandbox.state().messages.at(-1);
    await expect.poll(last).toMatchObject({ content: '{"text":"谁还没报"}', sender: { id: "ou_anna" } });
  });
});

describe("a chart", () => {
  it("follows its card both ways", async () => {
    await desk.become("卡拉");
    await desk.openGroup("全体");
    const canvas = desk.card("周报").locator(".chart[data-progress=drawn] canvas").first();
    await canvas.waitFor();
    const resized = async (width: number) => {
      const before = (await canvas.boundingBox())?.width;
      await desk.page.setViewportSize({ width, height: 900 });
      await expect.poll(async () => (await canvas.boundingBox())?.width).not.toBe(before);
      await canvas.page().waitForFunction(() => {
        const box = document.querySelector(".chart-canvas")?.getBoundingClientRect();
        const drawn = document.querySelector(".chart-canvas canvas")?.getBoundingClientRect();
        return (
          box && drawn && Math.abs(box.width - drawn.width) < 2 && Math.abs(box.height - drawn.height) < 2
        );
      });
      return canvas.boundingBox();
    };
    const wide = await canvas.boundingBox();
    const narrow = await resized(800);
    expect(narrow?.height).toBeLessThan(wide?.height ?? 0);
    const again = await resized(1440);
    expect([again?.width, again?.height]).toEqual([wide?.width, wide?.height]);
  });
});

describe("a conversation", () => {
  const onPhone = () => desk.page.getByRole("button", { name: "返回会话列表" });
  beforeAll(async () => {
    if (lacking) return;
    await desk.become("卡拉");
    await desk.openGroup("全体");
    await desk.card("周报").getByRole("button", { name: "以前的周报" }).click();
  });
  const opened = () => desk.card("周报").getByText("上周的周报");

  it("keeps what is opened in it when the window becomes a phone's and a desk's again", async () => {
    await opened().waitFor();
    await desk.page.setViewportSize({ width: 390, height: 900 });
    await onPhone().waitFor();
    expect(await opened().isVisible()).toBe(true);
    await desk.page.setViewportSize({ width: 1440, height: 900 });
    await onPhone().waitFor({ state: "detached" });
    expect(await opened().isVisible()).toBe(true);
  });
});

describe("the clock", () => {
  it("offers the moments to come, says while it moves, and tells when it has arrived", async () => {
    const { page } = desk;
    await page.getByRole("button", { name: /沙箱时间/ }).click();
    const moments = page.getByRole("group", { name: "前进到" }).getByRole("button");
    await expect.poll(() => moments.allTextContents()).toEqual(["截止日 17:0010月22日周四 17:00"]);
    await moments.first().click();
    await page.locator(".clock[aria-busy=true]").waitFor();
    await page.getByText("时间正在前进").waitFor();
    await page.locator("[data-clock=hour][aria-disabled=true]").waitFor();
    await world.letClockArrive();
    await page.locator(".toast", { hasText: /时间已到.*10月22日.*17:00/ }).waitFor();
    await page.getByText("时间正在前进").waitFor({ state: "detached" });
    await page.getByRole("button", { name: /沙箱时间/ }).click();
    await page.locator(".choose-moment").waitFor();
    await moments.waitFor({ state: "detached" });
  });

  it("says so when the bot's clock did not follow", async () => {
    await desk.page.locator("[data-clock=hour]").click();
    await desk.page.getByText("时间正在前进").waitFor();
    await world.letClockArrive(500);
    await desk.page.locator(".toast[data-type=warning]", { hasText: "机器人没有跟上：HTTP 500" }).waitFor();
  });
});

describe("scripts the configuration offers", () => {
  const open = () => desk.page.getByRole("button", { name: /^剧本/ }).click();

  it("are played by a button and say why one cannot go on", async () => {
    await open();
    await desk.page.getByRole("button", { name: "开始：没有的按钮" }).click();
    const failure = desk.page.locator(".run[data-status=failed]").getByRole("status");
    await failure
      .filter({ hasText: /安娜.*没有/ })
      .filter({ hasText: "在步骤 0 停住" })
      .waitFor();
  });

  it("are counted while they play, one at a time, and can be stopped", async () => {
    await open();
    await desk.page.getByRole("button", { name: "开始：慢慢说" }).click();
    await desk.page.getByText(/正在演，第 ([2-9]|\d{2,}) 步，共 300 步/).waitFor();
    const other = desk.page.getByRole("button", { name: "开始：没有的按钮" });
    await other.and(desk.page.locator("[aria-disabled=true]")).waitFor();
    await desk.page.getByRole("button", { name: "停止" }).click();
    await desk.page.getByText(/已停止，演了 \d+ 步/).waitFor();
    expect(world.sandbox.scripts.list().map(({ status }) => status)).toEqual(["failed", "stopped"]);
  });
});

describe("the developer's tools", () => {
  it("are walked through with the arrow keys and give the focus back", async () => {
    await tool("请求记录");
    await desk.page.keyboard.press("ArrowLeft");
    await desk.page.getByRole("tabpanel", { name: "应用设置" }).waitFor();
    await desk.page.keyboard.press("ArrowRight");
    await desk.page.getByRole("tabpanel", { name: "请求记录" }).waitFor();
    await desk.page.keyboard.press("Tab");
    await desk.page.keyboard.press("Enter");
    await desk.page.locator(":focus[aria-label^=打开开发者工具]").waitFor();
  });

  it("show the card templates, and a version as soon as it is published", async () => {
    const templates = await tool("卡片模板");
    await templates.getByText("还没有卡片模板").waitFor();
    const headers = { "content-type": "application/json" };
    const publish = (body: object) =>
      fetch(`${world.sandbox.url}/sandbox/templates`, {
        method: "POST",
        headers,
        body: JSON.stringify(body),
      });
    const card = { schema: "2.0", body: { elements: [] } };
    await publish({
      template_id: "AAqWeekly",
      name: "周报",
      card,
      variables: { town: "text", rows: "object_array" },
    });
    const weekly = templates.locator("[data-template-id=AAqWeekly]");
    await weekly.getByText("版本：1.0.0").waitFor();
    expect(await weekly.locator("dt").allTextContents()).toEqual(["town", "rows"]);
    expect(await weekly.locator("dd").allTextContents()).toEqual(["text", "object_array"]);
    await publish({ template_id: "AAqWeekly", name: "周报", card });
    await weekly.getByText("版本：1.0.1, 1.0.0").waitFor();
    await weekly.getByText("没有变量").waitFor();
    await desk.page.locator(".tools").getByRole("button", { name: "收起开发者工具" }).click();
  });

  it("switch a person's client to one too old for cards, and back", async () => {
    await desk.become("安娜");
    await desk.openGroup("全体");
    const faults = await tool("故障");
    await faults.getByRole("button", { name: "当前身份" }).click();
    const old = faults.getByRole("switch", { name: /用户的客户端过旧/ });
    await old.click();
    await desk.sees("请升级到 7.20");
    await expect.poll(() => desk.card("周报").locator(".chart, .card-body button").count()).toBe(0);
    await faults.locator("[data-fault=client_too_old]", { hasText: "只对安娜" }).waitFor();
    expect(world.sandbox.state().faults).toEqual({ client_too_old: { value: true, person: "ou_anna" } });
    await faults.getByRole("button", { name: /全部关闭/ }).click();
    await desk.card("周报").locator(".card-body").waitFor();
    await expect.poll(() => old.isChecked()).toBe(false);
  });

  it("save a request URL only after a good challenge", async () => {
    const settings = await tool("应用设置");
    const form = settings.locator("[data-url=event_url]");
    await form.getByRole("textbox", { name: "事件请求地址" }).fill(`${world.sandbox.url}/nothing`);
    await form.getByRole("button").click();
    await form.getByText(/没有成功.*404/).waitFor();
    await form.getByRole("textbox").fill(world.botUrl);
    await form.getByRole("button").click();
    await form.getByText("校验通过，已保存").waitFor();
    expect(world.sandbox.state().apps[0]?.event_url).toBe(world.botUrl);
  });

  it("leave the bot's chat without a text box when it hears no messages, once that is published", async () => {
    await desk.openBot();
    const settings = await tool("应用设置");
    await settings.getByRole("switch", { name: /改动须发布版本/ }).click();
    await settings.getByText("当前版本：1").waitFor();
    await settings.getByText("订阅的事件").click();
    const events = settings.locator("[data-list=events]");
    await events.getByRole("checkbox", { name: "全部（不限制）" }).click();
    await events.getByRole("checkbox", { name: "im.message.receive_v1" }).click();
    await settings.getByText("尚未发布的改动：events").waitFor();
    await desk.page.locator(".composer").waitFor();
    await settings.getByRole("button", { name: "发布版本" }).click();
    await desk.page.getByText("小秘书收不到消息：应用没有订阅 im.message.receive_v1。").waitFor();
    await desk.page.locator(".composer").waitFor({ state: "detached" });
    await settings.getByText("当前版本：2").waitFor();
  });
});

describe("people of two languages", () => {
  it("stand with their like, named in the reader's language", async () => {
    await desk.page
      .getByRole("button", { name: /收起开发者工具/ })
      .first()
      .click();
    const groups = desk.page.locator(".rail section h3");
    await expect.poll(() => groups.allTextContents()).toEqual(["办事员 2", "其他职务 1"]);
    await desk.page.getByRole("button", { name: "Switch the page to English" }).click();
    await desk.page.getByText("Clerk, West").first().waitFor();
    await expect.poll(() => groups.allTextContents()).toEqual(["Clerks 2", "Other posts 1"]);
  });
});

it("raised no error and asked nobody but this machine", () => {
  // The browser itself logs the refused URL.
  expect(desk.complaints.filter((complaint) => !complaint.includes("400 (Bad Request)"))).toEqual([]);
});
