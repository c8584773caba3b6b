import type { Footer, Paragraph, Table } from "docx";
import { longDay } from "./body.ts";
import { FOOT } from "./head.ts";
import { LINE, PAGE, SMALL, TEXT_HEIGHT, TEXT_WIDTH, THICK, THIN, textWidth } from "./measures.ts";
import { type Docx, paragraph, run } from "./parts.ts";

// 版记 at the foot of the last page, and the page numbers.

/** One character of 4号. */
const ONE = SMALL * 10;
/** Characters of a line of those it is copied to. */
const COPIED = Math.floor(TEXT_WIDTH / ONE) - 5;

/**
 * Whom it is copied to, who printed it and when, between three rules. It stands at the foot of the page it is on; the line
 * before it keeps that much of the page free.
 */
export function imprintOf(
  docx: Docx,
  { cc, office, day }: { cc: string; office: string; day: string | null },
): Array<Paragraph | Table> {
  const { BorderStyle, Table, TableAnchorType, TableLayoutType, WidthType } = docx;
  const none = { style: BorderStyle.NONE, size: 0, color: "auto" } as const;
  const rule = (size: number) => ({ style: BorderStyle.SINGLE, size, color: "000000" }) as const;
  const copied = cc === "" ? 0 : Math.ceil((textWidth(cc) + 1) / COPIED);
  const rows = [
    ...(copied > 0 ? [rowOf(docx, copyLine(docx, cc), copied)] : []),
    rowOf(docx, printLine(docx, office, day), 1),
  ];
  const height = (copied + 1) * LINE;
  return [
    paragraph(docx, { spacing: { line: height }, keepLines: true, children: [run(docx, "")] }),
    new Table({
      layout: TableLayoutType.FIXED,
      width: { size: TEXT_WIDTH, type: WidthType.DXA },
      columnWidths: [TEXT_WIDTH],
      // By its distance from the page's edge: not every program reads `bottom`, or moves a table as wide as the text.
      float: {
        ...{ horizontalAnchor: TableAnchorType.MARGIN, verticalAnchor: TableAnchorType.PAGE },
        ...{ absoluteHorizontalPosition: 0, absoluteVerticalPosition: PAGE.top + TEXT_HEIGHT - height },
      },
      borders: {
        ...{ top: rule(THICK), bottom: rule(THICK), insideHorizontal: rule(THIN) },
        ...{ left: none, right: none, insideVertical: none },
      },
      rows,
    }),
    // The floating table is anchored to it.
    paragraph(docx, { spacing: { line: 20 }, children: [] }),
  ];
}

function rowOf({ HeightRule, TableCell, TableRow, WidthType }: Docx, child: Paragraph, lines: number) {
  const width = { size: TEXT_WIDTH, type: WidthType.DXA };
  const margins = { top: 0, bottom: 0, left: 0, right: 0 };
  return new TableRow({
    cantSplit: true,
    height: { value: lines * LINE, rule: HeightRule.EXACT },
    children: [new TableCell({ width, margins, children: [child] })],
  });
}

/** One character in from both sides, later lines below the first name, with a stop at the end. */
function copyLine(docx: Docx, cc: string): Paragraph {
  return paragraph(docx, {
    indent: { left: ONE * 4, hanging: ONE * 3, right: ONE },
    children: [run(docx, `抄送：${cc.replace(/。$/, "")}。`, FOOT)],
  });
}

/** Who printed it one character in from the left, the day one from the right. */
function printLine(docx: Docx, office: string, day: string | null): Paragraph {
  const { TabStopType } = docx;
  return paragraph(docx, {
    indent: { left: ONE },
    tabStops: [{ type: TabStopType.RIGHT, position: TEXT_WIDTH - ONE }],
    children: [run(docx, `${office}${day === null ? "" : `\t${longDay(day)}印发`}`, FOOT)],
  });
}

/** `— 1 —`, 4号 宋体, one character in: odd pages at the right, even ones at the left. */
export function pageNumbers(docx: Docx): { default: Footer; even: Footer } {
  const { AlignmentType, Footer, PageNumber } = docx;
  const number = (side: "right" | "left") =>
    new Footer({
      children: [
        paragraph(docx, {
          alignment: side === "right" ? AlignmentType.RIGHT : AlignmentType.LEFT,
          indent: { [side]: ONE },
          spacing: { line: SMALL * 10 },
          children: [run(docx, "", { ...FOOT, font: "page", children: ["— ", PageNumber.CURRENT, " —"] })],
        }),
      ],
    });
  return { default: number("right"), even: number("left") };
}
