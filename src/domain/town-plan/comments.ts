// The comments of a department on a 方案, and what is answered to each of them.

/** Comments one a line, numbered from 1, whatever numbers they came with. */
export function numbered(words: string): string {
  return words
    .split("\n")
    .map((line) => line.trim().replace(/^(?:[（(]?\d{1,2}[)）.、．]|[一二三四五六七八九十]{1,3}、)\s*/, ""))
    .filter((line) => line !== "")
    .map((line, i) => `${i + 1}. ${line}`)
    .join("\n");
}

/** A number before an answer, at the beginning or after a stop: 1. 1、 （1） 第1条. A decimal is none. */
const NUMBER =
  /(?<=^|[\s。；;，,])(?:第(\d{1,2})条[:：，,]?|[（(](\d{1,2})[)）]|(\d{1,2})(?:[、:：]|[.．](?!\d)))/g;
const OF_ALL = /全部|均|都|逐条|\ball\b|\beach\b/i;

/**
 * What is answered to each of `n` comments, "" where nothing is. Without numbers one answer is that to the only comment,
 * and as many lines as comments answer them in order; null where it cannot be told.
 */
export function answersByNumber(n: number, answers: string): string[] | null {
  const marks = [...answers.matchAll(NUMBER)];
  if (marks.length > 0) {
    const each = Array<string>(n).fill("");
    marks.forEach((mark, i) => {
      const at = Number(mark[1] ?? mark[2] ?? mark[3]) - 1;
      const piece = answers.slice(mark.index + mark[0].length, marks[i + 1]?.index);
      const said = piece.trim().replace(/[；;，,]$/, "");
      if (at >= 0 && at < n) each[at] = [each[at], said].filter((one) => one !== "").join(" ");
    });
    return each;
  }
  const lines = answers.split("\n").filter((line) => line.trim() !== "");
  if (n === 1) return [lines.join(" ")];
  return lines.length === n ? lines.map((line) => line.trim()) : null;
}

/** Whether every one of these numbered comments is answered; 均已采纳 answers all. */
export function answersAll(comments: string, answers: string): boolean {
  const each = answersByNumber(comments.split("\n").length, answers);
  return each === null ? OF_ALL.test(answers) : each.every((one) => one !== "");
}
