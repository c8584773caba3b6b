import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { helpCard } from "../../../cards/ask/help.ts";
import {
  menuOf,
  QUESTIONS,
  type Question,
  questionTable,
  suggested,
  type Tap,
} from "../../../cards/ask/questions.ts";
import { suggestCard } from "../../../cards/ask/suggest.ts";
import { whichTownCard } from "../../../cards/ask/which-town.ts";
import { query } from "../../../cards/query.ts";
import { KITS } from "../../../cards/record/kits.ts";
import { wordsOfKits } from "../../../cards/record/record-words.ts";
import { LOCALES, ROLES, type Role } from "../../../src/domain/programme/people.ts";
import { understand } from "../../../src/domain/question/understand.ts";
import { firstTown, packs, tenTowns, town, villages } from "../office/programmes.ts";
import { buttonsOf, expectSendable, wordsOf } from "../office/sendable.ts";
import { readmeWithTable } from "./readme-table.ts";

const now = { period: "2026Q2", questions: QUESTIONS } as const;

describe("help", () => {
  it.each(packs)("of %s is a card the platform takes for every role in both languages", (_, programme) => {
    for (const locale of LOCALES)
      for (const role of ROLES) expectSendable(helpCard({ role, programme, ...now, locale }));
  });

  it("gives examples with the pack's own towns", () => {
    const own = town(tenTowns, "qikou");
    const words = (programme = tenTowns, place = own) =>
      wordsOf(helpCard({ role: "town_official", programme, ...now, town: place, locale: "zh-CN" }));
    expect(words()).toContain("“碛口怎么样”");
    expect(words()).toContain("“碛口2026年二季度投资多少”");
    expect(words(villages, firstTown(villages))).toContain("“桃园怎么样”");
    expect(words(villages, firstTown(villages))).not.toMatch(/碛口|镇|临县/);
  });

  it("speaks of the year and its award to the office and the leaders alone", () => {
    const tells = (role: Role) =>
      wordsOf(helpCard({ role, programme: tenTowns, ...now, locale: "zh-CN" })).includes("“年度考核”");
    expect(ROLES.filter(tells).sort()).toEqual(["city_office", "leader"]);
  });

  it("has English buttons begin with a capital", () => {
    for (const { text } of buttonsOf(helpCard({ role: "leader", programme: tenTowns, ...now, locale: "en" })))
      expect(text).toMatch(/^[A-Z]/);
  });

  it("offers each role the menu's questions it has a use for", () => {
    const offered = (role: Role) =>
      buttonsOf(helpCard({ role, programme: tenTowns, ...now, locale: "zh-CN" })).map(({ text }) => text);
    expect(offered("town_official")).toEqual(["我的填报", "等我办的", "排名", "我的任务"]);
    expect(offered("county_reviewer")).toEqual(["等我办的", "排名", "谁还没报", "我的任务", "督办"]);
    expect(offered("leader")).toEqual(["等我办的", "排名", "谁还没报", "我的任务", "督办"]);
    expect(offered("department")).toEqual(["等我办的", "排名", "我的任务"]);
  });
});

describe("the table of questions", () => {
  // Towns of one name are asked back, in an example as in any question.
  it.each(packs.slice(0, 2))(
    "in %s has an example of every kind that is understood as this kind",
    (_, programme) => {
      for (const locale of LOCALES)
        for (const { id, words, read } of QUESTIONS) {
          const names = { town: "", other: "", period: "" };
          const [one, two] = programme.towns;
          if (!one || !two) throw new Error("a pack of two towns");
          const name = (place: typeof one) => (locale === "en" ? place.nameEn : place.short);
          const said = words[locale].say({ ...names, town: name(one), other: name(two), period: "2026Q2" });
          const context = { period: "2026Q3", today: "2026Q4", records: wordsOfKits(KITS) } as const;
          const meant = understand(said, programme, context);
          expect(meant.kind, `${id}: ${said}`).not.toMatch(/unknown|which/);
          // The kind alone reads it the same way.
          const alone = understand(said, programme, context, [{ id, read, help: [] }]);
          expect(alone, `${id}: ${said}`).toEqual(meant);
        }
    },
  );

  it("is all one entry needs: it is understood, suggested, in help, in the menu and in the README", () => {
    const lunch: Question = {
      id: "lunch",
      read: ({ text }) => (text.includes("食堂") || text.includes("canteen") ? { kind: "help" } : null),
      help: ["leader"],
      menu: "lunch",
      suggest: "always",
      words: {
        "zh-CN": { say: () => "食堂几点开", does: "看开饭时间" },
        en: { say: () => "canteen hours", does: "when lunch is served" },
      },
    };
    const questions = [...QUESTIONS, lunch];
    expect(understand("食堂几点开饭", tenTowns, { period: "2026Q3" }, questions)).toEqual({ kind: "help" });
    const parts = { towns: [], english: false };
    const offered = (role: Role) => suggested(questions, parts, tenTowns, role).map(({ phrase }) => phrase);
    expect(offered("leader")).toContain("食堂几点开");
    expect(offered("department")).not.toContain("食堂几点开");
    const view = {
      role: "leader",
      programme: tenTowns,
      period: "2026Q2",
      questions,
      locale: "zh-CN",
    } as const;
    expect(wordsOf(helpCard(view))).toContain("“食堂几点开”：看开饭时间");
    expect(buttonsOf(helpCard(view)).at(-1)?.action).toEqual(query.ask("lunch"));
    expect(menuOf(questions)).toContainEqual({
      text: "食堂几点开",
      text_en: "Canteen hours",
      event_key: "lunch",
    });
    expect(questionTable(questions, tenTowns, "en")).toContain(
      "| canteen hours | when lunch is served | `lunch` |",
    );
  });
});

it.each([
  ["docs/questions.md", "en"],
  ["docs/questions.zh-CN.md", "zh-CN"],
] as const)("%s shows every kind (npx tsx .ci/question-table.ts writes it)", (file, locale) => {
  const readme = readFileSync(new URL(`../../../${file}`, import.meta.url), "utf8");
  expect(readmeWithTable(readme, tenTowns, locale)).toBe(readme);
});

describe("words that were not understood", () => {
  const suggestions: Tap[] = [
    { phrase: "碛口怎么样", action: query.ask("status", "qikou") },
    { phrase: "谁还没报", action: query.ask("missing") },
    { phrase: "帮助", action: query.ask("help") },
  ];
  const text = "*碛口*<at id=all></at>[点我](http://x.cn)".repeat(50);

  it.each(packs)("in %s are answered by a card the platform takes", (_, programme) => {
    const places = programme.towns.map(
      ({ short, slug }): Tap => ({ phrase: `${short}怎么样`, action: query.ask("status", slug) }),
    );
    for (const locale of LOCALES)
      for (const offered of [suggestions, places, []])
        expectSendable(suggestCard({ programme, text, suggestions: offered, locale }));
  });

  it("are answered with what they might mean, one tap each", () => {
    const card = suggestCard({ programme: tenTowns, text: "碛口咋样", suggestions, locale: "zh-CN" });
    expect(buttonsOf(card).map(({ action }) => action)).toEqual(
      expect.arrayContaining(suggestions.map(({ action }) => action)),
    );
    expect(wordsOf(card)).toContain("您说的是“碛口咋样”");
  });

  it("never say the same twice, and name the quarter that was named", () => {
    const parts = { towns: [], english: false, period: "2026Q1" } as const;
    const phrases = suggested(QUESTIONS, { ...parts, towns: [] }, tenTowns, "leader").map(
      ({ phrase }) => phrase,
    );
    expect(new Set(phrases).size).toBe(phrases.length);
    expect(phrases).toContain("2026年一季度排名");
  });

  it("are echoed as at most 50 characters that cannot act as markdown", () => {
    const words = wordsOf(suggestCard({ programme: tenTowns, text, suggestions: [], locale: "zh-CN" }));
    expect(words).not.toMatch(/<at|\*碛口\*|http:/);
    const echoed = /“(.*)…”/.exec(words)?.[1]?.replace(/&#\d+;/g, "x") ?? "";
    expect([...echoed]).toHaveLength(50);
    expect(wordsOf(suggestCard({ programme: tenTowns, text: "  ", suggestions, locale: "zh-CN" }))).toContain(
      "您是不是想：",
    );
  });
});

describe("a name that fits several towns", () => {
  it.each(packs)("of %s is asked back on a card the platform takes", (_, programme) => {
    for (const locale of LOCALES)
      for (const options of [programme.towns, programme.towns.slice(0, 1)])
        expectSendable(whichTownCard({ programme, options, locale }));
  });

  it("offers each with its county", () => {
    const options = [town(tenTowns, "xinyi"), town(tenTowns, "xiying")];
    const buttons = buttonsOf(whichTownCard({ programme: tenTowns, options, locale: "zh-CN" }));
    expect(buttons.map(({ text, action }) => ({ text, action }))).toEqual([
      { text: "信义镇（离石区）", action: query.status("xinyi") },
      { text: "西营镇（交城县）", action: query.status("xiying") },
    ]);
  });
});
