import { festivalsInEnglish } from "../../src/domain/calendar/working-days.ts";
import type { Locale } from "../../src/domain/programme/people.ts";
import { counted } from "./counted.ts";

// Wording of answers without figures: thanks, holidays, meetings, what is not collected.

const zh = {
  morePrivately: "还没有发布的数据，已单独发给您。",
  welcome: "不客气。有问题可以直接问。",
  notCollectedTitle: "没有收集这项数据",
  notCollected: (thing: string) => `**没有收集“${thing}”**，填报里没有这一项，查不到。`,
  collected: "填报里有的是：投资和资金来源、形象进度、各项建设内容、存在问题和照片。",
  status: "看整体情况",
  meetingTitle: "现场会",
  noMeetings: (office: string) => `**还没有登记现场会的安排**，时间和地点请以${office}的通知为准。`,
  calendarTitle: (year: number) => `${year}年放假和调休`,
  works: (day: string, weekday: string) => `**${day}（${weekday}）上班。**`,
  makeUp: (day: string, weekday: string) => `**${day}（${weekday}）上班**，是调休上班日。`,
  off: (day: string, weekday: string) => `**${day}（${weekday}）休息。**`,
  holiday: (day: string, weekday: string, name: string) => `**${day}（${weekday}）放假**，${name}。`,
  next: (name: string, days: string, n: number) => `**${name}：${days}放假**，共${n}天。`,
  festival: (name: string, days: string, n: number) => `${name}：${days}，共${n}天`,
  noneLeft: (year: number) => `**${year}年没有放假安排了。**`,
  makeUps: (days: string) => `调休上班：${days}。`,
  noMakeUps: "没有调休上班的日子。",
  range: (from: string, to: string) => `${from}至${to}`,
  and: "、",
  unknownYear: (year: number) => `**${year}年的放假安排还没有载入**，国务院办公厅的通知录入以后即可查询。`,
  weekdays: ["周日", "周一", "周二", "周三", "周四", "周五", "周六"],
  understood: (what: string) => `按：${what}`,
  deadline: "什么时候截止",
};

export type PlainText = typeof zh;

const en: PlainText = {
  morePrivately: "Figures that are not published yet were sent to you in private.",
  welcome: "You are welcome. Ask me any time.",
  notCollectedTitle: "Not collected",
  notCollected: (thing) => `**“${thing}” is not collected**: no report holds it.`,
  collected:
    "Reports hold investment and its sources, image progress, the content areas, problems and photos.",
  status: "How it is doing",
  meetingTitle: "Site meetings",
  noMeetings: (office) => `**No site meeting is on record yet.** Please go by the notice of ${office}.`,
  calendarTitle: (year) => `Holidays of ${year}`,
  works: (day, weekday) => `**${weekday}, ${day}, is a working day.**`,
  makeUp: (day, weekday) => `**${weekday}, ${day}, is worked**: it makes up for a holiday.`,
  off: (day, weekday) => `**${weekday}, ${day}, is off.**`,
  holiday: (day, weekday, name) => `**${weekday}, ${day}, is off**: ${festivalsInEnglish(name)}.`,
  next: (name, days, n) => `**${festivalsInEnglish(name)}: ${days} off**, ${counted(n, "day")}.`,
  festival: (name, days, n) => `${festivalsInEnglish(name)}: ${days}, ${counted(n, "day")}`,
  noneLeft: (year) => `**No more holidays in ${year}.**`,
  makeUps: (days) => `Working weekends: ${days}.`,
  noMakeUps: "No working weekends.",
  range: (from, to) => `${from} to ${to}`,
  and: ", ",
  unknownYear: (year) =>
    `**The holidays of ${year} are not loaded yet**; they can be asked for once the State Council's notice is in.`,
  weekdays: ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"],
  understood: (what) => `As: ${what}`,
  deadline: "When is the deadline",
};

export function plainText(locale: Locale): PlainText {
  return locale === "en" ? en : zh;
}
