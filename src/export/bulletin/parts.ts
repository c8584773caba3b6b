import type { IParagraphOptions, IRunOptions } from "docx";
import { BODY, CHARACTER, LINE, TIGHTER } from "./measures.ts";

/** The library that writes .docx files; loaded where one is written, never in a Worker. */
export type Docx = typeof import("docx");

/** Fonts by their use. They are named, not embedded: office machines have them, others fall back. */
const FONTS = {
  title: "方正小标宋简体",
  body: "仿宋_GB2312",
  level1: "黑体",
  level2: "楷体_GB2312",
  page: "宋体",
} as const;

type Font = keyof typeof FONTS;
type RunOptions = Partial<Omit<IRunOptions, "font" | "text">> & { font?: Font };

/** A run: figures and Latin letters in Times New Roman, all else in the font of its use. */
export function run({ TextRun }: Docx, text: string, { font = "body", ...options }: RunOptions = {}) {
  return new TextRun({
    ...{ text, size: BODY, characterSpacing: TIGHTER, font: fontOf(font), color: "000000" },
    ...options,
  });
}

export function fontOf(font: Font) {
  const latin = font === "page" ? FONTS.page : "Times New Roman";
  return { ascii: latin, hAnsi: latin, cs: latin, eastAsia: FONTS[font], hint: "eastAsia" };
}

/** A paragraph with the line pitch of 22 lines a page. */
export function paragraph({ Paragraph, LineRuleType }: Docx, options: IParagraphOptions) {
  const { spacing, ...rest } = options;
  return new Paragraph({
    widowControl: false,
    ...rest,
    spacing: { before: 0, after: 0, line: LINE, lineRule: LineRuleType.EXACT, ...spacing },
  });
}

/** An empty line. */
export function blank(docx: Docx) {
  return paragraph(docx, { children: [run(docx, "")] });
}

/** Two characters in at the first line, both margins straight. */
export function indented(docx: Docx): IParagraphOptions {
  const indent = { firstLine: CHARACTER * 2, firstLineChars: 200 };
  return { indent, alignment: docx.AlignmentType.BOTH };
}
