import { strFromU8, unzipSync } from "fflate";
import { parseXml, type Tree, within } from "./xml-tree.ts";

// What makes Excel offer to repair a workbook: elements in another order than ECMA-376 has them, counts that do not count,
// ids and names used twice, references to nothing, names and texts that are too long.

/** The children of an element in the order of its type in the standard (part 1, 18 and 21). */
const ORDER: Record<string, string> = {
  workbook:
    "fileVersion fileSharing workbookPr workbookProtection bookViews sheets functionGroups externalReferences definedNames calcPr oleSize customWorkbookViews pivotCaches fileRecoveryPr webPublishObjects extLst",
  worksheet:
    "sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches ignoredErrors smartTags drawing legacyDrawing picture oleObjects controls tableParts extLst",
  sheetPr: "tabColor outlinePr pageSetUpPr",
  sheetView: "pane selection pivotSelection extLst",
  c: "f v is extLst",
  dataValidation: "formula1 formula2",
  headerFooter: "oddHeader oddFooter evenHeader evenFooter firstHeader firstFooter",
  styleSheet: "numFmts fonts fills borders cellStyleXfs cellXfs cellStyles dxfs tableStyles colors extLst",
  xf: "alignment protection extLst",
  border: "start end left right top bottom diagonal vertical horizontal",
  "c:chartSpace":
    "c:date1904 c:lang c:roundedCorners c:style c:clrMapOvr c:pivotSource c:protection c:chart c:spPr c:txPr c:externalData c:printSettings c:userShapes c:extLst",
  "c:chart":
    "c:title c:autoTitleDeleted c:pivotFmts c:view3D c:floor c:sideWall c:backWall c:plotArea c:legend c:plotVisOnly c:dispBlanksAs c:extLst",
  "c:barChart":
    "c:barDir c:grouping c:varyColors c:ser c:dLbls c:gapWidth c:overlap c:serLines c:axId c:extLst",
  "c:ser":
    "c:idx c:order c:tx c:spPr c:invertIfNegative c:pictureOptions c:dPt c:dLbls c:trendline c:errBars c:cat c:val c:shape c:extLst",
  "c:dPt": "c:idx c:invertIfNegative c:marker c:bubble3D c:explosion c:spPr c:pictureOptions c:extLst",
  "c:dLbls":
    "c:dLbl c:delete c:numFmt c:spPr c:txPr c:dLblPos c:showLegendKey c:showVal c:showCatName c:showSerName c:showPercent c:showBubbleSize c:separator c:showLeaderLines c:leaderLines c:extLst",
  "c:title": "c:tx c:layout c:overlay c:spPr c:txPr c:extLst",
  "c:catAx":
    "c:axId c:scaling c:delete c:axPos c:majorGridlines c:minorGridlines c:title c:numFmt c:majorTickMark c:minorTickMark c:tickLblPos c:spPr c:txPr c:crossAx c:crosses c:crossesAt c:auto c:lblAlgn c:lblOffset c:tickLblSkip c:tickMarkSkip c:noMultiLvlLbl c:extLst",
  "c:valAx":
    "c:axId c:scaling c:delete c:axPos c:majorGridlines c:minorGridlines c:title c:numFmt c:majorTickMark c:minorTickMark c:tickLblPos c:spPr c:txPr c:crossAx c:crosses c:crossesAt c:crossBetween c:majorUnit c:minorUnit c:dispUnits c:extLst",
  "c:scaling": "c:logBase c:orientation c:max c:min",
  "c:spPr": "a:xfrm a:custGeom a:prstGeom a:noFill a:solidFill a:gradFill a:pattFill a:ln a:effectLst",
};
/** Elements whose `count` says how many children they have. */
const COUNTED =
  "dataValidations mergeCells numFmts fonts fills borders cellStyleXfs cellXfs cellStyles dxfs tableParts".split(
    " ",
  );
const LONGEST = {
  sheetName: 31,
  list: 255,
  prompt: 255,
  title: 32,
  footer: 255,
  text: 32_767,
  formula: 8192,
};

type Parts = Map<string, Tree>;

/** Everything of a workbook that Excel would stumble over, a line each. */
export function faultsOf(bytes: Uint8Array): string[] {
  const files = unzipSync(bytes);
  const faults: string[] = [];
  const parts: Parts = new Map();
  for (const [path, content] of Object.entries(files))
    if (/\.(xml|rels)$/.test(path))
      try {
        parts.set(path, parseXml(strFromU8(content)));
      } catch (error) {
        faults.push(`${path}: ${error instanceof Error ? error.message : "not XML"}`);
      }
  if (faults.length > 0) return faults;
  return [
    ...namedTwice(bytes, Object.keys(files)),
    ...typeFaults(parts, Object.keys(files)),
    ...relationFaults(parts, files),
    ...[...parts].flatMap(([path, tree]) => orderFaults(path, tree)),
    ...workbookFaults(parts),
    ...[...parts].flatMap(([path, tree]) =>
      path.startsWith("xl/worksheets/sheet") ? sheetFaults(path, tree, parts) : [],
    ),
  ];
}

/** A zip with two entries of one name reads as one of them. */
function namedTwice(bytes: Uint8Array, names: readonly string[]): string[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = bytes.length - 22; at >= 0; at -= 1)
    if (view.getUint32(at, true) === 0x06054b50) {
      const entries = view.getUint16(at + 10, true);
      return entries === names.length ? [] : [`${entries} entries for ${names.length} names`];
    }
  return ["no end of the zip"];
}

function typeFaults(parts: Parts, names: readonly string[]): string[] {
  const types = parts.get("[Content_Types].xml")?.children ?? [];
  const of = (key: string) => types.flatMap(({ attributes }) => attributes[key] ?? []);
  const defaults = of("Extension");
  const overrides = of("PartName").map((name) => name.slice(1));
  return [
    ...repeated("content type of", [...defaults, ...overrides]),
    ...overrides.filter((name) => !names.includes(name)).map((name) => `a content type for no part ${name}`),
    ...names
      .filter((name) => name !== "[Content_Types].xml")
      .filter((name) => !overrides.includes(name) && !defaults.includes(name.split(".").at(-1) ?? ""))
      .map((name) => `no content type for ${name}`),
  ];
}

function relationFaults(parts: Parts, files: Record<string, Uint8Array>): string[] {
  return [...parts].flatMap(([path, tree]) => {
    if (!path.endsWith(".rels")) return [];
    const folder = path.replace(/_rels\/[^/]*$/, "");
    const source = path.replace("_rels/", "").replace(/\.rels$/, "");
    const relations = tree.children.map(({ attributes }) => attributes);
    const ids = relations.map(({ Id = "" }) => Id);
    const own = parts.get(source);
    const used = own ? idsIn(own) : [];
    return [
      ...repeated(`${path}: id`, ids),
      ...used.filter((id) => !ids.includes(id)).map((id) => `${source}: no relation ${id}`),
      ...relations
        .filter(({ TargetMode }) => TargetMode !== "External")
        .map(({ Target = "" }) => new URL(Target, `zip:/${folder}`).pathname.slice(1))
        .filter((target) => !files[target])
        .map((target) => `${path}: there is no ${target}`),
    ];
  });
}

function idsIn(tree: Tree): string[] {
  const own = Object.entries(tree.attributes).flatMap(([name, value]) =>
    /^r:(id|embed)$/.test(name) ? value : [],
  );
  return [...own, ...tree.children.flatMap(idsIn)];
}

function orderFaults(path: string, tree: Tree): string[] {
  const names = tree.children.map(({ name }) => name);
  const order = ORDER[tree.name]?.split(" ");
  const places = names.map((name) => order?.indexOf(name) ?? 0);
  const count = tree.attributes.count;
  return [
    ...(order && places.includes(-1) ? [`${path}: ${tree.name} has ${names[places.indexOf(-1)]}`] : []),
    ...(places.some((place, i) => place < (places[i - 1] ?? 0))
      ? [`${path}: ${tree.name} has ${names.join(" ")} in the wrong order`]
      : []),
    ...(COUNTED.includes(tree.name) && count !== undefined && Number(count) !== names.length
      ? [`${path}: ${tree.name} counts ${count} of ${names.length}`]
      : []),
    ...tree.children.flatMap((child) => orderFaults(path, child)),
  ];
}

function workbookFaults(parts: Parts): string[] {
  const book = parts.get("xl/workbook.xml");
  if (!book) return ["no workbook"];
  const sheets = within(book, "sheet").map(({ attributes }) => attributes);
  const names = sheets.map(({ name = "" }) => plain(name));
  const defined = within(book, "definedName");
  return [
    ...repeated(
      "sheet",
      names.map((name) => name.toLowerCase()),
    ),
    ...repeated(
      "sheetId",
      sheets.map(({ sheetId = "" }) => sheetId),
    ),
    ...names
      .filter((name) => name.length > LONGEST.sheetName || /[[\]:*?/\\]|^'|'$|^$/.test(name))
      .map((name) => `a sheet cannot be called ${name}`),
    ...(sheets.some(({ state = "visible" }) => state === "visible") ? [] : ["every sheet is hidden"]),
    ...repeated(
      "defined name",
      defined.map(
        ({ attributes: { name = "", localSheetId = "" } }) => `${localSheetId} ${name.toLowerCase()}`,
      ),
    ),
    ...defined
      .filter(
        ({ attributes: { localSheetId } }) => localSheetId !== undefined && !sheets[Number(localSheetId)],
      )
      .map(({ attributes }) => `${attributes.name} is of no sheet`),
    ...defined.flatMap(({ text, attributes }) => {
      const [, quoted, bare] = /^(?:'((?:[^']|'')+)'|([^'!]+))!/.exec(plain(text)) ?? [];
      const of = (quoted ?? bare ?? "").replaceAll("''", "'");
      return names.includes(of) ? [] : [`${attributes.name} refers to ${text}`];
    }),
  ];
}

function sheetFaults(path: string, sheet: Tree, parts: Parts): string[] {
  const styles = within(parts.get("xl/styles.xml") ?? sheet, "cellXfs")[0]?.children.length ?? 0;
  const strings = parts.get("xl/sharedStrings.xml")?.children.length ?? 0;
  const cells = within(sheet, "c");
  const rows = within(sheet, "row");
  const merged = within(sheet, "mergeCell").map(({ attributes }) => boxOf(attributes.ref ?? ""));
  return [
    ...rising(
      `${path}: rows`,
      rows.map(({ attributes }) => Number(attributes.r)),
    ),
    ...rows.flatMap((row) =>
      rising(
        `${path}: cells of row ${row.attributes.r}`,
        row.children.map(({ attributes }) => boxOf(attributes.r ?? "").left),
      ),
    ),
    ...cells.flatMap((cell) => cellFaults(cell, styles, strings).map((fault) => `${path}: ${fault}`)),
    ...merged.flatMap((box, i) =>
      merged.slice(0, i).some((other) => overlap(box, other)) ? [`${path}: merged cells overlap`] : [],
    ),
    ...within(sheet, "dataValidation").flatMap((rule) =>
      ruleFaults(rule).map((fault) => `${path}: ${fault}`),
    ),
    ...within(sheet, "oddFooter")
      .filter(({ text }) => plain(text).length > LONGEST.footer)
      .map(() => `${path}: the footer is too long`),
    ...rising(
      `${path}: columns`,
      within(sheet, "col").flatMap(({ attributes: { min, max } }) =>
        min === max ? [Number(min)] : [Number(min), Number(max)],
      ),
    ),
  ];
}

function cellFaults(
  { attributes: { r = "", s, t }, children }: Tree,
  styles: number,
  strings: number,
): string[] {
  const value = children.find(({ name }) => name === "v")?.text ?? "";
  const formula = plain(children.find(({ name }) => name === "f")?.text ?? "");
  const isNumber = t === undefined || t === "n";
  return [
    ...(s !== undefined && Number(s) >= styles ? [`${r} has no style ${s}`] : []),
    ...(t === "s" && Number(value) >= strings ? [`${r} has no string ${value}`] : []),
    ...(isNumber && value !== "" && !Number.isFinite(Number(value)) ? [`${r} is no number: ${value}`] : []),
    ...(plain(value).length > LONGEST.text ? [`${r} is too long`] : []),
    ...(formula.length > LONGEST.formula || formula.startsWith("=")
      ? [`${r} has the formula ${formula}`]
      : []),
  ];
}

function ruleFaults({ attributes, children }: Tree): string[] {
  const { sqref = "", errorTitle = "", error = "", promptTitle = "", prompt = "" } = attributes;
  const [formula = ""] = children.map(({ text }) => plain(text));
  return [
    ...(sqref === "" ? ["a rule for no cell"] : []),
    ...(formula === "" ? [`a rule without a list or limit: ${sqref}`] : []),
    ...(formula.startsWith('"') && formula.length - 2 > LONGEST.list
      ? [`the list of ${sqref} is too long`]
      : []),
    ...([error, prompt].some((text) => plain(text).length > LONGEST.prompt) ||
    [errorTitle, promptTitle].some((text) => plain(text).length > LONGEST.title)
      ? [`the words of the rule of ${sqref} are too long`]
      : []),
  ];
}

type Box = { left: number; top: number; right: number; bottom: number };

/** `B2:D4`, or `B2` alone. */
function boxOf(range: string): Box {
  const [first = "", last = first] = range.split(":");
  const column = (cell: string) =>
    [...cell.replace(/\d+/, "")].reduce((sum, one) => sum * 26 + one.charCodeAt(0) - 64, 0);
  const row = (cell: string) => Number(cell.replace(/\D+/, ""));
  return { left: column(first), top: row(first), right: column(last), bottom: row(last) };
}

function overlap(a: Box, b: Box): boolean {
  return a.left <= b.right && b.left <= a.right && a.top <= b.bottom && b.top <= a.bottom;
}

function rising(what: string, numbers: readonly number[]): string[] {
  const wrong = numbers.findIndex((n, i) => !(n > (numbers[i - 1] ?? 0)));
  return wrong < 0 ? [] : [`${what} do not rise at ${numbers[wrong]}`];
}

function repeated(what: string, values: readonly string[]): string[] {
  return [...new Set(values.filter((value, i) => values.indexOf(value) < i))].map(
    (value) => `${what} ${value} twice`,
  );
}

/** Without entities. */
function plain(text: string): string {
  return text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&apos;", "'")
    .replaceAll("&amp;", "&");
}
