import type { Locale } from "../../src/domain/programme/people.ts";

// Wording of a town's provisional score, and of the links from an objection.

const zh = {
  provisional: "暂定得分",
  untilWhen: (moment: string) =>
    `以下为**暂定**得分，尚未发布。如有异议，请在 **${moment}** 前提出，市办逐条答复，答复对各镇公开。`,
  over: (moment: string) =>
    `以下为**暂定**得分，尚未发布。异议期已于 **${moment}** 结束；已提出的异议，市办逐条答复后再发布。`,
  asAnnounced: (moment: string) =>
    `得分按${moment}公布时的数据计算；此后补正、核查认定的，以发布的排名为准。`,
  object: "提出异议",
  objectMore: "对其他项提出异议",
  reopen: "退回相应内容",
};

export type ObjectionText = typeof zh;

const en: ObjectionText = {
  provisional: "Provisional",
  untilWhen: (moment) =>
    `These points are **provisional** and not yet published. Objections are taken until **${moment}**; the office answers each one, and all towns see the answers.`,
  over: (moment) =>
    `These points are **provisional** and not yet published. The time for objections ended **${moment}**; those already made are answered before publication.`,
  asAnnounced: (moment) =>
    `Points by the figures of ${moment}, when they were announced; what has been mended or found since counts in the published ranking.`,
  object: "Object",
  objectMore: "Object to something else",
  reopen: "Return the entries concerned",
};

export function objectionText(locale: Locale): ObjectionText {
  return locale === "en" ? en : zh;
}
