import { describe, expect, it } from "vitest";
import { problemsOf } from "./cards.ts";

const said = (content: string) =>
  problemsOf({ tag: "markdown", content }).map((line) => line.replace("@(tag: markdown) | ", ""));

describe("markdown", () => {
  it.each([
    "投资 [看板](https://example.com/a?b=1) 与 https://example.com 后面",
    "[拨号](tel://0358) [锚点](#a) [相对](/doc)",
    "[https://a.cn](https://a.cn)中文",
    "<link icon='chat_outlined' url='https://a.cn' pc_url='' ios_url='' android_url=''>会议</link>中文",
    "<font color='red'>红</font> <number_tag url='https://a.cn'>1</number_tag> <at email=a@b.cn></at>",
    "`https://a.cn中文` 与 ``[x](javascript:1)``",
    "```json\n[x](javascript:1) ![y](z)\n| a |\n|---|\n```",
    "~~~\n![y](z)",
    "a < b, [x](y) `` ` `` <",
    "| a | b |\n|---|---|\n| 1 | 2 |",
  ])("accepts %j", (content) => {
    expect(said(content)).toEqual([]);
  });

  it.each([
    [
      "[x](javascript:alert(1))",
      "11310 emulated: url scheme is not in the whitelist (http, https), but: javascript:alert(1",
    ],
    [
      "<a href='ftp://a.cn'></a>",
      "11310 emulated: url scheme is not in the whitelist (http, https), but: ftp://a.cn",
    ],
    [
      '<link url="lark://x">x</link>',
      "11310 emulated: url scheme is not in the whitelist (http, https), but: lark://x",
    ],
    ["[x](https://a.cn/中)", "11310 emulated: url has characters that must be escaped, but: https://a.cn/中"],
    ["[差异化跳转]($urlVal)", "200861 emulated: unsupported link $urlVal"],
    [
      "详见https://a.cn/b中文",
      "11310 emulated: a bare link must be followed by a space, but: https://a.cn/b中",
    ],
    [
      "详见 https://a.cn，谢谢",
      "11310 emulated: a bare link must be followed by a space, but: https://a.cn，",
    ],
    ["![图](photo.png)", "200570 image key photo.png"],
    ["[![图](photo.png)](https://a.cn)", "200570 image key photo.png"],
    ["a ` b ![图](photo.png)", "200570 image key photo.png"],
    ["<at id=></at>", "100290 emulated: empty user id"],
  ])("refuses %j", (content, line) => {
    expect(said(content)).toEqual([line]);
  });

  it("a text made to take long takes no time", () => {
    const pieces = [
      "`",
      "``` `` ",
      "[a](",
      "![",
      "](",
      "<a ",
      "<at id='",
      "|-",
      "| a |\n|---|",
      "https://",
      " ",
      "<",
    ];
    // A backtracking pattern would take hours and exceed the test's time limit.
    for (const piece of pieces) expect(said(piece.repeat(29_000 / piece.length))).toBeDefined();
  });

  it("every language of a text is read", () => {
    const text = { tag: "markdown", content: "x", i18n_content: { en_us: "![y](z)" } };
    expect(problemsOf(text)).toEqual(["200570 @(tag: markdown) | image key z"]);
  });

  it("has at most four tables in one text", () => {
    const table = "| a |\n|---|\n| 1 |\n\n";
    expect(said(table.repeat(4))).toEqual([]);
    expect(said(table.repeat(5))).toEqual(["11310 emulated: a text has at most 4 tables, but: 5"]);
  });
});
