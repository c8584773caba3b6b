import { expect, test } from "vitest";
import { KITS } from "../../../cards/record/kits.ts";
import { refusalText } from "../../../cards/record/refusal.ts";
import { type Field, readValues } from "../../../src/domain/procedure/field.ts";
import { towns } from "../programmes.ts";

// What is typed into any field of any procedure and cannot be taken is refused with a sentence that says what to do.

/** Monday, 12 October 2026. */
const at = { actor: null, now: Date.UTC(2026, 9, 12, 2), programme: towns, evidence: 0 };
const kindOf = <K extends Field["kind"]>(kind: K) =>
  KITS.flatMap((kit) =>
    Object.entries(kit.definition.steps).flatMap(([step, { asks }]) =>
      Object.entries(asks).flatMap(([name, field]) =>
        field.kind === kind ? [{ kit, step, name, field, at: `${kit.definition.id}.${step}.${name}` }] : [],
      ),
    ),
  );
type Asked = ReturnType<typeof kindOf>[number];
/** What is answered to a text in one field; the value where it is taken. */
const answered = ({ kit, name, field }: Asked, text: unknown): unknown => {
  const read = readValues({ [name]: field }, { [name]: text, day_off: "会期已定" }, null, at);
  const [first] = read.ok ? [] : read.problems;
  return first ? refusalText(kit, first, "zh-CN") : read.ok && read.values[name];
};

test("a day that does not exist, or whose year is a slip, is no day for anybody", () => {
  for (const asked of kindOf("day"))
    for (const [text, said] of [
      ["2月30日", "没有读懂这个日期，请按 2026-10-15 的样子填写。"],
      ["2026-13-01", "没有读懂这个日期，请按 2026-10-15 的样子填写。"],
      ["昨晚", "没有读懂这个日期，请按 2026-10-15 的样子填写。"],
      ["2062-10-20", "这个日期离今天太远，请核对年份。"],
      ["9999-12-31", "这个日期离今天太远，请核对年份。"],
    ])
      expect([asked.at, text, answered(asked, text)]).toEqual([
        asked.at,
        text,
        expect.stringContaining(said ?? ""),
      ]);
});

test("明年三月 is a day to be done by; where something happens on the day, it is asked which", () => {
  const taken = kindOf("day").map((asked) => [asked.at, answered(asked, "明年三月")] as const);
  const asksWhich = taken.filter(([, said]) => String(said).includes("请写明是哪一天")).map(([one]) => one);
  expect([...new Set(asksWhich.map((one) => one.replace(/\.\w+\./, ".")))].sort()).toEqual([
    "acceptance.handed",
    "acceptance.on",
    "accountability.on",
    "meeting.day",
    "payment.arrived_on",
    "payment.paid_on",
    "visit.from",
    "visit.to",
  ]);
  const others = taken.filter(([one]) => !asksWhich.includes(one)).map(([, day]) => day);
  expect(new Set(others)).toEqual(new Set(["2027-03-31", "2027-03-01"]));
});

test.each(["amount", "percent", "area", "count", "number"] as const)(
  "a figure of kind %s that is no number is refused with an example of one",
  (kind) => {
    for (const asked of kindOf(kind))
      for (const text of ["许多", "NaN", "Infinity", "1e400", "8".repeat(400), "8820/8280", "😀"])
        expect([asked.at, answered(asked, text)]).toEqual([asked.at, expect.stringMatching(/例如|请填/)]);
  },
);

test("a figure is taken as people write it: full-width digits, 3,000万, 三千万 and 0.3亿", () => {
  for (const asked of kindOf("amount"))
    expect(["３０００", "3,000万", "三千万", "0.3亿", 3000].map((text) => answered(asked, text))).toEqual(
      Array(5).fill(3000),
    );
});

test("of several reasons each is said once, in one sentence", () => {
  const [kit] = KITS.filter(({ definition }) => definition.id === "rectification");
  if (!kit) throw new Error("no rectification");
  const refusal = { reason: "empty", field: "why", also: [{ reason: "not_later" }, { reason: "not_later" }] };
  expect(refusalText(kit, refusal, "zh-CN")).toBe("尚未整改到位的地方：请填写；新的期限须晚于原定期限。");
});
