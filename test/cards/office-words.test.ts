import { describe, expect, it } from "vitest";
import { nodesOf } from "../../src/domain/scoring/scheme-tree.ts";
import { literalsOf, sourceFiles } from "../source-files.ts";
import { offences } from "./offences.ts";
import { realPack } from "./report/case.ts";

// Texts for officials are in office language: no command lines, settings, ids or technical terms.

/** A sentence for readers, in either language, as opposed to a name in the code. */
const isSentence = (text: string) => /[\u3400-\u9fff]/.test(text) || /[A-Za-z]{2,} [A-Za-z]{2,}/.test(text);

describe("words for officials", () => {
  it("the scan knows the kinds it was written for", () => {
    const seen = [
      "请管理员导出：export … --out 文件名.xlsx",
      "在方案文件的 objection.overrides 里写明",
      "退回相应格子",
      "余数按最大余数法分完",
      "运行 audit verify",
      "open_id 不对",
      "指标 positioning.done",
      "3 photo(s) received",
    ];
    for (const text of seen) expect(offences(text), text).not.toEqual([]);
    for (const text of ["请退回相应内容。", "see https://example.com/x", "31.50/30"])
      expect(offences(text), text).toEqual([]);
    expect(literalsOf(`const a = \`甲\${b ? \`乙\${c}\` : "丙"}丁\`; // \`戊\`\nx('己')`)).toEqual([
      "乙…",
      "丙",
      "甲…丁",
      "己",
    ]);
  });

  it("hold nothing of the kind, in any text, notice or refusal of either language", () => {
    const texts = sourceFiles("cards/text").flatMap(({ path, text }) =>
      literalsOf(text)
        .map((literal) => literal.replace(/\{\w+\}/g, "…"))
        .filter(isSentence)
        .map((literal) => ({ path, literal })),
    );
    expect(texts.length).toBeGreaterThan(1500);
    expect(texts.flatMap(({ path, literal }) => offences(literal).map((one) => `${path}: ${one}`))).toEqual(
      [],
    );
  });

  it("name every indicator of the pack in both languages, so that no id stands in for a name", () => {
    const nameless = nodesOf(realPack.scheme.root).filter(({ label, labelEn }) => !label || !labelEn);
    expect(nameless.map(({ id }) => id)).toEqual([realPack.scheme.root.id]);
  });
});
