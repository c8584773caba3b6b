import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Draft,
  draftLength,
  draftSchema,
  LONGEST,
  paragraphsOf,
  paragraphText,
  repeatedIn,
  sentencesIn,
  toCut,
  withParagraph,
} from "../../../src/domain/bulletin/draft.ts";
import { GIVEN } from "../procedure/given.ts";

const draft = draftSchema.parse(GIVEN.bulletin?.draft);
const long = (lengths: number[]): Draft => ({
  ...draft,
  sections: [
    {
      heading: "存在问题",
      paragraphs: lengths.map((length, i) => ({
        ...{ id: `p${i}`, sentences: [{ text: "字".repeat(length), fact: "" }] },
      })),
    },
  ],
});

describe("a draft's length", () => {
  it("is of title, addressees and text; within the limit nothing has to be cut", () => {
    expect(draftLength(draft)).toBeLessThanOrEqual(LONGEST);
    expect(toCut(draft)).toEqual([]);
  });

  it("beyond the limit names the longest paragraphs, no more than are needed", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 1, maxLength: 20 }), (lengths) => {
        const one = long(lengths);
        const cut = toCut(one);
        const left = cut.reduce((rest, { id }) => withParagraph(rest, id, ""), one);
        expect(draftLength(left)).toBeLessThanOrEqual(LONGEST);
        const but = cut.slice(0, -1).reduce((rest, { id }) => withParagraph(rest, id, ""), one);
        if (cut.length > 0)
          expect(draftLength({ ...but, sections: but.sections })).toBeGreaterThan(LONGEST - 20);
      }),
    );
  });
});

describe("a paragraph in a person's words", () => {
  it("keeps its place, sentence by sentence; empty words take it out", () => {
    const [, first, second] = paragraphsOf(draft);
    const changed = withParagraph(draft, first?.id ?? "", "投资进度\n总体正常。有两个单位偏慢。");
    expect(paragraphsOf(changed)[1]?.sentences.map(({ text }) => text)).toEqual([
      "投资进度总体正常。",
      "有两个单位偏慢。",
    ]);
    expect(paragraphsOf(withParagraph(draft, first?.id ?? "", " "))[1]?.id).toBe(second?.id);
  });

  it("is split into sentences without losing a character", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("进度", "，", "。", "！", "72%"), { maxLength: 30 }), (parts) => {
        const words = parts
          .join("")
          .replace(/[。！]{2,}/g, "。")
          .replace(/^[。！]+/, "");
        expect(sentencesIn(words).join("")).toBe(words);
        expect(
          paragraphText({ id: "", sentences: sentencesIn(words).map((text) => ({ text, fact: "" })) }),
        ).toBe(words);
      }),
    );
  });
});

describe("a sentence of the bulletin before", () => {
  const before = [{ text: "绿灯8个。", fact: "8" }];
  it("is repeated when it states something else, or is a person's", () => {
    expect(repeatedIn([{ text: "绿灯8个。", fact: "8" }], before)).toEqual([]);
    expect(repeatedIn([{ text: "绿灯8个。", fact: "8.04" }], before)).toHaveLength(1);
    expect(repeatedIn([{ text: "绿灯8个。", fact: "" }], before)).toHaveLength(1);
    expect(repeatedIn([{ text: "绿灯9个。", fact: "9" }], before)).toEqual([]);
  });
});
