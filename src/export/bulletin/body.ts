import type { Paragraph } from "docx";
import type { Draft, Paragraph as Text } from "../../domain/bulletin/draft.ts";
import { CHARACTER, TEXT_WIDTH, textWidth } from "./measures.ts";
import { blank, type Docx, indented, paragraph, run } from "./parts.ts";

// The text: headings of the first level in 黑体, of the second in 楷体, the rest in 仿宋; the list of attachments; who signs,
// and the day.

const NUMERALS = "一二三四五六七八九十";
const ATTACHED = "附件：";

export function bodyOf(
  docx: Docx,
  { opening, sections, tables, office }: Draft,
  day: string | null,
): Paragraph[] {
  return [
    textParagraph(docx, opening),
    ...sections.flatMap(({ heading, paragraphs }, i) => [
      paragraph(docx, {
        ...indented(docx),
        keepNext: true,
        children: [run(docx, `${NUMERALS[i] ?? i + 1}、${heading}`, { font: "level1" })],
      }),
      ...paragraphs.map((one) => textParagraph(docx, one)),
    ]),
    ...attachmentList(
      docx,
      tables.map(({ title }) => title),
    ),
    ...signature(docx, office, day),
  ];
}

/** A paragraph that begins with `（一）`: that sentence is a heading of the second level. */
function textParagraph(docx: Docx, { sentences }: Text): Paragraph {
  return paragraph(docx, {
    ...indented(docx),
    children: sentences.map(({ text }, i) =>
      run(docx, text, i === 0 && /^（[一二三四五六七八九十]+）/.test(text) ? { font: "level2" } : {}),
    ),
  });
}

/** A line below the text, two characters in; the names stand below each other, without a stop. */
function attachmentList(docx: Docx, titles: readonly string[]): Paragraph[] {
  if (titles.length === 0) return [];
  const [left, label] = [CHARACTER * 5, CHARACTER * 3];
  const one = (title: string, i: number) => (titles.length > 1 ? `${i + 1}.${title}` : title);
  return [
    blank(docx),
    ...titles.map((title, i) =>
      paragraph(docx, {
        // So that who signs is not left alone on a page.
        keepNext: true,
        indent: i === 0 ? { left, hanging: label } : { left },
        children: [run(docx, `${i === 0 ? ATTACHED : ""}${one(title, i)}`)],
      }),
    ),
  ];
}

/**
 * Without a seal: the office two characters from the right, the day below it, its first character two to the right of the
 * office's; a day longer than that stands two characters from the right, and the office moves left. Both are placed by their
 * first character, for the width of figures is a font's.
 */
function signature(docx: Docx, office: string, day: string | null): Paragraph[] {
  const date = day === null ? "年　月　日" : longDay(day);
  const two = CHARACTER * 2;
  const widest = Math.max(textWidth(office), textWidth(date) + 2) * CHARACTER;
  const left = Math.floor(TEXT_WIDTH - two - widest);
  const at = (from: number, text: string) =>
    paragraph(docx, { keepNext: true, indent: { left: Math.max(0, from) }, children: [run(docx, text)] });
  return [
    paragraph(docx, { keepNext: true, children: [run(docx, "")] }),
    at(left, office),
    at(left + two, date),
  ];
}

/** `2026年10月20日` of `2026-10-20`: Arabic figures, no leading zeros. */
export function longDay(day: string): string {
  const [year, month, date] = day.split("-").map(Number);
  return `${year}年${month}月${date}日`;
}
