import { type Browser, chromium, type Locator, type Page } from "playwright-core";
import type { SandboxState } from "../../src/sandbox/protocol.ts";
import { installedBrowser } from "./browser.ts";

// The chat page as used by a person: choose who to be, open a chat, press, fill in, reply.

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
/** A wheel that turns while something is awaited would be drawn sixty times a second. */
const STILL = "* { animation: none !important }";
/** Longer than anything takes on a busy machine, but short enough to report failures soon. */
const PATIENCE = 30_000;
/** The page itself waits up to a minute for the bot to process the time that passes. */
const CLOCK_PATIENCE = 70_000;

export type Desk = {
  page: Page;
  /** When the page first showed something, ms after the request. */
  firstPaint: number;
  become: (name: string) => Promise<void>;
  /** Opens the private chat with the bot, or starts it. */
  openBot: () => Promise<void>;
  openGroup: (name: string) => Promise<void>;
  /** The newest card of the open chat with this text. */
  card: (words: string | RegExp) => Locator;
  /** Resolves once a card of the open chat has this text. */
  sees: (words: string | RegExp) => Promise<void>;
  press: (card: Locator, button: string) => Promise<void>;
  /** Confirms the dialog the page shows before a press; returns its text. */
  confirm: () => Promise<string>;
  /** Fills in inputs by name. */
  fill: (card: Locator, values: Record<string, string>) => Promise<void>;
  /** Ticks an option of a multi-select. */
  tick: (card: Locator, name: string, option: string) => Promise<void>;
  /**
   * Moves the clock to a future time, `YYYY-MM-DDTHH:mm`; resolves once the page says that it and the bot
   * have arrived.
   */
  moveTo: (moment: string) => Promise<void>;
  say: (text: string) => Promise<void>;
  /** Resolves once the open chat has a message with this text. */
  hears: (words: string) => Promise<void>;
  replyWithPhoto: (card: Locator, photo: Buffer) => Promise<void>;
  /** Must stay empty: errors of the page, and requests to other machines. */
  complaints: string[];
  close: () => Promise<void>;
};

/** `locale`: the browser's language. */
export async function openDesk(url: string, locale = "zh-CN"): Promise<Desk> {
  const { executablePath, env } = await installedBrowser();
  const browser = await chromium.launch({ executablePath, args: FLAGS, env: { ...process.env, ...env } });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale });
    page.setDefaultTimeout(PATIENCE);
    const complaints = listen(page);
    await page.goto(url);
    await page.addStyleTag({ content: STILL });
    await page.locator("[data-open-id]").first().waitFor();
    const people = await peopleOf(url);
    return { ...actions(page, browser, people), page, complaints, firstPaint: await firstPaintOf(page) };
  } catch (error) {
    await browser.close();
    throw error;
  }
}

function listen(page: Page): string[] {
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("request", (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (/^(http|ws)s?:$/.test(protocol) && hostname !== "127.0.0.1") complaints.push(request.url());
  });
  return complaints;
}

async function firstPaintOf(page: Page): Promise<number> {
  return page.evaluate(
    () => performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? Number.POSITIVE_INFINITY,
  );
}

/** open_ids by name, because a page in English shows people's English names. */
async function peopleOf(url: string): Promise<Map<string, string>> {
  const state: SandboxState = JSON.parse(await (await fetch(`${url}/sandbox/state`)).text());
  return new Map(state.people.map((person) => [person.name, person.open_id]));
}

type Actions = Omit<Desk, "page" | "complaints" | "firstPaint">;

function actions(page: Page, browser: Browser, people: ReadonlyMap<string, string>): Actions {
  const chats = page.locator("[data-chat-id]");
  const open = async (chat: Locator) => {
    // By its id, because a message arriving now may move another chat to the top.
    const id = await chat.first().getAttribute("data-chat-id");
    await page.locator(`[data-chat-id="${id}"]`).click();
    await page.locator(`main[data-open-chat="${id}"]`).waitFor();
  };
  const card = (words: string | RegExp) =>
    page.locator("[data-message-id] .card").filter({ hasText: words }).last();
  const composer = page.locator(".composer textarea");
  return {
    become: async (name) => {
      const entry = page.locator(`[data-open-id="${people.get(name)}"]`);
      await entry.click();
      await entry.and(page.locator("[aria-current=true]")).waitFor();
    },
    openBot: async () => {
      const known = chats.filter({ has: page.locator(".mini-tag") });
      const unmet = page.locator("[data-app-id].unmet");
      await known.or(unmet).first().waitFor();
      // Whoever was never written to starts the chat.
      if ((await known.count()) === 0) await unmet.first().click();
      await open(known);
    },
    openGroup: (name) => open(chats.filter({ hasText: name })),
    card,
    sees: (words) => card(words).waitFor(),
    press: (card, button) => card.getByRole("button", { name: button, exact: true }).click(),
    confirm: async () => {
      const dialog = page.getByRole("dialog");
      const asked = (await dialog.textContent()) ?? "";
      await dialog.getByRole("button", { name: /^(确定|OK)$/ }).click();
      return asked;
    },
    fill: async (card, values) => {
      for (const [name, value] of Object.entries(values))
        await card.locator(`[data-name="${name}"]`).fill(value);
    },
    tick: async (card, name, option) => {
      await card.locator(`[data-name="${name}"]`).click();
      await page.locator("label", { hasText: option }).filter({ visible: true }).click();
      await page.keyboard.press("Escape");
    },
    moveTo: async (moment) => {
      await page.locator(".clock-face").click();
      const choice = page.locator(".choose-moment");
      await choice.locator("input").fill(moment);
      await choice.locator("button").click();
      const said = new RegExp(
        `(时间已到|It is now).*\\b${Number(moment.slice(8, 10))}\\D.*${moment.slice(11)}:00`,
      );
      await page.locator(".toast", { hasText: said }).waitFor({ timeout: CLOCK_PATIENCE });
    },
    say: async (text) => {
      await composer.pressSequentially(text);
      await page.keyboard.press("Enter");
    },
    hears: (words) => page.locator("[data-message-id] .bubble", { hasText: words }).last().waitFor(),
    replyWithPhoto: async (card, buffer) => {
      const message = card.locator("xpath=ancestor::*[@data-message-id]");
      await message.hover();
      await message.getByRole("button", { name: /^(回复|Reply)/ }).click();
      await page
        .locator("[data-attach=photo]")
        .setInputFiles({ name: "site.png", mimeType: "image/png", buffer });
      await page.locator(".composer button[type=submit]").click();
    },
    close: () => browser.close(),
  };
}
