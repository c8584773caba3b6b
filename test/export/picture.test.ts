import { decode } from "fast-png";
import { describe, expect, it, test } from "vitest";
import { drawPhoto } from "../../src/cli/demo/draw-photo.ts";
import { drawPicture } from "../../src/export/picture/draw-picture.ts";
import { type Picture, pictureSvg } from "../../src/export/picture/picture.ts";
import { chineseFont } from "../whole/browser.ts";

// Tables and photos as one picture.

const table: Picture = {
  title: "2026年第三季度综合排名",
  lines: ["应报13个，已报12个。", "进位最多：碛口镇（第5名→第2名）。"],
  columns: [
    { title: "位次", width: 9, format: "rank" },
    { title: "单位", width: 14, format: "text" },
    { title: "得分", width: 11, format: 2 },
    { title: "亮灯", width: 8, format: "text" },
  ],
  rows: [
    [1, "贾家庄镇", 100.1, { value: "正常", tone: "green" }],
    [2, "碛口镇 <三期> & 停车场", { formula: "A1", result: 95.02 }, { value: "滞后", tone: "red" }],
  ],
};

describe("a table", () => {
  const svg = pictureSvg(table, "zh-CN");
  it("says what its workbook says", () => {
    for (const words of ["2026年第三季度综合排名", "第1名", "贾家庄镇", "100.10", "95.02", "正常"])
      expect(svg).toContain(`>${words}<`);
    expect(svg).toContain("&lt;三期&gt;");
  });

  it("is as wide as its columns, and a long text has more lines", () => {
    const height = (picture: Picture) => Number(/height="(\d+)"/.exec(pictureSvg(picture, "zh-CN"))?.[1]);
    const long = { ...table, rows: [[1, "很长的名字".repeat(10), 1, ""]] };
    expect(height(long)).toBeGreaterThan(height({ ...table, rows: [[1, "短", 1, ""]] }) + 60);
  });
});

test("it is drawn at twice its size, with Chinese characters", async () => {
  const png = await drawPicture(table, "zh-CN", { folders: [await chineseFont()] });
  const image = decode(png ?? new Uint8Array());
  const width = Number(/width="(\d+)"/.exec(pictureSvg(table, "zh-CN"))?.[1]);
  expect(image.width).toBe(width * 2);
  expect(new Set(image.data).size).toBeGreaterThan(20);
});

test("photos stand in their cells, with their words", async () => {
  const photo = drawPhoto("街道");
  const grid: Picture = {
    title: "镇容镇貌五乘五",
    lines: [],
    columns: [
      { title: "主要街道", width: 22 },
      { title: "车站", width: 22 },
    ],
    rows: [
      [
        { photo, words: "占道经营：已整治" },
        { photo, words: "乱堆乱放：整治中" },
      ],
    ],
  };
  const font = await chineseFont();
  const empty = { ...grid, rows: [[null, null]] };
  const [full, bare] = await Promise.all(
    [grid, empty].map((one) => drawPicture(one, "zh-CN", { folders: [font] })),
  );
  expect(full?.length ?? 0).toBeGreaterThan((bare?.length ?? 0) * 2);
});

test("without a Chinese font there is no picture", async () => {
  expect(await drawPicture(table, "zh-CN", { folders: ["/nowhere"] })).toBeNull();
});
