import iconv from "iconv-lite";
import { describe, expect, test } from "vitest";
import { readCsv } from "../../../src/domain/sheet/read-csv.ts";

const TEXT = "姓名,手机\n王建军,13812345678\n";
const utf8 = (text: string) => new TextEncoder().encode(text);
const encoded = (text: string, as: string, addBOM = false) =>
  new Uint8Array(iconv.encode(text, as, { addBOM }));

/** The rows as `line: cells`. */
function rowsOf(bytes: Uint8Array): string[] | string {
  const read = readCsv(bytes);
  if (!read.ok) return `${read.why} ${read.line}`;
  return read.sheet.rows.map(
    ({ row, cells }) => `${row}: ${cells.map((cell) => cell?.text ?? "").join("|")}`,
  );
}

describe("one table, however it is written", () => {
  test.each<[string, Uint8Array]>([
    ["UTF-8", utf8(TEXT)],
    ["UTF-8 with a mark", utf8(`\ufeff${TEXT}`)],
    ["GBK", encoded(TEXT, "gbk")],
    ["GB18030", encoded(TEXT, "gb18030")],
    ["UTF-16 LE with a mark", encoded(TEXT, "utf-16le", true)],
    ["UTF-16 BE with a mark", encoded(TEXT, "utf-16be", true)],
    ["tabs", utf8(TEXT.replaceAll(",", "\t"))],
    ["semicolons", utf8(TEXT.replaceAll(",", ";"))],
    ["full-width commas", utf8(TEXT.replaceAll(",", "，"))],
    ["bars", utf8(TEXT.replaceAll(",", "|"))],
    ["quotes", utf8('"姓名","手机"\n"王建军","13812345678"')],
    ["guarded digits", utf8('姓名,手机\n王建军,="13812345678"')],
    ["a text mark", utf8("姓名,手机\n王建军,'13812345678")],
    ["Windows line ends", utf8(TEXT.replaceAll("\n", "\r\n"))],
    ["old Mac line ends", utf8(TEXT.replaceAll("\n", "\r"))],
  ])("%s", (_, bytes) => {
    expect(rowsOf(bytes)).toEqual(["1: 姓名|手机", "2: 王建军|13812345678"]);
  });

  test("a first line that names the separator", () => {
    for (const sign of [",", ";", "\t"])
      expect(rowsOf(utf8(`sep=${sign}\r\n${TEXT.replaceAll(",", sign)}`))).toEqual([
        "2: 姓名|手机",
        "3: 王建军|13812345678",
      ]);
  });

  test("titles above, without any separator", () => {
    expect(rowsOf(utf8("附件1\n2026年名单\n姓名;手机\n王;138"))).toEqual([
      "1: 附件1",
      "2: 2026年名单",
      "3: 姓名|手机",
      "4: 王|138",
    ]);
  });

  test("a comma of full width in a cell parts nothing", () => {
    expect(rowsOf(utf8("姓名,备注\n王,路，桥，河"))).toEqual(["1: 姓名|备注", "2: 王|路，桥，河"]);
  });
});

test("what is no text, and quotes without an end, are refused", () => {
  expect(rowsOf(new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0xff, 0xff]))).toBe("encoding 0");
  expect(rowsOf(utf8('姓名,手机\n"王,138'))).toMatch(/^quotes/);
});
