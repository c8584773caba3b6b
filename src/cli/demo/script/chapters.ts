import {
  announceSteps,
  answerSteps,
  confirmSteps,
  LENIENT,
  noticeSteps,
  objectSteps,
  openSteps,
  rankSteps,
  reportSteps,
  reviewSteps,
  type Step,
} from "./steps.ts";
import {
  appraiseSteps,
  commendSteps,
  disputeSteps,
  draftSteps,
  selfSteps,
  settleSteps,
} from "./year-steps.ts";

// What a visitor of the demo can watch, in chapters: each says what happens and who they may be, and is passed over once
// its outcome has come, so that a later script goes on where an earlier one or the visitor stopped.

type Sentence = readonly [zh: string, en: string];
type Outcome = { who: string; on: Step };

const chapter = ([zh, en]: Sentence, steps: Step[], unless?: Outcome): Step => ({
  ...{ chapter: zh, chapter_en: en, do: steps },
  ...(unless === undefined ? {} : { unless }),
});

/** How a script ends: whom the visitor may be, and what this person has to do. */
export const ending = ([zh, en]: Sentence, as: string): Step => ({
  ...{ chapter: zh, chapter_en: en, as, do: [] },
});

const RANKED = { who: "{{leader}}", on: { title: "{{quarter.name}}综合排名", group: "{{group}}" } };
const ANNOUNCED = { who: "{{office}}", on: { title: "{{quarter.name}}报送进度", text: "暂定得分已公布" } };
const OBJECTED = { who: "{{office}}", on: { title: "{{asked}}：对" } };

/** One report's chapter, passed over once its town can read `said` on its card. */
const ofReport = (sentence: Sentence, said: string) => (steps: Step[]) => [
  chapter(sentence, steps, {
    who: "{{report.official}}",
    on: { title: "{{report.town}} · {{quarter.name}}", text: said },
  }),
];

const reports = (): Step[] => [
  chapter(
    ["各镇填报，县级审核。", "The towns report, and the counties review."],
    [
      ...reportSteps(
        LENIENT,
        ofReport(
          [
            "{{report.town}}的填报人{{report.official}}按卡片逐项填报，发照片，提交。",
            "{{report.official_en}} of {{report.town_en}} fills in the report, adds a photo and submits.",
          ],
          "填报回执",
        ),
      ),
      ...reviewSteps(
        LENIENT,
        ofReport(
          [
            "县级审核人{{report.reviewer}}审核{{report.town}}的报告。",
            "{{report.reviewer_en}} of the county reviews the report of {{report.town_en}}.",
          ],
          "已审核通过",
        ),
      ),
    ],
    ANNOUNCED,
  ),
  chapter(
    [
      "市办{{office}}公布暂定得分：每个镇只看到自己的，两个工作日内可以提异议。",
      "{{office_en}} of the city office announces provisional scores: each town sees its own and may object within two working days.",
    ],
    announceSteps(LENIENT),
    ANNOUNCED,
  ),
];

const ranking = chapter(
  [
    "异议期满，市办发布排名，领导在群里问一个镇。",
    "The days for objections are over: the office publishes the ranking, and a leader asks about a town.",
  ],
  rankSteps(LENIENT),
);

const objection = chapter(
  [
    "{{asked}}的填报人{{objector}}对一项得分提出异议。",
    "{{objector_en}} of {{asked_en}} objects to one of its scores.",
  ],
  objectSteps(LENIENT),
  OBJECTED,
);

/** Steps of one quarter, whose data is {{name}}. */
const ofQuarter = (name: string, steps: Step[]): Step => ({
  ...{ for: "quarter", in: [`{{${name}}}`], do: steps },
});

const untilRanked = (sentence: Sentence, steps: Step[]) => chapter(sentence, steps, RANKED);

const THIRD: Sentence = ["2026年第三季度还在报送。", "The third quarter of 2026 is being reported."];

/** To the days for objections of the running quarter. */
export const toObjection = (): Step[] => [ofQuarter("rest", [untilRanked(THIRD, [...reports(), objection])])];

/** To the ranking of the running quarter. */
export const toRanking = (): Step[] => [
  ofQuarter("rest", [
    untilRanked(THIRD, [
      ...reports(),
      objection,
      chapter(
        ["市办答复异议，答复对各镇公开。", "The office answers the objection; all towns see the answer."],
        answerSteps(LENIENT),
      ),
      ranking,
    ]),
  ]),
];

/** To the notice of the next year's holidays, which waits for a second person. */
export const toNotice = (): Step[] => [
  ...toRanking(),
  chapter(
    [
      "市办{{office}}把明年的放假通知贴给机器人，由另一位同志核对。",
      "{{office_en}} of the city office pastes next year's holiday notice; a second person is to check it.",
    ],
    noticeSteps(),
    { who: "{{clerk}}", on: { title: "{{notice.card}}" } },
  ),
];

/** To the ranking of the year's last quarter. */
export const toYearEnd = (): Step[] => [
  ...toNotice(),
  ofQuarter("next", [
    untilRanked(
      [
        "明年的放假安排核对启用，截止日按它计算；第四季度开始填报。",
        "The holidays are confirmed and the fourth quarter opens; its due day is counted by them.",
      ],
      [...confirmSteps(LENIENT), ...openSteps(), ...reports(), ranking],
    ),
  ]),
];

/** To the list of advanced counties, which waits for a leader. */
export const toCommendation = (): Step[] => [
  ...toYearEnd(),
  chapter(
    ["各县发来自评材料，提交自评。", "Every county sends its material and assesses itself."],
    selfSteps(LENIENT),
  ),
  chapter(
    [
      "市办录入年末考评，拟定结果，各县各镇分别看到自己的部分。",
      "The office enters its appraisals and drafts the result; each county and town sees its own part.",
    ],
    [...appraiseSteps(LENIENT), ...draftSteps(LENIENT)],
  ),
  chapter(
    [
      "{{asked}}对征求意见的结果提出异议，市办答复。",
      "{{asked_en}} objects to the draft, and the office answers.",
    ],
    disputeSteps(LENIENT),
  ),
  chapter(
    [
      "期限过后，市办另一位同志{{clerk}}核定结果；{{office}}提出先进县名单。",
      "Once the time is over {{clerk_en}}, another of the office, settles the result; {{office_en}} puts the advanced counties forward.",
    ],
    [...settleSteps(LENIENT), ...commendSteps(LENIENT)],
  ),
];
