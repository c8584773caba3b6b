// Grades of an annual result, for the counties' target responsibility.

export const GRADES = ["excellent", "good", "passed", "failed"] as const;
export type Grade = (typeof GRADES)[number];

/** The grade of a score by the lowest scores of the first three grades; null without a score. */
export function gradeOf(score: number | null, lines: readonly [number, number, number]): Grade | null {
  if (score === null) return null;
  const place = lines.findIndex((line) => score >= line);
  return GRADES[place === -1 ? lines.length : place] ?? null;
}
