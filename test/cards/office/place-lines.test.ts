import { describe, expect, it } from "vitest";
import type { Card } from "../../../cards/card.ts";
import { rankingCard } from "../../../cards/ranking/ranking.ts";
import { townLineCard } from "../../../cards/ranking/town-line.ts";
import { leaguesOf } from "../../../src/domain/explain/leagues.ts";
import { whatIf } from "../../../src/domain/explain/what-if.ts";
import { LOCALES, type Locale } from "../../../src/domain/programme/people.ts";
import { q2, q3, viewOf, worst } from "../explain/views.ts";
import { tenTowns, town } from "./programmes.ts";
import { expectSendable, wordsOf } from "./sendable.ts";

const leagues = leaguesOf(q3, q2, tenTowns);

function ranking(locale: Locale = "zh-CN"): Card {
  return rankingCard({ ...viewOf(q3, tenTowns, locale), leagues });
}

function lineCard(slug: string, locale: Locale = "zh-CN"): Card {
  const { ranking: drawn, bands } = viewOf(q3, tenTowns, locale);
  const rank = drawn.rows.find((row) => row.town.slug === slug)?.rank ?? null;
  return townLineCard({
    programme: tenTowns,
    ranking: drawn,
    town: town(tenTowns, slug),
    place: {
      scheme: q3.scheme,
      bands,
      league: leagues.find((row) => row.town === slug) ?? null,
      next: rank === null ? null : whatIf(q3, slug, { place: Math.max(1, rank - 1) }),
    },
    locale,
  });
}

describe("the ranking with bands and leagues", () => {
  it("is a card the platform takes, with thirty towns of long names that are hardly different", () => {
    for (const locale of LOCALES) {
      expectSendable(ranking(locale));
      const view = viewOf(worst.now, worst.programme, locale);
      const rows = leaguesOf(worst.now, worst.before, worst.programme);
      const card = rankingCard({ ...view, leagues: rows });
      expectSendable(card);
    }
  });

  it("says which neighbouring places are not really different, and only those", () => {
    const words = wordsOf(ranking());
    expect(words).toContain("**差异不显著**：第4名开栅镇与并列第5名北武当镇、普明镇，先后可能");
    const calm = { ...viewOf(q3, tenTowns), bands: new Map() };
    expect(wordsOf(rankingCard(calm))).not.toContain("差异不显著");
  });

  it("folds away the leagues: by kind, by progress and by gap closed, and puts nobody last in them", () => {
    const words = wordsOf(ranking());
    expect(words).toContain("**旅游类**：1 碛口镇，2 信义镇，3 北武当镇，3 普明镇");
    expect(words).toContain(
      "**进步幅度**（比上季多得的分）：1 碛口镇 +6.88，2 信义镇 +6.04，3 贾家庄镇 +1.84",
    );
    expect(words).toContain("：1 碛口镇 46.3%，2 贾家庄镇 38.8%，3 信义镇 33.2%，4 开栅镇 3.0%");
    expect(words).not.toContain("-17.30");
  });

  it("has groups only in a first ranking", () => {
    const words = wordsOf(rankingCard({ ...viewOf(q2, tenTowns), leagues: leaguesOf(q2, null, tenTowns) }));
    expect(words).toContain("**旅游类**");
    expect(words).not.toContain("进步幅度**");
  });
});

describe("a town's own points with its place", () => {
  it.each(q3.result.rows.map((row) => row.town))("of %s are a card the platform takes", (slug) => {
    for (const locale of LOCALES) expectSendable(lineCard(slug, locale));
  });

  it("tell the band, the leagues and the nearest way up, as an estimate", () => {
    const words = wordsOf(lineCard("beiwudang"));
    expect(words).toContain("并列第5名（区间4–5）。与第4名开栅镇**差异不显著**");
    expect(words).toContain("旅游类第3名（共4个），进步幅度第5名，追赶幅度第5名");
    expect(words).toContain(
      "（估算，其他单位原地不动）：项目投资再多约29.88万元，或形象进度再高约0.64个百分点，即可追平第4名开栅镇",
    );
  });

  it("tell the first no way up, and one that is far behind what it would take", () => {
    expect(wordsOf(lineCard("jiajiazhuang"))).not.toContain("最近的一步");
    expect(wordsOf(lineCard("wutong"))).toContain("项目投资再多约4,293.33万元，即可追平并列第5名");
    expect(wordsOf(lineCard("kaishan"))).toContain("只靠投资和形象进度还追不上第3名信义镇");
  });

  it("have nothing of the kind without a place", () => {
    expect(wordsOf(lineCard("shuangchi"))).not.toMatch(/位次把握|最近的一步|换个角度/);
  });
});
