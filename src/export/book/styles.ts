import type { Alignment, Style } from "exceljs";
import type { Format, Tone } from "./book.ts";

// How cells look. One style object each, because the writer recognises styles by identity.

const INK = "FF1F2329";
const LINE = "FFBFC4CC";
const HEADER = "FFDCE6F1";
const TONES: Record<Tone, string> = {
  red: "FFF8CBC6",
  yellow: "FFFFE9A8",
  green: "FFD3EBD3",
  blue: "FFD6E6FA",
  grey: "FFE7E9EC",
  strong: "FFEEF3F9",
};
const FONT = { name: "宋体", size: 11, color: { argb: INK } } as const;
const HEAVY = { name: "黑体", size: 11, color: { argb: INK } } as const;
const edge = { style: "thin", color: { argb: LINE } } as const;
const border = { top: edge, left: edge, bottom: edge, right: edge };

const NUMBERS: Record<Exclude<Format, number>, string> = {
  text: "@",
  plain: "General",
  count: "#,##0",
  amount: "#,##0.00",
  percent: '0.0"%"',
  share: "0.0%",
  day: 'yyyy"年"m"月"d"日"',
  rank: '"第"0"名"',
  move: '"↑"0;[Red]"↓"0;"—"',
};
const CENTRE: readonly Format[] = ["rank", "move", "day"];

const solid = (argb: string) => ({ type: "pattern", pattern: "solid", fgColor: { argb } }) as const;

export const TITLE: Partial<Style> = {
  font: { ...HEAVY, size: 16 },
  alignment: { horizontal: "center", vertical: "middle", wrapText: true },
};
export const SENTENCE: Partial<Style> = {
  font: { ...FONT, size: 10.5 },
  alignment: { horizontal: "left", vertical: "middle", wrapText: true },
};
export const HEAD: Partial<Style> = {
  font: HEAVY,
  fill: solid(HEADER),
  border,
  alignment: { horizontal: "center", vertical: "middle", wrapText: true },
};

const cells = new Map<string, Partial<Style>>();

/** The style of a cell below the header; the rank's words are the reader's language's. */
export function cellStyle(format: Format, tone: Tone | null, chinese: boolean): Partial<Style> {
  const key = `${format} ${tone} ${chinese}`;
  const known = cells.get(key) ?? newStyle(format, tone, chinese);
  cells.set(key, known);
  return known;
}

function newStyle(format: Format, tone: Tone | null, chinese: boolean): Partial<Style> {
  return {
    font: tone === "strong" ? HEAVY : FONT,
    border,
    numFmt: numberFormat(format, chinese),
    alignment: alignmentOf(format),
    ...(tone === null ? {} : { fill: solid(TONES[tone]) }),
  };
}

function alignmentOf(format: Format): Partial<Alignment> {
  if (format === "text") return { horizontal: "left", vertical: "middle", wrapText: true };
  // Figures to the right, words to the left.
  if (format === "plain") return { vertical: "middle" };
  return { horizontal: CENTRE.includes(format) ? "center" : "right", vertical: "middle" };
}

function numberFormat(format: Format, chinese: boolean): string {
  if (typeof format === "number") return format === 0 ? "0" : `0.${"0".repeat(format)}`;
  if (!chinese && format === "rank") return "0";
  if (!chinese && format === "day") return "yyyy-mm-dd";
  return NUMBERS[format];
}
