import type { rectification } from "../../../src/domain/visit/rectification.ts";
import { brief } from "../brief.ts";
import type { WordsFor } from "./words.ts";

// Wording of what an inspection found to be mended.

const zh: WordsFor<typeof rectification> = {
  name: "督查整改",
  said: { names: ["整改"], states: { closed: ["已改"] } },
  title: ({ town, value }) => `${town}整改：${brief(value("finding"))}`,
  newTitle: () => "提出整改事项",
  states: {
    found: "待下达整改",
    mending: "整改中",
    reported: "待回头看",
    closed: "已销号",
    withdrawn: "已撤销",
  },
  steps: {
    find: {
      button: "提交",
      done: "已记录，交县（市、区）下达整改。",
      log: "督查发现",
      intro: "提交后由县（市、区）下达整改期限，乡镇整改后附照片报告，再由市办回头看。",
    },
    order: {
      button: "下达整改",
      done: "已下达，会通知乡镇。",
      log: "下达整改",
      intro: "写明完成的日期；如定在节假日，请说明原因。",
    },
    report: {
      button: "报告整改情况",
      done: "已报告，等待回头看。",
      log: "报告整改情况",
      intro: "写明整改情况，须有整改后的照片。",
    },
    close: { button: "回头看：销号", done: "已销号。", log: "回头看，销号" },
    reject: {
      button: "回头看：退回整改",
      done: "已退回，乡镇按新的期限整改。",
      log: "回头看，未整改到位",
      intro: "写明还差在哪里，并另定一个更晚的期限。",
    },
    withdraw: { button: "撤销", done: "已撤销。", log: "撤销" },
  },
  fields: {
    town: "单位",
    finding: "问题",
    until: "整改期限",
    day_off: "如定在节假日，请写明原因",
    demand: "整改要求",
    done: "整改情况",
    seen: "回头看情况",
    why: "尚未整改到位的地方",
    reason: "撤销的原因",
  },
  refused: {
    date_past: "这一天已经过去，请定在今天或以后。",
    not_later: "新的期限须晚于原定期限。",
    second_person: "由您报告的整改，须由另一位同志回头看。",
    no_evidence: "还没有收到这次整改的照片，请先回复本卡片发来。",
  },
};

const en: WordsFor<typeof rectification> = {
  name: "Finding to be mended",
  said: { names: ["finding", "findings", "rectification"], states: { closed: ["mended"] } },
  title: ({ town, value }) => `${town}, to be mended: ${brief(value("finding"))}`,
  newTitle: () => "Put a finding forward",
  states: {
    found: "To be ordered",
    mending: "Being mended",
    reported: "To be looked at again",
    closed: "Closed",
    withdrawn: "Withdrawn",
  },
  steps: {
    find: {
      button: "Submit",
      done: "Noted; the county sets the day.",
      log: "Found on inspection",
      intro:
        "The county sets a day, the town mends it and reports with a photo, and the city office looks again.",
    },
    order: {
      button: "Set the day",
      done: "Ordered; the town has it.",
      log: "Ordered",
      intro: "Give the day by which it is done; for a day off please say why.",
    },
    report: {
      button: "Report what was done",
      done: "Reported; the office looks again.",
      log: "Reported what was done",
      intro: "Say what was done; photos of how it is now are needed.",
    },
    close: { button: "Looked again: close it", done: "Closed.", log: "Looked again and closed" },
    reject: {
      button: "Looked again: send back",
      done: "Sent back with the new day.",
      log: "Looked again, not mended",
      intro: "Say what is still lacking, and set a later day.",
    },
    withdraw: { button: "Withdraw it", done: "Withdrawn.", log: "Withdrawn" },
  },
  fields: {
    town: "Town",
    finding: "What is to be mended",
    until: "To be mended by",
    day_off: "If that is a day off: why",
    demand: "What is asked for",
    done: "What was done",
    seen: "How it looked",
    why: "What is still lacking",
    reason: "Why it is withdrawn",
  },
  refused: {
    date_past: "That day is past; please take today or later.",
    not_later: "The new day has to be later than the one before.",
    second_person: "You reported it; a colleague looks at it again.",
    no_evidence: "No photo of this has arrived yet; please reply to this card with one first.",
  },
};

export const rectificationWords = { "zh-CN": zh, en };
