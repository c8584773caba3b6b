import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { LOCALES } from "../../../src/domain/people.ts";
import { openDesk } from "../desk.ts";
import { openGallery } from "./gallery.ts";
import { everyCard } from "./registry.ts";
import { SIZES, settingOf } from "./setting.ts";
import { enter, faultsOnPage } from "./walk.ts";

// Takes a picture of every card, to be looked at: npx tsx test/whole/every-card/look.ts FOLDER [WORDS]
// WORDS: only cards whose name holds them. On a desk's screen a card is 600 px wide.

const [folder, words = ""] = process.argv.slice(2);
if (folder === undefined) throw new Error("name a folder for the pictures");

const walls = SIZES.flatMap((size) =>
  LOCALES.map((locale) => ({
    locale,
    cards: everyCard(settingOf(size, locale))
      .map(([name, card]): [string, typeof card] => [`${name} ${size}`, card])
      .filter(([name]) => name.includes(words)),
  })),
);
const gallery = await openGallery(walls);
const desk = await openDesk(gallery.url);
for (const [label, width] of [
  ["390", 390],
  ["600", 1280],
] as const) {
  await desk.page.setViewportSize({ width, height: 900 });
  for (const room of gallery.rooms) {
    await enter(desk.page, room);
    for (const fault of await faultsOnPage(desk.page, room)) console.log(fault);
    mkdirSync(join(folder, `${room.locale}-${label}`), { recursive: true });
    for (const [id, name] of room.names) {
      const card = desk.page.locator(`[data-message-id="${id}"] .card`);
      const path = join(folder, `${room.locale}-${label}`, `${name.replace(/[^\w-]+/g, "-")}.png`);
      await card.screenshot({ path, animations: "disabled" });
    }
  }
}
console.log(desk.complaints.join("\n"));
await desk.close();
await gallery.close();
