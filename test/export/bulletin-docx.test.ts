import fc from "fast-check";
import { strFromU8, unzipSync } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";
import type { Draft } from "../../src/domain/bulletin/draft.ts";
import { breakTitle } from "../../src/export/bulletin/break-title.ts";
import { bulletinDocx } from "../../src/export/bulletin/bulletin-docx.ts";
import { textWidth } from "../../src/export/bulletin/measures.ts";
import { draftFor } from "./bulletin-draft.ts";

// A bulletin's file against GB/T 9704-2012, read from its XML.

const NUMBER = "吕特镇办〔2026〕12号";
const signed = { number: NUMBER, day: "2026-11-05" };
const mm = (twips: string | number | undefined) => (Number(twips) * 25.4) / 1440;

let draft: Draft;
let parts: Record<string, string>;
let body: string;
let paragraphs: string[];

beforeAll(async () => {
  draft = draftFor(13);
  parts = read(await bulletinDocx(draft, { signed, record: "0123456789abcdef" }));
  body = parts["word/document.xml"] ?? "";
  paragraphs = body.match(/<w:p>.*?<\/w:p>|<w:p .*?<\/w:p>/gs) ?? [];
});

function read(docx: Uint8Array): Record<string, string> {
  const files = unzipSync(docx);
  return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)]));
}

const text = (xml: string) =>
  [...xml.matchAll(/<w:t[ >][^<]*?>?([^<>]*)<\/w:t>/g)].map((match) => match[1]).join("");
/** The paragraph that begins with these words. */
function saying(words: string): string {
  const found = paragraphs.find((one) => text(one).startsWith(words));
  if (!found) throw new Error(`no paragraph ${words}`);
  return found;
}
const attribute = (xml: string, tag: string, name: string): string | undefined =>
  new RegExp(`<w:${tag}(?= )[^>]*? w:${name}="([^"]*)"`).exec(xml)?.[1];
const fontOf = (xml: string) => attribute(xml, "rFonts", "eastAsia");
const sizeOf = (xml: string) => attribute(xml, "sz", "val");

describe("the page", () => {
  it("is A4 with 天头 37, 订口 28 and a text area of 156 by 225 mm", () => {
    const of = (name: string) => mm(attribute(body, "pgMar", name));
    const [width, height] = [mm(attribute(body, "pgSz", "w")), mm(attribute(body, "pgSz", "h"))];
    expect(Math.abs(of("top") - 37)).toBeLessThanOrEqual(1);
    expect(Math.abs(of("left") - 28)).toBeLessThanOrEqual(1);
    expect(width - of("left") - of("right")).toBeCloseTo(156, 1);
    expect(height - of("top") - of("bottom")).toBeCloseTo(225, 1);
  });

  it("has 22 lines of 28 characters, exactly", () => {
    const opening = saying("按照“十大特色镇”");
    const pitch = Number(attribute(opening, "spacing", "line"));
    const area = (225 * 1440) / 25.4;
    expect(attribute(opening, "spacing", "lineRule")).toBe("exact");
    expect(Math.floor(area / pitch)).toBe(22);
    const spacing = Number(/<w:rPr>.*?<w:spacing w:val="(-?\d+)"/s.exec(opening)?.[1]);
    const width = (156 * 1440) / 25.4;
    expect(Math.floor(width / (Number(sizeOf(opening)) * 10 + spacing))).toBe(28);
    expect(attribute(opening, "ind", "firstLineChars")).toBe("200");
  });

  it("has its number outside the text: 4号 宋体 with dashes, odd pages right, even left, one character in", () => {
    const footers = Object.entries(parts).filter(([name]) => /^word\/footer\d+\.xml$/.test(name));
    expect(footers.map(([, xml]) => attribute(xml, "jc", "val")).sort()).toEqual(["left", "right"]);
    for (const [, xml] of footers) {
      expect([fontOf(xml), sizeOf(xml)]).toEqual(["宋体", "28"]);
      expect(xml).toContain("— ");
      expect(attribute(xml, "ind", attribute(xml, "jc", "val") ?? "")).toBe("280");
    }
    expect(parts["word/settings.xml"]).toContain("w:evenAndOddHeaders");
    // The middle of the dash 7 mm below the text area.
    const middle = mm(attribute(body, "pgMar", "bottom")) - mm(attribute(body, "pgMar", "footer")) - mm(140);
    expect(middle).toBeCloseTo(7, 0);
  });
});

describe("fonts and sizes", () => {
  it("name a font for Chinese in every run", () => {
    const runs = body.match(/<w:r>.*?<\/w:r>/gs) ?? [];
    expect(runs.length).toBeGreaterThan(100);
    expect(runs.filter((one) => !fontOf(one))).toEqual([]);
  });

  it("are those of their level: 小标宋, 仿宋, 黑体, 楷体", () => {
    const first = (xml: string) => /<w:r>.*?<\/w:r>/s.exec(xml)?.[0] ?? "";
    const of = (words: string) => [fontOf(first(saying(words))), sizeOf(first(saying(words)))];
    expect(of("关于2026年第三季度")).toEqual(["方正小标宋简体", "44"]);
    expect(of("各县（市、区）")).toEqual(["仿宋_GB2312", "32"]);
    expect(of("一、总体情况")).toEqual(["黑体", "32"]);
    expect(of("（一）明确产业定位")).toEqual(["楷体_GB2312", "32"]);
    expect(of("1.市自然资源局")).toEqual(["仿宋_GB2312", "32"]);
    expect(of(NUMBER)).toEqual(["仿宋_GB2312", "32"]);
    expect(of("附件1")).toEqual(["黑体", "32"]);
    expect(of("抄送：")).toEqual(["仿宋_GB2312", "28"]);
    expect(body).not.toMatch(/<w:b( w:val="true")?\/>/);
  });

  it("are black, but for the red head: the name of the office 35 mm down, and a rule under the number", () => {
    const red = paragraphs.filter((one) => one.includes("FF0000"));
    expect(red.map(text)).toEqual(["吕梁市特色镇领导小组办公室文件", NUMBER]);
    expect(mm(attribute(red[0] ?? "", "spacing", "before"))).toBeCloseTo(35, 0);
    expect(red[1]).toMatch(/<w:pBdr><w:bottom [^>]*FF0000/);
    expect(red.map((one) => attribute(one, "jc", "val"))).toEqual(["center", "center"]);
  });
});

describe("the order", () => {
  it("is head, number, title, addressees, text, attachments, signature, day, tables, 版记", () => {
    const all = paragraphs.map(text);
    const order = [
      ...[
        "吕梁市特色镇领导小组办公室文件",
        NUMBER,
        "关于2026年第三季度",
        "各县（市、区）人民政府，市直有关单位：",
      ],
      ...[
        "按照",
        "一、总体情况",
        "二、分项进展",
        "三、综合排名",
        "四、表扬与提醒",
        "五、存在问题",
        "六、下一步要求",
      ],
      ...["附件：1.综合得分及位次表", "2.项目投资及形象进度表", "3.问题清单及督办事项"],
      ...["吕梁市特色镇领导小组办公室", "2026年11月5日", "附件1", "附件2", "附件3", "抄送："],
    ].map((words, i) =>
      i === 14 ? all.lastIndexOf(draft.office) : all.findIndex((one) => one.startsWith(words)),
    );
    expect(order).not.toContain(-1);
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(all).toContain("3.问题清单及督办事项");
  });

  it("has the day two characters to the right of the office, which stands two from the margin or more", () => {
    const [character, width] = [315, (156 * 1440) / 25.4];
    const left = (xml: string) => Number(attribute(xml, "ind", "left"));
    const office = paragraphs.find((one) => text(one) === draft.office) ?? "";
    expect(width - left(office) - textWidth(draft.office) * character).toBeGreaterThanOrEqual(
      2 * character - 2,
    );
    expect(left(saying("2026年11月5日")) - left(office)).toBe(2 * character);
  });

  it("ends with 版记: three rules, thick, thin, thick, at the foot of the page it is on", () => {
    const tables = body.match(/<w:tbl>.*?<\/w:tbl>/gs) ?? [];
    const imprint = tables.at(-1) ?? "";
    const rule = (side: string) => attribute(imprint, side, "sz");
    expect(["top", "insideH", "bottom"].map(rule)).toEqual(["8", "6", "8"]);
    const heights = [...imprint.matchAll(/<w:trHeight w:val="(\d+)" w:hRule="exact"\/>/g)].map(([, one]) =>
      Number(one),
    );
    const all = heights.reduce((sum, one) => sum + one, 0);
    expect(mm(Number(attribute(imprint, "tblpPr", "tblpY")) + all)).toBeCloseTo(37 + 225, 0);
    expect(attribute(imprint, "tblpPr", "vertAnchor")).toBe("page");
    expect(text(imprint)).toContain("抄送：市委办公室，市政府办公室，市领导小组成员单位。");
    expect(text(imprint)).toContain("2026年11月5日印发");
  });
});

describe("what it is bound to", () => {
  it("stands in its properties: quarter, version and hash of the result, its number", () => {
    const custom = parts["docProps/custom.xml"] ?? "";
    for (const value of ["2026Q3", draft.of.hash, NUMBER, "0123456789abcdef"])
      expect(custom).toContain(value);
  });

  it("has no number and no day before it is signed", async () => {
    const before = read(await bulletinDocx(draft, { signed: null, record: "" }))["word/document.xml"] ?? "";
    expect(before).toContain("（送审稿）");
    expect(before).not.toContain("〔2026〕12号");
    expect(before).not.toContain("印发<");
  });
});

describe("the tables", () => {
  it.each([13, 200])("of %i towns repeat their header on every page and split no row", async (n) => {
    const xml = n === 13 ? body : await firstTableOf(n);
    const tables = (xml.match(/<w:tbl>.*?<\/w:tbl>/gs) ?? []).slice(0, -1);
    for (const [i, table] of tables.entries()) {
      const rows: string[] = [...(table.match(/<w:tr>.*?<\/w:tr>|<w:tr .*?<\/w:tr>/gs) ?? [])];
      expect(rows.filter((row) => row.includes("<w:tblHeader/>")).map((row) => rows.indexOf(row))).toEqual([
        0,
      ]);
      expect(rows.every((row) => row.includes("<w:cantSplit/>"))).toBe(true);
      if (i < 2) expect(rows).toHaveLength(n + 1 + i);
    }
    expect(tables).toHaveLength(n === 13 ? 3 : 1);
  });

  /** With one of the tables alone: a row takes the library a while. */
  async function firstTableOf(n: number): Promise<string> {
    const one = draftFor(n);
    const docx = await bulletinDocx({ ...one, tables: one.tables.slice(0, 1) }, { signed, record: "" });
    return read(docx)["word/document.xml"] ?? "";
  }
});

describe("a title", () => {
  it("is broken by meaning, in as few lines as fit, never an hourglass", () => {
    expect(breakTitle(draft.title, 20)).toEqual([
      "关于2026年第三季度全市“十大特色镇”",
      "创建工作进展情况的通报",
    ]);
    const part = fc.string({ unit: fc.constantFrom("通", "报", "2", "镇"), minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 7 }), (titles) => {
        const lines = breakTitle(titles, 12);
        expect(lines.join("")).toBe(titles.join(""));
        for (const line of lines) expect(textWidth(line)).toBeLessThanOrEqual(12);
        // A line ends where a part ends.
        const ends = titles.map((_, i) => titles.slice(0, i + 1).join("").length);
        lines.reduce((at, line) => {
          expect(ends).toContain(at + line.length);
          return at + line.length;
        }, 0);
      }),
    );
  });
});
