import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Town } from "../../../src/domain/programme/programme.ts";
import { figureKey } from "../../../src/domain/question/figures.ts";
import type { Intent } from "../../../src/domain/question/intent.ts";
import { understand } from "../../../src/domain/question/understand.ts";
import { towns } from "../programmes.ts";

// However a question is bent, it is answered about the town, quarter and figure that were meant, or asked back, or not
// understood: never about another.

const QUARTERS = [
  ["一季度", "2026Q1"],
  ["二季度", "2026Q2"],
  ["三季度", "2026Q3"],
  ["2026年第二季度", "2026Q2"],
  ["去年四季度", "2025Q4"],
  ["Q1", "2026Q1"],
  ["上半年", "2026Q2"],
] as const;
const FIGURES = [
  ["投资", "invested"],
  ["得分", "score"],
  ["形象进度", "image"],
  ["名次", "place"],
  ["资金到位", "funds"],
  ["完成率", "share"],
] as const;
const ENDS = ["", "多少", "是多少", "怎么样", "呢", "？"];

type Meant = { town: Town; period: string; figure: string };
type Said = Meant & { parts: [town: string, quarter: string, figure: string, end: string] };

const question = fc
  .record({
    town: fc.constantFrom(...towns.towns),
    quarter: fc.constantFrom(...QUARTERS),
    figure: fc.constantFrom(...FIGURES),
    end: fc.constantFrom(...ENDS),
  })
  .map(
    ({ town, quarter, figure, end }): Said => ({
      town,
      period: quarter[1],
      figure: figure[1],
      parts: [town.short, quarter[0], figure[0], end],
    }),
  );

const ask = (text: string) => understand(text, towns, { period: "2026Q3", today: "2026Q4" });

/** What an intent speaks of that was not meant; empty where it asks back or understood nothing. */
function otherThan(meant: Partial<Meant>, intent: Intent): string[] {
  if (intent.kind === "which" || intent.kind === "unknown") return [];
  const named =
    "towns" in intent
      ? intent.towns
      : "town" in intent && intent.town
        ? [intent.town]
        : intent.kind === "figure" && intent.whom !== "all" && "towns" in intent.whom
          ? intent.whom.towns
          : [];
  const others = named.filter((town) => meant.town && town !== meant.town).map(({ slug }) => slug);
  const quarter = "period" in intent && intent.period ? intent.period : null;
  const figure = intent.kind === "figure" ? figureKey(intent.figure) : null;
  return [
    ...others,
    ...(quarter !== null && meant.period && quarter !== meant.period ? [quarter] : []),
    ...(figure !== null && meant.figure && figure !== meant.figure ? [figure] : []),
  ];
}

const exactly = ({ town, period, figure }: Meant, text: string) => {
  const intent = ask(text);
  expect(intent, text).toMatchObject({ kind: "figure", period, whom: { towns: [{ slug: town.slug }] } });
  expect(intent.kind === "figure" && figureKey(intent.figure), text).toBe(figure);
};

describe("a question that is bent and still says all of it", () => {
  const orders: Array<(parts: Said["parts"]) => string> = [
    ([town, quarter, figure, end]) => `${town}${quarter}${figure}${end}`,
    ([town, quarter, figure, end]) => `${quarter}${town}${figure}${end}`,
    ([town, quarter, figure, end]) => `${quarter}${figure}${end} ${town}`,
    ([town, quarter, figure, end]) => `${figure} ${town} ${quarter}${end}`,
    ([town, quarter, figure, end]) => `${town}的${figure}，${quarter}的${end}`,
    ([town, quarter, figure]) => `${town} ${quarter} ${figure}`,
  ];
  test("in any order of its parts", () => {
    fc.assert(
      fc.property(question, fc.constantFrom(...orders), (said, order) => exactly(said, order(said.parts))),
      { numRuns: 500 },
    );
  });

  test("wrapped in courtesies", () => {
    const before = ["请问一下", "麻烦您", "小王啊，", "那个，", "领导问：", "劳驾看看", "你好，", "帮我查查"];
    const after = ["，谢谢", "！", "，急", "。。。", "哈", " 谢谢您", "，麻烦了"];
    fc.assert(
      fc.property(question, fc.constantFrom(...before), fc.constantFrom(...after), (said, a, z) =>
        exactly(said, `${a}${said.parts.join("")}${z}`),
      ),
      { numRuns: 500 },
    );
  });

  test("in mixed scripts: full width, capitals, spaces, pinyin of the town", () => {
    const wide = (text: string) =>
      text.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
    const bent = (said: Said): string[] => {
      const [town, quarter, figure, end] = said.parts;
      return [
        wide(said.parts.join("")),
        [...said.parts.join("")].join(" ").replace(/(?<=[\w\d]) (?=[\w\d])/g, ""),
        `${said.town.nameEn.toUpperCase()} ${quarter}${figure}${end}`,
        `${town}${quarter}${figure}${end}`.replace("季度", "季度 "),
      ];
    };
    fc.assert(
      fc.property(question, fc.nat(3), (said, way) => exactly(said, bent(said)[way] ?? "")),
      { numRuns: 500 },
    );
  });

  test("without its particles", () => {
    fc.assert(
      fc.property(question, (said) => {
        const [town, quarter, figure] = said.parts;
        exactly(said, `${town}${quarter}${figure}`);
        exactly(said, `${town}镇的${quarter}的${figure}`.replace("镇", said.town.name.slice(-1)));
      }),
      { numRuns: 300 },
    );
  });
});

describe("a question with one slip", () => {
  const SLIPS = "的了在是一不大小山口镇县投分季半年上下前后多少 aqx123，";
  const slipped = fc
    .tuple(
      question,
      fc.constantFrom("drop", "double", "swap", "other", "more"),
      fc.nat(),
      fc.constantFrom(...SLIPS),
    )
    .map(([said, way, n, char]) => {
      const letters = [...said.parts.join("")];
      const at = n % letters.length;
      const [one = "", two = ""] = letters.slice(at, at + 2);
      const by = { drop: [], double: [one, one], swap: [two, one], other: [char], more: [one, char] }[way];
      letters.splice(at, way === "swap" ? 2 : 1, ...by);
      return { said, text: letters.join("") };
    });

  test("in the town's name never gives another town's figure", () => {
    fc.assert(
      fc.property(slipped, ({ said, text }) => {
        expect(otherThan({ town: said.town }, ask(text)), text).toEqual([]);
      }),
      { numRuns: 3_000 },
    );
  });

  test("outside the quarter and the figure never gives another quarter's or another figure", () => {
    fc.assert(
      fc.property(slipped, ({ said, text }) => {
        const [, quarter, figure] = said.parts;
        // What the slip changed may say something else; what it left says the same as before.
        const kept = {
          ...(text.includes(quarter) && !/[前后上下去今明]/.test(text.replace(quarter, ""))
            ? { period: said.period }
            : {}),
          ...(text.includes(figure) && !text.replace(figure, "").includes("分")
            ? { figure: said.figure }
            : {}),
        };
        expect(otherThan(kept, ask(text)), text).toEqual([]);
      }),
      { numRuns: 3_000 },
    );
  });
});
