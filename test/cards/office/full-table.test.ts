import { describe, expect, it } from "vitest";
import { query } from "../../../cards/query.ts";
import { fullTableCard } from "../../../cards/ranking/full-table.ts";
import { LOCALES } from "../../../src/domain/programme/people.ts";
import { q2, q3, viewOf, worst } from "../explain/views.ts";
import { tenTowns } from "./programmes.ts";
import { buttonsOf, expectSendable, rowsOf } from "./sendable.ts";

const card = fullTableCard({ ...viewOf(q3, tenTowns), page: 1 });

/** A published ranking of so many towns, each the copy of a ranked one. */
function ofTowns(n: number) {
  const view = viewOf(q3, tenTowns);
  const [row] = view.ranking.rows;
  if (!row) throw new Error("no town is ranked");
  const rows = Array.from({ length: n }, (_, i) => ({
    ...row,
    rank: i + 1,
    town: { ...row.town, slug: `t${i}` },
  }));
  return { ...view, ranking: { ...view.ranking, rows } };
}

describe("the full table of a ranking", () => {
  it("is taken by the platform, with thirty towns of long names too, in both languages", () => {
    for (const locale of LOCALES)
      for (const page of [1, 2]) {
        expectSendable(fullTableCard({ ...viewOf(q3, tenTowns, locale), page }));
        expectSendable(fullTableCard({ ...viewOf(worst.now, worst.programme, locale), page }));
      }
  });

  it("has everything of every town, and keeps the town in sight", () => {
    const [first] = card.body.elements.filter(({ tag }) => tag === "table");
    expect(first).toMatchObject({ freeze_first_column: true });
    expect(rowsOf(card)[4]).toMatchObject({
      town: "北武当镇",
      rank: "并列第5名",
      score: "81.64",
      delta: "-7.50",
      move: "降2",
      light: [{ text: "偏慢" }],
      band: "4–5",
    });
    expect(rowsOf(card).at(-1)).toMatchObject({ town: "双池镇", rank: "未报", light: [{ text: "未报" }] });
  });

  it("has the points of each indicator, which add up to the score", () => {
    for (const row of rowsOf(card).filter(({ score }) => score !== "")) {
      const parts = Object.entries(row).flatMap(([name, points]) =>
        name.startsWith("part_") && points !== "不适用" ? [Number(points)] : [],
      );
      expect(parts.length).toBeGreaterThan(5);
      expect(parts.reduce((sum, points) => sum + points, 0)).toBeCloseTo(Number(row.score), 6);
    }
  });

  it("has nothing to compare in a first ranking", () => {
    const [first] = rowsOf(fullTableCard({ ...viewOf(q2, tenTowns), page: 1 }));
    expect(Object.keys(first ?? {})).not.toContain("delta");
  });

  it("of many towns comes in pages, each saying how many there are still", () => {
    const page = (n: number) => fullTableCard({ ...ofTowns(100), page: n });
    const next = (n: number) => buttonsOf(page(n))[0];
    expect(next(1)).toMatchObject({ text: "还有60个", action: query.table("2026Q3", 2) });
    expect(next(2)).toMatchObject({ text: "还有20个", action: query.table("2026Q3", 3) });
    expect(next(3)?.action).toEqual(query.table("2026Q3", 1));
    expect([1, 2, 3].map((n) => rowsOf(page(n)).length)).toEqual([40, 40, 20]);
    expect(rowsOf(page(9))).toEqual(rowsOf(page(1)));
    expectSendable(page(1));
  });
});
