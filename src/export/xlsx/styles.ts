import { elements } from "./xml.ts";

/** What a cell's number format makes of a number. */
export type Style = "plain" | "percent" | "date";

const PERCENT = [9, 10];
/** The formats of dates and times that need no definition, those of Chinese editions included. */
const DATES: ReadonlyArray<[first: number, last: number]> = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
];

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
    if (PERCENT.includes(id)) return "percent";
    if (DATES.some(([first, last]) => id >= first && id <= last)) return "date";
    return own.get(id) ?? "plain";
  });
}

/** Quoted text, colours and escaped characters of a format code say nothing about its kind. */
function kindOf(code: string): Style {
  const bare = code.replace(/"[^"]*"|\[[^\]]*\]|\\./g, "");
  if (bare.includes("%")) return "percent";
  return /[ymdhs]/i.test(bare.replace(/general/gi, "")) ? "date" : "plain";
}
