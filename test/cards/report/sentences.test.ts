import { describe, expect, it } from "vitest";
import { cellLabel, cellText, keyLabel } from "../../../cards/report/cell-text.ts";
import { flagText } from "../../../cards/report/flag-text.ts";
import { missingText } from "../../../cards/report/missing-text.ts";
import { problemText } from "../../../cards/report/problem-text.ts";
import { refusalText } from "../../../cards/report/refusal.ts";
import { CHECK_TEXT } from "../../../cards/text/checks.ts";
import { cny } from "../../../cards/text/cny.ts";
import { FLAG_TEXT } from "../../../cards/text/flags.ts";
import { LOCALES } from "../../../src/domain/programme/people.ts";
import type { Refusal } from "../../../src/domain/report/command.ts";
import type { Missing } from "../../../src/domain/report/completeness.ts";
import type { Problem } from "../../../src/domain/report/hard-checks.ts";
import { applyInputs } from "../../../src/domain/report/inputs.ts";
import { startReport } from "../../../src/domain/report/report.ts";
import type { Flag } from "../../../src/domain/report/soft-checks.ts";
import { allCells, NOW, qikou, realPack, viewOf } from "./case.ts";

const basis = qikou();
const view = viewOf(basis);
const { content } = startReport(basis);

function problemsOf(raw: Record<string, string>): string[] {
  const applied = applyInputs(raw, content, basis);
  return applied.ok ? [] : applied.problems.map((problem) => problemText(problem, "zh-CN"));
}

describe("a refused box says what is wrong and what to do", () => {
  it.each([
    [{ "investment/cumulative": "见附件" }, /读不出数字.*例如 8,820/],
    [{ "investment/cumulative": "四千多" }, /不是确数/],
    [{ "investment/cumulative": "72%" }, /单位与这一栏不符/],
    [{ "investment/source.county": "-5" }, /不能是负数/],
    [{ "investment/cumulative": "1000000000000" }, /远大于一年可能的数额.*元/],
    [{ "investment/cumulative": "4000" }, /累计 4,000\.00万元 小于上季度累计 4,560\.00万元.*“本季度投资”/],
    [{ "investment/cumulative": "17000" }, /超过各项目总投资之和 16,000\.00万元/],
    [{ "image/project.p1.actual": "120%" }, /120%，进度最多 100%/],
    [{ "image/project.p1.actual": "0.72" }, /百分之几.*百分号/],
    [
      { "facilities/item.facilities.3": "70", "facilities/item.facilities.3.status": "done" },
      /70 与所选状态/,
    ],
    [{ "facilities/progress": "字".repeat(1001) }, /超过 1000 字/],
    [{ "image/project.new.total": "500" }, /还没有写项目名称/],
  ])("%j", (raw, sentence) => {
    expect(problemsOf(raw)[0]).toMatch(sentence);
  });

  it("asks for a percentage when 推进中 is chosen alone", () => {
    const fresh = structuredClone(content);
    const items = fresh.areas.planning?.items ?? {};
    items["planning.1"] = 0;
    const raw = { "planning/item.planning.1": "", "planning/item.planning.1.status": "going" };
    const applied = applyInputs(raw, fresh, basis);
    expect(applied.ok ? [] : applied.problems.map((p) => problemText(p, "zh-CN"))).toEqual([
      expect.stringContaining("请再填完成百分比"),
    ]);
  });

  it("repeats at most twenty characters of what was typed", () => {
    const problem: Problem = {
      key: "investment/plan",
      problem: "not_a_number",
      values: { text: "甲".repeat(99) },
    };
    expect(problemText(problem, "zh-CN")).toContain(`“${"甲".repeat(20)}…”`);
  });
});

describe("every refusal has a sentence in both languages", () => {
  const refusals: Refusal[] = [
    { reason: "not_yours" },
    { reason: "not_open" },
    { reason: "in_review" },
    { reason: "approved" },
    { reason: "not_submitted" },
    { reason: "stale" },
    { reason: "conflict", byName: "王某", own: false, at: NOW, cells: [] },
    { reason: "conflict", byName: "王某", own: true, at: NOW, cells: [] },
    { reason: "problems", problems: [{ key: "investment/cumulative", problem: "negative" }] },
    { reason: "incomplete", missing: [{ kind: "untouched", section: "image" }] },
    { reason: "photos", sections: ["image"] },
    { reason: "no_cells" },
    { reason: "no_reason" },
  ];
  it.each(LOCALES.flatMap((locale) => refusals.map((refusal) => ({ locale, refusal }))))(
    "$refusal.reason ($locale)",
    ({ locale, refusal }) => {
      const said = refusalText(refusal, realPack, locale);
      expect(said.length).toBeGreaterThan(5);
      expect(said).not.toMatch(/[{}]|undefined/);
      expect([...said].length).toBeLessThan(200);
    },
  );

  it("names three of many and counts the rest", () => {
    const sections = realPack.areas.map((area) => area.id);
    const missing = sections.map((section): Missing => ({ kind: "untouched", section }));
    expect(refusalText({ reason: "incomplete", missing }, realPack, "zh-CN")).toMatch(/^还差6项：.*等 6 项$/);
  });
});

describe("what is missing", () => {
  it.each<[Missing, string]>([
    [{ kind: "untouched", section: "image" }, "形象进度：本季度尚未填写"],
    [{ kind: "plan", section: "investment" }, "项目投资：缺年计划投资"],
    [{ kind: "cumulative", section: "investment" }, "项目投资：缺今年累计投资"],
    [
      {
        kind: "sums",
        section: "investment",
        unequal: {
          stands: { way: "cumulative", amount: 8820 },
          other: { way: "sources", amount: 8825 },
          gap: -5,
        },
      },
      "项目投资：资金来源合计比累计投资多 5.00万元",
    ],
    [{ kind: "no_project", section: "image" }, "形象进度：还没有项目，请至少列一个"],
    [{ kind: "actual", section: "image", project: "客栈" }, "形象进度：“客栈”缺实际进度"],
    [{ kind: "returned", section: "image", cells: ["image/words"] }, "退回的内容还没有改：形象进度·情况说明"],
  ])("%j", (missing, said) => {
    expect(missingText(missing, view)).toBe(said);
  });
});

describe("a soft question", () => {
  const flags: Flag[] = [
    flag("jump", { increment: 600, median: 210 }),
    flag("stagnation", { cumulative: 4560 }),
    flag("copied_words", {}),
    flag("cliff", { increment: 8000, share: 66.7 }),
    flag("two_ledgers", { money: 105, site: 72 }),
    { ...flag("backwards", { name: "客栈", before: 38, now: 36 }), key: "backwards:image/project.p1.actual" },
    flag("round_numbers", { n: 12, k: 9 }),
    flag("plan_changed", { before: 12_000, plan: 10_000 }),
    { ...flag("estimate", { cell: "investment/cumulative" }), key: "estimate:investment/cumulative" },
  ];
  it.each(LOCALES.flatMap((locale) => flags.map((f) => ({ locale, kind: f.kind, f }))))(
    "$kind states its figures and asks, never accuses ($locale)",
    ({ locale, f }) => {
      const said = flagText(f, { ...view, locale });
      expect(said).not.toMatch(/[{}]|undefined|虚报|造假|违规|fraud|false/);
      for (const value of Object.values(f.values).filter((v) => typeof v === "number"))
        expect(
          [String(value), cny(String(value))].some((one) => said.replaceAll(",", "").includes(one)),
        ).toBe(true);
    },
  );
});

function flag(kind: Flag["kind"], values: Flag["values"]): Flag {
  return { key: `${kind}:investment`, kind, section: "investment", severity: "flag", values };
}

describe("cells", () => {
  it("are called by the pack's names and read with their units", () => {
    const cells = new Map(allCells(view).map((cell) => [cell.key, cell]));
    const said = (key: string) => {
      const cell = cells.get(key);
      return cell ? [cellLabel(cell, realPack, "zh-CN"), cellText(cell, "zh-CN")] : [];
    };
    expect(said("investment/plan")).toEqual(["年计划投资", "12,000.00万元"]);
    expect(said("image/project.p1.actual")).toEqual(["古镇客栈群修缮·实际进度", "38%"]);
    expect(said("facilities/item.facilities.3")).toEqual(["排水管网", "推进中 60%"]);
    expect(said("facilities/progress")).toEqual(["工作进展", "未填"]);
  });

  it("have the same label by key as by cell", () => {
    for (const cell of allCells(view))
      expect(keyLabel(cell.key, view)).toMatch(
        new RegExp(`${cellLabel(cell, realPack, "zh-CN")}$`.replace(/[（）()]/g, ".")),
      );
    expect(keyLabel("nowhere/plan", view)).toBe("nowhere/plan");
  });
});

describe("both languages", () => {
  it("put the same figures into the same sentence", () => {
    const holes = (text: unknown): string[] =>
      typeof text === "string"
        ? [
            [...text.matchAll(/\{\w+\}/g)]
              .map((m) => m[0])
              .sort()
              .join(),
          ]
        : Object.values(text ?? {}).flatMap(holes);
    expect(holes(CHECK_TEXT.en)).toEqual(holes(CHECK_TEXT["zh-CN"]));
    expect(holes(FLAG_TEXT.en)).toEqual(holes(FLAG_TEXT["zh-CN"]));
  });
});
