import { describe, expect, it } from "vitest";
import { iconTokens, isIconToken } from "../../../src/sandbox/card-rules/icon-tokens.ts";
import { drawingPath } from "../../../src/sandbox/page/card/icon-drawings.ts";
import { arrowTurn, iconFamily, isCrossed } from "../../../src/sandbox/page/card/icon-families.ts";
import { iconPath } from "../../../src/sandbox/page/shell/icon.tsx";

const tokens = [...iconTokens];
const strokesOf = (token: string) => {
  const family = iconFamily(token) ?? "";
  return iconPath(family) ?? drawingPath(family);
};

describe("the platform's published icons", () => {
  it("are 1,154", () => {
    expect(tokens).toHaveLength(1154);
    const kinds = ["outlined", "filled", "colorful"];
    expect(kinds.map((kind) => tokens.filter((token) => token.endsWith(`_${kind}`)).length)).toEqual([
      854, 287, 13,
    ]);
  });

  it("are all drawn, and not by a few", () => {
    expect(tokens.filter((token) => strokesOf(token) === "")).toEqual([]);
    expect(new Set(tokens.map(iconFamily)).size).toBeGreaterThan(100);
  });

  it.each([
    ["alarm-clock_outlined", "bell"],
    ["calendar-add_outlined", "calendar"],
    ["chat-forbidden_outlined", "chat"],
    ["file-lark-minutes_colorful", "file"],
    ["delete-trash_outlined", "trash"],
    ["thumbsup_filled", "thumb"],
    ["wiki-bitable_colorful", "grid"],
  ])("%s is drawn as %s", (token, family) => {
    expect([isIconToken(token), iconFamily(token)]).toEqual([true, family]);
  });

  it("that are no icon draw nothing", () => {
    for (const token of [
      "",
      "calendar",
      "calendar_bright",
      "sunflower_outlined",
      "constructor",
      "at_filled_x",
    ]) {
      expect(iconFamily(token)).toBeUndefined();
    }
  });

  it("turn where they point and are crossed where something is off", () => {
    expect(["arrow-up_outlined", "arrow-right_outlined", "arrow-down_outlined"].map(arrowTurn)).toEqual([
      0, 90, 180,
    ]);
    expect(["mic-off_outlined", "mic_outlined", "chat-forbidden_outlined"].map(isCrossed)).toEqual([
      true,
      false,
      true,
    ]);
  });
});
