import type { Card } from "../../../cards/card.ts";
import { wordsOf } from "../office/sendable.ts";

export type ExplainedPart = { part: string; points: string; full: string; change?: string };

// A part's line: `项目投资 **24.00**/30.00，较上季-4.50`.
const LINE = /^([^<>*]+) \*\*([^*]+)\*\*(?:\/([\d.]+))?(?:，较上季([-+.\d]+))?$/;

/** The parts of a score as an explanation prints them, in Chinese. */
export function partsOf(card: Card): ExplainedPart[] {
  return wordsOf(card)
    .split(/<br>|\n/)
    .flatMap((line) => {
      const [, part, points = "", full = "", change] = LINE.exec(line) ?? [];
      return part === undefined ? [] : [{ part, points, full, ...(change === undefined ? {} : { change }) }];
    });
}

/** The total of the parts' printed figures, with so many decimals. */
export function sumOf(card: Card, figure: "points" | "change", decimals = 2): string {
  const unit = 10 ** decimals;
  const units = partsOf(card).reduce(
    (total, one) => total + Math.round((Number(one[figure]) || 0) * unit),
    0,
  );
  return (units / unit).toFixed(decimals);
}
