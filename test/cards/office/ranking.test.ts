import { describe, expect, it } from "vitest";
import { query } from "../../../cards/query.ts";
import { rankingCard } from "../../../cards/ranking/ranking.ts";
import { LOCALES } from "../../../src/domain/programme/people.ts";
import { packs, tenTowns } from "./programmes.ts";
import { changed, lineOf, workedQ2, workedQ3, worstRanking } from "./rankings.ts";
import { buttonsOf, expectSendable, rowsOf, valuesOf, wordsOf } from "./sendable.ts";

const zh = { programme: tenTowns, locale: "zh-CN" } as const;
const card = rankingCard({ ...zh, ranking: workedQ3 });

describe("the ranking card", () => {
  it.each(packs)("of %s is taken by the platform in both languages", (_, programme) => {
    for (const locale of LOCALES)
      expectSendable(rankingCard({ programme, ranking: worstRanking(programme), locale }));
  });

  it("shows the worked example with ties, changes and lights", () => {
    const lines = rowsOf(card).map(({ rank, town, score, delta, move }) =>
      [rank, town, score, delta, move].join(" "),
    );
    expect(lines).toEqual([
      "第1名 贾家庄镇 100.10 +1.84 持平",
      "第2名 碛口镇 95.02 +6.88 升3",
      "第3名 信义镇 90.86 +6.04 升3",
      "第4名 开栅镇 81.85 +0.65 升3",
      "并列第5名 北武当镇 81.64 -7.50 降2",
      "并列第5名 普明镇 81.64 -7.50 降2",
      "第7名 梧桐镇 72.44 -17.30 降5",
      "未报 双池镇   ",
    ]);
  });

  it("says in the summary who reported and who did not, and names nobody as last", () => {
    const words = wordsOf(card);
    expect(words).toContain("共 **8** 个单位，**7** 个参加排名");
    expect(words).toContain("位居前列的是贾家庄镇、碛口镇、信义镇");
    expect(words).toContain("**未报**：双池镇");
    expect(words).not.toContain("梧桐镇");
  });

  it("says when timeliness was not scored because the year's calendar is unknown", () => {
    const says = (lateness: "scored" | "calendar_unknown") =>
      wordsOf(rankingCard({ ...zh, ranking: { ...workedQ3, lateness } })).includes("报送及时性本季度未计分");
    expect([says("calendar_unknown"), says("scored")]).toEqual([true, false]);
  });

  it("draws the towns with a score, first rank first, each in the colour of its light", () => {
    expect(valuesOf(card)).toEqual([
      { town: "贾家庄镇", score: 100.1, light: "正常" },
      { town: "碛口镇", score: 95.02, light: "正常" },
      { town: "信义镇", score: 90.86, light: "正常" },
      { town: "开栅镇", score: 81.85, light: "正常" },
      { town: "北武当镇", score: 81.64, light: "偏慢" },
      { town: "普明镇", score: 81.64, light: "偏慢" },
      { town: "梧桐镇", score: 72.44, light: "滞后" },
    ]);
  });

  it("prints more decimals when two different scores would look the same", () => {
    const close = changed(workedQ3, "wutong", { score: 81.6413 });
    const scores = rowsOf(rankingCard({ ...zh, ranking: close })).map(({ score }) => score);
    expect(scores).toContain("81.640");
    expect(scores).toContain("81.641");
  });

  it("leaves the columns of comparison out of a first ranking", () => {
    const [first] = rowsOf(rankingCard({ ...zh, ranking: workedQ2 }));
    expect(Object.keys(first ?? {})).toEqual(["rank", "town", "score", "light"]);
  });

  it("marks a town that had no rank before as new", () => {
    const fresh = changed(workedQ3, "qikou", { previousRank: null, delta: null });
    const line = rowsOf(rankingCard({ ...zh, ranking: fresh })).find(({ town }) => town === "碛口镇");
    expect(line).toMatchObject({ delta: "", move: "新" });
  });

  it("names a town that is not ranked apart, with the reason", () => {
    const out = changed(workedQ3, "kaishan", { standing: "not_ranked", rank: null, score: null });
    const other = rankingCard({ ...zh, ranking: out });
    expect(wordsOf(other)).toContain("**不参评**：开栅镇");
    expect(rowsOf(other).find(({ town }) => town === "开栅镇")).toMatchObject({ rank: "不参评", score: "" });
  });

  it("has no chart when nobody has a score", () => {
    const none = { ...workedQ3, rows: [lineOf(workedQ3, "shuangchi")] };
    const empty = rankingCard({ ...zh, ranking: none });
    expectSendable(empty);
    expect(empty.body.elements.some(({ tag }) => tag === "chart")).toBe(false);
  });

  it("tells two towns of one name apart by their county", () => {
    const towns = tenTowns.towns.map((place) =>
      place.slug === "puming" ? { ...place, name: "碛口镇" } : place,
    );
    const twins = { ...tenTowns, towns };
    const named = rowsOf(rankingCard({ ...zh, programme: twins, ranking: workedQ3 })).map(({ town }) => town);
    expect(named).toContain("碛口镇（临县）");
  });

  it("offers the reasons of every town's place in one tap, and the status of one without a place", () => {
    const actions = buttonsOf(card).map(({ action }) => action);
    expect(actions).toContainEqual(query.explain("qikou"));
    expect(actions).toContainEqual(query.status("shuangchi"));
    expect(buttonsOf(card)).toHaveLength(8);
  });
});
