import type { Manner, Step } from "./steps.ts";

// 年度考核 after the year's last ranking, as played by the people of the sandbox. Its data comes from year.ts as {{assessment}}.

const CARD = "{{year}}年年度考核";
const RESULT = "{{year}}年年度考核结果";
const own = (town: string) => `${town}：${CARD}`;

/** A card's button that opens a form, and the form's own of the same name. */
const byForm = (button: Step, filled: Step, { first, next }: Manner): Step[] => [
  { ...button, ...first },
  { who: button.who, press: button.press, on: button.on, ...filled, ...next },
];

/** Every county sends its material and assesses its town. */
export const selfSteps = ({ first, next }: Manner): Step[] => [
  {
    for: "one",
    in: "{{assessment.towns}}",
    do: [
      { at: "{{one.at}}", who: "{{one.reviewer}}", say: "考核结果", answered: true },
      {
        who: "{{one.reviewer}}",
        photo: "{{one.town}}自评材料",
        on: own("{{one.town}}"),
        ...first,
      },
      ...byForm(
        { who: "{{one.reviewer}}", press: "提交自评", on: own("{{one.town}}") },
        { fill: { self: "{{assessment.self}}", did: "{{assessment.did}}" }, toast: "自评已提交" },
        { first: next, next },
      ),
    ],
  },
];

/** The office enters its year-end appraisal of every town. */
export const appraiseSteps = ({ first, next }: Manner): Step[] => [
  { at: "{{assessment.appraised}}", who: "{{office}}", say: CARD, answered: true },
  { who: "{{office}}", press: "录入年末考评", ...first },
  {
    who: "{{office}}",
    press: "保存考评分",
    knows: "{{assessment.appraisal}}",
    toast: "考评分已保存",
    ...next,
  },
];

/** The office drafts the result: every town and county gets its own part. */
export const draftSteps = (manner: Manner): Step[] => [
  { at: "{{assessment.drafted}}", who: "{{office}}", say: CARD, answered: true },
  { who: "{{office}}", press: "年度考核结果", ...manner.first },
  ...byForm({ who: "{{office}}", press: "拟定结果", on: RESULT }, { fill: {}, toast: "已拟定" }, manner),
];

/** A town objects to the draft, and the office answers. */
export const disputeSteps = (manner: Manner): Step[] => [
  ...byForm(
    { at: "{{assessment.objected}}", who: "{{objector}}", press: "提出异议", on: own("{{asked}}") },
    { fill: { text: "{{assessment.objection}}" }, toast: "已提交" },
    manner,
  ),
  ...byForm(
    { at: "{{assessment.answered}}", who: "{{office}}", press: "不采纳", on: own("{{asked}}") },
    { fill: { answer: "{{assessment.answer}}" }, toast: "已答复" },
    manner,
  ),
];

/** A second person of the office settles the result once the days for objections are over. */
export const settleSteps = (manner: Manner): Step[] => [
  { at: "{{assessment.frozen}}", who: "{{clerk}}", say: CARD, answered: true },
  { who: "{{clerk}}", press: "年度考核结果", ...manner.first },
  ...byForm(
    { who: "{{clerk}}", press: "核定结果", on: RESULT },
    { fill: { decision: "{{assessment.decision}}" }, toast: "已核定" },
    manner,
  ),
];

/** The office puts the advanced counties forward; a leader is asked. */
export const commendSteps = ({ first }: Manner): Step[] => [
  { at: "{{assessment.commended}}", who: "{{office}}", press: "提出先进县名单", on: RESULT, ...first },
  {
    who: "{{office}}",
    press: "提出名单",
    on: "{{year}}年度先进县名单",
    fill: { counties: "{{assessment.advanced}}", reason: "{{assessment.reason}}" },
    ...first,
  },
];
