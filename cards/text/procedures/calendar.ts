import type { calendar } from "../../../src/domain/procedure/calendar.ts";
import type { WordsFor } from "./words.ts";

// Wording of the procedure for a year's holiday arrangement.

const zh: WordsFor<typeof calendar> = {
  name: "节假日安排",
  said: { names: ["放假通知", "放假安排"] },
  title: ({ ref }) => `${ref}年节假日安排`,
  states: { proposed: "待确认", adopted: "已启用", dropped: "未采用" },
  steps: {
    propose: { button: "提交", done: "已提交，请另一位同志核对后确认。", log: "录入放假通知" },
    adopt: {
      button: "核对无误，启用",
      done: "已启用，截止日期按此计算。",
      log: "核对并启用",
      confirm: {
        title: "启用这份安排？",
        text: "启用后，该年的工作日和按工作日推算的季度截止日期都按这份安排计算；另行写明的截止日期、已公布的异议期和已定的任务时限不变。",
      },
    },
    drop: { button: "不采用", done: "已退回，没有启用。", log: "不采用" },
  },
  fields: { reason: "不采用的原因" },
  refused: {
    second_person: "由您录入的安排，请另一位同志（或领导小组成员）核对后启用。",
    already: "这一年的安排已有一份在等待确认。",
  },
};

const en: WordsFor<typeof calendar> = {
  name: "Holiday arrangement",
  title: ({ ref }) => `Holidays and working weekends of ${ref}`,
  states: { proposed: "To be confirmed", adopted: "In force", dropped: "Not used" },
  steps: {
    propose: {
      button: "Submit",
      done: "Submitted. A second person is asked to check and confirm it.",
      log: "Entered the notice",
    },
    adopt: {
      button: "Checked, put in force",
      done: "In force: deadlines are counted by it.",
      log: "Checked and put in force",
      confirm: {
        title: "Put it in force?",
        text: "From then on the working days of the year, and the due days counted by them, follow it. Days that were set by name, the objection days already announced and the due days of tasks stay.",
      },
    },
    drop: { button: "Do not use it", done: "Sent back; nothing was put in force.", log: "Not used" },
  },
  fields: { reason: "Why it is not used" },
  refused: {
    second_person: "You entered this arrangement: a colleague or a member of the leading group confirms it.",
    already: "An arrangement of this year is waiting to be confirmed.",
  },
};

export const calendarWords = { "zh-CN": zh, en };
