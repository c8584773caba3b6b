import type { meeting } from "../../../src/domain/meeting/meeting.ts";
import { plainDay, type WordsFor } from "./words.ts";

// Wording of a meeting on site.

const zh: WordsFor<typeof meeting> = {
  name: "现场会",
  title: ({ town, value }) => `现场会：${plainDay(value("day"))}，${town}`,
  newTitle: () => "提出现场会",
  states: {
    proposed: "待领导审定",
    called: "已定，待召开",
    held: "已召开",
    closed: "已办结",
    refused: "未同意",
    withdrawn: "已撤回",
    cancelled: "已取消",
  },
  steps: {
    propose: {
      button: "提交审定",
      done: "已提交，等待领导审定。",
      log: "提出",
      intro: "领导同意后，参会单位各收到一份邀请，并写入日历；地点所在的镇和县（市、区）不选也会邀请。",
    },
    approve: {
      button: "同意召开",
      done: "已同意，邀请正在发出。",
      log: "同意召开",
      confirm: { title: "同意召开？", text: "同意后，邀请发给全部参会单位，并写入日历。" },
    },
    refuse: { button: "不同意", done: "已告知市办。", log: "不同意" },
    withdraw: { button: "撤回", done: "已撤回。", log: "撤回" },
    move: {
      button: "改期",
      done: "已改期，已重新通知参会单位。",
      log: "改期",
      intro: "参会单位都会收到新的时间并重新回执；日历上的日程随之改动。",
    },
    cancel: {
      button: "取消现场会",
      done: "已取消，已通知参会单位。",
      log: "取消",
      intro: "参会单位都会收到取消的通知，日历上的日程随之删除。",
    },
    minutes: {
      button: "登记纪要",
      done: "已登记，已发给参会单位。",
      log: "会议纪要",
      intro: "现场照片可先回复本卡片发来。提交后，纪要发给参会单位，没有签到的按未签到登记。",
    },
    decide: {
      button: "议定事项转督办",
      done: "已转为督办事项，发给责任单位。",
      log: "议定事项",
      intro: "一次填一项，提交后即为督办事项，由责任单位签收。",
    },
    show: { button: "发照片", done: "已收到。", log: "现场照片" },
    close: { button: "办结", done: "已办结。", log: "办结" },
    schedule: { button: "写入日历", done: "已写入日历。", log: "已写入日历" },
    unschedule: { button: "未写入日历", done: "没有写入日历。", log: "没有写入日历" },
  },
  fields: {
    town: "召开地点所在单位",
    reason: "为什么在这里开（差距缩小的数字不用再填）",
    agenda: "议程",
    day: "日期",
    day_off: "如定在节假日，请写明原因",
    time: "开始时间",
    hours: "时长（小时）",
    place: "具体地点",
    guests: "参会单位和人员",
    why: "原因",
    minutes: "会议纪要",
    to: "责任单位",
    title: "事项和要求",
    owner: "责任人",
    due: "完成期限",
    words: "说明",
  },
  logged: { reason: "在这里开的理由" },
  choices: {
    guests: { "@towns": "全部乡镇", "@counties": "全部县（市、区）", "@departments": "全部市直部门" },
  },
  refused: {
    date_past: "这一天已经过去，请定在今天或以后。",
    not_yet: "还没有到开会的日期。",
    unchanged: "时间和地点都没有改动。",
    day_past: "开会的日期已经过去，请市办另定日期。",
    second_person: "由您提出的现场会，须由另一位领导审定。",
  },
};

const en: WordsFor<typeof meeting> = {
  name: "Meeting on site",
  title: ({ town, value }) => `Meeting on site: ${plainDay(value("day"))}, ${town}`,
  newTitle: () => "Propose a meeting on site",
  states: {
    proposed: "To be approved",
    called: "Called",
    held: "Held",
    closed: "Closed",
    refused: "Not approved",
    withdrawn: "Withdrawn",
    cancelled: "Cancelled",
  },
  steps: {
    propose: {
      button: "Submit",
      done: "Submitted; a leader decides.",
      log: "Proposed",
      intro:
        "Once a leader agrees, everyone invited has an invitation and an entry in the calendar. The host and its county are always invited.",
    },
    approve: {
      button: "Agree",
      done: "Agreed; the invitations go out.",
      log: "Agreed",
      confirm: {
        title: "Agree to the meeting?",
        text: "Everyone invited gets an invitation, and it is entered in the calendar.",
      },
    },
    refuse: { button: "Do not agree", done: "The office is told.", log: "Not agreed" },
    withdraw: { button: "Withdraw", done: "Withdrawn.", log: "Withdrawn" },
    move: {
      button: "Move it",
      done: "Moved; those invited are asked again.",
      log: "Moved",
      intro: "Everyone invited hears of the new time and answers again; the calendar follows.",
    },
    cancel: {
      button: "Cancel the meeting",
      done: "Cancelled; those invited are told.",
      log: "Cancelled",
      intro: "Everyone invited is told, and the entry leaves the calendar.",
    },
    minutes: {
      button: "Enter the minutes",
      done: "Entered; those invited have them.",
      log: "Minutes",
      intro:
        "Photos may come first, in reply to this card. Those invited get the minutes; whoever did not sign in is listed so.",
    },
    decide: {
      button: "Make a decision a supervised item",
      done: "It is a supervised item now, with whoever answers for it.",
      log: "Decided",
      intro: "One at a time; whoever answers for it acknowledges it.",
    },
    show: { button: "Send photos", done: "Received.", log: "Photos" },
    close: { button: "Close it", done: "Closed.", log: "Closed" },
    schedule: { button: "Enter in the calendar", done: "Entered.", log: "Entered in the calendar" },
    unschedule: { button: "Not in the calendar", done: "Not entered.", log: "Not in the calendar" },
  },
  fields: {
    town: "Host",
    reason: "Why here (the gap it closed is added)",
    agenda: "Agenda",
    day: "Day",
    day_off: "If that is a day off: why",
    time: "Begins at",
    hours: "Hours",
    place: "Place",
    guests: "Who is invited",
    why: "Why",
    minutes: "Minutes",
    to: "Who answers for it",
    title: "What is to be done",
    owner: "Person in charge",
    due: "Due",
    words: "Remark",
  },
  logged: { reason: "Why here" },
  choices: {
    guests: { "@towns": "All towns", "@counties": "All counties", "@departments": "All departments" },
  },
  refused: {
    date_past: "That day is past; please take today or later.",
    not_yet: "The day of the meeting has not come.",
    unchanged: "Neither time nor place differs.",
    day_past: "The day of the meeting is past; the office has to set another.",
    second_person: "You proposed it; another leader decides.",
  },
};

export const meetingWords = { "zh-CN": zh, en };
