import { describe, expect, it } from "vitest";
import { digestCard, groupDigestCard } from "../../../cards/digest/digest.ts";
import { rowLine } from "../../../cards/digest/row-line.ts";
import type { DigestView } from "../../../cards/digest/view.ts";
import { DIGEST_KINDS } from "../../../src/domain/digest/digest-kind.ts";
import { LOCALES } from "../../../src/domain/programme/people.ts";
import { calm, closing, question, task } from "../../domain/digest/given.ts";
import { packs, tenTowns, twoHundred } from "../office/programmes.ts";
import { barsOf, buttonsOf, expectSendable, wordsOf } from "../office/sendable.ts";
import { viewOf, worstInput } from "./digests.ts";

const LONG = "请按已完成工程量重新核对并与监理月报保持一致".repeat(50);
const HOSTILE = "<at id=all></at>|`*_[](javascript:)".repeat(30);

const titles = (view: DigestView): string[] =>
  digestCard(view).body.elements.flatMap((part) =>
    part.tag === "collapsible_panel" && "content" in part.header.title ? [part.header.title.content] : [],
  );
const unfolded = (view: DigestView): string =>
  wordsOf({
    ...digestCard(view),
    body: { elements: digestCard(view).body.elements.filter(({ tag }) => tag !== "collapsible_panel") },
  });

describe("a digest's card", () => {
  it("opens with investment against the schedule, furthest behind on top, then the quarter's state", () => {
    const view = viewOf(calm);
    const { elements } = digestCard(view).body;
    expect(elements.slice(0, 4).map(({ tag }) => tag)).toEqual(["markdown", "chart", "markdown", "markdown"]);
    expect(barsOf(digestCard(view)).map(({ name, shown, kind }) => [name, shown, kind].join(" "))).toEqual([
      "梧桐镇 65% 滞后",
      "普明镇 80% 偏慢",
      "北武当镇 80% 偏慢",
      "开栅镇 95% 正常",
      "信义镇 100% 正常",
      "碛口镇 105% 正常",
      "贾家庄镇 120% 正常",
      "双池镇  不适用",
    ]);
    const words = wordsOf(digestCard(view)).replace(/<[^>]*>■<\/font> /g, "");
    expect(words).toContain("偏慢2个（普明镇、北武当镇），滞后1个（梧桐镇）。1个还没有数据。");
    expect(words).toMatch(/26年三季度已发布[\s\S]*2026年第三季度\*\* 应报/);
    expect(barsOf(groupDigestCard(view))[0]?.name).toBe("梧桐 Wutong");
  });

  it("has no picture while there is nothing to show", () => {
    const { elements } = digestCard(viewOf({ ...calm, ranking: null })).body;
    expect(elements.some(({ tag }) => tag === "chart")).toBe(false);
  });

  it("draws thirty of many towns, counts the others and says where they are", () => {
    const card = digestCard(viewOf(worstInput(twoHundred(), LONG)));
    expect(barsOf(card)).toHaveLength(30);
    expect(wordsOf(card)).toContain("还有170个没有画出，发“排名”可看完整表。");
  });

  it.each([...packs, ["two hundred counties", twoHundred()] as const])(
    "is taken by the platform at its longest, of %s, for the city and a county, in both languages",
    (_, programme) => {
      for (const worst of [worstInput(programme, LONG), worstInput(programme, HOSTILE)])
        for (const kind of DIGEST_KINDS) {
          const input = { ...worst, kind };
          const county = programme.counties.at(-1)?.slug ?? "";
          for (const view of [viewOf(input), viewOf(input, { audience: { county } })])
            for (const locale of LOCALES) expectSendable(digestCard({ ...view, locale }));
        }
    },
  );

  it("accounts for every report: approved, in review, returned and missing are together all", () => {
    const view = viewOf(worstInput(tenTowns, LONG));
    const { reporting } = view.facts;
    if (!reporting) throw new Error("no quarter");
    const facts = {
      ...reporting,
      total: 13,
      approved: 7,
      inReview: 0,
      returned: 1,
      missing: ["a", "b", "c", "d", "e"],
    };
    const words = wordsOf(digestCard({ ...view, facts: { ...view.facts, reporting: facts } }));
    expect(words).toMatch(
      /应报13个，已通过 \*\*7\*\* 个，审核中0个.*退回待补正 \*\*1\*\* 个。没有报送 \*\*5\*\* 个。/,
    );
  });

  it("says how many it does not list", () => {
    expect(wordsOf(digestCard(viewOf(worstInput(twoHundred(), LONG))))).toMatch(/其余1\d\d项/);
  });

  it("holds at most five changed rows in sight, each with its own button, and folds everything else", () => {
    const view = viewOf(worstInput(tenTowns, LONG));
    const card = digestCard(view);
    const rows = card.body.elements.filter(({ tag }) => tag === "column_set");
    expect(rows.length).toBeLessThanOrEqual(5);
    for (const row of rows) expect(JSON.stringify(row)).toMatch(/new__question/);
    const actions = buttonsOf(card).map(({ action }) => JSON.stringify(action));
    expect(new Set(actions).size).toBe(actions.length);
  });

  it("says that nothing changed, and lists what is still owed in a panel", () => {
    const input = { ...calm, tasks: [task({ due: "2026-10-01" })] };
    const before = viewOf(input).facts;
    const view = viewOf(input, { before });
    expect(unfolded(view)).toContain("与上期相比，没有新增或变化的要事。");
    expect(unfolded(view)).not.toContain("景区停车场");
    expect(titles(view)).toContain("逾期事项 1项");
    // The places are as they were: whoever asks gets them.
    expect(titles(view)).not.toContain("2026年第三季度位次（8个单位）");
    expect(titles({ ...view, preview: true })).toContain("2026年第三季度位次（8个单位）");
  });

  it("the first of its kind compares with nothing", () => {
    const said = unfolded(viewOf({ ...calm, ranking: null }));
    expect(said).toContain("本期没有需要关注的事项。");
    expect(said).not.toContain("与上期相比");
  });

  it("says of a report that missed the lock that it is one no more", () => {
    const view = viewOf(calm);
    const row = { id: "2026Q3/xinyi", mark: "unranked", town: "xinyi", asked: null, days: 12 } as const;
    const line = rowLine(view, { ...row, kind: "report", state: "unranked" }, 80);
    expect(line).toMatch(/信义镇：.*锁定前没有报送，按未报计，只能补报/);
    expect(line).not.toContain("尚未报送");
  });

  it("never says that all is well when it cannot know", () => {
    const health = { ...calm.health, lastRunAt: null };
    const view = viewOf({ ...calm, health }, { before: viewOf(calm).facts });
    expect(digestCard(view).header.template).toBe("orange");
    expect(unfolded(view)).toContain("数据可能不是最新");
    expect(unfolded(view)).toContain("不能据此认为一切正常");
    expect(unfolded(view)).not.toContain("与上期相比，没有新增或变化的要事。");
  });

  it("names the runs that were missed", () => {
    const missed = [{ job: "digest_weekly", period: "2026-W44", dueAt: Date.UTC(2026, 9, 26, 1, 10) }];
    expect(unfolded(viewOf({ ...calm, missed }))).toContain(
      "有1次定时任务没有按时运行：周报（10月26日 09:10）。",
    );
  });

  it("tells why a place moved, and what was gained is never why it fell", () => {
    const words = wordsOf(digestCard(viewOf(calm)));
    expect(words).toMatch(/梧桐镇：第2名→\*\*第7名\*\*，主要是[^\n]*-\d/);
    expect(words).not.toMatch(/\+\d[^\n]*（降/);
  });

  it("shows a question beside its row until it is answered, then the answer", () => {
    const tasks = [task({ due: "2026-10-01" })];
    const open = wordsOf(digestCard(viewOf({ ...calm, tasks, questions: [question()] })));
    expect(open).toContain("已询问“预计哪天完成？”，10月27日至今未答复（4个工作日）");
    const answered = [question({ answer: "11月底完成" })];
    expect(wordsOf(digestCard(viewOf({ ...calm, tasks, questions: answered })))).toContain(
      "已答复：11月底完成",
    );
  });

  it("of a county asks nobody: whoever reads it may not", () => {
    const input = { ...calm, tasks: [task({ due: "2026-10-01" })] };
    const card = digestCard(viewOf(input, { audience: { county: "linxian" } }));
    expect(card.header.title.content).toBe("临县工作周报");
    expect(buttonsOf(card)).toEqual([]);
    expect(wordsOf(card)).toContain("碛口镇：景区停车场");
  });

  it("of a quarter tells who rose most, the counties' scores and what was closed", () => {
    const log = [closing(calm.span.to - 1000)];
    const input = { ...calm, kind: "quarterly" as const, tasks: [task({ status: "closed", log })] };
    const words = wordsOf(digestCard(viewOf(input)));
    expect(words).toContain("**进位最多**：碛口镇、信义镇、开栅镇，上升3位。");
    expect(words).toContain("临县（1个）95.02分，较上季+6.88");
    expect(words).toContain("本期办结 **1** 项。");
  });

  it("says how the ledger is counted, beside the count", () => {
    const burden = { now: new Map([["qikou", { messages: 3, fields: 7 }]]), before: new Map() };
    const view = viewOf({ ...calm, burden });
    expect(titles(view)).toContain("减负账本：给镇发消息3条（上期0），要求填报7项（上期0）");
    expect(wordsOf(digestCard(view))).toContain("不统计到人");
  });
});
