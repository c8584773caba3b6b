import type { Locale } from "../../src/domain/programme/people.ts";

/** What stands after the first of many names: how many others there are. */
export const MORE_TEXT: Record<Locale, (n: number) => string> = {
  "zh-CN": (n) => `还有${n}个`,
  en: (n) => `${n} more`,
};
