import type { Locale } from "../../src/domain/programme/people.ts";
import { counted } from "./counted.ts";

// What the cards of meetings on site say beside what every record's do.

const zh = {
  fact: (name: string, value: string) => `${name}：${value}`,
  when: (day: string, time: string, hours: number) => `**${day} ${time}**，约${hours}小时`,
  where: (town: string, place: string) => `${town}，${place}`,
  place: "地点",
  agenda: "议程",
  reason: "在这里开的理由",
  gap: (from: string, to: string, share: string, place: number) =>
    `${from}到${to}，与最高可得分的差距缩小 **${share}**，在全市居第 ${place} 位（按已发布的得分计算）。`,
  noGap: "已发布的得分还不能比出差距缩小了多少。",
  largest: "差距缩小最多的单位：",
  guests: (n: number) => `参会 ${n} 个单位`,
  of: (state: string, n: number) => `${state} ${n}`,
  colon: "：",
  comma: "、",
  semicolon: "；",
  deputy: (guest: string, deputy: string) => `${guest}（由${deputy}代会）`,
  people: (n: number) => `${n}位同志`,
  entered: "已写入日历，参会人员会收到日程。",
  permission:
    "**没有写入日历：应用没有“更新日历及日程信息”的权限。**现场会照常，邀请已经发出；请在飞书日历里建好日程，并请管理员给应用开通这项权限。",
  refused: "**没有写入日历：平台没有接受这个日程。**现场会照常，邀请已经发出；请在飞书日历里建好日程。",
  because: (guest: string, why: string) => `${guest}（${why}）`,
  items: (n: number) => `**议定事项 ${n} 项，均已转为督办**`,
  item: (title: string, whom: string, due: string, state: string) =>
    `- ${title}（${whom}，${due}前，${state}）`,
  minutes: "**会议纪要**",
  movedFrom: (day: string, time: string) => `原定${day} ${time}，已改期。`,
  answer: "答复是否参加",
  ownAnswer: "我的答复",
  signIn: "去签到",
  own: (state: string) => `您的答复：**${state}**`,
  noneOn: (from: string, to: string) => `**${from === to ? from : `${from}至${to}`}没有现场会。**`,
  noneComing: "**目前没有待召开的现场会。**",
  waiting: (line: string) => `待领导审定：${line}`,
  held: (year: number, n: number, towns: string) => `${year}年已召开 ${n} 次：${towns}。`,
  heldOn: (day: string, town: string) => `${day}${town}`,
  seeMeeting: "看现场会",
  seeMinutes: "看纪要",
  answerHint:
    "请答复是否参加；派人代会的，写明姓名和职务。开会当天在这里签到，找不到这张卡片时发“现场会签到”。",
  next: "**下一次现场会**",
  coming: (n: number) => `**已定 ${n} 次现场会**`,
  line: (day: string, time: string, where: string) => `${day} ${time}，${where}`,
  propose: "提出现场会",
  all: "现场会清单",
};

export type MeetingText = typeof zh;

const en: MeetingText = {
  fact: (name, value) => `${name}: ${value}`,
  when: (day, time, hours) => `**${day} ${time}**, about ${hours} ${hours === 1 ? "hour" : "hours"}`,
  where: (town, place) => `${town}, ${place}`,
  place: "Place",
  agenda: "Agenda",
  reason: "Why here",
  gap: (from, to, share, place) =>
    `From ${from} to ${to} it closed **${share}** of its distance to the highest score there is, place ${place} of all (by the published scores).`,
  noGap: "The published scores cannot be compared yet.",
  largest: "The largest gaps closed: ",
  guests: (n) => `${n} invited`,
  of: (state, n) => `${state} ${n}`,
  colon: ": ",
  comma: ", ",
  semicolon: "; ",
  deputy: (guest, deputy) => `${guest} (${deputy} comes)`,
  people: (n) => counted(n, "person", "people"),
  entered: "It is in the calendar; those invited see it there.",
  permission:
    "**Not in the calendar: the app lacks the permission to change calendars and events.** The meeting goes on and the invitations are out; please enter it in Feishu Calendar, and ask an administrator to grant the permission.",
  refused:
    "**Not in the calendar: the platform did not accept the entry.** The meeting goes on and the invitations are out; please enter it in Feishu Calendar.",
  because: (guest, why) => `${guest} (${why})`,
  items: (n) =>
    `**${n === 1 ? "1 decision is a supervised item" : `${n} decisions are supervised items`} now**`,
  item: (title, whom, due, state) => `- ${title} (${whom}, by ${due}, ${state})`,
  minutes: "**Minutes**",
  movedFrom: (day, time) => `Moved from ${day} ${time}.`,
  answer: "Say whether you come",
  ownAnswer: "Your answer",
  signIn: "Sign in",
  own: (state) => `Your answer: **${state}**`,
  noneOn: (from, to) => `**No site meeting ${from === to ? `on ${from}` : `from ${from} to ${to}`}.**`,
  noneComing: "**No site meeting is called.**",
  waiting: (line) => `A leader decides: ${line}`,
  held: (year, n, towns) => `Held in ${year}: ${n} (${towns}).`,
  heldOn: (day, town) => `${day} ${town}`,
  seeMeeting: "See the meeting",
  seeMinutes: "See the minutes",
  answerHint:
    "Please say whether you come; of a deputy give name and post. Sign in here on the day, or send “sign in to the meeting”.",
  next: "**The next meeting on site**",
  coming: (n) => `**${n === 1 ? "1 meeting on site is" : `${n} meetings on site are`} called**`,
  line: (day, time, where) => `${day} ${time}, ${where}`,
  propose: "Propose a meeting",
  all: "All meetings on site",
};

export function meetingText(locale: Locale): MeetingText {
  return locale === "en" ? en : zh;
}
