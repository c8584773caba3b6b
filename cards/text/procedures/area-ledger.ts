import type { areaLedger } from "../../../src/domain/area-ledger/area-ledger.ts";
import type { WordsFor } from "./words.ts";

// Wording of the ledger of a town's content area.

const zh: WordsFor<typeof areaLedger> = {
  name: "建设内容台账",
  said: { begins: ["台账"] },
  title: ({ town, value }) => `${town}：${value("area")}台账`,
  newTitle: ({ town }) => (town === "" ? "建立建设内容台账" : `${town}：建立建设内容台账`),
  states: { kept: "在册", mending: "有问题待整治" },
  steps: {
    begin: {
      button: "建立台账",
      done: "台账已建立。",
      log: "建立台账",
      intro: "台账建一次，以后有变化时登记。台账里有的，季度填报不再要您填。",
    },
    register: {
      button: "登记一项",
      done: "已登记，本季填报随之更新。",
      log: "登记",
      intro: "进展相同的可以一次选几项。规划文本已批复、风貌要求已实施的，请先回复本卡片发来文件。",
    },
    look: {
      button: "登记一处",
      done: "已登记，本季填报随之更新。",
      log: "看现场",
      intro: "请先回复本卡片发来现场照片，再选是哪一处、哪几类问题。没有问题的可以不带照片。",
    },
    measure: {
      button: "填报数据",
      done: "已登记，本季填报随之更新。",
      log: "填报数据",
      intro: "填本年累计数，没有变化的不用动。",
    },
    aim: {
      button: "下达目标",
      done: "目标已下达。",
      log: "下达目标",
      intro: "填本年目标，面积填控制上限。",
    },
  },
  fields: {
    town: "哪个镇",
    area: "哪项内容",
    item: "哪几项",
    state: "到哪一步",
    percent: "推进中的，完成多少",
    note: "说明",
    place: "哪一处",
    problems: "哪几类问题",
    verdict: "看到的情况",
    until: "发现问题的，哪天前整治好（不填的按规定期限）",
    day_off: "如定在节假日，请写明原因",
    values: "数据",
    goals: "目标",
    basis: "依据",
  },
  logged: {
    ...{ item: "事项", state: "进展", percent: "完成", place: "地点", problems: "问题", verdict: "情况" },
    ...{ until: "整治期限", town: "单位", area: "建设内容" },
  },
  choices: {
    state: { done: "已完成（已批复、已实施、已建成）", going: "推进中", none: "未启动" },
    verdict: { found: "发现问题", mended: "已经整治好", clear: "没有问题" },
  },
  refused: {
    not_here: "这项内容没有这类登记。",
    not_going: "只有推进中的才填完成多少。",
    no_paper: "还没有收到文件，请先回复本卡片发来。",
    unchanged: "与台账里现有的一样，没有改动。",
    no_goal: "请至少填写一项新的目标。",
    no_photo: "还没有收到这一处的照片，请先回复本卡片发来。",
    not_found: "发现问题的才填整治期限。",
    date_past: "整治期限不能早于今天。",
    still_there: "这一处还有没整治好的问题。",
    nothing_there: "这一处没有登记过这类问题，请核对。",
    already: "这项内容的台账已经建立。",
  },
};

const en: WordsFor<typeof areaLedger> = {
  name: "Works ledger",
  said: { begins: ["ledger"] },
  title: ({ town, value }) => `${town}: ledger of “${value("area")}”`,
  newTitle: ({ town }) => (town === "" ? "Begin a works ledger" : `${town}: begin a works ledger`),
  states: { kept: "Kept", mending: "Problems to be mended" },
  steps: {
    begin: {
      button: "Begin the ledger",
      done: "Begun.",
      log: "Began it",
      intro: "Begun once. What it says, the quarter does not ask.",
    },
    register: {
      button: "Enter an item",
      done: "Entered; the report follows.",
      log: "Entered",
      intro:
        "Items that stand alike may be entered at once. For an approved plan or a control in force, first reply to this card with its document.",
    },
    look: {
      button: "Enter a place",
      done: "Entered; the report follows.",
      log: "Looked",
      intro: "First reply to this card with photos; where there is no problem, none is needed.",
    },
    measure: {
      button: "Enter figures",
      done: "Entered; the report follows.",
      log: "Entered figures",
    },
    aim: {
      button: "Set goals",
      done: "The goals are set.",
      log: "Set goals",
    },
  },
  fields: {
    town: "Which town",
    area: "Which content area",
    item: "Which items",
    state: "How far",
    percent: "How much of it, where under way",
    note: "Note",
    place: "Which place",
    problems: "Which problems",
    verdict: "What was seen",
    until: "To be mended by (the usual time where empty)",
    day_off: "If that is a day off: why",
    values: "Figures",
    goals: "Goals",
    basis: "On what basis",
  },
  logged: {
    ...{ item: "Item", state: "Progress", percent: "Done", place: "Place", problems: "Problems" },
    ...{ verdict: "Seen", until: "To be mended by", town: "Town", area: "Content area" },
  },
  choices: {
    state: { done: "Done (approved, in force, built)", going: "Under way", none: "Not started" },
    verdict: { found: "There is a problem", mended: "It is mended", clear: "There is none" },
  },
  refused: {
    not_here: "This content area has no such entries.",
    not_going: "A percentage is for what is under way.",
    no_paper: "No document has arrived.",
    unchanged: "That is what the ledger says already.",
    no_goal: "Please give one new goal at least.",
    no_photo: "No photo of it has arrived.",
    not_found: "A day is for a problem found.",
    date_past: "The day must not be past.",
    still_there: "A problem is still to be mended there.",
    nothing_there: "No such problem was entered there.",
    already: "This content area has its ledger already.",
  },
};

export const areaLedgerWords = { "zh-CN": zh, en };
