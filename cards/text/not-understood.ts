import type { Locale, Role } from "../../src/domain/programme/people.ts";
import { counted } from "./counted.ts";

// Wording of the office's monthly list of texts that were not understood.

const zh = {
  title: (month: string) => `${month} · 没听懂的话`,
  lead: (n: number, times: number) => `上个月有**${n}种**问法没听懂，共${times}次。姓名和数字已隐去。`,
  line: (words: string, times: number, roles: string[]) => `“${words}”　${times}次（${roles.join("、")}）`,
  more: (n: number) => `另有${n}种，各出现得更少。`,
  meaning: "按…理解",
  note: "点“按…理解”提出它的意思，由另一位同志确认后启用；不确认就不会变。",
  month: (year: string, month: number) => `${year}年${month}月`,
  roles: {
    town_official: "镇填报人",
    town_principal: "镇主要领导",
    county_reviewer: "县级审核人",
    county_principal: "县级主要领导",
    city_office: "市办",
    leader: "领导小组",
    department: "责任单位",
  } satisfies Record<Role, string>,
  original: (words: string) => `原话：“${words}”`,
};

const MONTHS = [
  ...["January", "February", "March", "April", "May", "June", "July"],
  ...["August", "September", "October", "November", "December"],
];

export type NotUnderstoodText = typeof zh;

const en: NotUnderstoodText = {
  title: (month) => `${month} · not understood`,
  lead: (n, times) =>
    `**${n}** ${n === 1 ? "way of asking was" : "ways of asking were"} not understood, ${counted(times, "time")}. Names and numbers are masked.`,
  line: (words, times, roles) => `“${words}” ${times}× (${roles.join(", ")})`,
  more: (n) => `${n} more, each of them rarer.`,
  meaning: "Read it as…",
  note: "Tap “Read it as…” to propose a meaning; a colleague confirms it before it is used.",
  month: (year, month) => `${MONTHS[month - 1] ?? month} ${year}`,
  roles: {
    town_official: "town officials",
    town_principal: "heads of towns",
    county_reviewer: "county reviewers",
    county_principal: "heads of counties",
    city_office: "the city office",
    leader: "the leading group",
    department: "departments",
  },
  original: (words) => `As written: “${words}”`,
};

export function wordingText(locale: Locale): NotUnderstoodText {
  return locale === "en" ? en : zh;
}
