import type { guidance } from "../../../src/domain/guidance/guidance.ts";
import type { receipt, standard } from "../../../src/domain/guidance/standard.ts";
import { brief } from "../brief.ts";
import type { WordsFor } from "./words.ts";

// Wording of what passes between departments and towns: standards with their receipts, and questions.

const standardZh: WordsFor<typeof standard> = {
  name: "技术标准",
  said: { names: ["标准"] },
  title: ({ value }) => `技术标准：${value("title")}`,
  newTitle: () => "起草技术标准",
  states: { drafted: "起草中", published: "已发布", dropped: "未发布" },
  steps: {
    draft: {
      button: "保存",
      done: "已保存，核对后再发布。",
      log: "起草",
      intro: "保存后可以回复卡片补图样，核对无误再发布到各镇。",
    },
    show: { button: "补图样", done: "已收到。", log: "图样" },
    publish: { button: "发布到各镇", done: "已发布，各镇会收到并签阅。", log: "发布" },
    drop: { button: "不发布", done: "已作罢。", log: "不发布" },
  },
  fields: {
    title: "名称",
    text: "内容要点",
    kinds: "适用的类别（不选为全部）",
    words: "说明",
  },
  logged: { kinds: "适用的类别" },
  refused: {
    no_towns: "所选类别里没有乡镇，请改选。",
    no_department: "人员名单里没有写明您所在的部门，请市办补充。",
  },
};

const standardEn: WordsFor<typeof standard> = {
  name: "Technical standard",
  said: { begins: ["standard"] },
  title: ({ value }) => `Standard: ${value("title")}`,
  newTitle: () => "Draft a standard",
  states: { drafted: "Draft", published: "Published", dropped: "Not published" },
  steps: {
    draft: {
      button: "Save",
      done: "Saved; check it, then publish.",
      log: "Drafted",
      intro: "Drawings may follow in reply to its card; check it, then publish it to the towns.",
    },
    show: { button: "Add drawings", done: "Received.", log: "Drawings" },
    publish: {
      button: "Publish to the towns",
      done: "Published; every town acknowledges it.",
      log: "Published",
    },
    drop: { button: "Do not publish", done: "Dropped.", log: "Not published" },
  },
  fields: {
    title: "Name",
    text: "What it says",
    kinds: "Kinds of town (none: all)",
    words: "Remark",
  },
  logged: { kinds: "Kinds of town" },
  refused: {
    no_towns: "No town is of these kinds; please choose others.",
    no_department: "The roster does not say of which department you are; please ask the office.",
  },
};

const receiptZh: WordsFor<typeof receipt> = {
  name: "标准签阅",
  said: { names: ["标准", "技术标准"], states: { read: ["已签阅", "已看", "已读"] } },
  title: ({ town, value }) => `${town}签阅：${value("title")}`,
  states: { unread: "待签阅", read: "已阅" },
  steps: {
    deliver: { button: "送达", done: "已送达。", log: "送达" },
    read: {
      button: "已阅",
      done: "已签阅。",
      log: "已阅",
      buttonAll: (n) => `${n}份标准均已阅`,
    },
  },
  fields: {},
  refused: {},
};

const receiptEn: WordsFor<typeof receipt> = {
  name: "Receipt of a standard",
  said: { names: ["standard", "standards"] },
  title: ({ town, value }) => `${town}, to read: ${value("title")}`,
  states: { unread: "To be read", read: "Read" },
  steps: {
    deliver: { button: "Deliver", done: "Delivered.", log: "Delivered" },
    read: { button: "Mark as read", done: "Acknowledged.", log: "Read", buttonAll: (n) => `All ${n} read` },
  },
  fields: {},
  refused: {},
};

const guidanceZh: WordsFor<typeof guidance> = {
  name: "业务指导",
  said: {
    names: ["咨询", "指导", "问过我们"],
    begins: ["请教", "请示"],
    states: { asked: ["待反馈"], answered: ["已反馈", "已回复", "已回"], shared: ["已反馈"] },
  },
  title: ({ town, value }) => `${town}咨询：${brief(value("question"))}`,
  newTitle: () => "咨询市直部门",
  states: { asked: "待答复", answered: "已答复", shared: "已答复，同类单位可看", withdrawn: "已撤回" },
  steps: {
    ask: { button: "提交", done: "已发给该部门。", log: "咨询", intro: "发给所选部门，答复后告诉您。" },
    answer: { button: "答复该镇", done: "已答复。", log: "答复" },
    answer_all: { button: "答复同类各镇", done: "已答复，同类各镇都会收到。", log: "答复同类各镇" },
    forward: { button: "转其他部门", done: "已转出，并告知该镇。", log: "转其他部门" },
    withdraw: { button: "撤回", done: "已撤回。", log: "撤回" },
  },
  fields: { department: "部门", question: "咨询事项", answer: "答复" },
  refused: {
    same_department: "这件事已在该部门，请选另一个部门。",
    already: "同一件事已经问过，还没有答复。",
  },
};

const guidanceEn: WordsFor<typeof guidance> = {
  name: "Guidance",
  said: { names: ["question", "questions"] },
  title: ({ town, value }) => `${town} asks: ${brief(value("question"))}`,
  newTitle: () => "Ask a department",
  states: {
    asked: "To be answered",
    answered: "Answered",
    shared: "Answered for all of its kind",
    withdrawn: "Withdrawn",
  },
  steps: {
    ask: {
      button: "Send",
      done: "The department has it.",
      log: "Asked",
      intro: "It goes to the department; you are told the answer.",
    },
    answer: { button: "Answer this town", done: "Answered.", log: "Answered" },
    answer_all: {
      button: "Answer all of its kind",
      done: "Answered; the other towns of its kind have it, too.",
      log: "Answered for all of its kind",
    },
    forward: { button: "Pass it on", done: "Passed on; the town is told.", log: "Passed on" },
    withdraw: { button: "Withdraw", done: "Withdrawn.", log: "Withdrawn" },
  },
  fields: { department: "Department", question: "Question", answer: "Answer" },
  refused: {
    same_department: "It is with that department already; please choose another.",
    already: "The same has been asked and not been answered yet.",
  },
};

export const standardWords = { "zh-CN": standardZh, en: standardEn };
export const receiptWords = { "zh-CN": receiptZh, en: receiptEn };
export const guidanceWords = { "zh-CN": guidanceZh, en: guidanceEn };
