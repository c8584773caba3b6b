import type { Locale } from "../../src/domain/programme/people.ts";

/** The number of a 督办 item, `2026/3`, as it is written: `督办〔2026〕3号`. */
export function itemNumberText(number: string, locale: Locale): string {
  const [year = "", n = ""] = number.split("/");
  return locale === "en" ? `Supervised item ${year}/${n}` : `督办〔${year}〕${n}号`;
}
