import type { Locale } from "../../domain/programme/people.ts";
import { type Cell, type Format, type Plain, shown, type Tone } from "../book/book.ts";
import { xmlText } from "../xlsx/xml.ts";

// A table, or photos in a grid, as one picture for a chat: what a card cannot carry on a phone.

/** A photo with words below it; JPEG or PNG. */
export type PhotoCell = { photo: Uint8Array; words: string };
/** `width` as in a book: characters of a figure. */
export type PictureColumn = { title: string; width: number; format?: Format };
export type Picture = {
  title: string;
  /** Sentences below the title. */
  lines: readonly string[];
  columns: readonly PictureColumn[];
  rows: ReadonlyArray<ReadonlyArray<Cell | PhotoCell>>;
};

const CHAR = 8.5;
const SIZE = 15;
const PAD = 8;
const LINE = 21;
const MARGIN = 24;
const PHOTO = 150;
const FONTS =
  "'Noto Sans CJK SC','Noto Sans SC Variable','Noto Sans SC','Source Han Sans SC','Microsoft YaHei','PingFang SC','WenQuanYi Micro Hei',SimHei,sans-serif";
const TONES: Record<Tone, string> = {
  ...{
    red: "#F8CBC6",
    yellow: "#FFE9A8",
    green: "#D3EBD3",
    blue: "#D6E6FA",
    grey: "#E7E9EC",
    strong: "#EEF3F9",
  },
};

/** The picture as SVG, at the size it is meant to be seen. */
export function pictureSvg({ title, lines, columns, rows }: Picture, locale: Locale): string {
  const widths = columns.map(({ width }) => Math.round(width * CHAR) + PAD * 2);
  const lefts = widths.map((_, i) => MARGIN + widths.slice(0, i).reduce((sum, one) => sum + one, 0));
  const whole = widths.reduce((sum, one) => sum + one, 0);
  const parts: string[] = [];
  let y = MARGIN + 26;
  parts.push(text(MARGIN + whole / 2, y, title, { size: 22, anchor: "middle", heavy: true }));
  for (const line of lines.flatMap((one) => wrapped(one, whole))) {
    y += LINE;
    parts.push(text(MARGIN, y, line, { size: 14, colour: "#646A73" }));
  }
  y += 14;
  const row = (cells: ReadonlyArray<Cell | PhotoCell>, head: boolean) => {
    const drawn = columns.map((column, i) => cellOf(cells[i] ?? null, column, widths[i] ?? 0, locale, head));
    const height = Math.max(...drawn.map((one) => one.height));
    drawn.forEach((one, i) => {
      parts.push(box(lefts[i] ?? 0, y, widths[i] ?? 0, height, head ? "#DCE6F1" : one.fill));
      parts.push(one.draw(lefts[i] ?? 0, y, height));
    });
    y += height;
  };
  row(
    columns.map((column) => column.title),
    true,
  );
  for (const cells of rows) row(cells, false);
  const [width, height] = [whole + MARGIN * 2, y + MARGIN];
  return `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${width}" height="${height}" font-family="${FONTS}"><rect width="${width}" height="${height}" fill="#FFFFFF"/>${parts.join("")}</svg>`;
}

type Drawn = { height: number; fill: string; draw: (x: number, y: number, height: number) => string };

function cellOf(
  cell: Cell | PhotoCell,
  { format = "plain" }: PictureColumn,
  width: number,
  locale: Locale,
  head: boolean,
): Drawn {
  if (cell !== null && typeof cell === "object" && "photo" in cell) return photoOf(cell, width);
  const tone = cell !== null && typeof cell === "object" && "tone" in cell ? cell.tone : null;
  const value = shown(cell);
  const lines = wrapped(head ? String(value ?? "") : printed(value, format, locale), width - PAD * 2);
  const middle = head || format === "rank" || format === "move" || tone !== null;
  const right = !middle && typeof value === "number";
  const [anchor, offset] = middle ? ["middle", width / 2] : right ? ["end", width - PAD] : ["start", PAD];
  return {
    height: Math.max(1, lines.length) * LINE + 10,
    fill: tone === null ? "#FFFFFF" : TONES[tone],
    draw: (x, y, height) => {
      const first = y + (height - lines.length * LINE) / 2 + 16;
      const style = { size: SIZE, anchor, heavy: head || tone === "strong" };
      return lines.map((line, i) => text(x + Number(offset), first + i * LINE, line, style)).join("");
    },
  };
}

function photoOf({ photo, words }: PhotoCell, width: number): Drawn {
  const lines = wrapped(words, width - PAD * 2);
  return {
    height: PHOTO + lines.length * LINE + PAD * 2,
    fill: "#FFFFFF",
    draw: (x, y) =>
      `<image x="${x + PAD}" y="${y + PAD}" width="${width - PAD * 2}" height="${PHOTO}" preserveAspectRatio="xMidYMid slice" xlink:href="${dataOf(photo)}"/>${lines
        .map((line, i) =>
          text(x + width / 2, y + PAD + PHOTO + (i + 1) * LINE - 4, line, { size: 13, anchor: "middle" }),
        )
        .join("")}`,
  };
}

function dataOf(photo: Uint8Array): string {
  const kind = photo[0] === 0x89 ? "png" : "jpeg";
  return `data:image/${kind};base64,${Buffer.from(photo).toString("base64")}`;
}

/** A value as the workbook's number format shows it. */
export function printed(value: Plain, format: Format, locale: Locale): string {
  if (value === null || value === "") return "";
  if (typeof value === "string") return value;
  const grouped = (digits: number) =>
    value.toLocaleString("en-US", { minimumFractionDigits: digits, maximumFractionDigits: digits });
  if (typeof format === "number") return value.toFixed(format);
  switch (format) {
    case "count":
      return grouped(0);
    case "amount":
      return grouped(2);
    case "percent":
      return `${value.toFixed(1)}%`;
    case "share":
      return `${(value * 100).toFixed(1)}%`;
    case "rank":
      return locale === "en" ? String(value) : `第${value}名`;
    case "move":
      return value === 0 ? "—" : `${value > 0 ? "↑" : "↓"}${Math.abs(value)}`;
    case "text":
    case "plain":
    case "day":
      return String(value);
  }
}

type Style = { size: number; anchor?: string; heavy?: boolean; colour?: string };

function text(
  x: number,
  y: number,
  words: string,
  { size, anchor = "start", heavy, colour = "#1F2329" }: Style,
): string {
  const weight = heavy ? ' font-weight="700"' : "";
  return `<text x="${x}" y="${y}" font-size="${size}" text-anchor="${anchor}" fill="${colour}"${weight}>${xmlText(words)}</text>`;
}

function box(x: number, y: number, width: number, height: number, fill: string): string {
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${fill}" stroke="#BFC4CC"/>`;
}

/** Lines no wider than this; a Latin word that is longer is broken too. */
function wrapped(words: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  let used = 0;
  for (const piece of words.match(/[\u2e80-\uffef]|\s|[^\s\u2e80-\uffef]+/g) ?? []) {
    const wide = [...piece].reduce((sum, one) => sum + (/[\u2e80-\uffef]/.test(one) ? SIZE : CHAR), 0);
    if (used + wide > width && line !== "") {
      lines.push(line);
      [line, used] = ["", 0];
    }
    line += piece;
    used += wide;
  }
  return line === "" ? lines : [...lines, line];
}
