// The course of a quarter as played by the people of the sandbox: pure data, as in a JSON file. The quarter's own data
// comes from quarter.ts as {{quarter}}.

export type Step = Record<string, unknown>;
/**
 * Properties added to a step. `first`: its card may not have arrived yet, or the step may be done already; `next`: it
 * directly follows a step of the same person.
 */
export type Manner = { first: Step; next: Step };

/** Every step must succeed. */
export const STRICT: Manner = { first: {}, next: {} };
/** Steps a visitor of the demo has already done by hand are skipped. */
export const LENIENT: Manner = {
  first: { optional: true, patience_ms: 15_000 },
  next: { optional: true },
};

const CARD = "{{report.town}} · {{quarter.name}}";
const PROGRESS = "{{quarter.name}}报送进度";
const official = { who: "{{report.official}}", on: CARD };
const reviewer = { who: "{{report.reviewer}}", on: CARD };

/** The office pastes the holiday notice of the next year, {{notice}}. */
export const noticeSteps = (): Step[] => [
  { at: "{{notice.at}}", who: "{{office}}", say: "{{notice.text}}" },
  { who: "{{clerk}}", wait: "{{notice.card}}" },
];

/** A second person of the office confirms the notice. */
export const confirmSteps = ({ first }: Manner): Step[] => [
  { who: "{{clerk}}", press: "核对无误，启用", on: "{{notice.card}}", toast: "已启用", ...first },
];

/** The quarter opens by itself; the office looks who has reported. */
export const openSteps = (): Step[] => [
  { at: "{{quarter.opens}}", who: "{{office}}", say: "谁还没报", answered: true },
];

/** One town's or county's part of the steps, as it is or as a chapter of its own. */
export type Part = (steps: Step[]) => Step[];
const asItIs: Part = (steps) => steps;

/** Every town of {{quarter.reports}} fills in its report, adds a photo and submits, each at its time. */
export const reportSteps = ({ first, next }: Manner, part = asItIs): Step[] => [
  {
    for: "report",
    in: "{{quarter.reports}}",
    do: part([
      { at: "{{report.at}}", who: "{{report.official}}", read: true },
      // A card can be updated for fourteen days; a late town requests a new one.
      { who: "{{report.official}}", say: "我的填报", answered: true, when: "{{report.isLate}}" },
      {
        for: "section",
        in: "{{report.sections}}",
        do: [
          { ...official, press: "open__{{section}}", ...first },
          { ...official, press: "保存", knows: "{{report.knows}}", ...next },
          { ...official, press: "提交说明", fill: { "*": "情况属实。" }, optional: true },
        ],
      },
      { ...official, press: "open__{{report.image}}", when: "{{report.photo}}", ...next },
      { ...official, photo: "{{report.photo}}", when: "{{report.photo}}", ...next },
      { ...official, press: "返回总览", when: "{{report.photo}}", ...next },
      { ...official, press: "提交审核", toast: "{{report.answer}}", when: "{{report.fills}}", ...next },
      { ...official, press: "open__returned", when: "{{report.mends}}", ...first },
      {
        ...official,
        press: "保存并重新提交",
        toast: "{{report.answer}}",
        when: "{{report.mends}}",
        ...next,
      },
      { ...official, press: "submit_bare", when: "{{report.bare}}", ...next },
      { who: "{{report.deputy}}", read: true },
    ]),
  },
];

/** The counties return the reports to be returned, receive them again, and approve. */
export const reviewSteps = ({ first, next }: Manner, part = asItIs): Step[] => [
  {
    for: "report",
    in: "{{quarter.reviews}}",
    do: part([
      { at: "{{quarter.reviewed}}", who: "{{report.reviewer}}", read: true },
      { ...reviewer, press: "退回修改", when: "{{report.returned}}", ...first },
      {
        ...reviewer,
        press: "退回",
        fill: { "cells.investment": ["今年累计投资"], reason: "请与监理月报核对。" },
        when: "{{report.returned}}",
        ...next,
      },
      { ...official, press: "open__returned", when: "{{report.returned}}", ...first },
      {
        ...official,
        press: "保存并重新提交",
        toast: "{{report.answer}}",
        when: "{{report.returned}}",
        ...next,
      },
      { ...official, press: "submit_bare", when: "{{report.bare}}", optional: true },
      { ...reviewer, press: "通过", toast: "已通过", ...first },
    ]),
  },
  { for: "late", in: "{{quarter.silent}}", do: [{ who: "{{late}}", forget: "to report" }] },
];

/** The office announces the provisional scores. */
export const announceSteps = ({ first }: Manner): Step[] => [
  { at: "{{quarter.announced}}", who: "{{office}}", say: "谁还没报", answered: true },
  { who: "{{office}}", press: "公布暂定得分", on: PROGRESS, toast: "暂定得分已发给各镇", ...first },
];

const OBJECTION = { title: "{{asked}}：对" };

/** The town a leader asks about objects to one indicator. */
export const objectSteps = ({ first, next }: Manner): Step[] => [
  { at: "{{quarter.objection.at}}", who: "{{objector}}", press: "提出异议", ...first },
  {
    who: "{{objector}}",
    press: "提交异议",
    fill: { indicator: "{{quarter.objection.indicator}}", text: "{{quarter.objection.text}}" },
    toast: "已提交",
    ...next,
  },
];

/** The office answers the objection. */
export const answerSteps = ({ first, next }: Manner): Step[] => [
  { at: "{{quarter.objection.answered}}", who: "{{office}}", press: "不采纳", on: OBJECTION, ...first },
  {
    who: "{{office}}",
    press: "不采纳",
    on: OBJECTION,
    fill: { answer: "{{quarter.objection.answer}}" },
    toast: "已答复",
    ...next,
  },
];

/** The office publishes the ranking, and a leader asks about a town. */
export const rankSteps = ({ first }: Manner): Step[] => [
  { at: "{{quarter.published}}", who: "{{office}}", say: "谁还没报", answered: true },
  { who: "{{office}}", press: "发布排名", on: PROGRESS, toast: "已发布", ...first },
  { who: "{{leader}}", wait: { title: "{{quarter.name}}综合排名", group: "{{group}}" } },
  { who: "{{leader}}", say: "@{{bot}} {{asked}}怎么样", group: "{{group}}" },
  { who: "{{leader}}", wait: { title: "{{asked}}", group: "{{group}}" } },
];

/** The office announces the provisional scores and publishes after the objection window. */
export const publishSteps = (manner: Manner): Step[] => [...announceSteps(manner), ...rankSteps(manner)];
