import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { periodOf } from "../../src/domain/calendar/period.ts";
import { townBySlug } from "../../src/domain/programme/programme.ts";
import { asksOwnId, asksSelfCheck } from "../../src/domain/question/about-mine.ts";
import { understand } from "../../src/domain/question/understand.ts";
import { towns } from "../domain/programmes.ts";

// What the handbook tells people to say is understood, and what it tells them to press is on a card.

const handbook = readFileSync("docs/使用手册.md", "utf8");
const quoted = (before: RegExp) =>
  [...handbook.matchAll(/“([^”]+)”/g)].flatMap((match) =>
    before.test(handbook.slice(Math.max(0, match.index - 12), match.index)) ? (match[1] ?? []) : [],
  );

test("every sentence it says to say is understood", () => {
  const said = [...quoted(/(?:说|问|也可以说|^|\n)$/), ...quoted(/(?:\n- |”)$/), "督办", "试算权重", "自检"];
  expect(said.length).toBeGreaterThan(15);
  const own = townBySlug(towns, "qikou");
  const context = { period: periodOf(2026, 3), ...(own ? { own } : {}) };
  const strange = said.filter(
    (text) =>
      understand(text, towns, context).kind === "unknown" &&
      !asksOwnId(text) &&
      !asksSelfCheck(text) &&
      !text.includes("形象进度62%"),
  );
  expect([...new Set(strange)]).toEqual([]);
});

test("every button it names is a button", () => {
  const pressed = [...new Set(quoted(/按$/))];
  expect(pressed.length).toBeGreaterThan(5);
  const words = ["cards/text", "cards/text/procedures"].flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith(".ts"))
      .map((name) => readFileSync(`${folder}/${name}`, "utf8")),
  );
  expect(pressed.filter((button) => !words.some((text) => text.includes(`"${button}`)))).toEqual([]);
});
