import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { LOCALES } from "../../src/domain/programme/people.ts";
import { expectSendable } from "../cards/office/sendable.ts";
import { codeOf, sourceFiles } from "../source-files.ts";
import { whyNoBrowser } from "./browser.ts";
import { buildPage } from "./build-page.ts";
import { type Desk, openDesk } from "./desk.ts";
import { openGallery } from "./every-card/gallery.ts";
import { paired, sideBySide, wordsSeen } from "./every-card/in-groups.ts";
import { everyCard } from "./every-card/registry.ts";
import { SIZES, settingOf } from "./every-card/setting.ts";
import { enter, faultsOnPage, heights, swiped } from "./every-card/walk.ts";

// Every card of the product, with usual and longest content, in both languages: accepted by the platform and
// drawn by a browser.

/** Functions that draw a part of other cards shown here. */
const PARTS = ["reportCard"];

/** Cards whose tables show all their columns on a phone; the full table is asked for. */
const FOR_EVERYONE = /^(groupRankingCard|rankingCard|progressCard)/;
/** The quarter's card, which stands in the office's group in both languages. */
const OF_THE_OFFICE = /^progressCard/;
/** Cards held to one screen of a phone. */
const ONE_SCREEN = /^(statusCard|figureCard of one town)/;

/** What a walk through the rooms of one size finds; heights in px by card. */
type Look = { faults: string[]; swiped: string[]; heights: Array<[string, number]> };

const walls = SIZES.flatMap((size) =>
  LOCALES.map((locale) => ({ size, locale, cards: everyCard(settingOf(size, locale)) })),
);

describe("the list of cards", () => {
  it("has every function of cards/ that draws one", () => {
    const exported = sourceFiles("cards").flatMap(({ text }) =>
      [...codeOf(text, "strings blank").matchAll(/^export (?:function|const) (\w+Card)\b/gm)].map(
        ([, name]) => name,
      ),
    );
    expect(exported.length).toBeGreaterThan(40);
    const shown = new Set(walls.flatMap(({ cards }) => cards.map(([name]) => name.split(" ")[0])));
    expect(exported.filter((name) => !PARTS.includes(name ?? "") && !shown.has(name))).toEqual([]);
  });
  it.each(walls)("shows each once, $size, in $locale", ({ cards }) => {
    const names = cards.map(([name]) => name);
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
  });
  it.each(walls)("is of cards the platform takes, $size, in $locale", ({ cards }) => {
    for (const [, card] of cards) expectSendable(card);
  });
});

describe("for a group, whose members read different languages", () => {
  const usual = paired("usual");

  it.each(SIZES)("each card is built alike in both, %s", (size) => {
    const apart = paired(size).filter(({ both }) => both === null);
    // A digest is shortened in the language that needs more room; a group's is fitted in both at once.
    expect(apart.map(({ name }) => name).filter((name) => !name.startsWith("digestCard"))).toEqual([]);
  });

  describe("in a browser", () => {
    const lacking = whyNoBrowser();
    let gallery: Awaited<ReturnType<typeof openGallery>>;
    let desk: Desk;
    beforeAll(async () => {
      if (lacking) return;
      buildPage();
      gallery = await openGallery(
        LOCALES.map((locale) => ({ size: "usual", locale, cards: sideBySide(usual, locale) })),
      );
      desk = await openDesk(gallery.url);
    });
    afterAll(async () => {
      await desk?.close();
      await gallery?.close();
    });
    beforeEach(({ skip }) => skip(lacking !== undefined, lacking));

    it.each(LOCALES)("whoever reads %s on a phone sees its words in that language, whole", async (locale) => {
      let compared = 0;
      const faults: string[] = [];
      await desk.page.setViewportSize({ width: 390, height: 900 });
      for (const room of gallery.rooms.filter((one) => one.locale === locale)) {
        await enter(desk.page, room);
        const wide = (await swiped(desk.page, room)).filter((name) => OF_THE_OFFICE.test(name));
        faults.push(...(await faultsOnPage(desk.page, room)), ...wide.map((name) => `${name}: a swipe`));
        const seen = await wordsSeen(desk.page, room);
        for (const [name, words] of seen) {
          if (name.endsWith(", alone")) continue;
          expect(words, name).toEqual(seen.get(`${name}, alone`));
          expect(words.length, name).toBeGreaterThan(1);
          compared += 1;
        }
      }
      expect(compared).toBeGreaterThan(100);
      expect(faults).toEqual([]);
    });
  });
});

describe("in a browser", () => {
  const lacking = whyNoBrowser();
  let gallery: Awaited<ReturnType<typeof openGallery>>;
  let desk: Desk;
  beforeAll(async () => {
    if (lacking) return;
    buildPage();
    gallery = await openGallery(walls);
    desk = await openDesk(gallery.url);
  });
  afterAll(async () => {
    await desk?.close();
    await gallery?.close();
  });

  beforeEach(({ skip }) => skip(lacking !== undefined, lacking));

  const looks = new Map<string, Promise<Look>>();
  /** All rooms of a size at this width of the page: walked through by the first test that asks. */
  const lookAt = (size: string, width: number): Promise<Look> => {
    const key = `${size} ${width}`;
    const known = looks.get(key) ?? walkThrough(size, width);
    looks.set(key, known);
    return known;
  };
  async function walkThrough(size: string, width: number): Promise<Look> {
    await desk.page.setViewportSize({ width, height: 900 });
    const seen: Look = { faults: [], swiped: [], heights: [] };
    for (const room of gallery.rooms.filter((one) => one.size === size)) {
      await enter(desk.page, room);
      seen.faults.push(...(await faultsOnPage(desk.page, room)));
      seen.swiped.push(...(await swiped(desk.page, room)));
      seen.heights.push(...(await heights(desk.page, room)));
    }
    return seen;
  }

  it.each([
    ["usual", "a phone", 390],
    ["longest", "a phone", 390],
    ["longest", "a desk", 1280],
  ])("every card, %s, is drawn whole on %s, %i px wide", async (size, _, width) => {
    expect((await lookAt(size, width)).faults).toEqual([]);
  });

  it("the tables everyone gets are read on a phone without a swipe", async () => {
    const seen = await lookAt("usual", 390);
    expect(seen.swiped.filter((name) => FOR_EVERYONE.test(name))).toEqual([]);
  });

  it("a town's status and a figure fit one screen of a phone", async () => {
    const held = (await lookAt("usual", 390)).heights.filter(([name]) => ONE_SCREEN.test(name));
    expect(held.length).toBeGreaterThan(3);
    expect(held.filter(([, height]) => height > 600)).toEqual([]);
  });

  it("raises no error and asks nobody but this machine", () => {
    expect(desk.complaints).toEqual([]);
  });
});
