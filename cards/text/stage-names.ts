import type { Locale } from "../../src/domain/programme/people.ts";
import type { Stage } from "../../src/domain/programme/stage-schema.ts";
import type { Side } from "../../src/domain/stages/history.ts";

// Names of the stages of a town, and of what runs beside one.

const zh: { stages: Record<Stage, string>; sides: Record<Side, string> } = {
  stages: {
    not_started: "未启动",
    drafting: "方案编制",
    reviewing: "方案审定",
    building: "创建中",
    applying_province: "申报省级",
    named_province: "省级命名",
    applying_nation: "申报国家级",
    named_nation: "国家级命名",
    left: "已退出",
  },
  sides: { rectifying: "整改", paused: "暂停" },
};

const en: typeof zh = {
  stages: {
    not_started: "Not started",
    drafting: "Plan being written",
    reviewing: "Plan being reviewed",
    building: "Under way",
    applying_province: "Applying to the province",
    named_province: "Named by the province",
    applying_nation: "Applying to the nation",
    named_nation: "Named by the nation",
    left: "Left the programme",
  },
  sides: { rectifying: "rectifying", paused: "paused" },
};

export function stageNames(locale: Locale): typeof zh {
  return locale === "en" ? en : zh;
}
