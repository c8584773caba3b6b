import fc from "fast-check";
import { expect, test } from "vitest";
import { imageFormat } from "../../../src/sandbox/platform/image-format.ts";
import { drawPicture } from "../../../src/sandbox/scripts/draw-picture.ts";
import { fillTemplate } from "../../../src/sandbox/scripts/fill-template.ts";
import { scriptTime } from "../../../src/sandbox/scripts/script-time.ts";

const town = { name: "碛口", slug: "qikou" };
const variables = {
  town,
  quarter: "2026Q1",
  figures: { "2026Q1": { qikou: { paid: 120 } } },
  list: ["a", "b"],
};

test("a string that is one variable becomes it, whatever it is; amid words it becomes words", () => {
  expect(fillTemplate("{{town}}", variables)).toBe(town);
  expect(fillTemplate("{{ figures[quarter][town.slug].paid }}", variables)).toBe(120);
  expect(fillTemplate("{{list[1]}} of {{town.name}}", variables)).toBe("b of 碛口");
  expect(fillTemplate({ "{{town.name}}": ["{{list.0}}", 1, true, null] }, variables)).toEqual({
    碛口: ["a", 1, true, null],
  });
});

test("a variable that is not there stops the step; marked with ? it is left out", () => {
  for (const path of ["nobody", "town.age", "list[7]", "figures[town]", "a b", "[", "constructor"]) {
    expect(() => fillTemplate(`{{${path}}}`, variables)).toThrow(path);
  }
  expect(fillTemplate({ note: "{{town.age?}}", "as words": "{{town.age?}} years" }, variables)).toEqual({
    "as words": " years",
  });
});

test("text without variables stays as it is", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      fc.pre(!JSON.stringify(value).includes("{{"));
      // Only the prototype of the resulting object may differ.
      expect(JSON.stringify(fillTemplate(value, {}))).toBe(JSON.stringify(value));
    }),
  );
});

test("times are Shanghai's unless they say otherwise, and can be told from now on", () => {
  const now = Date.parse("2026-04-01T15:00:00+08:00");
  const at = (text: string) => {
    const ms = scriptTime(text, now);
    return ms === undefined ? undefined : new Date(ms + 8 * 3_600_000).toISOString().slice(0, 16);
  };
  expect(at("2026-04-09T09:00")).toBe("2026-04-09T09:00");
  expect(at("2026-04-09T09:00:00Z")).toBe("2026-04-09T17:00");
  expect(at("+90m")).toBe("2026-04-01T16:30");
  expect(at("+3d")).toBe("2026-04-04T15:00");
  expect(at("+1d 09:00")).toBe("2026-04-02T09:00");
  expect(at("16:00")).toBe("2026-04-01T16:00");
  expect(at("09:30")).toBe("2026-04-02T09:30");
  for (const wrong of ["", "tomorrow", "25:00", "+1w", "2026-13-01T09:00", "2026-04-01"])
    expect(at(wrong)).toBeUndefined();
});

test("a picture is a PNG, the same for the same name and another for another", () => {
  expect(imageFormat(drawPicture("bridge"))).toBeDefined();
  expect(drawPicture("bridge")).toEqual(drawPicture("bridge"));
  expect(drawPicture("bridge")).not.toEqual(drawPicture("road"));
});
