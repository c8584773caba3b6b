import type { appraisal } from "../../../src/domain/procedure/appraisal.ts";
import { annualText } from "../annual.ts";
import type { WordsFor } from "./words.ts";

// The year-end appraisal: a score for each place.

const zh: WordsFor<typeof appraisal> = {
  name: "年末考评",
  said: { names: ["考评", "年终考评"] },
  title: ({ ref }) => `${ref}年年末考评`,
  newTitle: ({ ref }) => `${ref}年年末考评`,
  back: annualText("zh-CN").back,
  states: { entered: "已录入" },
  steps: {
    enter: {
      button: "保存考评分",
      done: "考评分已保存。",
      log: "录入",
      intro: "每个单位 0 到 100 分，空着的不改。考评只计入年度得分，录入留有记录。",
    },
    change: {
      button: "修改考评分",
      done: "考评分已保存。",
      log: "修改",
      intro: "每个单位 0 到 100 分，空着的不改。修改留有记录。",
    },
  },
  fields: { appraisal: "考评分" },
  refused: {
    nothing: "没有改动。",
    not_a_number: "考评分请填 0 到 100 的数。",
    out_of_range: "考评分请填 0 到 100 的数。",
    not_yours: "年末考评由市办录入。",
    already: "这一年的考评已经录入，可以在这里修改。",
  },
};

const en: WordsFor<typeof appraisal> = {
  name: "Year-end appraisal",
  title: ({ ref }) => `Year-end appraisal ${ref}`,
  newTitle: ({ ref }) => `Year-end appraisal ${ref}`,
  back: annualText("en").back,
  states: { entered: "Entered" },
  steps: {
    enter: {
      button: "Save the appraisals",
      done: "The appraisals are saved.",
      log: "Entered",
      intro:
        "0 to 100 for each place; what is left empty stays. It counts for the year alone, and entering it is recorded.",
    },
    change: {
      button: "Change the appraisals",
      done: "The appraisals are saved.",
      log: "Changed",
      intro: "0 to 100 for each place; what is left empty stays. Changing it is recorded.",
    },
  },
  fields: { appraisal: "Appraisals" },
  refused: {
    nothing: "Nothing was changed.",
    not_a_number: "An appraisal is a number from 0 to 100.",
    out_of_range: "An appraisal is a number from 0 to 100.",
    not_yours: "Appraisals are entered by the city office.",
    already: "The appraisals of this year are entered; they can be changed here.",
  },
};

export const appraisalWords = { "zh-CN": zh, en };
