import { xmlText } from "../xlsx/xml.ts";

// A .docx of headings and plain tables. The library that zips is loaded only here, for it has no place in a Worker.

export type DocumentTable = { title: string; rows: ReadonlyArray<ReadonlyArray<string | number | null>> };

const W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
/** Twips between the margins of an A4 page. */
const WIDTH = 9000;

/** The tables one below the other, each under its title. */
export async function writeDocument(tables: readonly DocumentTable[]): Promise<Uint8Array> {
  const { zipSync, strToU8 } = await import("fflate");
  const body = tables.map(({ title, rows }) => `${paragraph(title, 32)}${table(rows)}${paragraph("", 21)}`);
  const page = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>';
  const parts = {
    "[Content_Types].xml": `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    "_rels/.rels": `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    "word/document.xml": `${HEAD}<w:document xmlns:w="${W}"><w:body>${body.join("")}${page}</w:body></w:document>`,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, strToU8(text)])));
}

function paragraph(text: string, halfPoints: number): string {
  const fonts = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="仿宋"/>';
  const looks = `<w:rPr>${fonts}<w:sz w:val="${halfPoints}"/></w:rPr>`;
  const lines = text.split("\n").map((line) => `<w:t xml:space="preserve">${xmlText(line)}</w:t>`);
  return `<w:p><w:r>${looks}${lines.join("<w:br/>")}</w:r></w:p>`;
}

function table(rows: DocumentTable["rows"]): string {
  const columns = Math.max(1, ...rows.map((row) => row.length));
  // Two columns are a form: names on the left, room on the right.
  const widths = Array.from({ length: columns }, (_, i) =>
    columns === 2 ? (WIDTH / 4) * (i === 0 ? 1 : 3) : Math.floor(WIDTH / columns),
  );
  const sides = ["top", "left", "bottom", "right", "insideH", "insideV"];
  const borders = sides.map((side) => `<w:${side} w:val="single" w:sz="4" w:color="auto"/>`).join("");
  const grid = widths.map((width) => `<w:gridCol w:w="${width}"/>`).join("");
  const lines = rows.map((row) => {
    const cells = widths.map((width, i) => {
      const size = `<w:tcPr><w:tcW w:w="${width}" w:type="dxa"/></w:tcPr>`;
      return `<w:tc>${size}${paragraph(String(row[i] ?? ""), 24)}</w:tc>`;
    });
    return `<w:tr>${cells.join("")}</w:tr>`;
  });
  return `<w:tbl><w:tblPr><w:tblBorders>${borders}</w:tblBorders></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${lines.join("")}</w:tbl>`;
}
