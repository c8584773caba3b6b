import { describe, expect, it } from "vitest";
import { composeBulletin, numeral } from "../../../cards/bulletin/compose.ts";
import { composeCorrection } from "../../../cards/bulletin/compose-correction.ts";
import { correctionFacts } from "../../../src/domain/bulletin/correction.ts";
import {
  type Draft,
  draftLength,
  LONGEST,
  paragraphsOf,
  paragraphText,
  repeatedIn,
  sentencesOf,
} from "../../../src/domain/bulletin/draft.ts";
import type { BulletinInput } from "../../../src/domain/bulletin/facts.ts";
import { bulletinFacts } from "../../../src/domain/bulletin/gather.ts";
import { bulletinInput, cityOf, TODAY } from "../../domain/bulletin/city.ts";

const input = bulletinInput(cityOf(13));
const many = bulletinInput(cityOf(200));

function composed({ programme, now, ...rest }: BulletinInput, before: Draft | null = null): Draft {
  const facts = bulletinFacts({ programme, now, ...rest });
  const said = before ? sentencesOf(before) : [];
  return composeBulletin(facts, { programme, publication: now, before: said, today: TODAY });
}

const textOf = (draft: Draft) => paragraphsOf(draft).map(paragraphText).join("\n");

describe("the text of a bulletin", () => {
  const draft = composed(input);
  const text = textOf(draft);

  it("has the six sections in their order, and fits, with 13 towns and with 200", () => {
    const headings = ["总体情况", "分项进展", "综合排名", "表扬与提醒", "存在问题", "下一步要求"];
    for (const one of [draft, composed(many)]) {
      expect(one.sections.map(({ heading }) => heading)).toEqual(headings);
      expect(draftLength(one)).toBeLessThanOrEqual(LONGEST);
    }
  });

  it("states what the facts are: money to the cent, shares to a tenth, differences in percentage points", () => {
    const { whole } = bulletinFacts(input);
    const { plan = 0, invested = 0, due = 0 } = whole.ofPlan ?? {};
    expect(text).toContain(`完成投资${whole.invested.toFixed(2)}万元`);
    expect(text).toContain(`占年度计划投资的${((invested / plan) * 100).toFixed(1)}%`);
    expect(text).toContain(`慢${(((due - invested) / plan) * 100).toFixed(1)}个百分点`);
    expect(text).toContain("本季度应报13个，实报12个，未报1个。");
    expect(text).toContain("双池镇未报，不列位次");
  });

  it("sums the quarter's inspections up, and says what they praised", () => {
    const praised = [{ town: "wutong", words: "街面整洁" }];
    const visited = { visits: 2, towns: 5, found: 3, closed: 1, praised };
    const said = textOf(composed({ ...input, visited }));
    expect(said).toContain("本季度开展督查2次，到访5个单位，发现需整改问题3个，已销号1个。");
    expect(said).toContain("督查中值得肯定的有：梧桐镇街面整洁。");
    expect(text).not.toContain("开展督查");
  });

  it("demands with owner, day and 督办 number", () => {
    expect(text).toContain("市自然资源局（原国土）：产业园用地指标批复，原定2026年10月20日，已逾期");
    expect(text).toContain("（督办〔2026〕2号）。");
    expect(text).toContain("梧桐镇：过境公路沿线污水接管，于2026年12月15日前完成（督办〔2026〕1号）。");
  });

  it("binds every sentence to its figures", () => {
    for (const { text: one, fact } of sentencesOf(draft)) expect([one, fact.length > 0]).toEqual([one, true]);
    expect(draft.of).toEqual({ period: "2026Q3", seq: 1, hash: input.now.hash });
  });

  it("repeats no sentence of the bulletin before unless its fact is the same", () => {
    const said = draft.sections.flatMap(({ paragraphs }) => paragraphs).flatMap(({ sentences }) => sentences);
    const old = said.map(({ text: one }) => ({ text: one, fact: "old" }));
    const stale: Draft = { ...draft, opening: { id: "opening", sentences: old }, sections: [] };
    const again = composed(input, stale);
    expect(repeatedIn(sentencesOf(again), sentencesOf(stale))).toEqual([]);
    expect(textOf(again)).toContain("2026年第三季度，本季度应报13个");
  });

  it("names every town of the result in its tables, in rank order, and every problem and item", () => {
    for (const [city, of] of [
      [input, draft],
      [many, composed(many)],
    ] as const) {
      const [scores, works, problems] = of.tables;
      expect(scores?.rows).toHaveLength(city.programme.towns.length);
      expect(works?.rows).toHaveLength(city.programme.towns.length + 1);
      const { problems: all, demands } = bulletinFacts(city);
      const used = all.filter((one) => "demand" in one && one.demand).length;
      expect(problems?.rows).toHaveLength(all.length + demands.length - used);
      for (const { head, rows, widths } of of.tables)
        for (const row of [...rows, widths]) expect(row).toHaveLength(head.length);
    }
  });

  it("takes a town's name of today, and its figures by what it is", () => {
    const towns = input.programme.towns.map((town) =>
      town.slug === "qikou" ? { ...town, name: "黄河古镇" } : town,
    );
    const renamed = composed({ ...input, programme: { ...input.programme, towns } });
    expect(JSON.stringify(renamed.tables)).not.toContain("碛口镇");
    expect(renamed.names.qikou).toBe("黄河古镇");
    expect(JSON.stringify(renamed.tables).replaceAll("黄河古镇", "碛口镇")).toBe(
      JSON.stringify(draft.tables),
    );
  });

  it("counts its parts in Chinese", () => {
    expect([1, 9, 10, 11, 20, 31].map(numeral)).toEqual(["一", "九", "十", "十一", "二十", "三十一"]);
  });
});

describe("a 更正通报", () => {
  it("states old, new and reason, and what became of every score and place", () => {
    const rows = input.now.result.rows.map((row, i) =>
      i < 2 ? { ...row, score: (row.score ?? 0) - 5, rank: (row.rank ?? 0) + 1 } : row,
    );
    const now = { ...input.now, seq: 2, at: input.now.at + 1, hash: "cd".repeat(32), result: { rows } };
    const change = { cell: "investment/cumulative", before: 8820, after: 8000.5, by: "ou" };
    const made = [
      { ...change, reason: "重复计算。", at: now.at },
      { ...change, reason: "发布以前的", at: input.now.at - 1 },
    ];
    const facts = correctionFacts(input.now, now, new Map([["qikou", made]]));
    const corrects = { id: "b", number: "吕特镇办〔2026〕12号" };
    const draft = composeCorrection(facts, { programme: input.programme, publication: now, corrects });
    const text = textOf(draft);
    expect(draft.title.join("")).toContain("关于更正");
    expect(text).toContain("（吕特镇办〔2026〕12号）印发后");
    expect(text).toContain(
      "碛口镇“项目投资·今年累计投资”原为8,820.00万元，更正为8,000.50万元，原因：重复计算。",
    );
    expect(text).not.toContain("发布以前的");
    expect(text).toContain("得分或位次有变化的单位共2个");
    expect(draft.tables[0]?.rows).toHaveLength(2);
    expect(draft).toMatchObject({ of: { seq: 2 }, corrects: "b" });
  });
});
