import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { LOCALES } from "../../../src/domain/programme/people.ts";
import { distinct } from "../../cards/show.ts";
import { refreshed } from "../bundled.ts";
import { openGallery } from "./gallery.ts";
import { fullest } from "./records.ts";
import { everyCard } from "./registry.ts";
import { SIZES } from "./setting.ts";
import { type Picture, sheetsOf } from "./sheets.ts";
import { enter, faultsOnPage, foldAll, openWalls } from "./walk.ts";

// Takes a picture of every card: npx tsx test/whole/every-card/look.ts FOLDER [WORDS]
// WORDS: a regular expression of the cards' names. On a desktop a card is 600 px wide. Options choose what is drawn,
// all of it without them: --size usual|longest, --locale zh-CN|en, --width 390|600, --theme light|dark.
// --folded: with panels as they come. --sheets: the cards joined on sheets, to look at many at once.

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    ...{ size: { type: "string" }, locale: { type: "string" } },
    ...{ width: { type: "string" }, theme: { type: "string" } },
    ...{ folded: { type: "boolean" }, sheets: { type: "boolean" } },
  },
});
const [folder, words = ""] = positionals;
if (folder === undefined) throw new Error("name a folder for the pictures");

/** All of these, or the one that was chosen. */
const among = <T extends string | number>(all: readonly T[], chosen: string | undefined): T[] =>
  all.filter((one) => chosen === undefined || String(one) === chosen);

const named = new RegExp(words);
const walls = among(SIZES, values.size).flatMap((size) =>
  among(LOCALES, values.locale).map((locale) => ({
    ...{ size, locales: [locale] },
    cards: distinct(fullest(everyCard(size, locale).filter(([name]) => named.test(name)))),
  })),
);
await refreshed();
const gallery = await openGallery(walls);
const desk = await openWalls(gallery.url);
for (const width of among([390, 600] as const, values.width))
  for (const colorScheme of among(["light", "dark"] as const, values.theme)) {
    await desk.page.emulateMedia({ colorScheme });
    // As tall as the tallest card, so that nothing is scrolled out of view.
    await desk.page.setViewportSize({ width: width === 390 ? 390 : 1280, height: 7_000 });
    const pictures: Picture[] = [];
    for (const room of gallery.rooms) {
      await enter(desk.page, room);
      for (const fault of await faultsOnPage(desk.page, room)) console.log(fault);
      if (values.folded) await foldAll(desk.page);
      const kind = `${room.locale}-${room.size}-${width}-${colorScheme}`;
      mkdirSync(values.sheets ? folder : join(folder, kind), { recursive: true });
      for (const [id, name] of room.names) {
        const card = desk.page.locator(`[data-message-id="${id}"] .card`);
        await card.evaluate((one) => one.scrollIntoView({ block: "end" }));
        const clip = await card.boundingBox();
        if (!clip) throw new Error(`${name} is not on the page`);
        const path = join(folder, kind, `${name.replace(/[^\w-]+/g, "-")}.png`);
        const at = values.sheets ? {} : { path };
        const png = await desk.page.screenshot({ ...at, clip, animations: "disabled" });
        pictures.push({ name: `${name} · ${kind}`, width: clip.width, height: clip.height, png });
      }
    }
    if (values.sheets) {
      const drawn = await sheetsOf(desk.page, pictures);
      drawn.forEach((png, i) => {
        writeFileSync(join(folder, `${width}-${colorScheme}-${i}.png`), png);
      });
    }
  }
console.log(desk.complaints.join("\n"));
await desk.close();
await gallery.close();
