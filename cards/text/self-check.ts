import type { Locale } from "../../src/domain/programme/people.ts";

// Lines about the self-check; what it finds is in doctor.ts, which a Worker does without.

const zh = {
  forOffice: "自检由市办同志查看。",
  sentPrivately: "自检结果已单独发给您。",
  elsewhere: "这里不能自检，请联系管理员。",
};

const en: typeof zh = {
  forOffice: "The self-check is for the city office.",
  sentPrivately: "What the self-check found was sent to you in private.",
  elsewhere: "The self-check cannot be made here; please ask the administrator.",
};

export function selfCheckText(locale: Locale): typeof zh {
  return locale === "en" ? en : zh;
}
