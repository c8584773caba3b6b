import { strToU8, zipSync } from "fflate";
import type { Sheet, SheetCell } from "../../src/domain/sheet/sheet.ts";
import { letter } from "../../src/export/book/book.ts";
import { xmlText } from "../../src/export/xlsx/xml.ts";

// A workbook as WPS Office saves one: its own name and build in the properties, relations in an order of its own with one to
// its pictures in cells, a hidden sheet of its own, number formats that repeat the built-in ones, a namespace of its own,
// styled cells without a value, and shared strings in runs and with pronunciation.

const NS = "http://schemas.openxmlformats.org";
const MAIN = `${NS}/spreadsheetml/2006/main`;
const REL = `${NS}/officeDocument/2006/relationships`;
const ETC = "http://www.wps.cn/officeDocument/2017/etCustomData";
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const BUILD = "2052-12.1.0.21171";

/** The sheets, saved by WPS. Every third text is in two runs, every fifth has its pronunciation, every seventh is inline. */
export function savedByWps(sheets: readonly Pick<Sheet, "name" | "rows">[]): Uint8Array {
  const strings: string[] = [];
  const pages = sheets.map(({ rows }) => worksheet(rows, strings));
  const files = [...pages, worksheet([], strings)];
  const parts: Record<string, string> = {
    "[Content_Types].xml": types(files.length),
    "_rels/.rels": relations([
      ["rId3", `${REL}/custom-properties`, "docProps/custom.xml"],
      ["rId2", `${REL}/extended-properties`, "docProps/app.xml"],
      ["rId1", `${REL}/officeDocument`, "xl/workbook.xml"],
    ]),
    "docProps/app.xml": `${XML}<Properties xmlns="${NS}/officeDocument/2006/extended-properties"><Application>WPS 表格</Application><AppVersion>12.0000</AppVersion></Properties>`,
    "docProps/custom.xml": `${XML}<Properties xmlns="${NS}/officeDocument/2006/custom-properties" xmlns:vt="${NS}/officeDocument/2006/docPropsVTypes"><property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="KSOProductBuildVer"><vt:lpwstr>${BUILD}</vt:lpwstr></property></Properties>`,
    "xl/workbook.xml": workbook(sheets.map(({ name }) => name)),
    "xl/_rels/workbook.xml.rels": bookRelations(files.length),
    "xl/cellimages.xml": `${XML}<etc:cellImages xmlns:etc="${ETC}"/>`,
    "xl/styles.xml": STYLES,
    "xl/sharedStrings.xml": `${XML}<sst xmlns="${MAIN}" count="${strings.length}" uniqueCount="${strings.length}">${strings.join("")}</sst>`,
    ...Object.fromEntries(files.map((xml, i) => [`xl/worksheets/sheet${i + 1}.xml`, xml])),
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, strToU8(text)])));
}

function worksheet(rows: Sheet["rows"], strings: string[]): string {
  const last = Math.max(1, ...rows.map(({ cells }) => cells.length));
  const lines = rows.map(({ row, cells }) => {
    // Every cell of a row that has a style is written, with a value or without.
    const written = Array.from({ length: last }, (_, i) =>
      cellXml(`${letter(i + 1)}${row}`, cells[i], strings),
    );
    return `<row r="${row}" spans="1:${last}" ht="16.5" customHeight="1">${written.join("")}</row>`;
  });
  return `${XML}<worksheet xmlns="${MAIN}" xmlns:r="${REL}" xmlns:etc="${ETC}"><sheetPr/><dimension ref="A1:${letter(last)}500"/><sheetViews><sheetView workbookViewId="0"/></sheetViews><sheetFormatPr defaultColWidth="9" defaultRowHeight="13.5"/><sheetData>${lines.join("")}</sheetData><autoFilter ref="A1:B2" etc:filterBottomFollowUsedRange="0"><extLst/></autoFilter><pageMargins left="0.75" right="0.75" top="1" bottom="1" header="0.5" footer="0.5"/><headerFooter/></worksheet>`;
}

function cellXml(address: string, cell: SheetCell | undefined, strings: string[]): string {
  const text = cell?.text ?? "";
  if (text === "") return `<c r="${address}" s="1"/>`;
  if (/^-?\d{1,9}(\.\d+)?$/.test(text)) return `<c r="${address}" s="2"><v>${text}</v></c>`;
  const n = strings.length;
  const written = xmlText(text).replaceAll("\n", "_x000a_");
  if (n % 7 === 6) {
    strings.push("<si/>");
    return `<c r="${address}" s="1" t="inlineStr"><is><t xml:space="preserve">${written} </t></is></c>`;
  }
  strings.push(
    `<si>${n % 3 === 2 ? runsOf(text) : `<t xml:space="preserve">${written}</t>`}${n % 5 === 4 ? SPOKEN : ""}</si>`,
  );
  return `<c r="${address}" s="1" t="s"><v>${n}</v></c>`;
}

const FONT = '<rPr><b/><sz val="11"/><rFont val="宋体"/><charset val="134"/></rPr>';
const SPOKEN = '<rPh sb="0" eb="1"><t>yin</t></rPh><phoneticPr fontId="1" type="noConversion"/>';

function runsOf(text: string): string {
  const [first = "", ...rest] = [...text];
  return `<r><t xml:space="preserve">${xmlText(first)}</t></r><r>${FONT}<t xml:space="preserve">${xmlText(rest.join(""))}</t></r>`;
}

/** With the sheet WPS keeps pictures of cells in. */
function workbook(names: readonly string[]): string {
  const sheets = names.map(
    (name, i) => `<sheet name="${xmlText(name)}" sheetId="${2 * i + 3}" r:id="rId${i + 1}"/>`,
  );
  const own = `<sheet name="WpsReserved_CellImgList" sheetId="999" state="veryHidden" r:id="rId${names.length + 1}"/>`;
  return `${XML}<workbook xmlns="${MAIN}" xmlns:r="${REL}"><fileVersion appName="xl" lastEdited="3" lowestEdited="5" rupBuild="9302"/><workbookPr/><bookViews><workbookView windowWidth="28800" windowHeight="12375"/></bookViews><sheets>${sheets.join("")}${own}</sheets><calcPr calcId="144525"/></workbook>`;
}

function bookRelations(sheets: number): string {
  const own = Array.from({ length: sheets }, (_, i): [string, string, string] => [
    `rId${i + 1}`,
    `${REL}/worksheet`,
    i % 2 === 0 ? `worksheets/sheet${i + 1}.xml` : `/xl/worksheets/sheet${i + 1}.xml`,
  ]);
  return relations([
    [`rId${sheets + 3}`, "http://www.wps.cn/officeDocument/2020/cellImage", "cellimages.xml"],
    [`rId${sheets + 2}`, `${REL}/sharedStrings`, "sharedStrings.xml"],
    [`rId${sheets + 1}`, `${REL}/styles`, "styles.xml"],
    ...own.toReversed(),
  ]);
}

function relations(all: ReadonlyArray<readonly [id: string, type: string, target: string]>): string {
  const lines = all.map(
    ([id, type, target]) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`,
  );
  return `${XML}<Relationships xmlns="${NS}/package/2006/relationships">${lines.join("")}</Relationships>`;
}

function types(sheets: number): string {
  const spreadsheet = "application/vnd.openxmlformats-officedocument.spreadsheetml";
  const own = Array.from(
    { length: sheets },
    (_, i) =>
      `<Override PartName="/xl/worksheets/sheet${i + 1}.xml" ContentType="${spreadsheet}.worksheet+xml"/>`,
  );
  return `${XML}<Types xmlns="${NS}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${spreadsheet}.sheet.main+xml"/><Override PartName="/xl/cellimages.xml" ContentType="application/vnd.wps-officedocument.cellimage+xml"/>${own.join("")}</Types>`;
}

/** The formats of accounting, which WPS always writes out, and one of its own for figures. */
const STYLES = `${XML}<styleSheet xmlns="${MAIN}"><numFmts count="3"><numFmt numFmtId="41" formatCode="_ * #,##0_ ;_ * \\-#,##0_ ;_ * &quot;-&quot;_ ;_ @_ "/><numFmt numFmtId="44" formatCode="_ &quot;￥&quot;* #,##0.00_ ;_ &quot;￥&quot;* \\-#,##0.00_ ;_ &quot;￥&quot;* &quot;-&quot;??_ ;_ @_ "/><numFmt numFmtId="176" formatCode="0.00_ ;[Red]\\-0.00\\ "/></numFmts><fonts count="1"><font><sz val="11"/><name val="宋体"/><charset val="134"/></font></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="2"><xf numFmtId="0"/><xf numFmtId="44"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="49" applyNumberFormat="1"/><xf numFmtId="176" applyNumberFormat="1"/></cellXfs></styleSheet>`;
