import type { Locale } from "../../src/domain/programme/people.ts";

// Wording of a 方案 that is sent as a file, and of its template; not part of a Worker.

const zh = {
  template: (town: string) => `${town}创建方案模板`,
  onlyNew: "方案请用 .docx 文档或 .xlsx 工作簿发来；旧的 .doc、.xls 请另存为新格式再发。",
  unreadable: "这个文件打不开，或者过大、带有密码。请另存后重发，没有录入任何内容。",
  notTheTemplate:
    "这个文件里没有方案模板的表，没有录入任何内容。模板请在“创建方案”卡片上按“获取模板”；如果是填报的佐证材料，请回复填报卡片再发。",
  notOpen:
    "这个镇的方案已经提交，没有录入任何内容。已批准的要修改，请先在方案卡片上申请变更；在会签、审定中的，退回后再发。",
  problems: (n: number) => `这份方案有${n}处需要修改，没有录入任何内容：`,
  more: (n: number) => `另有${n}处，请先改好以上各处再发一次。`,
};

const en: typeof zh = {
  template: (town) => `${town === "" ? "Town" : town} plan template`,
  onlyNew: "Please send the plan as .docx or .xlsx; an old .doc or .xls can be saved as one.",
  unreadable:
    "This file cannot be opened, is too large or has a password. Please save it anew. Nothing was entered.",
  notTheTemplate:
    "This file has no table of the plan's template, and nothing was entered. “Get the template” is on the card of the town's plan; evidence for a report is sent in reply to the report's card.",
  notOpen:
    "This town's plan has been submitted, and nothing was entered. Ask for a change of an approved plan on its card; one that is being decided can be sent again once it comes back.",
  problems: (n) =>
    `${n} ${n === 1 ? "place in this plan needs" : "places in this plan need"} mending. Nothing was entered:`,
  more: (n) => `and ${n} more. Please mend these and send it again.`,
};

export function townPlanFileText(locale: Locale): typeof zh {
  return locale === "en" ? en : zh;
}
