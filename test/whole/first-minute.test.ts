import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { SandboxState } from "../../src/sandbox/protocol.ts";
import { whyNoBrowser } from "./browser.ts";
import { bundled } from "./bundled.ts";
import { type Child, startChild } from "./child.ts";
import { type Desk, openDesk } from "./desk.ts";

// What a stranger sees and can do in the first minute after `npm start`, in either language.

const CHINESE = /\p{Script=Han}/u;
const lacking = whyNoBrowser();
let product: Child;
let url = "";
let desk: Desk;

beforeAll(async () => {
  if (lacking) return;
  product = startChild({ bundle: await bundled("bot") });
  [, url = ""] = await product.said(/(http:\/\/127\.0\.0\.1:\d+) and choose/);
  desk = await openDesk(url);
});
afterAll(async () => {
  await desk?.close();
  await product?.kill();
});
beforeEach(({ skip }) => skip(lacking !== undefined, lacking));

const guide = ({ page }: Desk = desk) => page.locator(".guide");
const attempt = (title: RegExp) => guide().getByRole("button", { name: title });
/** Who acts, by the address of the page. */
const acting = () => new URLSearchParams(new URL(desk.page.url()).hash.slice(1)).get("as");

it("says how the command line reaches the same data", () => {
  expect(product.output()).toMatch(/DATABASE_URL=file:\S+tentowns\.db npm run tentowns -- roster list/);
});

describe("the first screen", () => {
  it("is the leading group with its published ranking and the latest digest", async () => {
    await desk.page.locator('main[data-open-chat="oc_leadinggroup"]').waitFor();
    await desk.sees("2026年第二季度综合排名");
    await desk.sees("十镇工作周报");
  });

  it("says in three lines what this is, and five things to try", async () => {
    expect(await guide().locator(".guide-lines p").count()).toBe(3);
    expect(await guide().getByRole("listitem").count()).toBe(5);
  });

  it("names what ▷ is", async () => {
    expect(await desk.page.locator("[data-name=scripts]").innerText()).toContain("剧本");
  });

  it("is in English for an English browser, whoever it acts as", async () => {
    const english = await openDesk(url, "en-US");
    try {
      await english.page.locator("html[lang=en]").waitFor();
      expect(await guide(english).innerText()).not.toMatch(CHINESE);
      await english.sees("Weekly digest");
      await english.become("王丽芳");
      await english.page.locator("html[lang=en]").waitFor();
    } finally {
      await english.close();
    }
  });

  it("lets the keyboard pass the list of people in one step", async () => {
    await desk.page.keyboard.press("Tab");
    await desk.page.locator(".skip:focus").waitFor();
    await desk.page.keyboard.press("Enter");
    await desk.page.locator("#chats:focus").waitFor();
    await desk.page.keyboard.press("Tab");
    await desk.page.locator("#chats :focus").waitFor();
  });
});

describe("each thing to try is one click", () => {
  it("fill in the quarter as the town's official", async () => {
    await attempt(/填报人，填本季度/).click();
    await desk.page.locator("main .card", { hasText: "填写" }).last().waitFor();
    expect(acting()).toMatch(/^ou_0037/);
  });

  it("check a report as a county's reviewer", async () => {
    await attempt(/审核人，审一份报告/).click();
    await desk.card("待审核").getByRole("button", { name: "通过" }).waitFor();
  });

  it("ask about a town as the head of the leading group, in its group", async () => {
    await attempt(/问碛口怎么样/).click();
    await desk.sees(/碛口镇.*年度计划/s);
    await desk.page.locator('main[data-open-chat="oc_leadinggroup"]').waitFor();
  });

  it("see who has not reported, as the city office", async () => {
    await attempt(/看谁还没报/).click();
    await desk.sees("报送进度");
  });

  it("watch the quarter: the script shows how far it is, and where it ended", async () => {
    await attempt(/走完，排名发到群里/).click();
    const strip = desk.page.locator(".script-strip");
    await strip.locator("progress").waitFor();
    await expect.poll(() => strip.innerText()).toMatch(/正在演，第 \d+ 步，共 \d{2,} 步/);
    await strip.getByRole("button", { name: "停止" }).click();
    await strip.getByText(/已停止，演了 \d+ 步/).waitFor();
    await strip.getByRole("button", { name: "关闭" }).click();
    await strip.waitFor({ state: "detached" });
  });
});

it("whoever one chooses has something to do", async () => {
  const { people }: SandboxState = JSON.parse(await (await fetch(`${url}/sandbox/state`)).text());
  // One of each kind, and everybody with nothing from the bot so far.
  const kinds = new Map(people.map((person) => [person.group, person]));
  const unmet = people.filter(({ title }) => /联络员|镇长|孝义市审核人|领导小组副组长/.test(title));
  // From a private chat nobody stays where they are.
  await desk.become("武凤英");
  for (const { name } of new Set([...kinds.values(), ...unmet])) {
    await desk.become(name);
    await desk.page.locator("main .card button").first().waitFor();
  }
}, 90_000);

it("the guide can be closed and opened again", async () => {
  await guide().getByRole("button", { name: "收起导览" }).click();
  await guide().waitFor({ state: "detached" });
  await desk.page.getByRole("button", { name: "导览" }).click();
  await guide().waitFor();
  expect(desk.complaints).toEqual([]);
});
