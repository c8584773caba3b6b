import type { annual } from "../../../src/domain/procedure/annual.ts";
import { annualText } from "../annual.ts";
import type { WordsFor } from "./words.ts";

// Wording of the programme's annual assessment.

const zh: WordsFor<typeof annual> = {
  name: "年度考核",
  title: ({ ref }) => `${ref}年年度考核结果`,
  newTitle: ({ ref }) => `启动${ref}年年度考核`,
  back: annualText("zh-CN").back,
  states: { self: "县级自评", draft: "征求意见", frozen: "已核定", correcting: "更正待确认" },
  steps: {
    start: {
      button: "启动考核",
      done: "已启动，正在请各县自评。",
      log: "启动考核",
      intro: "启动后请各县（市、区）自评。季度得分、年度计划、任务完成情况直接取用，不用各县再报。",
    },
    draft: {
      button: "拟定结果",
      done: "已拟定，正在分别发给各县、各单位征求意见。",
      log: "拟定结果",
      intro: "结果按已发布的季度得分和已录入的年末考评计算，分别发给各县、各单位征求意见。",
    },
    freeze: {
      button: "核定结果",
      done: "已核定，各县、各单位的卡片随之更新；结果有变化的另行告知。",
      log: "核定结果",
      intro: "异议已答复、期限已过后核定。核定的结果保留，以后有误另作更正。",
    },
    propose_correction: {
      button: "提出更正",
      done: "已提出，等待另一位同志确认。",
      log: "提出更正",
      intro: "先改正有误的考评或季度得分，再在这里提出更正；原结果保留。",
    },
    correct: { button: "确认更正", done: "已更正，正在告知有变化的单位。", log: "确认更正" },
    drop_correction: { button: "不更正", done: "已记录，结果不变。", log: "不更正" },
  },
  fields: { without: "没有自评的，写明原因", decision: "核定意见", why: "更正的原因" },
  logged: { without: "没有自评的原因" },
  refused: {
    bad_year: "这一年还没有发布过季度排名，不能启动考核。",
    not_complete: "四个季度没有全部发布，或者年末考评没有录齐，还不能拟定结果。",
    calendar_unknown: "节假日安排还没有录入，算不出征求意见的期限，请先录入。",
    self_missing: "还有单位没有自评，请等自评报来，或写明不等的原因。",
    too_soon: "征求意见的期限还没有到。",
    objections_open: "还有异议没有答复，请先答复。",
    unchanged: "按现有数据计算，结果没有变化，不需要更正。",
    second_person: "由您拟定或提出的，须由另一位同志核定。",
    already: "这一年的考核已经启动。",
    not_yours: "年度考核由市办办理。",
  },
};

const en: WordsFor<typeof annual> = {
  name: "Annual assessment",
  title: ({ ref }) => `Annual assessment ${ref}`,
  newTitle: ({ ref }) => `Start the annual assessment ${ref}`,
  back: annualText("en").back,
  states: {
    self: "Self-assessment",
    draft: "Open to objections",
    frozen: "Settled",
    correcting: "A correction waits",
  },
  steps: {
    start: {
      button: "Start",
      done: "Started; the counties are being asked.",
      log: "Started",
      intro:
        "The counties assess themselves. Scores, plans and tasks are taken over; nobody types them again.",
    },
    draft: {
      button: "Draft the result",
      done: "Drafted; each county and place is being sent its part.",
      log: "Drafted",
      intro:
        "The result follows from the published quarters and the appraisals; each county and place gets its own part and may object.",
    },
    freeze: {
      button: "Settle the result",
      done: "Settled; counties and places are being told.",
      log: "Settled",
      intro:
        "Once objections are answered and their time is over. A settled result stays; a mistake is corrected beside it.",
    },
    propose_correction: {
      button: "Propose a correction",
      done: "Proposed; a second person has to confirm.",
      log: "Correction proposed",
      intro: "First mend the appraisal or the quarter, then propose it here; the former result stays.",
    },
    correct: { button: "Confirm", done: "Corrected; those concerned are being told.", log: "Corrected" },
    drop_correction: { button: "Do not correct", done: "Noted; the result stays.", log: "Not corrected" },
  },
  fields: {
    without: "Why some self-assessments are not waited for",
    decision: "Decision",
    why: "Why it is corrected",
  },
  logged: { without: "Why without self-assessments" },
  refused: {
    bad_year: "No quarter of that year is published, so it cannot be assessed.",
    not_complete: "Not all four quarters are published, or appraisals are missing.",
    calendar_unknown:
      "The holidays are not known, so the time for objections cannot be counted; please enter them.",
    self_missing: "Some self-assessments are missing; please wait for them, or write why not.",
    too_soon: "The time for objections is not over.",
    objections_open: "Some objections are not answered yet.",
    unchanged: "The result comes out the same; there is nothing to correct.",
    second_person: "You drafted or proposed this: a colleague settles it.",
    already: "The assessment of this year was started already.",
    not_yours: "The annual assessment is up to the city office.",
  },
};

export const annualWords = { "zh-CN": zh, en };
