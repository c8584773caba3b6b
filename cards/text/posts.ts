import type { Locale, Role } from "../../src/domain/programme/people.ts";

// Names of posts. An undelivered message is reported by its receiver's post, never by name.

const zh: Record<Role, (place: string) => string> = {
  town_official: (town) => `${town}填报人`,
  town_principal: (town) => `${town}主要领导`,
  county_reviewer: (county) => `${county}审核人`,
  county_principal: (county) => `${county}主要领导`,
  city_office: (office) => office,
  leader: () => "领导小组成员",
  department: (name) => name || "责任单位",
};
const en: typeof zh = {
  town_official: (town) => `the official of ${town}`,
  town_principal: (town) => `the head of ${town}`,
  county_reviewer: (county) => `the reviewer of ${county}`,
  county_principal: (county) => `the head of ${county}`,
  city_office: (office) => office,
  leader: () => "the leading group",
  department: (name) => name || "a department",
};

const unknown: Record<Locale, { person: string; group: string; chat: string }> = {
  "zh-CN": { person: "名单以外的人", group: "一个群", chat: "原来的会话" },
  en: { person: "someone not in the roster", group: "a group", chat: "the chat it answers" },
};

export function postText(locale: Locale) {
  return { posts: locale === "en" ? en : zh, unknown: unknown[locale] };
}
