import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { beforeAll, expect, test } from "vitest";
import { writeBook } from "../../src/export/book/write-book.ts";
import { planTemplate } from "../../src/export/plan-template.ts";
import { programmeBook } from "../../src/export/programme/programme-book.ts";
import { towns, villages } from "../domain/programmes.ts";
import { faultsOf } from "./strict-xlsx.ts";

// The forms people fill in are what Excel opens without a word; and what it would repair is found.

let book = new Uint8Array();
beforeAll(async () => {
  const columns = [{ title: "单位", width: 8, rule: { of: "list", list: ["镇"] } as const }];
  const sheet = (name: string) => ({ name, title: name, columns, rows: [["镇"]] });
  book = new Uint8Array(await writeBook({ sheets: [sheet("甲"), sheet("乙")], made: "" }, "zh-CN"));
});

test("packs and plans to fill in have nothing that Excel would repair", async () => {
  expect(faultsOf(book)).toEqual([]);
  expect(faultsOf(await writeBook(programmeBook(villages), "zh-CN"))).toEqual([]);
  expect(faultsOf(await planTemplate(towns, 2026, new Map()))).toEqual([]);
});

test.each<[string, path: string, from: string | RegExp, to: string, said: string]>([
  [
    "filters before the rows",
    "xl/worksheets/sheet1.xml",
    /(<sheetData>.*<\/sheetData>)(<autoFilter[^>]*\/>)/s,
    "$2$1",
    "in the wrong order",
  ],
  [
    "an element of another place",
    "xl/worksheets/sheet1.xml",
    "<sheetData>",
    "<tableStyles/><sheetData>",
    "worksheet has tableStyles",
  ],
  [
    "a count that does not count",
    "xl/worksheets/sheet2.xml",
    /<dataValidations count="\d+"/,
    '<dataValidations count="99"',
    "counts 99 of",
  ],
  ["two sheets of one name", "xl/workbook.xml", /name="乙"/, 'name="甲"', "sheet 甲 twice"],
  ["two sheets of one id", "xl/workbook.xml", /sheetId="2"/, 'sheetId="1"', "sheetId 1 twice"],
  [
    "a name for a sheet that is not there",
    "xl/workbook.xml",
    /(<definedName[^>]*>)[^!<]*!/,
    "$1没有!",
    "refers to 没有!",
  ],
  [
    "a relation to nothing",
    "xl/_rels/workbook.xml.rels",
    'Target="worksheets/sheet1.xml"',
    'Target="worksheets/none.xml"',
    "there is no xl/worksheets/none.xml",
  ],
  ["two relations of one id", "xl/_rels/workbook.xml.rels", 'Id="rId2"', 'Id="rId1"', "id rId1 twice"],
  [
    "a part without a type",
    "[Content_Types].xml",
    /<Override PartName="\/xl\/worksheets\/sheet1.xml"[^>]*\/>|<Default Extension="xml"[^>]*\/>/g,
    "",
    "no content type for xl/worksheets/sheet1.xml",
  ],
  [
    "a style that is not there",
    "xl/worksheets/sheet1.xml",
    /(<c r="A1" s=)"\d+"/,
    '$1"999"',
    "A1 has no style 999",
  ],
  ["a bare ampersand", "xl/worksheets/sheet1.xml", "</worksheet>", "&</worksheet>", "a bare &"],
])("%s is found", (_, path, from, to, said) => {
  const files = unzipSync(book);
  const before = strFromU8(files[path] ?? new Uint8Array());
  const after = before.replace(from, to);
  expect(after).not.toBe(before);
  expect(faultsOf(zipSync({ ...files, [path]: strToU8(after) })).join("\n")).toContain(said);
});
