import { describe, expect, it } from "vitest";
import { LOCALES } from "../../src/domain/programme/people.ts";
import { nodesOf } from "../../src/domain/scoring/scheme-tree.ts";
import { literalsOf, sourceFiles } from "../source-files.ts";
import { everyCard } from "../whole/every-card/registry.ts";
import { SIZES } from "../whole/every-card/setting.ts";
import { realPack } from "./report/case.ts";
import { distinct } from "./show.ts";

// Texts for officials are in office language: no command lines, settings, ids or technical terms.

/** Observed on cards: `export 2026Q3 --out`, `objection.overrides`, 格子, 最大余数法; and similar terms. */
const CRAFT: Record<string, RegExp> = {
  "a command line":
    /(^|[^-\w])--[a-z]|\bnpm\b|\b(audit verify|doctor|backup)\b|\bexport …|\b(roster|task) import\b/,
  "the name of a setting, a column or a record":
    /\b[a-z]+(\.[a-z_]+)+\b(?<!example\.com?|e\.g)|\b[a-z]+_[a-z_]+\b/,
  "a term of the craft":
    /格子|最大余数|方案包|方案文件|配置项|字段|数据库|缓存|回调|令牌|[Ll]argest remainder|programme(’s|'s)? (pack|file)\b|\bcells?\b|\b(JSON|API|URL|webhook|callback|token|outbox|database|cron|server|schema)\b|服务器/,
  "a plural in brackets": /[a-z]\(s\)/,
};

function offences(text: string): string[] {
  return Object.entries(CRAFT)
    .filter(([, pattern]) => pattern.test(text))
    .map(([what]) => `${what}: ${text.slice(0, 120)}`);
}

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

  it.each(SIZES.flatMap((size) => LOCALES.map((locale) => ({ size, locale }))))(
    "hold nothing of the kind on any card, $size, in $locale",
    ({ size, locale }) => {
      const nameOf = new Map(
        distinct(everyCard(size, locale)).flatMap(([name, card]) =>
          shown(card).map((text): [string, string] => [text, name]),
        ),
      );
      const found = [...nameOf].flatMap(([text, name]) => offences(text).map((one) => `${name}: ${one}`));
      expect(found).toEqual([]);
    },
  );

  it("name every indicator of the pack in both languages, so that no id stands in for a name", () => {
    const nameless = nodesOf(realPack.scheme.root).filter(({ label, labelEn }) => !label || !labelEn);
    expect(nameless.map(({ id }) => id)).toEqual([realPack.scheme.root.id]);
  });
});

/** The visible texts of a card, without names, values and specifications of its parts. */
function shown(part: unknown): string[] {
  if (Array.isArray(part)) return part.flatMap(shown);
  if (typeof part !== "object" || part === null) return [];
  return Object.entries(part).flatMap(([key, value]) => {
    if (typeof value === "string")
      return ["content", "display_name", "en_us", "zh_cn"].includes(key) ? [plainOf(value)] : [];
    if (key === "rows" && Array.isArray(value))
      return value.flatMap((row) => Object.values(row ?? {}).filter((cell) => typeof cell === "string"));
    return shown(value);
  });
}

/** The text without links, colours and entities. */
function plainOf(markdown: string): string {
  return markdown.replace(/<[^>]*>|&#\d+;|https?:\/\/\S+/g, " ");
}
