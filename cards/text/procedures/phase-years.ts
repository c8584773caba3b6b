import type { phaseYears } from "../../../src/domain/stages/phase-years.ts";
import type { WordsFor } from "./words.ts";

// Wording of the years of the programme's phases.

const zh: WordsFor<typeof phaseYears> = {
  name: "各阶段年度",
  said: { names: ["阶段年度", "阶段年份"] },
  title: () => "各阶段年度",
  back: "阶段目标",
  states: { set: "已设定" },
  steps: {
    enter: {
      button: "设定",
      done: "已设定，阶段目标按此对照。",
      log: "设定",
      intro: "填各阶段到哪一年年底，例如 2026。没有定的留空。",
    },
    change: {
      button: "改设",
      done: "已改，阶段目标按此对照。",
      log: "改设",
      intro: "填各阶段到哪一年年底，例如 2026。没有定的留空。",
    },
  },
  fields: { years: "年度", basis: "依据的文件或会议" },
  refused: {
    not_whole: "年度请填四位数，例如 2026。",
    not_rising: "后一阶段的年度不能早于前一阶段。",
    unchanged: "与现在的设定相同，没有需要改的。",
    out_of_range: "年度请填四位数，例如 2026。",
    not_yours: "各阶段年度由市办设定。",
    already: "各阶段年度已经设定，请在记录上改设。",
  },
};

const en: WordsFor<typeof phaseYears> = {
  name: "Years of the phases",
  said: { names: ["years of the phases"] },
  title: () => "Years of the phases",
  back: "Phased goals",
  states: { set: "Set" },
  steps: {
    enter: {
      button: "Set",
      done: "Set; the goals are held against them.",
      log: "Set",
      intro: "The year at whose end each phase ends, such as 2026. Leave empty what is not decided.",
    },
    change: {
      button: "Change",
      done: "Changed; the goals are held against them.",
      log: "Changed",
      intro: "The year at whose end each phase ends, such as 2026. Leave empty what is not decided.",
    },
  },
  fields: { years: "Years", basis: "The document or meeting it follows" },
  refused: {
    not_whole: "A year has four figures, such as 2026.",
    not_rising: "A phase cannot end before the one before it.",
    unchanged: "They are set so already.",
    out_of_range: "A year has four figures, such as 2026.",
    not_yours: "The years are set by the city office.",
    already: "The years are set; please change them on their record.",
  },
};

export const phaseYearsWords = { "zh-CN": zh, en };
