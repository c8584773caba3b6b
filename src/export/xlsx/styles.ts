import { elements } from "./xml.ts";

/** What a cell's number format makes of a number. `month`: a day of which only year and month are shown. */
export type Style = "plain" | "percent" | "date" | "month";

const PERCENT = [9, 10];
/** The formats of dates and times that need no definition, those of Chinese editions included. */
const DATES: ReadonlyArray<[first: number, last: number]> = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
];
/** Those of them that show a month: mmm-yy and yyyy年m月. */
const MONTHS = [17, 27, 36, 50, 52, 57];

/** The styles of a workbook in the order cells refer to them. */
export function readStyles(xml: string): Style[] {
  const own = new Map(
    elements(xml, "numFmt").map(({ attributes: { numFmtId = "", formatCode = "" } }) => [
      Number(numFmtId),
      kindOf(formatCode),
    ]),
  );
  const [formats] = elements(xml, "cellXfs");
  return elements(formats?.inner ?? "", "xf").map(({ attributes }) => {
    const id = Number(attributes.numFmtId ?? 0);
    const defined = own.get(id);
    if (defined) return defined;
    if (PERCENT.includes(id)) return "percent";
    if (MONTHS.includes(id)) return "month";
    return DATES.some(([first, last]) => id >= first && id <= last) ? "date" : "plain";
  });
}

/** Quoted text, colours and escaped characters of a format code say nothing about its kind. */
function kindOf(code: string): Style {
  const bare = code.replace(/"[^"]*"|\[[^\]]*\]|\\./g, "").replace(/general/gi, "");
  if (bare.includes("%")) return "percent";
  if (!/[ymdhs]/i.test(bare)) return "plain";
  return /y/i.test(bare) && /m/i.test(bare) && !/[dhs]/i.test(bare) ? "month" : "date";
}
