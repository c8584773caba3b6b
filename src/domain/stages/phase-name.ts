const NUMERALS = "一二三四五六七八九";

/** A phase of the programme in Chinese: 第一阶段. */
export function phaseNameZh(phase: number): string {
  return `第${NUMERALS[phase - 1] ?? phase}阶段`;
}
