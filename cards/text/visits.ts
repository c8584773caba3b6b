import type { Locale } from "../../src/domain/programme/people.ts";
import type { Verdict } from "../../src/domain/visit/visit.ts";

// What the cards of inspections say beside what every record's do.

const zh = {
  days: (from: string, to: string) => (from === to ? `**${from}**` : `**${from}至${to}**`),
  team: (names: string) => `督查组：${names}`,
  focus: (words: string) => `重点：${words}`,
  comma: "、",
  semicolon: "；",
  photoHint: "到现场后直接回复本卡片发照片，也可以写单位名称、冒号和看到的情况，就会开始记录。",
  /** A town of the visit, with its place in the order. */
  stop: (n: number, town: string) => `**${n}. ${town}**`,
  /** A town of which there is nothing to say but this. */
  bare: (stop: string, why: string) => `${stop}　${why}`,
  before: "上次督查发现，请先看：",
  earlier: (what: string, state: string, until: string | null, late: boolean) =>
    `${what}（${state}${until === null ? "" : `，${until}前`}${late ? "，**已逾期**" : ""}）`,
  closedSince: (what: string, day: string) => `${what}（${day}已销号，请看是否反弹）`,
  now: "本次：",
  note: (verdict: Verdict, what: string) =>
    verdict === "nothing" ? `未发现问题${what === "" ? "" : `：${what}`}` : `${verdicts[verdict]}：${what}`,
  photos: (n: number) => `，照片${n}张`,
  photo: "现场照片",
  unnoted: "尚无记录",
  notVisited: "本次未到访",
  unnotedTowns: (towns: string) => `尚未记录情况：**${towns}**。未到访的，请说明原因。`,
  untold: "不打招呼：没有通知县（市、区）。",
  lastTitle: (day: string) => `${day}督查情况`,
  noVisit: "还没有来督查过。",
  went: (towns: string) => `到了：**${towns}**。`,
  noneComing: "目前没有安排来这里督查。",
  noneFound: "没有发现需要整改的问题。",
  pastMissing: (quarter: string, counties: string) => `${quarter}没有督查：${counties}。`,
  closedOn: (what: string, day: string) => `${what}（${day}已销号）`,
  loose: (n: number) => `有 ${n} 张照片还没有归到哪一条，会归到下一条记录。`,
  allPlanned: "这个季度各县（市、区）都已安排督查。",
  missing: (quarter: string, counties: string) => `${quarter}还没有安排督查：${counties}。`,
  lightLate: "已逾期",
  finding: "问题",
  demand: "要求",
  until: "期限",
  fact: (name: string, value: string) => `${name}：${value}`,
  problem: "问题照片",
  mended: "整改照片",
  seePhotosHint: "回复本卡片发来整改后的照片，再点“报告整改情况”。",
  seeVisit: "看这次督查",
  lookAgain: (town: string, finding: string) => `回头看：${town}${finding}`,
  seeQuarter: "看本季督查情况",
  summaryTitle: (quarter: string) => `${quarter}督查情况`,
  count: (visits: number, towns: number, planned: number) =>
    `已督查 **${visits}** 次，到 **${towns}** 个单位${planned > 0 ? `；另有 ${planned} 次已安排` : ""}。`,
  none: "还没有开展督查。",
  coming: (days: string, towns: string) => `已安排：${days}，${towns}。`,
  awaited: (counties: string) => `已安排、还没有去：${counties}。`,
  found: (n: number, closed: number) => `发现需整改问题 **${n}** 个，已销号 **${closed}** 个。`,
  praised: "值得肯定",
  open: (n: number, late: number) =>
    `正在整改 ${n} 个${late > 0 ? `，其中 <font color='red'>${late} 个已逾期</font>` : ""}`,
  noOpen: "没有正在整改的问题。",
  line: (town: string, what: string) => `${town}：${what}`,
  more: (n: number) => `另有 ${n} 个，见清单。`,
  seeMending: "整改清单",
  seeVisits: "督查清单",
  plan: "安排督查",
};

const verdicts = { mend: "需要整改", praise: "值得肯定" };

export type VisitText = typeof zh;

const en: VisitText = {
  days: (from, to) => (from === to ? `**${from}**` : `**${from} to ${to}**`),
  team: (names) => `Team: ${names}`,
  focus: (words) => `To look at: ${words}`,
  comma: ", ",
  semicolon: "; ",
  photoHint:
    "On site, reply to this card with photos; or with a place, a colon and what you see; a note begins.",
  stop: (n, town) => `**${n}. ${town}**`,
  bare: (stop, why) => `${stop} · ${why}`,
  before: "Found last time, look at these first:",
  earlier: (what, state, until, late) =>
    `${what} (${state}${until === null ? "" : `, due ${until}`}${late ? ", **overdue**" : ""})`,
  closedSince: (what, day) => `${what} (closed ${day}; see whether it has come back)`,
  now: "This time:",
  note: (verdict, what) => {
    if (verdict === "nothing") return `Nothing found${what === "" ? "" : `: ${what}`}`;
    return `${verdict === "mend" ? "To be mended" : "Praised"}: ${what}`;
  },
  photos: (n) => `, ${n === 1 ? "1 photo" : `${n} photos`}`,
  photo: "Photos on site",
  unnoted: "nothing noted yet",
  notVisited: "not visited this time",
  unnotedTowns: (towns) => `Nothing noted yet: **${towns}**. If not visited, please say why.`,
  untold: "Unannounced: the counties are not told.",
  lastTitle: (day) => `The inspection of ${day}`,
  noVisit: "No inspection came yet.",
  went: (towns) => `Visited: **${towns}**.`,
  noneComing: "No inspection is planned to come here.",
  noneFound: "Nothing was found to be mended.",
  pastMissing: (quarter, counties) => `No inspection in ${quarter}: ${counties}.`,
  closedOn: (what, day) => `${what} (closed ${day})`,
  loose: (n) =>
    n === 1
      ? "1 photo belongs to no note yet; the next note takes it."
      : `${n} photos belong to no note yet; the next note takes them.`,
  allPlanned: "Every county has an inspection this quarter.",
  missing: (quarter, counties) => `No inspection planned in ${quarter} yet: ${counties}.`,
  lightLate: "Overdue",
  finding: "Finding",
  demand: "Asked for",
  until: "Due",
  fact: (name, value) => `${name}: ${value}`,
  problem: "As it was found",
  mended: "As it was mended",
  seePhotosHint: "Reply to this card with photos of how it is now, then report what was done.",
  seeVisit: "See the inspection",
  lookAgain: (town, finding) => `Look again: ${town}, ${finding}`,
  seeQuarter: "The quarter's inspections",
  summaryTitle: (quarter) => `Inspections, ${quarter}`,
  count: (visits, towns, planned) =>
    `Inspections **${visits}**, towns seen **${towns}**${planned > 0 ? `; ${planned} more planned` : ""}.`,
  none: "No inspection yet.",
  coming: (days, towns) => `Planned: ${days}, ${towns}.`,
  awaited: (counties) => `Planned and not visited yet: ${counties}.`,
  found: (n, closed) => `Found to be mended **${n}**, closed **${closed}**.`,
  praised: "Praised",
  open: (n, late) => `Being mended: ${n}${late > 0 ? `, <font color='red'>${late} overdue</font>` : ""}`,
  noOpen: "Nothing is being mended.",
  line: (town, what) => `${town}: ${what}`,
  more: (n) => `${n} more, see the list.`,
  seeMending: "All findings",
  seeVisits: "All inspections",
  plan: "Plan an inspection",
};

export function visitText(locale: Locale): VisitText {
  return locale === "en" ? en : zh;
}
