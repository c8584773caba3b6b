import type { Locale } from "../../src/domain/programme/people.ts";
import type { Stands } from "../../src/domain/question/sought.ts";
import type { Most } from "../../src/domain/question/superlative.ts";

// Answers about which records stand as was asked. `word` is a definition's own: 会签, 到账, countersigned.

const zh = {
  stands: {
    not: (word: string) => `未完成“${word}”`,
    waits: (word: string) => `“${word}”在办或待办`,
    done: (word: string) => `已完成“${word}”`,
    either: (word: string) => `涉及“${word}”`,
    open: () => "未办结",
    ended: () => "已办结",
    unended: () => "未办结",
    late: () => "已逾期",
    soon: () => "7天内到期",
    any: () => "记录",
    says: (word: string) => `写有“${word}”`,
  } satisfies Record<Stands, (word: string) => string>,
  /** The answer to a question about one: it stands as asked, or not. */
  yes: (stands: string, day: string | null) => (day === null ? `**是，${stands}**` : `**${stands}**：${day}`),
  no: (stands: string) => `**不是${stands}**`,
  notYet: "**还没有**",
  someOf: (n: number, all: number, stands: string) =>
    n === 0 ? `**${all}项中没有${stands}的**` : `**${all}项中${n}项${stands}**`,
  mosts: {
    first: "最早",
    last: "最晚",
    age: "最久",
    newest: "最近",
    large: "最多",
    small: "最少",
  } satisfies Record<Most, string>,
  most: (most: string, n: number) => (n === 1 ? `**${most}**` : `**${most}，${n}项相同**`),
  count: (n: number, stands: string) => (n === 0 ? `**没有${stands}的**` : `**${n}项${stands}**`),
  /** Whose turn a single matter is. */
  turnOf: (stands: string, turn: string) => `**${stands}**：${turn}`,
  without: (towns: string) => `没有您可以查看的记录：${towns}`,
  among: (kinds: string, n: number) => `查了：${kinds}，您可以查看的共${n}项`,
  searched: (n: number) => `只查了最近登记的${n}项记录`,
  nothing: (kinds: string) => `**没有您可以查看的记录**：${kinds}`,
  turns: (turns: string) => `待办理：${turns}`,
  turn: (who: string, n: number) => (n === 1 ? who : `${who}${n}项`),
  kinds: (names: string[], more: number) =>
    `${names.join("、")}${more > 0 ? `等${names.length + more}类` : ""}`,
  comma: "、",
  title: "办理情况",
  onDay: (day: string) => `${day}的情况`,
  onDays: (from: string, to: string) => (from === to ? from : `${from}至${to}`),
  state: (state: string, day: string) => `${state}（${day}起）`,
  stepTaken: (words: string, day: string) => `${words}（${day}）`,
  waits: (who: string, day: string | null) => (day === null ? `由${who}办理` : `由${who}于${day}前办理`),
  more: (n: number) => `另有${n}项，请按单位问。`,
};

type Text = typeof zh;

const en: Text = {
  stands: {
    not: (word) => `not yet “${word}”`,
    waits: (word) => `waiting for or under way: “${word}”`,
    done: (word) => `“${word}”`,
    either: (word) => `“${word}”`,
    open: () => "still open",
    ended: () => "finished",
    unended: () => "still open",
    late: () => "overdue",
    soon: () => "due within 7 days",
    any: () => "on record",
    says: (word) => `with “${word}”`,
  },
  yes: (stands, day) => (day === null ? `**Yes: ${stands}**` : `**Yes: ${stands}**, ${day}`),
  no: (stands) => `**No: not ${stands}**`,
  notYet: "**Not yet**",
  someOf: (n, all, stands) => (n === 0 ? `**None of ${all}: ${stands}**` : `**${n} of ${all}: ${stands}**`),
  mosts: {
    first: "The first",
    last: "The last",
    age: "The longest",
    newest: "The latest",
    large: "The largest",
    small: "The smallest",
  },
  most: (most, n) => (n === 1 ? `**${most}**` : `**${most}: ${n} alike**`),
  count: (n, stands) => (n === 0 ? `**None: ${stands}**` : `**${n}: ${stands}**`),
  turnOf: (stands, turn) => `**${stands}**: ${turn}`,
  without: (towns) => `Without a record you may see: ${towns}`,
  among: (kinds, n) => `Looked at: ${kinds}; ${n} that you may see`,
  searched: (n) => `Only the ${n} newest records were searched`,
  nothing: (kinds) => `**There is no record you may see**: ${kinds}`,
  turns: (turns) => `Next: ${turns}`,
  turn: (who, n) => (n === 1 ? who : `${who} (${n})`),
  kinds: (names, more) => `${names.join(", ")}${more > 0 ? ` and ${more} more` : ""}`,
  comma: ", ",
  title: "Where it stands",
  onDay: (day) => `as of ${day}`,
  onDays: (from, to) => (from === to ? from : `${from} to ${to}`),
  state: (state, day) => `${state} (since ${day})`,
  stepTaken: (words, day) => `${words} (${day})`,
  waits: (who, day) => (day === null ? `next: ${who}` : `next: ${who}, by ${day}`),
  more: (n) => `${n} more; please ask by town.`,
};

export function soughtText(locale: Locale): Text {
  return locale === "en" ? en : zh;
}
