import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { LOCALES, type Locale } from "../../src/domain/programme/people.ts";
import { expectSendable } from "../cards/office/sendable.ts";
import { distinct } from "../cards/show.ts";
import { codeOf, sourceFiles } from "../source-files.ts";
import { whyNoBrowser } from "./browser.ts";
import { refreshed } from "./bundled.ts";
import type { Desk } from "./desk.ts";
import { formRules } from "./every-card/form-rules.ts";
import { openGallery } from "./every-card/gallery.ts";
import { paired, sendable, wordsSeen } from "./every-card/in-groups.ts";
import { fullest } from "./every-card/records.ts";
import { everyCard } from "./every-card/registry.ts";
import { SIZES, type Size } from "./every-card/setting.ts";
import { enter, faultsOnPage, heights, leave, openWalls, swiped, unfold } from "./every-card/walk.ts";
import { wordRules } from "./every-card/word-rules.ts";

// Every card of the product, with usual and longest content, in both languages: accepted by the platform and
// drawn by a browser.

const PHONE = { width: 390, height: 900 };
const DESK = { width: 1280, height: 900 };

/** Functions that draw a part of other cards shown here. */
const PARTS = ["reportCard"];

/** Cards whose tables show all their columns on a phone; the full table is asked for. */
const FOR_EVERYONE = /^(groupRankingCard|rankingCard|progressCard|annualCard|awardCard|recordCard money)/;
/** The quarter's card, which stands in the office's group in both languages. */
const OF_THE_OFFICE = /^progressCard/;
/** Answers held to one screen of a phone: all but the photos, and a greeting, which says more than an answer. */
const ONE_SCREEN =
  /^(status|figure|compare|trend|explain|whatIf|whatIfAdded|deadline|people|annual|missing|notPublished|rankingPart|toDo|whichTown|whole|suggest)Card|^calendarAnswer|^helpCard \w+$/;

/** What is seen on the cards of one size, and on those for groups; heights in px and words by card. */
type Look = {
  faults: string[];
  /** On a phone. */
  swiped: string[];
  heights: Map<string, number>;
  words: Map<string, string[]>;
};

const walls = SIZES.flatMap((size) =>
  LOCALES.map((locale) => ({ size, locale, cards: everyCard(size, locale) })),
);

const pairs = { usual: paired("usual"), longest: paired("longest") };

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
  formRules();
  wordRules();
});

describe("for a group, whose members read different languages", () => {
  it.each(SIZES)("each card is built alike in both, %s", (size) => {
    const apart = pairs[size].filter(({ both }) => both === null);
    // A digest is shortened in the language that needs more room; a group's is fitted in both at once.
    expect(apart.map(({ name }) => name).filter((name) => !name.startsWith("digestCard"))).toEqual([]);
  });
});

describe("in a browser", () => {
  const lacking = whyNoBrowser();
  let gallery: Awaited<ReturnType<typeof openGallery>>;
  let desk: Desk;
  beforeAll(async () => {
    if (lacking) return;
    await refreshed();
    const alone = walls.map(({ size, locale, cards }) => ({
      ...{ size, locales: [locale], cards: distinct(fullest(cards)) },
    }));
    const groups = { size: "usual", locales: LOCALES, cards: distinct(sendable(pairs.usual)) } as const;
    gallery = await openGallery([...alone, groups]);
    desk = await openWalls(gallery.url);
  });
  afterAll(async () => {
    await desk?.close();
    await gallery?.close();
  });

  beforeEach(({ skip }) => skip(lacking !== undefined, lacking));

  const looks = new Map<string, Promise<Look>>();
  /** The rooms chosen by these words: walked through by the first test that asks. */
  const lookAt = (of: Size | "bilingual", locale?: Locale): Promise<Look> => {
    const key = `${of} ${locale}`;
    const known = looks.get(key) ?? walkThrough(of, locale);
    looks.set(key, known);
    return known;
  };
  async function walkThrough(of: Size | "bilingual", locale?: Locale): Promise<Look> {
    const seen: Look = { faults: [], swiped: [], heights: new Map(), words: new Map() };
    const rooms = gallery.rooms.filter(
      (room) =>
        (of === "bilingual" ? room.bilingual : !room.bilingual && room.size === of) &&
        (locale === undefined || room.locale === locale),
    );
    for (const room of rooms) {
      await desk.page.setViewportSize(PHONE);
      await enter(desk.page, room);
      seen.faults.push(...(await faultsOnPage(desk.page, room)).map((fault) => `on a phone: ${fault}`));
      seen.swiped.push(...(await swiped(desk.page, room)));
      if (locale) for (const [name, words] of await wordsSeen(desk.page, room)) seen.words.set(name, words);
      if (of === "usual") for (const [name, px] of await heights(desk.page, room)) seen.heights.set(name, px);
      if (of !== "longest") continue;
      await desk.page.setViewportSize(DESK);
      await unfold(desk.page);
      seen.faults.push(...(await faultsOnPage(desk.page, room)).map((fault) => `on a desk: ${fault}`));
      await leave(desk.page, room);
    }
    return seen;
  }
  /** In both languages, one after the other on the one page. */
  const usual = async (): Promise<Look[]> => {
    const seen: Look[] = [];
    for (const locale of LOCALES) seen.push(await lookAt("usual", locale));
    return seen;
  };

  it("every card, usual, is drawn whole on a phone", async () => {
    expect((await usual()).flatMap(({ faults }) => faults)).toEqual([]);
  });

  it("every card, longest, is drawn whole on a phone and on a desk", async () => {
    expect((await lookAt("longest")).faults).toEqual([]);
  });

  it("the tables everyone gets are read on a phone without a swipe", async () => {
    const wide = (await usual()).flatMap(({ swiped }) => swiped);
    expect(wide.filter((name) => FOR_EVERYONE.test(name))).toEqual([]);
  });

  it("an answer fits one screen of a phone", async () => {
    const held = (await usual()).flatMap(({ heights }) =>
      [...heights].filter(([name]) => ONE_SCREEN.test(name)),
    );
    expect(held.length).toBeGreaterThan(100);
    expect(held.filter(([, height]) => height > 600)).toEqual([]);
  });

  it.each(LOCALES)(
    "whoever reads %s in a group sees a card's words in that language, whole",
    async (locale) => {
      const alone = await lookAt("usual", locale);
      const { words, faults, swiped: wide } = await lookAt("bilingual", locale);
      const cards = new Map(
        walls.filter((one) => one.size === "usual" && one.locale === locale).flatMap((one) => one.cards),
      );
      const nameOf = new Map(
        distinct(fullest([...cards])).map(([name, card]) => [JSON.stringify(card), name]),
      );
      for (const [name, seen] of words) {
        expect(seen, name).toEqual(alone.words.get(nameOf.get(JSON.stringify(cards.get(name))) ?? ""));
        expect(seen.length, name).toBeGreaterThan(1);
      }
      expect(words.size).toBeGreaterThan(100);
      expect([...faults, ...wide.filter((name) => OF_THE_OFFICE.test(name))]).toEqual([]);
    },
  );

  it("raises no error and asks nobody but this machine", () => {
    expect(desk.complaints).toEqual([]);
  });
});
