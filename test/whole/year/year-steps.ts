import type { ScriptFile } from "../../../src/sandbox/scripts/script-schema.ts";

// The year as the sandbox plays it: data only, so that it could stand in a JSON file. What each quarter holds comes
// from year-script.ts as {{quarters}}.

const card = "{{report.town}} · {{quarter.name}}";
const official = { who: "{{report.official}}", on: card };

const fillIn = {
  for: "section",
  in: "{{report.sections}}",
  do: [
    { ...official, press: "open__{{section}}" },
    { ...official, press: "保存", knows: "{{report.knows}}" },
    { ...official, press: "提交说明", fill: { "*": "情况属实。" }, optional: true },
  ],
};

const withPhoto = [
  { ...official, press: "open__{{report.image}}", when: "{{report.photo}}" },
  { ...official, photo: "{{report.photo}}", when: "{{report.photo}}" },
  { ...official, press: "返回总览", when: "{{report.photo}}" },
];

const handIn = [
  { ...official, press: "提交审核", toast: "{{report.answer}}" },
  { ...official, press: "submit_bare", when: "{{report.bare}}" },
];

const review = { who: "{{report.reviewer}}", on: card };

const sendBack = [
  { ...review, press: "退回修改", when: "{{report.returned}}" },
  {
    ...review,
    press: "退回",
    fill: { "cells.investment": ["今年累计投资"], reason: "请与监理月报核对。" },
    when: "{{report.returned}}",
  },
  { ...official, press: "保存并重新提交", toast: "{{report.answer}}", when: "{{report.returned}}" },
  { ...official, press: "submit_bare", when: "{{report.bare}}", optional: true },
];

export const YEAR_STEPS: ScriptFile["steps"] = [
  // A year of messages in a minute is more than the platform would take.
  { faults: { limits_off: true } },
  { for: "asker", in: "{{askers}}", do: [{ who: "{{asker}}", enter: true }] },
  {
    for: "quarter",
    in: "{{quarters}}",
    do: [
      { at: "{{quarter.opens}}", who: "{{office}}", say: "谁还没报" },
      { who: "{{office}}", press: "开启填报", on: "开启{{quarter.name}}填报", toast: "已开启" },
      {
        for: "report",
        in: "{{quarter.reports}}",
        do: [
          { at: "{{report.at}}", who: "{{report.official}}", read: true },
          // A card lives for fourteen days; whoever comes late asks for a fresh one.
          { who: "{{report.official}}", say: "我的填报", when: "{{report.isLate}}" },
          fillIn,
          ...withPhoto,
          ...handIn,
          { who: "{{report.deputy}}", read: true },
        ],
      },
      {
        for: "report",
        in: "{{quarter.reports}}",
        do: [
          { at: "{{quarter.reviewed}}", who: "{{report.reviewer}}", read: true },
          ...sendBack,
          { ...review, press: "通过", toast: "已通过" },
        ],
      },
      { for: "late", in: "{{quarter.silent}}", do: [{ who: "{{late}}", forget: "to report" }] },
      { at: "{{quarter.announced}}", who: "{{office}}", say: "谁还没报" },
      {
        who: "{{office}}",
        press: "公布暂定得分",
        on: "{{quarter.name}}报送进度",
        toast: "暂定得分已发给各镇",
      },
      // Two working days for objections are over by then.
      { at: "{{quarter.published}}", who: "{{office}}", say: "谁还没报" },
      { who: "{{office}}", press: "发布排名", on: "{{quarter.name}}报送进度", toast: "已发布" },
      { who: "{{leader}}", say: "@bot 碛口怎么样", group: "十大特色镇领导小组" },
      { who: "{{leader}}", wait: { title: "碛口镇", group: "十大特色镇领导小组" } },
      { for: "asker", in: "{{askers}}", do: [{ who: "{{asker}}", say: "排名" }] },
    ],
  },
];
