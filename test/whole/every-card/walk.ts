import type { Page } from "playwright-core";
import { type Desk, openDesk } from "../desk.ts";
import type { Room } from "./gallery.ts";

/** The chat page of a gallery, with no chat open. */
export async function openWalls(url: string): Promise<Desk> {
  const desk = await openDesk(url);
  // Some versions of Chromium measure the blank half of a closing bracket, trimmed at the end of a line, as
  // overflow. Once for all rooms: each tag has every element's style computed anew.
  await desk.page.addStyleTag({ content: "* { text-spacing-trim: space-all }" });
  return desk;
}

/** Opens a chat of the gallery and draws all of it: every panel expanded, every chart visible. */
export async function enter(page: Page, { hash, names }: Room): Promise<void> {
  await page.evaluate((to) => {
    location.hash = to;
  }, hash);
  const chat = new URLSearchParams(hash.slice(1)).get("chat");
  const cards = page.locator(`main[data-open-chat="${chat}"] [data-message-id] .card`);
  await cards.nth(names.size - 1).waitFor({ state: "attached" });
  await unfold(page);
}

/** Closes an open chat, so that a change of the window draws none of it anew. */
export async function leave(page: Page, { hash }: Room): Promise<void> {
  await page.evaluate(
    (to) => {
      location.hash = to;
    },
    hash.replace(/&chat=.*/, ""),
  );
  await page.locator("main.nothing-open").waitFor({ state: "attached" });
}

/** Expands every panel of an open chat, drawn for the window's width, and waits until its charts are drawn. */
export async function unfold(page: Page): Promise<void> {
  // Only a phone's conversation has a way back to the chats.
  await page.waitForFunction(
    () =>
      matchMedia("(max-width: 760px)").matches ===
      (document.querySelector(".talk-head > .quiet:first-child") !== null),
  );
  await page.evaluate(async () => {
    for (;;) {
      const folded = document.querySelectorAll<HTMLElement>(".card .panel-head[aria-expanded=false]");
      if (folded.length === 0) break;
      for (const head of folded) head.click();
      await new Promise(requestAnimationFrame);
    }
    for (const chart of document.querySelectorAll(".card .chart"))
      while (chart.getAttribute("data-progress") === "waiting") {
        // Repeated, because elements drawn above may move it out of view.
        chart.scrollIntoView({ block: "center" });
        await new Promise(requestAnimationFrame);
      }
  });
}

/** Problems of how the cards of an open chat are drawn, one line each. */
export async function faultsOnPage(page: Page, { names, size }: Room): Promise<string[]> {
  const drawn = await measure(page);
  return drawn.flatMap(({ id, card, said, text, undrawn, mute, beyond, wide, cut }) => {
    const faults = [
      ...(card ? said : [`not drawn: ${text}`]),
      ...(undrawn > 0 ? [`${undrawn} charts not drawn`] : []),
      ...(mute > 0 ? [`${mute} charts say nothing to a screen reader`] : []),
      ...(beyond > 1 ? [`${beyond} px beyond the screen`] : []),
      // The longest names do not fit on any button.
      ...(size === "usual" ? cut.map((words) => `a button's words are cut: ${words}`) : []),
      ...wide.map((part) => `does not hold what is in it: ${part}`),
    ];
    return faults.map((fault) => `${names.get(id)}: ${fault}`);
  });
}

// Runs in the page, where the compiler's helper for function names is missing, so functions must stay
// unnamed.
function measure(page: Page) {
  return page.locator("[data-message-id][data-type=interactive]").evaluateAll((messages) =>
    messages.map((message) => ({
      id: message.getAttribute("data-message-id") ?? "",
      card: message.querySelector(".card") !== null,
      text: message.querySelector(".card") ? "" : message.textContent,
      said: [...message.querySelectorAll(".card-note, .card-failure")].map((note) => note.textContent),
      undrawn: message.querySelectorAll(".chart:not([data-progress=drawn])").length,
      mute: message.querySelectorAll(".chart-canvas:not([aria-label*=': '])").length,
      beyond: Math.round((message.querySelector(".card")?.getBoundingClientRect().right ?? 0) - innerWidth),
      // Content that a table scrolls itself is excluded.
      wide: [...message.querySelectorAll(".card, .card-columns, .card-column, .panel, .card-form")]
        .filter((part) => part.scrollWidth > part.clientWidth + 1)
        .map((part) => `${part.className}, ${part.scrollWidth} px in ${part.clientWidth}`),
      cut: [...message.querySelectorAll(".card-button > span")]
        .filter((span) => span.scrollWidth > span.clientWidth + 1)
        .map((span) => span.textContent),
    })),
  );
}

/** The cards of an open chat with a table that has to be swiped to see all of it. */
export async function swiped(page: Page, { names }: Room): Promise<string[]> {
  const ids = await page
    .locator("[data-message-id][data-type=interactive]")
    .evaluateAll((messages) =>
      messages
        .filter((message) =>
          [...message.querySelectorAll(".table-scroll")].some((one) => one.scrollWidth > one.clientWidth + 1),
        )
        .map((message) => message.getAttribute("data-message-id") ?? ""),
    );
  return ids.map((id) => names.get(id) ?? "");
}

/** px: the height of each card of an open chat as it comes, with its panels folded, by name. */
export async function heights(page: Page, { names }: Room): Promise<Map<string, number>> {
  await foldAll(page);
  const found = await page.locator("[data-message-id][data-type=interactive]").evaluateAll((messages) =>
    messages.map((message) => ({
      id: message.getAttribute("data-message-id") ?? "",
      height: message.querySelector(".card")?.getBoundingClientRect().height ?? 0,
    })),
  );
  return new Map(found.map(({ id, height }) => [names.get(id) ?? "", Math.round(height)]));
}

/** Folds every panel of an open chat. */
export async function foldAll(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (;;) {
      const opened = document.querySelectorAll<HTMLElement>(".card .panel-head[aria-expanded=true]");
      if (opened.length === 0) break;
      for (const head of opened) head.click();
      await new Promise(requestAnimationFrame);
    }
  });
}
