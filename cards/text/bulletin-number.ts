import type { Programme } from "../../src/domain/programme/programme.ts";

/** 发文字号: `吕特镇办〔2026〕3号`, the year in 六角括号, the number without leading zeros. */
export function bulletinNumber(
  { bulletin }: Pick<Programme, "bulletin">,
  year: number,
  number: number,
): string {
  return `${bulletin.prefix}〔${year}〕${number}号`;
}
