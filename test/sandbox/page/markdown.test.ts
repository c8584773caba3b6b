import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Block, Inline } from "../../../src/sandbox/page/markdown/nodes.ts";
import { plainMarkdown } from "../../../src/sandbox/page/markdown/plain-markdown.ts";
import { parseBlocks } from "../../../src/sandbox/page/markdown/read-markdown.ts";

function parseInline(source: string): Inline[] {
  const [block] = parseBlocks(source);
  return block?.kind === "paragraph" ? block.children : [];
}

const text = (words: string): Inline => ({ kind: "text", text: words });

describe("marks inside a line", () => {
  it("reads bold, italic, struck-through and code", () => {
    expect(parseInline("a **b** *c* ~~d~~ `e`")).toEqual([
      text("a "),
      { kind: "strong", children: [text("b")] },
      text(" "),
      { kind: "em", children: [text("c")] },
      text(" "),
      { kind: "del", children: [text("d")] },
      text(" "),
      { kind: "code", text: "e" },
    ]);
  });

  it("reads bold inside italic", () => {
    expect(parseInline("*a **b** c*")).toEqual([
      { kind: "em", children: [text("a "), { kind: "strong", children: [text("b")] }, text(" c")] },
    ]);
  });

  it("reads marks that stand against Chinese punctuation, and leaves ranges alone", () => {
    expect(parseInline("**截止：**10月20日")).toEqual([
      { kind: "strong", children: [text("截止：")] },
      text("10月20日"),
    ]);
    expect(parseInline("见**（附件）**和*“说明”*。")).toMatchObject([
      {},
      { kind: "strong" },
      {},
      { kind: "em" },
      text("。"),
    ]);
    expect(parseInline("1~2天，3~4天")).toEqual([text("1~2天，3~4天")]);
    expect(parseInline("~~旧~~新")).toEqual([{ kind: "del", children: [text("旧")] }, text("新")]);
  });

  it("leaves a lone star, arithmetic and snake_case as they are written", () => {
    expect(parseInline("3 * 4 * 5 and town_plan_total *")).toEqual([text("3 * 4 * 5 and town_plan_total *")]);
  });

  it("breaks the line at one line break and at <br>", () => {
    expect(parseInline("a\nb<br>c<br/>d")).toEqual([
      text("a"),
      { kind: "break" },
      text("b"),
      { kind: "break" },
      text("c"),
      { kind: "break" },
      text("d"),
    ]);
  });

  it("shows signs escaped by a backslash or as HTML entities", () => {
    expect(parseInline("\\*a\\* &#42;b&#42; &lt;c&gt;")).toEqual([
      text("*"),
      text("a"),
      text("*"),
      text(" *b* <c>"),
    ]);
  });

  it("opens web, mail and telephone links and no others", () => {
    expect(parseInline("[a](https://x.cn/1?a=b)")).toEqual([
      { kind: "link", href: "https://x.cn/1?a=b", children: [text("a")] },
    ]);
    expect(JSON.stringify(parseInline("[a](javascript:alert(1)) <a href='data:x'>b</a>"))).not.toContain(
      "link",
    );
  });

  it("makes a bare address a link that ends before Chinese punctuation", () => {
    expect(parseInline("见 https://x.cn/help。谢谢")).toEqual([
      text("见 "),
      { kind: "link", href: "https://x.cn/help", children: [text("https://x.cn/help")] },
      text("。谢谢"),
    ]);
  });
});

describe("the platform's own tags", () => {
  it("reads coloured text, also one inside another", () => {
    expect(parseInline("<font color='red'>a<font color=blue>b</font></font>c")).toEqual([
      {
        kind: "font",
        color: "red",
        children: [text("a"), { kind: "font", color: "blue", children: [text("b")] }],
      },
      text("c"),
    ]);
  });

  it("reads mentions of one, several and everyone", () => {
    expect(parseInline("<at id=ou_1></at><at ids=ou_1,ou_2></at><at id=all></at>")).toEqual([
      { kind: "at", ids: ["ou_1"] },
      { kind: "at", ids: ["ou_1", "ou_2"] },
      { kind: "at", ids: ["all"] },
    ]);
  });

  it("reads tags, numbers, persons, links with icons and local times", () => {
    expect(
      parseInline("<text_tag color='green'>绿</text_tag><number_tag background_color='red'>8</number_tag>"),
    ).toEqual([
      { kind: "tag", color: "green", children: [text("绿")] },
      { kind: "number", text: "8", background: "red" },
    ]);
    expect(parseInline("<person id = 'ou_1' show_name = false style='capsule'></person>")).toEqual([
      { kind: "person", id: "ou_1", showName: false, showAvatar: true, capsule: true },
    ]);
    expect(parseInline("<link icon='chat_outlined' url='https://x.cn'>a</link>")).toEqual([
      { kind: "link", href: "https://x.cn", icon: "chat_outlined", children: [text("a")] },
    ]);
    expect(
      parseInline("<local_datetime millisecond='1700000000000' format_type='time'></local_datetime>"),
    ).toEqual([{ kind: "time", millisecond: 1_700_000_000_000, format: "time" }]);
    expect(
      parseInline("<local_datetime format_type='date' link='https://example.com'></local_datetime>"),
    ).toEqual([{ kind: "time", format: "date", href: "https://example.com" }]);
  });

  it("shows what stands in <raw> as it is written, and any other HTML as text", () => {
    expect(parseInline("<raw>**a**</raw>")).toEqual([text("**a**")]);
    expect(parseInline("<script>alert(1)</script>")).toEqual([text("<script>alert(1)</script>")]);
    expect(parseInline("<img src=x onerror=alert(1)>")).toEqual([text("<img src=x onerror=alert(1)>")]);
  });
});

describe("blocks", () => {
  const kinds = (source: string): string[] => parseBlocks(source).map((block) => block.kind);

  it("reads headings, paragraphs, quotes, code, rules and lists", () => {
    expect(kinds("# a\nb\n\n> c\n```js\nd\n```\n---\n- e\n1. f")).toEqual([
      "heading",
      "paragraph",
      "quote",
      "code",
      "rule",
      "list",
      "list",
    ]);
  });

  it("keeps what is indented below an item inside it", () => {
    const [list] = parseBlocks("- a\n  - b\n  - c\n- d");
    expect(list).toMatchObject({ kind: "list", ordered: false, items: [[{}, { kind: "list" }], [{}]] });
  });

  it("counts on from the number a list begins with", () => {
    expect(parseBlocks("3. a\n4. b")).toMatchObject([{ kind: "list", ordered: true, start: 3 }]);
  });

  it("leaves a box to tick as it is written, and goes on in an item below it", () => {
    const [list] = parseBlocks("- [ ] a\n- [x] b\n续行");
    expect(list).toMatchObject({
      items: [
        [{ kind: "paragraph", children: [text("[ ] "), text("a")] }],
        [{ kind: "paragraph", children: [text("[x] "), text("b"), { kind: "break" }, text("续行")] }],
      ],
    });
  });

  it("has no headings by underlining, no references and no code by indentation", () => {
    expect(kinds("a\n---\n    b\n[c]: https://x.cn")).toEqual(["paragraph", "rule", "paragraph"]);
  });

  it("reads a table with its alignment; a short row is filled up", () => {
    const [table] = parseBlocks("| 镇 | 分 |\n|:--|--:|\n| 碛口 | 92 |\n| 三交 |");
    expect(table).toMatchObject({ kind: "table", align: ["left", "right"] });
    expect(table?.kind === "table" && table.rows).toEqual([
      [[text("碛口")], [text("92")]],
      [[text("三交")], []],
    ]);
  });

  it("does not take a line of dashes below a sentence with a bar for a table", () => {
    expect(kinds("a | b\n---")).toEqual(["paragraph", "rule"]);
  });

  it("says the whole in plain words for the chat list", () => {
    const name = (id: string): string => (id === "ou_1" ? "王建军" : id);
    expect(plainMarkdown("# 标题\n**请** <at id=ou_1></at> 看\n- 一\n- 二", name)).toBe(
      "标题 请 @王建军 看 一 二",
    );
  });
});

describe("whatever a bot sends", () => {
  const pieces = fc.array(
    fc.oneof(
      fc.constantFrom(
        "**",
        "*",
        "_",
        "~~",
        "`",
        "```\n",
        "\n",
        "<font color='red'>",
        "</font>",
        "<at id=",
        ">",
        "[",
        "](",
        ")",
      ),
      fc.constantFrom(
        "| a | b |\n",
        "|--|--|\n",
        "- ",
        "  - ",
        "> ",
        "1. ",
        "# ",
        "---\n",
        "<br>",
        "&#42;",
        "https://x",
      ),
      fc.string({ maxLength: 6 }),
    ),
    { maxLength: 60 },
  );

  it("is read without failing, and never becomes an unsafe link", () => {
    const links = (nodes: readonly Inline[]): string[] =>
      nodes.flatMap((node) => [
        ...(node.kind === "link" ? [node.href] : []),
        ...("children" in node ? links(node.children) : []),
      ]);
    const inside = (block: Block): string[] =>
      "children" in block && block.kind !== "quote" ? links(block.children) : [];
    fc.assert(
      fc.property(pieces, (parts) => {
        const found = parseBlocks(parts.join("")).flatMap(inside);
        expect(found.every((href) => /^(https?:|mailto:|tel:)/.test(href))).toBe(true);
      }),
    );
  });

  it("keeps every word of text without marks", () => {
    const words = fc.array(fc.constantFrom("碛口镇", "8820", "万元", "progress", "，"), {
      minLength: 1,
      maxLength: 20,
    });
    fc.assert(
      fc.property(words, (parts) => {
        expect(plainMarkdown(parts.join(""), (id) => id)).toBe(parts.join(""));
      }),
    );
  });

  it("comes to an end at the platform's largest size: a pattern that backtracks would take hours", () => {
    for (const piece of ["**a", "<font color='red'>", "> ", "- a\n", "`", "[a](", "|", "*a "])
      expect(parseBlocks(piece.repeat(Math.floor(30_000 / piece.length)))).toBeDefined();
  });
});
