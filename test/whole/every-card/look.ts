import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { LOCALES } from "../../../src/domain/programme/people.ts";
import { openGallery } from "./gallery.ts";
import { everyCard } from "./registry.ts";
import { SIZES } from "./setting.ts";
import { enter, faultsOnPage, openWalls } from "./walk.ts";

// Takes a picture of every card: npx tsx test/whole/every-card/look.ts FOLDER [WORDS]
// WORDS: only cards whose name contains them. On a desktop a card is 600 px wide. Both themes.

const [folder, words = ""] = process.argv.slice(2);
if (folder === undefined) throw new Error("name a folder for the pictures");

const walls = SIZES.flatMap((size) =>
  LOCALES.map((locale) => ({
    ...{ size, locales: [locale] },
    cards: everyCard(size, locale).filter(([name]) => name.includes(words)),
  })),
);
const gallery = await openGallery(walls);
const desk = await openWalls(gallery.url);
for (const [label, width, colorScheme] of [
  ["390", 390, "light"],
  ["390-dark", 390, "dark"],
  ["600", 1280, "light"],
  ["600-dark", 1280, "dark"],
] as const) {
  await desk.page.emulateMedia({ colorScheme });
  // As tall as the tallest card, so that nothing is scrolled out of view.
  await desk.page.setViewportSize({ width, height: 7_000 });
  for (const room of gallery.rooms) {
    await enter(desk.page, room);
    for (const fault of await faultsOnPage(desk.page, room)) console.log(fault);
    mkdirSync(join(folder, `${room.locale}-${label}`), { recursive: true });
    for (const [id, name] of room.names) {
      const card = desk.page.locator(`[data-message-id="${id}"] .card`);
      await card.evaluate((one) => one.scrollIntoView({ block: "end" }));
      const clip = await card.boundingBox();
      if (!clip) throw new Error(`${name} is not on the page`);
      const path = join(
        folder,
        `${room.locale}-${label}`,
        `${name.replace(/[^\w-]+/g, "-")}-${room.size}.png`,
      );
      await desk.page.screenshot({ path, clip, animations: "disabled" });
    }
  }
}
console.log(desk.complaints.join("\n"));
await desk.close();
await gallery.close();
