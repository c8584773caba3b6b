import { describe, expect, it } from "vitest";
import { checkCard, platformError } from "../../../src/sandbox/card-rules/check-card.ts";
import { card, form, type Json, plain } from "./cards.ts";

function answer(bad: Json) {
  const [problem] = checkCard(bad, { mode: "documented" });
  return problem && platformError(problem);
}

const text = (bad: Json) => answer(bad)?.msg.replace("Failed to create card content, ext=", "");

describe("what the message API answers", () => {
  it("230099 with the sub-code, the path, the message and the value", () => {
    expect(answer(card({ tag: "hr" }, { tag: "note" }))).toEqual({
      code: 230099,
      msg: "Failed to create card content, ext=ErrCode: 200861; ErrPath: ROOT -> body -> elements -> [1](tag: note); ErrMsg: cards of schema V2 no longer support this capability; ErrorValue: unsupported tag note; ",
    });
  });

  it.each<[string, Json, string]>([
    [
      "an unknown property names its path in the value",
      card({ tag: "select_static", label: plain("x") }),
      "ErrCode: 200621; ErrMsg: parse card json err, please check whether the card json is correct; ErrorValue: unknown property, property: label, path: ROOT -> body -> elements -> [0](tag: select_static); ",
    ],
    [
      "a chart's faults are its value",
      card({
        tag: "chart",
        chart_spec: { type: "wordCloud", data: { values: [] }, nameField: "a", axes: null },
      }),
      "ErrCode: 200550; ErrPath: ROOT -> body -> elements -> [0](tag: chart); ErrMsg: chart spec is invalid; ErrorValue: - (root): Must validate at least one schema (anyOf)\n- axes: Invalid type. Expected: array, given: null\n; ",
    ],
    [
      "a form without a name",
      card({ ...form(), name: "" }),
      "ErrCode: 11310; ErrPath: ROOT -> body -> elements -> [0](tag: form); ErrMsg: form's name is required and can not be empty string; ",
    ],
    [
      "too many tables",
      card(...Array.from({ length: 6 }, () => ({ tag: "table", columns: [{ name: "a" }], rows: [] }))),
      "ErrCode: 11310; ErrMsg: card table number over limit; ErrorValue: table; ",
    ],
    [
      "too many elements",
      card(...Array.from({ length: 201 }, () => ({ tag: "hr" }))),
      "ErrCode: 11310; ErrMsg: element exceeds the limit; ",
    ],
    [
      "an image key",
      card({ tag: "img", img_key: "x", alt: plain("") }),
      "ErrCode: 200570; ErrMsg: card contains invalid image keys; ErrorValue: image key x; ",
    ],
    [
      "a row of a column that is none",
      card({ tag: "table", columns: [{ name: "a" }], rows: [{ b: 1 }] }),
      "ErrCode: 200915; ErrPath: ROOT -> body -> elements -> [0](tag: table); ErrMsg: table rows name is invalid; ErrorValue: b; ",
    ],
    [
      "our own words say so",
      card({ tag: "button", type: "x" }),
      "ErrCode: 11310; ErrPath: ROOT -> body -> elements -> [0](tag: button); ErrMsg: emulated: type must be one of: default, primary, danger, text, primary_text, danger_text, primary_filled, danger_filled, laser, but: x; ",
    ],
  ])("%s", (_what, bad, msg) => {
    expect(text(bad)).toBe(msg);
  });

  it("a card that is too long is refused as a message, first of all", () => {
    expect(answer(card({ tag: "note", content: "字".repeat(11_000) }))).toEqual({
      code: 230025,
      msg: "The length of the message content reaches its limit.",
    });
  });

  it("every sub-code can be read back as bots do", () => {
    const problems = checkCard(
      card({ tag: "img", size: "x" }, { tag: "person", user_id: "" }, form({ tag: "input" })),
      { mode: "documented" },
    );
    for (const problem of problems) {
      expect(Number(/ErrCode:\s*(\d+)/.exec(platformError(problem).msg)?.[1])).toBe(problem.code);
    }
    expect(problems.length).toBeGreaterThan(4);
  });
});
