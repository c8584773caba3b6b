import type { NoticeDoubt } from "../../src/domain/calendar/read-notice.ts";
import { festivalsInEnglish } from "../../src/domain/calendar/working-days.ts";
import type { Locale } from "../../src/domain/programme/people.ts";

// Wording: a year's holidays and working weekends, their consequences, and parts of a notice that could not be read.

const zh = {
  festival: (name: string, days: string, n: number) => `**${name}**：${days}，共${n}天`,
  range: (first: string, last: string) => `${first}至${last}`,
  workdays: (days: string) => `**调休上班**：${days}`,
  noWorkdays: "没有调休上班的周末。",
  deadlines: "**由此确定的季度截止日期**",
  deadline: (period: string, day: string) => `${period}：${day}`,
  encouraged: (text: string) => `通知中还有一句属于提倡，不计为放假：${text}`,
  byOffice: (office: string) =>
    `您发来的是节假日安排的通知。它由${office}的同志在与我的私聊里提交，再由另一位同志核对启用；请把通知转给他们。`,
  inForce: (year: number) =>
    `这份通知与正在使用的${year}年节假日安排一致，放假和上班的日子没有变化，不需要再次确认。`,
  doubtsHead: "这份通知有几处没有读懂，暂不录入。请对照原文核对后重新发送全文：",
  doubts: {
    not_understood: (text: string) => `这一句没有读懂：${text}`,
    weekday: (text: string) => `日期与星期对不上：${text}`,
    count: (text: string) => `天数与起止日期对不上：${text}`,
    no_days: (text: string) => `没有读到${text}的放假日期`,
    twice: (text: string) => `${text}出现了两次`,
    no_year: () => "没有读到是哪一年的安排",
    no_festival: () => "没有读到任何节日的安排",
    festivals_missing: (text: string) => `缺少${text}，可能没有粘贴完整`,
  } satisfies Record<NoticeDoubt["why"], (text: string) => string>,
};

const en: typeof zh = {
  festival: (name, days, n) => `**${festivalsInEnglish(name)}**: ${days}, ${n} ${n === 1 ? "day" : "days"}`,
  range: (first, last) => `${first} to ${last}`,
  workdays: (days) => `**Working weekend days**: ${days}`,
  noWorkdays: "No weekend day is worked.",
  deadlines: "**Due dates that follow**",
  deadline: (period, day) => `${period}: ${day}`,
  encouraged: (text) => `One sentence only encourages and gives no day off: ${text}`,
  byOffice: (office) =>
    `This is a notice of holidays. A member of ${office} sends it to me in our private chat, and a second one confirms it: please pass it on to them.`,
  inForce: (year) =>
    `The arrangement of ${year} in use has the same days off and working weekends as this notice; there is nothing to confirm.`,
  doubtsHead:
    "Some of this notice could not be read, so nothing was entered. Please check the text and send it whole:",
  doubts: {
    not_understood: (text) => `Not understood: ${text}`,
    weekday: (text) => `Date and weekday do not match: ${text}`,
    count: (text) => `The number of days does not match the dates: ${text}`,
    no_days: (text) => `No day off was found for ${festivalsInEnglish(text)}`,
    twice: (text) => `${festivalsInEnglish(text)} is there twice`,
    no_year: () => "It does not say which year it is about",
    no_festival: () => "No festival was found in it",
    festivals_missing: (text) => `Missing: ${festivalsInEnglish(text)}; perhaps it was not pasted whole`,
  },
};

/** The wording about holiday arrangements. */
export function calendarText(locale: Locale): typeof zh {
  return locale === "en" ? en : zh;
}
