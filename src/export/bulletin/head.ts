import type { Paragraph } from "docx";
import type { Draft } from "../../domain/bulletin/draft.ts";
import { breakTitle } from "./break-title.ts";
import { BODY, HEAD_SPACE, RULE_SPACE_PT, SMALL, TEXT_WIDTH, TITLE, textWidth } from "./measures.ts";
import { blank, type Docx, paragraph, run } from "./parts.ts";

// 版头 and title: the red name, the number and the red rule; the title in lines by meaning; whom it is addressed to.

const RED = "FF0000";
/** The size of the red name, points: as large as one line takes, within these. */
const [SMALLEST, LARGEST] = [22, 60];
const DOCUMENT = "文件";
/** What stands in place of a number that is not given yet. */
const UNNUMBERED = "（送审稿）";

export function headOf(docx: Docx, draft: Draft, number: string | null): Paragraph[] {
  return [...masthead(docx, draft.office, number), ...titleOf(docx, draft.title), addressees(docx, draft.to)];
}

function masthead(docx: Docx, office: string, number: string | null): Paragraph[] {
  const { AlignmentType, BorderStyle } = docx;
  const name = `${office}${DOCUMENT}`;
  const points = Math.max(SMALLEST, Math.min(LARGEST, Math.floor(TEXT_WIDTH / 20 / textWidth(name))));
  const rule = { style: BorderStyle.SINGLE, size: 12, color: RED, space: RULE_SPACE_PT };
  return [
    paragraph(docx, {
      alignment: AlignmentType.CENTER,
      spacing: { before: HEAD_SPACE, line: points * 20 + 60 },
      children: [run(docx, name, { font: "title", size: points * 2, color: RED, characterSpacing: 0 })],
    }),
    blank(docx),
    blank(docx),
    paragraph(docx, {
      alignment: AlignmentType.CENTER,
      spacing: { line: BODY * 10 + 40 },
      border: { bottom: rule },
      children: [run(docx, number ?? UNNUMBERED)],
    }),
  ];
}

function titleOf(docx: Docx, parts: readonly string[]): Paragraph[] {
  const lines = breakTitle(parts, Math.floor(TEXT_WIDTH / (TITLE * 10)));
  return [blank(docx), blank(docx), ...lines.map((line) => centred(docx, line)), blank(docx)];
}

/** A line of a title. */
export function centred(docx: Docx, line: string): Paragraph {
  return paragraph(docx, {
    alignment: docx.AlignmentType.CENTER,
    children: [run(docx, line, { font: "title", size: TITLE, characterSpacing: 0 })],
  });
}

/** Flush left, with a full-width colon. */
function addressees(docx: Docx, to: string): Paragraph {
  return paragraph(docx, { children: [run(docx, `${to.replace(/[：:]$/, "")}：`)] });
}

/** The size of what stands at the foot: 4号. */
export const FOOT = { size: SMALL, characterSpacing: 0 } as const;
