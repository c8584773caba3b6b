import { describe, expect, it } from "vitest";
import { query } from "../../../cards/query.ts";
import { groupRankingCard, rankingCard } from "../../../cards/ranking/ranking.ts";
import { LOCALES } from "../../../src/domain/programme/people.ts";
import { packs, tenTowns, twoHundred } from "./programmes.ts";
import { changed, lineOf, workedQ2, workedQ3, worstRanking } from "./rankings.ts";
import { barsOf, buttonsOf, expectSendable, rowsOf, wordsOf } from "./sendable.ts";

const zh = { programme: tenTowns, locale: "zh-CN" } as const;
const card = rankingCard({ ...zh, ranking: workedQ3 });

describe("the ranking card", () => {
  it.each(packs)("of %s is taken by the platform in both languages", (_, programme) => {
    for (const locale of LOCALES)
      expectSendable(rankingCard({ programme, ranking: worstRanking(programme), locale }));
  });

  it("of two hundred towns shows the first thirty, counts the others and leads to them", () => {
    const programme = twoHundred();
    const ranking = worstRanking(programme);
    for (const many of [
      rankingCard({ ...zh, programme, ranking }),
      groupRankingCard({ programme, ranking }),
    ]) {
      expectSendable(many);
      const listed = rowsOf(many).length;
      expect(barsOf(many)).toHaveLength(30);
      expect(wordsOf(many)).toContain(`还有${200 - listed}个，见完整表。`);
      expect(buttonsOf(many)[0]?.action).toEqual(query.table("2026Q3", 1));
    }
  });

  it("opens with one picture, then at most three sentences, then a table of four columns", () => {
    const tags = card.body.elements.map(({ tag }) => tag);
    expect(tags.slice(0, 5)).toEqual(["chart", "markdown", "markdown", "markdown", "table"]);
    expect(rowsOf(card).map((row) => Object.values(row).join(" "))).toEqual([
      "1 贾家庄镇 100.10 –",
      "2 碛口镇 95.02 ↑3",
      "3 信义镇 90.86 ↑3",
      "4 开栅镇 81.85 ↑3",
      "5 北武当镇 81.64 ↓2",
      "5 普明镇 81.64 ↓2",
      "7 梧桐镇 72.44 ↓5",
      "– 双池镇  ",
    ]);
  });

  it("has the same picture for a group in both languages, with both names", () => {
    const group = groupRankingCard({ programme: tenTowns, ranking: workedQ3 });
    expect(barsOf(group).slice(0, 2)).toEqual([
      { name: "1 贾家庄 Jiajiazhuang –", value: 100.1, shown: "100.10", kind: "正常 / on schedule" },
      { name: "2 碛口 Qikou ↑3", value: 95.02, shown: "95.02", kind: "正常 / on schedule" },
    ]);
    expect(Object.values(rowsOf(group)[1] ?? {})).toEqual(["2", "碛口 Qikou", "95.02", "↑3"]);
    expect(JSON.stringify(group)).toContain("led by Jiajiazhuang, Qikou, Xinyi");
  });

  it("says who is behind on investment, as the colours do", () => {
    const words = wordsOf(card).replace(/<[^>]*>■<\/font> /g, "");
    expect(words).toContain("投资进度：正常4个，偏慢2个（北武当镇、普明镇），滞后1个（梧桐镇）。");
  });

  it("offers the full table, which no card for everyone holds", () => {
    const [first] = buttonsOf(card);
    expect(first?.action).toEqual(query.table("2026Q3", 1));
  });

  it("says of whom a figure was found misreported", () => {
    const found = changed(workedQ3, "kaishan", { misreport: true });
    expect(wordsOf(rankingCard({ ...zh, ranking: found }))).toContain("**核查不实**：开栅镇");
    expect(wordsOf(card)).not.toContain("核查不实");
  });

  it("says in the summary who reported and who did not, and names nobody as last", () => {
    const words = wordsOf(card);
    expect(words).toContain("共 **8** 个单位，**7** 个参加排名");
    expect(words).toContain("位居前列的是贾家庄镇、碛口镇、信义镇");
    expect(words).toContain("**未报**：双池镇");
    expect(words).not.toMatch(/最后|垫底|末位|下降/);
  });

  it("says when timeliness was not scored because the year's calendar is unknown", () => {
    const says = (lateness: "scored" | "calendar_unknown") =>
      wordsOf(rankingCard({ ...zh, ranking: { ...workedQ3, lateness } })).includes("报送及时性本季度未计分");
    expect([says("calendar_unknown"), says("scored")]).toEqual([true, false]);
  });

  it("draws every town, first rank first, with its move, each in the colour of its light", () => {
    expect(barsOf(card).map(({ name, shown, kind }) => [name, shown, kind].join(" "))).toEqual([
      "1 贾家庄镇 – 100.10 正常",
      "2 碛口镇 ↑3 95.02 正常",
      "3 信义镇 ↑3 90.86 正常",
      "4 开栅镇 ↑3 81.85 正常",
      "5 北武当镇 ↓2 81.64 偏慢",
      "5 普明镇 ↓2 81.64 偏慢",
      "7 梧桐镇 ↓5 72.44 滞后",
      "双池镇  不适用",
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
    expect(Object.keys(first ?? {})).toEqual(["rank", "town", "score"]);
    expect(barsOf(rankingCard({ ...zh, ranking: workedQ2 }))[0]?.name).toBe("1 贾家庄镇");
  });

  it("marks a town that had no rank before as new", () => {
    const fresh = changed(workedQ3, "qikou", { previousRank: null, delta: null });
    const line = rowsOf(rankingCard({ ...zh, ranking: fresh })).find(({ town }) => town === "碛口镇");
    expect(line).toMatchObject({ move: "新" });
  });

  it("names a town that is not ranked apart, with the reason", () => {
    const out = changed(workedQ3, "kaishan", { standing: "not_ranked", rank: null, score: null });
    const other = rankingCard({ ...zh, ranking: out });
    expect(wordsOf(other)).toContain("**不参评**：开栅镇");
    expect(rowsOf(other).find(({ town }) => town === "开栅镇")).toMatchObject({ rank: "–", score: "" });
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
    expect(buttonsOf(card)).toHaveLength(9);
  });
});
