import type { invitation } from "../../../src/domain/meeting/invitation.ts";
import { plainDay, type WordsFor } from "./words.ts";

// Wording of an invitation to a meeting on site.

const zh: WordsFor<typeof invitation> = {
  name: "现场会邀请",
  said: {
    names: ["现场会", "邀请"],
    states: {
      invited: ["待回执", "待反馈", "待回复"],
      coming: ["已确定来"],
      deputised: ["代会", "派人"],
      attended: ["已到"],
    },
  },
  title: ({ value }) => `现场会邀请：${plainDay(value("day"))}，${value("host")}`,
  states: {
    invited: "待答复",
    coming: "参加",
    deputised: "派人代会",
    excused: "请假",
    attended: "已签到",
    absent: "未到会",
    unmarked: "未签到",
    lapsed: "已取消",
  },
  steps: {
    invite: { button: "邀请", done: "已邀请。", log: "邀请" },
    accept: { button: "收到，参加", done: "已答复：参加。", log: "参加" },
    deputise: { button: "派人代会", done: "已答复：派人代会。", log: "派人代会" },
    excuse: { button: "请假", done: "已答复：请假，市办会看到。", log: "请假" },
    attend: { button: "签到", done: "已签到。", log: "签到" },
    miss: { button: "记为未到会", done: "已登记。", log: "未到会" },
    again: { button: "重新邀请", done: "已通知。", log: "现场会改期，重新回执" },
    settle: { button: "未签到", done: "已登记。", log: "会议结束，未签到" },
    lapse: { button: "取消", done: "已取消。", log: "现场会取消" },
  },
  fields: { host: "地点", day: "日期", deputy: "代会人姓名和职务", why: "原因" },
  refused: { not_yet: "还没有到开会的日期。", wrong_state: "这份邀请已经往下办了，请看最新情况。" },
};

const en: WordsFor<typeof invitation> = {
  name: "Invitation to a meeting on site",
  said: { names: ["invitation", "invitations", "site meeting", "meeting"] },
  title: ({ value }) => `Invitation: meeting on site, ${plainDay(value("day"))}, ${value("host")}`,
  states: {
    invited: "To be answered",
    coming: "Coming",
    deputised: "A deputy comes",
    excused: "Excused",
    attended: "Signed in",
    absent: "Absent",
    unmarked: "Not signed in",
    lapsed: "Cancelled",
  },
  steps: {
    invite: { button: "Invite", done: "Invited.", log: "Invited" },
    accept: { button: "Received, coming", done: "Answered: coming.", log: "Coming" },
    deputise: { button: "Send a deputy", done: "Answered: a deputy comes.", log: "A deputy comes" },
    excuse: { button: "Be excused", done: "Answered; the office sees it.", log: "Excused" },
    attend: { button: "Sign in", done: "Signed in.", log: "Signed in" },
    miss: { button: "Note as absent", done: "Noted.", log: "Absent" },
    again: { button: "Invite again", done: "Told.", log: "The meeting was moved; asked again" },
    settle: { button: "Not signed in", done: "Noted.", log: "Over, not signed in" },
    lapse: { button: "Cancel", done: "Cancelled.", log: "The meeting was cancelled" },
  },
  fields: { host: "Place", day: "Day", deputy: "The deputy's name and post", why: "Why" },
  refused: {
    not_yet: "The day of the meeting has not come.",
    wrong_state: "This invitation has moved on; please look at how it stands.",
  },
};

export const invitationWords = { "zh-CN": zh, en };
