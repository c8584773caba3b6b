import { deflateSync } from "node:zlib";
import fc from "fast-check";
import { strToU8, zipSync } from "fflate";
import { encode } from "jpeg-js";
import { photoPixels } from "../../src/bot/evidence/photo-pixels.ts";
import { readRosterFile } from "../../src/cli/roster-file.ts";
import { readTaskFile } from "../../src/cli/task-file.ts";
import { exifOf } from "../../src/domain/checkup/exif.ts";
import { withoutPlace } from "../../src/domain/checkup/without-place.ts";
import { fileKind } from "../../src/domain/evidence/file-kind.ts";
import { readPlan } from "../../src/domain/plan/read-plan.ts";
import { parseRecord } from "../../src/domain/procedure/record.ts";
import { parsePack } from "../../src/domain/programme/programme.ts";
import { parseScheme } from "../../src/domain/scoring/parse-scheme.ts";
import { parseTable } from "../../src/domain/scoring/parse-table.ts";
import { readCsv } from "../../src/domain/sheet/read-csv.ts";
import { readWorkbook } from "../../src/export/xlsx/read-workbook.ts";
import { withExif } from "../bot/with-exif.ts";
import { towns, villages } from "../domain/programmes.ts";
import { png } from "../fixtures/png.ts";
import pack from "../fixtures/villages.json" with { type: "json" };
import { allFinite, type Parser, parser } from "./parser.ts";
import { anyJson, bytesLike, like, textLike } from "./pieces.ts";

// Files people send or an office imports.

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const ROSTER = `吕梁市十镇通人员名单
姓名,open_id,手机号,角色,地区,语言
王建国,ou_wang,,镇填报人,碛口镇,中文
李秀英,,13812345678,县级审核人,临县,
"张三",ou_z,,city_office,,en`;
const TASKS = `单位,内容,名称,责任单位,权重,开始,完成时限,节点
碛口镇,基础设施,污水处理厂,住建局,10,2026-03-01,2026-11-30,桩基:2026-05-30:30；主体:2026-09-30:70
信义镇,产业,民宿十二家,文旅局,5,,2026年11月底,`;
const TABLE = "id,roads.done,roads.due\nqikou,3,4\nxinyi,,NA\n合计,3,4";

const sheetXml = (rows: string[][]): string =>
  `<worksheet><cols><col min="2" max="2" hidden="0"/></cols><sheetData>${rows
    .map(
      (row, r) =>
        `<row r="${r + 1}">${row
          .map((text, c) => {
            const at = `${"ABCDEFG".charAt(c)}${r + 1}`;
            return /^\d+$/.test(text)
              ? `<c r="${at}" s="1"><v>${text}</v></c>`
              : `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;
          })
          .join("")}</row>`,
    )
    .join("")}</sheetData><mergeCells count="1"><mergeCell ref="A2:A3"/></mergeCells></worksheet>`;
const PARTS = {
  "xl/workbook.xml": `<workbook><workbookPr date1904="0"/><sheets><sheet name="年度计划" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  "xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>`,
  "xl/sharedStrings.xml": "<sst><si><t>碛口镇</t></si><si><r><t>信</t></r><r><t>义</t></r></si></sst>",
  "xl/styles.xml": `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="0.00%"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>`,
  "xl/worksheets/sheet1.xml": sheetXml([
    ["2026年年度计划"],
    ["单位", "年度计划投资（万元）"],
    ["碛口镇", "8820"],
    ["信义镇", "5000"],
  ]),
};
const part = fc.constantFrom(...Object.keys(PARTS));
/** A workbook of which one part is not as it should be, or the bytes themselves. */
const workbook = fc.oneof(
  fc.tuple(part, textLike(...Object.values(PARTS))).map(([name, text]) => zipped({ ...PARTS, [name]: text })),
  bytesLike(zipped(PARTS)),
);

function zipped(parts: Record<string, string>): Uint8Array {
  const files = Object.entries(parts).map(([name, text]) => [name, strToU8(text)]);
  return zipSync(Object.fromEntries(files), { level: 1 });
}

const jpeg = withExif(encode({ width: 24, height: 16, data: Buffer.alloc(24 * 16 * 4, 90) }, 60).data, {
  takenOn: "2026:08:15 10:20:30",
  ...{ lat: 37.5, lng: 111.25 },
});
const image = png({ width: 8, height: 8, depth: 8, colour: 2 }, deflateSync(Buffer.alloc(8 * 25, 1)));
const record = {
  ...{ id: "r", procedure: "visit", town: "qikou", period: "2026Q3", state: "noted", revision: 1 },
  log: [{ step: "note", from: "", to: "noted", by: "ou", name: "王", post: "leader", at: 1, values: {} }],
};
const csv = (sample: string) => textLike(sample).map(utf8);

export const FILE_PARSERS: Parser[] = [
  parser("exif", bytesLike(jpeg), exifOf, allFinite),
  parser(
    "photo without its place",
    bytesLike(jpeg),
    withoutPlace,
    (bytes) => exifOf(bytes)?.lat === undefined,
  ),
  parser("picture", bytesLike(jpeg, image), photoPixels),
  parser("kind of a file", bytesLike(jpeg, image, zipped(PARTS)), (bytes) => fileKind(bytes, "a.xlsx")),
  parser("csv", fc.oneof(csv(ROSTER), bytesLike(utf8(TASKS)), fc.uint8Array({ maxLength: 200 })), readCsv),
  parser("workbook", workbook, readWorkbook),
  parser("plan's workbook", workbook, async (bytes) =>
    readPlan((await readWorkbook(bytes)) ?? [], towns, [2026, 2027]),
  ),
  parser("roster file", csv(ROSTER), (bytes) => readRosterFile(bytes, "r.csv", towns)),
  parser("task file", csv(TASKS), (bytes) => readTaskFile(bytes, "t.csv", towns)),
  parser("score table", csv(TABLE), (bytes) => {
    const read = readCsv(bytes);
    return read.ok ? parseTable(read.sheet.rows, villages.scheme) : null;
  }),
  parser("scheme", fc.oneof(like(villages.scheme), anyJson), parseScheme),
  parser("programme pack", fc.oneof(like(pack), anyJson), parsePack),
  parser("stored record", fc.oneof(like(record), anyJson), (doc) => {
    try {
      return parseRecord(doc);
    } catch (error) {
      if (error instanceof Error && error.name === "ZodError") return null;
      throw error;
    }
  }),
];
