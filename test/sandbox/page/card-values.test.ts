import { describe, expect, it } from "vitest";
import { formAction } from "../../../src/sandbox/card-rules/form-members.ts";
import { callsBack, opensPage } from "../../../src/sandbox/page/card/behaviours.ts";
import { chartSummary } from "../../../src/sandbox/page/card/chart-summary.ts";
import { cardColour } from "../../../src/sandbox/page/card/colour.ts";
import { formatDate, formatLocalTime } from "../../../src/sandbox/page/card/format-date.ts";
import { formatNumber } from "../../../src/sandbox/page/card/format-number.ts";
import { cardLocale, localText } from "../../../src/sandbox/page/card/locale-text.ts";
import { extent, spacing, textPixels } from "../../../src/sandbox/page/card/measure.ts";

const zone = "Asia/Shanghai";

describe("numbers and dates of a table", () => {
  it("writes precision, separator and symbol as the column says", () => {
    expect(formatNumber(12600.5, { precision: 2, separator: true, symbol: "¥" })).toBe("¥12,600.50");
    expect(formatNumber(92.1234, undefined)).toBe("92.1234");
    expect(formatNumber(-0.5, { precision: 0 })).toBe("-1");
    expect(formatNumber("8820", { precision: 2 })).toBe("8820");
    expect(formatNumber(null, undefined)).toBe("");
    expect(formatNumber(1, { precision: 99 })).toBe("1.0000000000");
  });

  it("writes a date in the viewer's zone by the column's pattern", () => {
    const ms = Date.UTC(2026, 8, 30, 16, 5, 9);
    expect(formatDate(ms, undefined, zone)).toBe("2026-10-01T00:05:09+08:00");
    expect(formatDate(ms, undefined, "UTC")).toBe("2026-09-30T16:05:09+00:00");
    expect(formatDate(ms, "YYYY/MM/DD", zone)).toBe("2026/10/01");
    expect(formatDate(ms, "YYYY-MM-DD HH:mm:ss", zone)).toBe("2026-10-01 00:05:09");
    expect(formatDate(Number.NaN, "YYYY", zone)).toBe("");
  });

  it("writes local times of markdown in each language", () => {
    const ms = Date.UTC(2026, 8, 30, 16, 5, 9);
    expect(formatLocalTime(ms, "date", zone, "zh_cn")).toBe("2026年10月1日");
    expect(formatLocalTime(ms, "date", zone, "en_us")).toBe("Oct 1, 2026");
    expect(formatLocalTime(ms, "date_num", zone, "zh_cn")).toBe("2026-10-01");
    expect(formatLocalTime(ms, "", zone, "en_us")).toBe("2026-10-01");
    expect(formatLocalTime(ms, "date_short", zone, "zh_cn")).toBe("10月1日");
    expect(formatLocalTime(ms, "date_short", zone, "en_us")).toBe("Oct 1");
    expect(formatLocalTime(ms, "week_short", zone, "zh_cn")).toBe("周四");
    expect(formatLocalTime(ms, "week", zone, "en_us")).toBe("Thursday");
    expect(formatLocalTime(ms, "time", zone, "en_us")).toBe("00:05");
    expect(formatLocalTime(ms, "time_sec", zone, "zh_cn")).toBe("00:05:09");
    expect(formatLocalTime(ms, "week", zone, "zh_cn")).toBe("星期四");
    expect(formatLocalTime(ms, "timezone", zone, "en_us")).toBe("GMT+8:00");
    expect(formatLocalTime(ms, "timezone", "America/St_Johns", "en_us")).toBe("GMT-2:30");
  });
});

describe("sizes and colours", () => {
  it("accepts the platform's spacing words and px, and nothing else", () => {
    expect(spacing("medium")).toBe("8px");
    expect(spacing("4px 12px")).toBe("4px 12px");
    expect(spacing("-4px")).toBe("-4px");
    expect(spacing("1px 2px 3px 4px 5px")).toBeUndefined();
    expect(spacing("expression(alert(1))")).toBeUndefined();
    expect(extent("120px")).toBe("120px");
    expect(extent("auto")).toBeUndefined();
    expect(extent("1px;color:red")).toBeUndefined();
  });

  it("reads text sizes, the card's own too, and falls back to normal", () => {
    const config = { style: { text_size: { mine: { default: "heading", mobile: "notation" } } } };
    expect(textPixels("heading-1", undefined, false)).toBe(24);
    expect(textPixels("mine", config, false)).toBe(16);
    expect(textPixels("mine", config, true)).toBe(12);
    expect(textPixels("huge", undefined, false)).toBe(14);
  });

  it("reads colour names, steps, rgba and the card's own names", () => {
    const config = { style: { color: { mine: { light_mode: "rgba(1,2,3,0.5)", dark_mode: "blue-300" } } } };
    expect(cardColour("rgba(1,2,3,0.5)", undefined, "600")).toBe("rgba(1,2,3,0.5)");
    expect(cardColour("blue", undefined, "600")).toContain("--tone-600");
    expect(cardColour("blue-50", undefined, "600")).toContain("--tone-50");
    expect(cardColour("mine", config, "600")).toMatch(/^light-dark\(rgba\(1,2,3,0\.5\), oklch/);
    expect(cardColour("url(https://x)", undefined, "600")).toBeUndefined();
    expect(cardColour("default", undefined, "600")).toBeUndefined();
  });
});

describe("languages of a card", () => {
  const node = { tag: "plain_text", content: "默认", i18n_content: { zh_cn: "中文", en_us: "English" } };

  it("shows the reader's wording, else what there is", () => {
    expect(localText(node, "en_us")).toBe("English");
    expect(localText({ content: "默认", i18n_content: { ja_jp: "日本語" } }, "zh_cn")).toBe("默认");
    expect(localText({ i18n_content: { ja_jp: "日本語" } }, "zh_cn")).toBe("日本語");
    expect(localText(undefined, "zh_cn")).toBe("");
  });

  it("uses only the languages config.locales allows", () => {
    expect(cardLocale({ locales: ["zh_cn"] }, "en_us")).toBe("zh_cn");
    expect(cardLocale({ locales: ["zh_cn", "en_us"] }, "en_us")).toBe("en_us");
    expect(cardLocale(undefined, "en_us")).toBe("en_us");
  });
});

describe("what a component does", () => {
  const callback = [{ type: "callback", value: {} }];

  it("calls back by itself, except buttons, checkers and containers without a behaviour", () => {
    expect(callsBack({ tag: "select_static" })).toBe(true);
    expect(callsBack({ tag: "button" })).toBe(false);
    expect(callsBack({ tag: "button", behaviors: callback })).toBe(true);
    expect(callsBack({ tag: "checker", behaviors: callback })).toBe(true);
  });

  it("opens the page for computers, and only web pages", () => {
    const open = (url: string) => ({ tag: "button", behaviors: [{ type: "open_url", default_url: url }] });
    expect(opensPage(open("https://x.cn"))).toBe("https://x.cn");
    expect(opensPage(open("javascript:alert(1)"))).toBeUndefined();
    expect(
      opensPage({
        tag: "button",
        behaviors: [{ type: "open_url", default_url: "https://a", pc_url: "https://b" }],
      }),
    ).toBe("https://b");
  });

  it("knows a form's buttons in each spelling", () => {
    expect(formAction({ behaviors: [{ type: "form_action", behavior: "submit" }] })).toBe("submit");
    expect(formAction({ behaviors: [{ type: "form_action", behavior: "reset" }] })).toBe("reset");
    expect(formAction({ form_action_type: "submit" })).toBe("submit");
    expect(formAction({ action_type: "form_reset" })).toBe("reset");
    expect(formAction({ tag: "button" })).toBeUndefined();
  });
});

describe("a chart in words", () => {
  it("names the title and the points, the category first", () => {
    const values = [
      { town: "碛口镇", v: 92 },
      { town: "三交镇", v: 86 },
    ];
    const title = { text: "得分" };
    expect(chartSummary({ title, data: { values }, xField: "town", yField: "v" }, "图表")).toBe(
      "得分: 碛口镇 92, 三交镇 86",
    );
    expect(
      chartSummary({ data: [{ values }], direction: "horizontal", xField: "v", yField: "town" }, "图表"),
    ).toBe("图表: 碛口镇 92, 三交镇 86");
    expect(chartSummary({}, "图表")).toBe("图表");
  });

  it("says what the colours mean, and of a point without a value only its name", () => {
    const values = [
      { town: "碛口镇 ↑3", v: 95.02, light: "正常" },
      { town: "双池镇", v: null, light: "" },
    ];
    const spec = { direction: "horizontal", xField: "v", yField: "town", seriesField: "light" };
    expect(chartSummary({ ...spec, data: { values } }, "图表")).toBe("图表: 碛口镇 ↑3 95.02 正常, 双池镇");
  });
});
