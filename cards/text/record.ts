import type { Locale } from "../../src/domain/people.ts";
import type { KernelRefusal } from "../../src/domain/procedure/take.ts";

// The words every record has: its history, its forms, why a step cannot be taken.

type Refusals = Record<KernelRefusal | "already" | "other", string>;

const refusedZh: Refusals = {
  not_yours: "这一步不由您办理。",
  wrong_state: "这件事已经往下办了，请看最新情况。",
  second_person: "须由另一位同志办理。",
  stale: "这件事刚有更新，请看过最新情况再办。",
  switched_off: "本市暂不使用这项流程。",
  empty: "请填写。",
  too_long: "内容过长，请缩短。",
  not_a_number: "没有读懂这个数，请只填一个数。",
  not_a_day: "没有读懂这个日期，请按 2026-10-15 的样子填写。",
  not_later: "日期须晚于原定日期。",
  not_working_day: "这一天不是工作日，请改选工作日。",
  not_chosen: "请先选择。",
  unknown_choice: "请从选项中选择。",
  no_evidence: "还没有收到照片或文件，请先回复本卡片发来。",
  not_given: "所需的数据暂时没有，请稍后再试。",
  already: "已经有一件同样的在办。",
  other: "现在不能办理这一步。",
};

const zh = {
  history: (n: number) => `办理过程（${n} 步）`,
  due: (who: string, day: string) => `由${who}于 **${day}** 前办理。`,
  waits: (who: string) => `由${who}办理。`,
  by: (who: string, when: string) => `${who} · ${when}`,
  byTime: (when: string) => `到期自动办理 · ${when}`,
  nameInPost: (name: string, post: string) => `${name}（${post}）`,
  field: (label: string, value: string) => `${label}：${value}`,
  ofField: (label: string, why: string) => `${label}：${why}`,
  area: (n: string) => `${n}平方公里`,
  pieces: (n: number) => `${n}份`,
  comma: "、",
  units: { amount: "万元", percent: "%", area: "平方公里", count: "" },
  unit: (label: string, unit: string) => (unit === "" ? label : `${label}（${unit}）`),
  dayHint: "例如 2026-10-15",
  optional: (label: string) => `${label}（选填）`,
  evidence: (n: number, least: number) =>
    n >= least
      ? `已收到 ${n} 份照片或文件。`
      : `请先回复本卡片发来照片或文件（至少 ${least} 份，已收到 ${n} 份）。`,
  leave: "不办了，看看还能做什么",
  seeTown: "查看本单位情况",
  back: "返回",
  backToRecord: "返回查看",
  mine: "我的待办",
  open: "查看",
  listTitle: { mine: "等我办的事项", all: (name: string) => `${name}：全部` },
  none: "目前没有。",
  page: (n: number, of: number) => `第 ${n} / ${of} 页`,
  next: "下一页",
  previous: "上一页",
  line: (title: string, state: string, due: string) => `**${title}**<br>${state}${due}`,
  dueShort: (day: string) => ` · ${day}前`,
  fallback: (title: string, state: string) =>
    `${title}（${state}）。卡片没有显示出来，请给我发“我的待办”查看。`,
  fallbackList: (n: number) => `有${n}件事项等您办理。卡片没有显示出来，请联系市办。`,
  alreadyDone: "刚才已经办好了。",
  /** Behind what came of a press that others are told of outside working hours. */
  toldLater: (moment: string) => `现在是非工作时间，通知将于${moment}送出。`,
  first: "已有同志先一步办理，最新情况如下。",
  refused: refusedZh,
};

export type RecordText = typeof zh;

const en: RecordText = {
  history: (n) => (n === 1 ? "History (1 step)" : `History (${n} steps)`),
  due: (who, day) => `Up to ${who}, due **${day}**.`,
  waits: (who) => `Up to ${who}.`,
  by: (who, when) => `${who} · ${when}`,
  byTime: (when) => `By itself when its time came · ${when}`,
  nameInPost: (name, post) => `${name} (${post})`,
  field: (label, value) => `${label}: ${value}`,
  ofField: (label, why) => `${label}: ${why}`,
  area: (n) => `${n} km²`,
  pieces: (n) => (n === 1 ? "1 piece" : `${n} pieces`),
  comma: ", ",
  units: { amount: "wan yuan", percent: "%", area: "km²", count: "" },
  unit: (label, unit) => (unit === "" ? label : `${label} (${unit})`),
  dayHint: "for example 2026-10-15",
  optional: (label) => `${label} (optional)`,
  evidence: (n, least) =>
    n >= least
      ? `${n} photos or files have arrived.`
      : `Please reply to this card with photos or files first (at least ${least}; ${n} so far).`,
  leave: "Not now: what else is there",
  seeTown: "See how we stand",
  back: "Back",
  backToRecord: "Back to the record",
  mine: "What waits for me",
  open: "Open",
  listTitle: { mine: "What waits for me", all: (name) => `${name}: all` },
  none: "Nothing at the moment.",
  page: (n, of) => `Page ${n} of ${of}`,
  next: "Next page",
  previous: "Previous page",
  line: (title, state, due) => `**${title}**<br>${state}${due}`,
  dueShort: (day) => ` · due ${day}`,
  fallback: (title, state) =>
    `${title} (${state}). The card could not be shown; send me “my tasks” to see it.`,
  fallbackList: (n) => `${n} matters wait for you. The card could not be shown; please ask the city office.`,
  alreadyDone: "That is done already.",
  toldLater: (moment) => ` Outside working hours: others are told at ${moment}.`,
  first: "A colleague was a moment quicker; this is how it stands.",
  refused: {
    not_yours: "This step is not yours to take.",
    wrong_state: "This has moved on meanwhile; please look at how it stands.",
    second_person: "This is for another colleague to do.",
    stale: "This has just changed; please look at it again first.",
    switched_off: "This programme does not use this procedure.",
    empty: "Please fill this in.",
    too_long: "Please make it shorter.",
    not_a_number: "The figure could not be read; please give one number.",
    not_a_day: "The day could not be read; please write it like 2026-10-15.",
    not_later: "The day has to be later than the one before.",
    not_working_day: "That is not a working day; please choose one.",
    not_chosen: "Please choose one first.",
    unknown_choice: "Please choose from the list.",
    no_evidence: "No photo or file has arrived yet; please reply to this card with one first.",
    not_given: "The data for this are not there at the moment; please try again later.",
    already: "There is one of these under way already.",
    other: "This step cannot be taken now.",
  },
};

export function recordText(locale: Locale): RecordText {
  return locale === "en" ? en : zh;
}
