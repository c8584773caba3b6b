import { openArchive } from "../xlsx/unzip.ts";
import { xmlText } from "../xlsx/xml.ts";
import { type BookSheet, type Cell, letter, shown, type Tone } from "./book.ts";
import { mergeZips } from "./merge-zips.ts";

// Charts of bars, as parts of the file: the library that writes workbooks has none. Names and figures are read from the
// sheet, so a chart follows its formulas.

/** A sheet with its number in the file, its first row of figures, and the rows of its chart. */
export type ChartPlace = {
  sheet: BookSheet;
  number: number;
  first: number;
  charted: ReadonlyArray<readonly Cell[]>;
};

const NS = {
  chart: "http://schemas.openxmlformats.org/drawingml/2006/chart",
  main: "http://schemas.openxmlformats.org/drawingml/2006/main",
  place: "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing",
  relation: "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
  package: "http://schemas.openxmlformats.org/package/2006/relationships",
};
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const TYPES = "[Content_Types].xml";
const LARGEST = 1024 * 1024 * 1024;
/** Columns of the sheet a chart is wide, and rows it has at least. */
const WIDE = 7;
const LEAST = 12;
const BAR = "4A76B8";
const BARS: Record<Tone, string> = {
  ...{ red: "D9534F", yellow: "E8B33A", green: "5BA65B", blue: BAR, grey: "A6ABB3", strong: BAR },
};

/** The workbook with its charts; its other parts stay as they are. */
export async function withChart(workbook: Uint8Array, charts: readonly ChartPlace[]): Promise<Uint8Array> {
  const drawn = charts.filter(({ charted }) => charted.length > 0);
  if (drawn.length === 0) return workbook;
  const { zipSync } = await import("fflate");
  const archive = openArchive(workbook, LARGEST);
  const read = async (path: string) => new TextDecoder().decode((await archive?.read(path)) ?? undefined);
  const parts: Record<string, string> = { [TYPES]: withTypes(await read(TYPES), drawn) };
  for (const place of drawn) {
    const n = place.number;
    const sheet = `xl/worksheets/sheet${n}.xml`;
    parts[sheet] = (await read(sheet)).replace("</worksheet>", '<drawing r:id="rIdChart"/></worksheet>');
    parts[`xl/worksheets/_rels/sheet${n}.xml.rels`] = relation(
      "rIdChart",
      "drawing",
      `../drawings/drawing${n}.xml`,
    );
    parts[`xl/drawings/drawing${n}.xml`] = drawing(place);
    parts[`xl/drawings/_rels/drawing${n}.xml.rels`] = relation("rId1", "chart", `../charts/chart${n}.xml`);
    parts[`xl/charts/chart${n}.xml`] = chartXml(place);
  }
  const bytes = Object.entries(parts).map(([path, text]) => [path, new TextEncoder().encode(text)] as const);
  return mergeZips(workbook, zipSync(Object.fromEntries(bytes)));
}

function withTypes(types: string, charts: readonly ChartPlace[]): string {
  const office = "application/vnd.openxmlformats-officedocument.";
  const own = charts.flatMap(({ number: n }) => [
    `<Override PartName="/xl/drawings/drawing${n}.xml" ContentType="${office}drawing+xml"/>`,
    `<Override PartName="/xl/charts/chart${n}.xml" ContentType="${office}drawingml.chart+xml"/>`,
  ]);
  return types.replace("</Types>", `${own.join("")}</Types>`);
}

function relation(id: string, kind: string, target: string): string {
  const type = `${NS.relation}/${kind}`;
  return `${XML}<Relationships xmlns="${NS.package}"><Relationship Id="${id}" Type="${type}" Target="${target}"/></Relationships>`;
}

/** Beside the table, below its header, which is repeated on every page. */
function drawing({ sheet: { columns, chart }, first, charted }: ChartPlace): string {
  const corner = (name: string, column: number, row: number) =>
    `<xdr:${name}><xdr:col>${column}</xdr:col><xdr:colOff>120000</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:${name}>`;
  const [left, top] = [columns.length, first - 1];
  const ends = corner("from", left, top) + corner("to", left + WIDE, top + Math.max(LEAST, charted.length));
  return `${XML}<xdr:wsDr xmlns:xdr="${NS.place}" xmlns:a="${NS.main}"><xdr:twoCellAnchor>${ends}<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="2" name="Chart 1" descr="${xmlText(chart?.title ?? "")}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="${NS.chart}"><c:chart xmlns:c="${NS.chart}" xmlns:r="${NS.relation}" r:id="rId1"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>`;
}

function chartXml({ sheet, first, charted }: ChartPlace): string {
  const { names = 0, figures = 0, title = "", decimals = 0 } = sheet.chart ?? {};
  const format = decimals === 0 ? "0" : `0.${"0".repeat(decimals)}`;
  const range = (column: number) => {
    const at = `$${letter(column + 1)}$`;
    return xmlText(`'${sheet.name.replaceAll("'", "''")}'!${at}${first}:${at}${first + charted.length - 1}`);
  };
  const points = (column: number) =>
    `<c:ptCount val="${charted.length}"/>${charted
      .map((row, i) => [i, shown(row[column])] as const)
      .filter(([, value]) => value !== null && value !== "")
      .map(([i, value]) => `<c:pt idx="${i}"><c:v>${xmlText(String(value))}</c:v></c:pt>`)
      .join("")}`;
  const colours = charted.map(
    (row, i) =>
      `<c:dPt><c:idx val="${i}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/>${fill(BARS[toneIn(row) ?? "blue"])}</c:dPt>`,
  );
  const text = `<a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="1200" b="1"/></a:pPr><a:r><a:rPr lang="zh-CN" sz="1200" b="1"/><a:t>${xmlText(title)}</a:t></a:r></a:p>`;
  const series = [
    `<c:idx val="0"/><c:order val="0"/>${fill(BAR)}<c:invertIfNegative val="0"/>${colours.join("")}`,
    `<c:dLbls><c:numFmt formatCode="${format}" sourceLinked="0"/><c:spPr><a:noFill/></c:spPr><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>`,
    `<c:cat><c:strRef><c:f>${range(names)}</c:f><c:strCache>${points(names)}</c:strCache></c:strRef></c:cat>`,
    `<c:val><c:numRef><c:f>${range(figures)}</c:f><c:numCache><c:formatCode>General</c:formatCode>${points(figures)}</c:numCache></c:numRef></c:val>`,
  ].join("");
  const axes = [
    `<c:catAx><c:axId val="1"/><c:scaling><c:orientation val="maxMin"/></c:scaling><c:delete val="0"/><c:axPos val="l"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/><c:crossAx val="2"/><c:crosses val="autoZero"/></c:catAx>`,
    `<c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/><c:min val="0"/></c:scaling><c:delete val="1"/><c:axPos val="t"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="none"/><c:crossAx val="1"/><c:crosses val="autoZero"/><c:crossBetween val="between"/></c:valAx>`,
  ].join("");
  return `${XML}<c:chartSpace xmlns:c="${NS.chart}" xmlns:a="${NS.main}" xmlns:r="${NS.relation}"><c:roundedCorners val="0"/><c:chart><c:title><c:tx><c:rich>${text}</c:rich></c:tx><c:overlay val="0"/></c:title><c:autoTitleDeleted val="0"/><c:plotArea><c:layout/><c:barChart><c:barDir val="bar"/><c:grouping val="clustered"/><c:varyColors val="0"/><c:ser>${series}</c:ser><c:gapWidth val="45"/><c:axId val="1"/><c:axId val="2"/></c:barChart>${axes}</c:plotArea><c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart></c:chartSpace>`;
}

/** A row's bar has the colour of its light. */
function toneIn(row: readonly Cell[]): Tone | null {
  const toned = row.find((cell) => cell !== null && typeof cell === "object" && "tone" in cell);
  return toned !== null && typeof toned === "object" && "tone" in toned ? toned.tone : null;
}

function fill(colour: string): string {
  return `<c:spPr><a:solidFill><a:srgbClr val="${colour}"/></a:solidFill></c:spPr>`;
}
