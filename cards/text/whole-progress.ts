import type { Locale } from "../../src/domain/programme/people.ts";

// Wording about an image progress given for the whole town while several projects are under way.

const zh = {
  wholeRead: (figure: string) => `形象进度 **${figure}%**：没有说是哪个项目，请在下面选。`,
  wholeProgress: "形象进度",
  whichProject: "这是哪个项目的？请选",
  everyProject: "各项目都是这个数",
};

const en: typeof zh = {
  wholeRead: (figure) => `Image progress **${figure}%**: no project was named; please choose below.`,
  wholeProgress: "Image progress",
  whichProject: "Of which project? Please choose",
  everyProject: "The same for every project",
};

export const WHOLE_TEXT: Record<Locale, typeof zh> = { "zh-CN": zh, en };
