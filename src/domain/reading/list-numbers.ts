// The numbers people put before the lines and points of a list: 1、 （2） ③ 4. They are no figures.

/** Written with a sign of their own, wherever they stand. */
const CIRCLED = /[\u2460-\u249b\u24ea-\u24ff\u2776-\u2793]/g;
/** At the start of the text, a line or a point. `1.` before a digit may be a decimal. */
const NUMBERED = /(^|[\n;。])([ \t]*(?:[-*•·●]\s*)?)(\((\d{1,2})\)|(\d{1,2})(?:、|[.)](?!\d)|[:]\s))/g;
/** Behind a blank, a comma or a figure, where the list was written in one line. */
const INLINE = /([ \t,万亿元%])(\((\d{1,2})\)|(\d{1,2})(?:、|[.)](?!\d)))/g;

/** The folded text with the numbers of its lists made blanks, those in a sign of their own made ends of a point; all positions stay. */
export function withoutListNumbers(folded: string): string {
  const marked = folded.replace(CIRCLED, ";");
  let last = 0;
  const lines = marked.replace(
    NUMBERED,
    (_, start: string, indent: string, mark: string, ...found: unknown[]) => {
      last = Math.max(last, numberIn(found));
      return start + indent + " ".repeat(mark.length);
    },
  );
  if (last !== 1) return lines;
  // A list that began with 1 goes on with 2, 3 and so on; any other number is a figure.
  return lines.replace(INLINE, (whole, before: string, mark: string, ...found: unknown[]) => {
    if (numberIn(found) !== last + 1) return whole;
    last += 1;
    return `${before};${" ".repeat(mark.length - 1)}`;
  });
}

/** Lines of a text that hold nothing but the number of a list. */
export const BARE_NUMBER =
  /^[ \t]*(?:[（(]\d{1,2}[）)]|\d{1,2}[、.．)）:：]|[\u2460-\u249b\u24ea-\u24ff\u2776-\u2793]|\d\ufe0f?\u20e3)[\s，,；;。]*$/gm;

function numberIn([bracketed, plain]: unknown[]): number {
  return Number(bracketed ?? plain ?? 0);
}
