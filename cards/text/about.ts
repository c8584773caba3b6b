import type { Locale } from "../../src/domain/programme/people.ts";

// The subject of a digest row in words, and the prefilled question about it.

const zh = {
  about: {
    report: (period: string) => `${period}填报`,
    rank: (period: string) => `${period}位次`,
    promise: (period: string, section: string) => `${period}报表中“${section}”的下一步打算`,
    titled: (title: string) => `“${title}”`,
    task: "一项任务",
  },
  line: (about: string) => `关于：${about}`,
  drafts: {
    report: (period: string) =>
      `您好，请问${period}填报进展如何，预计哪天可以报送？如有困难需要协调，请一并说明。`,
    rank: (period: string) => `您好，请问贵单位${period}位次变化的主要原因是什么，下一步有什么打算？`,
    promise: (said: string) => `您好，贵单位上季度提出“${said}”，请问目前进展如何？`,
    task: (title: string) => `您好，请问“${title}”目前进展如何，预计哪天完成？如有困难需要协调，请一并说明。`,
  },
};

export type AboutText = typeof zh;

const en: AboutText = {
  about: {
    report: (period) => `the report for ${period}`,
    rank: (period) => `the rank in ${period}`,
    promise: (period, section) => `next steps for “${section}” in the report for ${period}`,
    titled: (title) => `“${title}”`,
    task: "a task",
  },
  line: (about) => `About: ${about}`,
  drafts: {
    report: (period) =>
      `Hello, how far is your report for ${period}, and when do you expect to send it? Please say if anything stands in the way.`,
    rank: (period) => `Hello, what mainly moved your rank in ${period}, and what do you intend to do next?`,
    promise: (said) => `Hello, last quarter you intended: “${said}”. How far is it?`,
    task: (title) =>
      `Hello, how far is “${title}”, and when do you expect it to be done? Please say if anything stands in the way.`,
  },
};

export function aboutText(locale: Locale): AboutText {
  return locale === "en" ? en : zh;
}
