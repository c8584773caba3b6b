import { describe, expect, it } from "vitest";
import type { ListedItem } from "../../../cards/reminders/item-line.ts";
import { myDayCard } from "../../../cards/reminders/my-day.ts";
import { cardBytes, fits } from "../../../cards/size.ts";
import { LOCALES } from "../../../src/domain/programme/people.ts";
import { buttonsOf, wordsOf } from "../../bot/card-reading.ts";
import { realPack } from "../report/case.ts";

// The card of what waits for a person, with many items.

const items = (n: number) =>
  Array.from({ length: n }, (_, i): ListedItem => {
    const item: ListedItem["item"] = {
      id: `record ${i} open`,
      kind: "record",
      owes: { kind: "town", slug: "qikou" },
      town: "qikou",
      period: null,
      subject: `record-${i}`,
      title: `${"三号码头驳岸加固".repeat(8)}${i}`,
      openedOn: "2026-10-08",
      due: "2026-10-15",
      movedOn: null,
    };
    return { item, late: i < 5, days: 3 };
  });
const drawn = (n: number, locale: "zh-CN" | "en", watched = 0) =>
  myDayCard({
    ...{ programme: realPack, owed: items(n), unheld: [], noGroup: false, locale },
    watched: items(n + watched).slice(n),
  });
const ways = (card: ReturnType<typeof drawn>) =>
  buttonsOf(card).filter(({ name }) => name.startsWith("show__"));

describe.each(LOCALES)("sixty items, %s", (locale) => {
  it("fit on the card, twenty of them one tap away, the first eight in sight", () => {
    const card = drawn(60, locale);
    expect(fits(card), `${cardBytes(card)} bytes`).toBe(true);
    expect(ways(card)).toHaveLength(20);
    expect(card.body.elements.filter(({ tag }) => tag === "column_set")).toHaveLength(8);
    expect(wordsOf(card)).toContain(locale === "en" ? "52 more" : "其余52件");
  });

  it("are one tap away each while they are twenty", () => {
    expect(ways(drawn(20, locale))).toHaveLength(20);
    expect(ways(drawn(8, locale))).toHaveLength(8);
  });

  it("leave room for those of others, which are looked at with one tap", () => {
    expect(ways(drawn(0, locale, 3))).toHaveLength(3);
    expect(ways(drawn(4, locale, 30))).toHaveLength(12);
    const full = drawn(60, locale, 60);
    expect(ways(full)).toHaveLength(20);
    expect(fits(full), `${cardBytes(full)} bytes`).toBe(true);
  });
});
