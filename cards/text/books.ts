import type { Locale } from "../../src/domain/programme/people.ts";
import type { BookKind } from "../../src/domain/question/book-kind.ts";
import { counted } from "./counted.ts";

// What is said with an exported book, and where there is none. `of`: its quarter or year.

const zh = {
  names: {
    quarter: (of: string) => `${of}综合排名表`,
    year: (of: string) => `${of}年度得分表`,
    ledger: () => "工作台账",
    tasks: (of: string) => `${of}年度任务表`,
    funds: (of: string) => `${of}资金台账`,
    evidence: (of: string) => `${of}佐证目录`,
    plan: (of: string) => `${of}年度计划表`,
  } satisfies Record<BookKind, (of: string) => string>,
  year: (year: number) => `${year}年`,
  ever: "历次",
  picture: (name: string) => `${name}（图片）`,
  here: (name: string) => `${name}已生成，请查收。`,
  returns: "修改后可由市办导回。",
  restricted: (name: string, office: string) => `${name}由${office}导出，可请其发给您。`,
  unpublished: (period: string) => `${period}还没有发布，发布后才能导出排名表。`,
  nothing: "还没有发布过季度排名，发布后才能导出。",
  unable: "这里不能生成工作簿，请联系管理员导出。",
  noPicture: "现在画不出图片，请看表格。",
  left: (shown: number, n: number) => `图片只画前${shown}行，另有${n}个单位见排名表。`,
};

export type BooksWords = typeof zh;

const en: BooksWords = {
  names: {
    quarter: (of) => `Ranking of ${of}`,
    year: (of) => `Scores of ${of}`,
    ledger: () => "Ledger",
    tasks: (of) => `Tasks of ${of}`,
    funds: (of) => `Funds of ${of}`,
    evidence: (of) => `Evidence, ${of}`,
    plan: (of) => `Year plan ${of}`,
  },
  year: (year) => String(year),
  ever: "all quarters",
  picture: (name) => `${name} (picture)`,
  here: (name) => `${name} is here.`,
  returns: "Changes can be imported again by the office.",
  restricted: (name, office) => `${name} is exported by ${office}, who can send it to you.`,
  unpublished: (period) => `${period} is not published yet; its ranking can be exported after that.`,
  nothing: "No quarter is published yet; then its ranking can be exported.",
  unable: "Workbooks cannot be made here; please ask the administrator to export one.",
  noPicture: "A picture cannot be drawn now; please see the table.",
  left: (shown, n) =>
    `The picture shows ${counted(shown, "row")}; ${n === 1 ? "1 more place is" : `${n} more places are`} in the workbook.`,
};

export function booksText(locale: Locale): BooksWords {
  return { "zh-CN": zh, en }[locale];
}
