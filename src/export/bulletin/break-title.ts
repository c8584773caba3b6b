import { textWidth } from "./measures.ts";

/**
 * A title in lines, ended only after its parts: as few lines as fit, the most even among those that grow, shrink or do
 * one after the other (a trapezoid or a diamond, never an hourglass). A part that is longer than a line is cut.
 */
export function breakTitle(parts: readonly string[], widest: number): string[] {
  const pieces = parts.flatMap((part) => cut(part, widest));
  const ways = partitions(pieces).filter((lines) => lines.every((line) => textWidth(line) <= widest));
  const fewest = Math.min(...ways.map(({ length }) => length));
  const [best] = ways
    .filter((lines) => lines.length === fewest)
    .sort((a, b) => Number(isHourglass(a)) - Number(isHourglass(b)) || spread(a) - spread(b));
  return best ?? pieces;
}

/** Every way to put pieces, in their order, into lines. */
function partitions(pieces: readonly string[]): string[][] {
  const [first, ...rest] = pieces;
  if (first === undefined) return [[]];
  if (rest.length === 0) return [[first]];
  return partitions(rest).flatMap((lines) => {
    const [next = "", ...more] = lines;
    return [
      [first, ...lines],
      [`${first}${next}`, ...more],
    ];
  });
}

function isHourglass(lines: readonly string[]): boolean {
  const widths = lines.map(textWidth);
  const top = widths.indexOf(Math.max(...widths));
  return widths.some((width, i) => {
    const next = widths[i + 1];
    return next !== undefined && (i < top ? next < width : next > width);
  });
}

function spread(lines: readonly string[]): number {
  const widths = lines.map(textWidth);
  return Math.max(...widths) - Math.min(...widths);
}

function cut(part: string, widest: number): string[] {
  const pieces: string[] = [];
  let line = "";
  for (const one of part) {
    if (textWidth(line + one) > widest) {
      pieces.push(line);
      line = "";
    }
    line += one;
  }
  return [...pieces, line].filter((piece) => piece !== "");
}
