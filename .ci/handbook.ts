import { readFile, writeFile } from "node:fs/promises";
import { setTimeout as wait } from "node:timers/promises";
import { marked } from "marked";
import type { Locator } from "playwright-core";
import { bundled } from "../test/whole/bundled.ts";
import { startChild } from "../test/whole/child.ts";
import { type Desk, openDesk } from "../test/whole/desk.ts";

// Takes the pictures of the handbook and the READMEs from the demo, and prints the handbook as the file that the bot
// sends: `npx tsx .ci/handbook.ts`. What is pressed here has to be there, so the handbook is tried as it is pictured.

const HANDBOOK = "docs/使用手册";
const QUALITY = 80;
/** A card that did not move for so long, ms, stays. */
const STILL = 500;
const PHONE = { width: 390, height: 844 };
// High enough for the longest card: what a chat scrolls out of sight is not pictured.
const DESK = { width: 1280, height: 3600 };

const STYLE = `
  body { font: 14px/1.8 "Noto Sans SC", sans-serif; color: #1f2329; }
  h1 { font-size: 26px; } h2 { font-size: 20px; margin-top: 28px; break-after: avoid; }
  img { display: block; max-width: 420px; max-height: 560px; margin: 10px 0; border: 1px solid #dee0e3; border-radius: 8px; }
  p:has(img) { break-inside: avoid; }
  table { border-collapse: collapse; } td, th { border: 1px solid #dee0e3; padding: 6px 10px; text-align: left; }
`;

/** The newest card of this title with these words, once it is there and stays where it is. */
async function shown({ page }: Desk, title: string, words: string): Promise<Locator> {
  const titled = page.locator(".card").filter({ has: page.locator(".card-title", { hasText: title }) });
  const card = titled.filter({ hasText: words }).last();
  for (let before = ""; ; await wait(STILL)) {
    await card.waitFor();
    const now = JSON.stringify(await card.boundingBox());
    if (now === before) return card;
    before = now;
  }
}

async function picture(desk: Desk, name: string, title: string, words: string): Promise<Locator> {
  const card = await shown(desk, title, words);
  await card.screenshot({ path: `docs/handbook/${name}.jpg`, type: "jpeg", quality: QUALITY });
  return card;
}

async function asks(desk: Desk, person: string, text: string): Promise<void> {
  await desk.become(person);
  await desk.openBot();
  await desk.say(text);
}

async function takePictures(desk: Desk): Promise<void> {
  await desk.page.setViewportSize(DESK);
  await desk.page.getByRole("button", { name: "收起导览" }).click();
  // Asked for, because the card of the day of publication has grown too old to be pressed.
  await asks(desk, "杜鹏飞", "排名");
  const ranking = await picture(desk, "leader-ranking", "综合排名", "差异不显著");
  await ranking.screenshot({ path: "docs/ranking.png" });
  await desk.say("碛口怎么样");
  await picture(desk, "leader-ask", "碛口镇", "年度计划");
  await desk.become("薛玲");
  await desk.openBot();
  await picture(desk, "county-review", "留誉镇", "退回修改");
  await asks(desk, "王丽芳", "谁还没报");
  await picture(desk, "office-progress", "报送进度", "下一步");
  await desk.say("出二季度通报");
  await picture(desk, "office-bulletin", "2026年第二季度通报", "依据");
  await asks(desk, "张秋菊", "等我办的");
  await picture(desk, "department-day", "等我办的", "办理");
  await asks(desk, "武凤英", "我的填报");
  const overview = await picture(desk, "town-overview", "碛口镇", "提交审核");
  await desk.page.setViewportSize(PHONE);
  await overview.evaluate((card) => card.scrollIntoView({ block: "start" }));
  await desk.page.screenshot({ path: "docs/phone.png" });
  await desk.page.setViewportSize(DESK);
  await desk.press(overview.locator(".card-columns", { hasText: "项目投资" }), "填写");
  await picture(desk, "town-form", "碛口镇", "今年累计投资");
}

async function print(desk: Desk): Promise<void> {
  const text = await readFile(`${HANDBOOK}.md`, "utf8");
  const html = await marked.parse(text, { async: true });
  const inside = await withPictures(html);
  const page = await desk.page.context().browser()?.newPage();
  if (!page) throw new Error("the browser is gone");
  await page.setContent(`<!doctype html><meta charset="utf-8"><style>${STYLE}</style>${inside}`);
  const bytes = await page.pdf({
    format: "A4",
    margin: { top: "18mm", bottom: "18mm", left: "18mm", right: "18mm" },
  });
  await writeFile(`${HANDBOOK}.pdf`, bytes);
}

/** The page with its pictures in it, because it is printed from memory. */
async function withPictures(html: string): Promise<string> {
  const names = [...html.matchAll(/src="(handbook\/[\w-]+\.jpg)"/g)].map(([, name = ""]) => name);
  let inside = html;
  for (const name of names) {
    const data = (await readFile(`docs/${name}`)).toString("base64");
    inside = inside.replace(`src="${name}"`, `src="data:image/jpeg;base64,${data}"`);
  }
  return inside;
}

const product = startChild({ bundle: await bundled("bot") });
const [, url = ""] = await product.said(/(http:\/\/127\.0\.0\.1:\d+) and choose/);
const desk = await openDesk(url);
try {
  await takePictures(desk);
  await print(desk);
} finally {
  await desk.close();
  await product.kill();
}
