// GB/T 9704-2012 in the units of a .docx: twips (1/1440 inch, 56.7 a millimetre) and half-points.

const twips = (mm: number) => Math.round((mm * 1440) / 25.4);

/** A4; 天头 37 mm, 订口 28 mm, 版心 156 by 225 mm, so that 26 mm are left at the right and 35 mm below. */
export const PAGE = {
  ...{ width: twips(210), height: twips(297) },
  ...{ top: twips(37), left: twips(28), right: twips(26), bottom: twips(35) },
} as const;
export const TEXT_WIDTH = PAGE.width - PAGE.left - PAGE.right;
export const TEXT_HEIGHT = PAGE.height - PAGE.top - PAGE.bottom;

/** 22 lines a page: rounded up it would be 21. */
export const LINE = Math.floor(TEXT_HEIGHT / 22);
/** 3号, half-points; 28 of them in a line need a little less than their own width. */
export const BODY = 32;
export const TIGHTER = Math.floor(TEXT_WIDTH / 28) - BODY * 10;
export const CHARACTER = BODY * 10 + TIGHTER;
/** 2号 and 4号. */
export const TITLE = 44;
export const SMALL = 28;
/** 五号, of tables. */
export const TABLE = 21;

/** The top edge of the red name stands 35 mm below that of the text area; the red rule 4 mm below the number. */
export const HEAD_SPACE = twips(35);
export const RULE_SPACE_PT = 11;
/** 7 mm below the text area to the middle of the number's dash; a footer is placed by its bottom edge. */
export const FOOTER = PAGE.bottom - twips(7) - SMALL * 5;
/** 版记: about 0.35 mm outside and 0.25 mm between, in eighths of a point. */
export const [THICK, THIN] = [8, 6] as const;

/** Width of a text in full-width characters: figures and Latin letters are half as wide. */
export function textWidth(text: string): number {
  return [...text].reduce((sum, one) => sum + (/[\u0020-\u007e]/.test(one) ? 0.5 : 1), 0);
}
