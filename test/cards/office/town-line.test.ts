import { describe, expect, it } from "vitest";
import type { Card } from "../../../cards/card.ts";
import { townLineCard } from "../../../cards/ranking/town-line.ts";
import { LOCALES } from "../../../src/domain/programme/people.ts";
import { partsOf, sumOf } from "../explain/explained-parts.ts";
import { qikou, viewOf } from "../report/case.ts";
import { packs, tenTowns, town } from "./programmes.ts";
import { changed, lineOf, workedQ2, workedQ3, worstRanking } from "./rankings.ts";
import { expectSendable, wordsOf } from "./sendable.ts";

const WORKED = ["jiajiazhuang", "qikou", "xinyi", "kaishan", "beiwudang", "puming", "wutong"];

function cardOf(slug: string, ranking = workedQ3): Card {
  return townLineCard({
    programme: tenTowns,
    ranking,
    town: town(tenTowns, slug),
    previous: lineOf(workedQ2, slug),
    locale: "zh-CN",
  });
}

describe("a town's own points", () => {
  it.each(packs)("of %s are a card the platform takes in both languages", (_, programme) => {
    const ranking = worstRanking(programme);
    for (const locale of LOCALES)
      for (const row of ranking.rows)
        expectSendable(townLineCard({ programme, ranking, town: row.town, previous: row, locale }));
  });

  it("above the full mark are explained where they stand, and only those", () => {
    const above = WORKED.flatMap((slug) => {
      const card = cardOf(slug);
      return partsOf(card)
        .filter(({ points, full }) => Number(points) > Number(full) && Number(full) > 0)
        .map(({ part, points }) => ({
          said: wordsOf(card),
          line: `${part} ${points}/30：超额完成，最多按110%计。`,
        }));
    });
    expect(above.length).toBeGreaterThan(0);
    for (const { said, line } of above) expect(said).toContain(line);
    expect(wordsOf(cardOf("wutong"))).not.toContain("超额完成");
    expect(
      wordsOf(
        townLineCard({
          programme: tenTowns,
          ranking: workedQ3,
          town: town(tenTowns, "jiajiazhuang"),
          locale: "en",
        }),
      ),
    ).toContain("/30: more than the target was done; at most 110% of it counts.");
  });

  it.each(WORKED)("of %s add up exactly to the score and the change shown", (slug) => {
    const card = cardOf(slug);
    expect(wordsOf(card)).toContain(`综合得分 **${sumOf(card, "points")}** 分`);
    const change = Number(sumOf(card, "change"));
    expect(wordsOf(card)).toContain(`较上季度 **${change > 0 ? "+" : ""}${change.toFixed(2)}** 分`);
  });

  it("list the town's own check-up questions with what it said, folded away, and that they took no point", () => {
    const { report: filled } = viewOf(qikou());
    const answers = { "two_ledgers:image": { question: "", answer: "先施工后结算", by: "ou_1", at: 0 } };
    const report = { ...filled, answers };
    const values = { money: 110, site: 60 };
    const flag = { section: "image", severity: "flag", values } as const;
    const questions = {
      report,
      flags: [
        { ...flag, key: "two_ledgers:image", kind: "two_ledgers" as const },
        { ...flag, key: "cliff:investment", kind: "cliff" as const, values: { increment: 4260, share: 71 } },
      ],
    };
    for (const locale of LOCALES)
      expectSendable(
        townLineCard({
          programme: tenTowns,
          ranking: workedQ3,
          town: town(tenTowns, "qikou"),
          questions,
          locale,
        }),
      );
    const view = { programme: tenTowns, ranking: workedQ3, town: town(tenTowns, "qikou"), questions };
    const card = townLineCard({ ...view, locale: "zh-CN" });
    expect(JSON.stringify(card)).toContain("数据体检的提问（2 条）");
    expect(wordsOf(card)).toMatch(/110%，形象进度完成计划的 60%.*<br>我们的说明：先施工后结算/);
    expect(wordsOf(card)).toMatch(/71%.*<br>没有填写说明/);
    expect(wordsOf(card)).toContain("提问不扣分");
  });

  it("show each indicator against its full marks and what changed", () => {
    expect(partsOf(cardOf("beiwudang")).find(({ part }) => part === "项目投资")).toEqual({
      part: "项目投资",
      points: "24.00",
      full: "30.00",
      change: "-4.50",
    });
  });

  it("share the weight of an indicator that does not apply among the others", () => {
    const lines = partsOf(cardOf("kaishan"));
    expect(lines.find(({ part }) => part === "项目投资")).toMatchObject({ full: "32.33" });
    expect(lines.find(({ part }) => part === "景观风貌")).toMatchObject({
      points: "不适用",
      full: "",
    });
    const full = lines.reduce((total, line) => total + Number(line.full), 0);
    expect(full).toBeCloseTo(100, 1);
  });

  it("say where most points were lost", () => {
    expect(wordsOf(cardOf("wutong"))).toContain(
      "失分最多**：项目投资少10.50分（满分30.00）；形象进度少6.00分（满分20.00）",
    );
  });

  it("list a bonus as a line of its own", () => {
    const qikou = lineOf(workedQ3, "qikou");
    const rewarded = changed(workedQ3, "qikou", {
      score: 96.52,
      delta: 8.38,
      contributions: { ...qikou.contributions, bonus: 1.5 },
    });
    const card = cardOf("qikou", rewarded);
    expect(partsOf(card).at(-1)).toEqual({ part: "加分", points: "1.50", full: "", change: "+1.50" });
    expect(sumOf(card, "points")).toBe("96.52");
  });

  it("are not split by today's weights when the ranking was made under another scheme", () => {
    const card = cardOf("qikou", { ...workedQ3, schemeId: "v0" });
    expect(partsOf(card).every(({ full }) => full === "")).toBe(true);
    expect(sumOf(card, "points")).toBe("95.02");
    expect(wordsOf(card)).not.toContain("满分");
  });

  it("are only a score under a scheme that does not split one", () => {
    const card = cardOf("qikou", changed(workedQ3, "qikou", { contributions: {} }));
    expect(partsOf(card)).toEqual([]);
    expect(wordsOf(card)).toContain("95.02");
  });

  it("are explained, not invented, for a town that did not report", () => {
    const card = townLineCard({
      programme: tenTowns,
      ranking: workedQ3,
      town: town(tenTowns, "shuangchi"),
      locale: "zh-CN",
    });
    expect(wordsOf(card)).toContain("按未报列在最后，没有名次和得分");
    expect(partsOf(card)).toEqual([]);
  });

  it("say that a rank is shared", () => {
    expect(wordsOf(cardOf("puming"))).toContain("并列第5名");
    expect(wordsOf(cardOf("qikou"))).toContain("位次 **第2名**（共7个");
  });
});
