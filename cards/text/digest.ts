import type { DigestKind } from "../../src/domain/digest/digest-kind.ts";
import type { DigestRow } from "../../src/domain/digest/rows.ts";
import type { Locale } from "../../src/domain/programme/people.ts";
import type { Stage } from "../../src/domain/quarter/timetable.ts";
import { counted } from "./counted.ts";

// Wording of a digest. It names towns, never people, and never presents something unknown as good.

type Kind = DigestRow["kind"];

const groupsZh: Record<Kind, string> = {
  report: "缺报和待补正",
  red: "逾期事项",
  owed: "逾期的其他事项",
  blocked: "待部门解决",
  question: "其他询问",
  promise: "到期的打算和节点",
  step: "到期的打算和节点",
  rank: "位次",
  closed: "办结事项",
};
const titlesZh: Record<DigestKind, (place: string) => string> = {
  weekly: (place) => `${place}工作周报`,
  monthly: (place) => `${place}工作月报`,
  quarterly: (place) => `${place}工作季报`,
};
/** The quarter's stage; `due` null: unknown; `until`: the end of the objection window. */
const standsZh: Record<Stage, (due: string | null, until: string) => string> = {
  opening: () => "",
  open: (due) => (due === null ? "" : `，截止${due}`),
  late: (due) => `，${due}已截止，现计迟报`,
  locked: () => "，已锁定，此后报送的计为补报，不参加排名",
  provisional: (_, until) => `，暂定得分已公布，异议期到${until}`,
  objections: () => "，异议期已满，排名待发布",
  published: () => "，排名已发布",
};

const zh = {
  title: (kind: DigestKind, place: string) => titlesZh[kind](place),
  subtitle: (programme: string, from: string, to: string) => `${programme} · ${from}—${to}`,
  preview: "预览",
  groups: groupsZh,
  panelTitle: (group: string, n: number) => `${group} ${n}项`,
  // Reporting
  reporting: (period: string, total: number, approved: number, reviewing: number, window: string) =>
    `**${period}** 应报${total}个，已通过 **${approved}** 个，审核中${reviewing}个${window}。`,
  stands: standsZh,
  returned: (n: number) => `退回待补正 **${n}** 个。`,
  missing: (n: number) => `没有报送 **${n}** 个。`,
  late: (towns: string) => `迟报：${towns}。`,
  supplements: (towns: string) => `补报（不参加本季度排名）：${towns}。`,
  fresh: (towns: string) => `新报送：${towns}。`,
  noQuarter: "还没有开启过季度填报。",
  names: (names: string[], more: number) => names.join("、") + (more > 0 ? `等${names.length + more}个` : ""),
  // What changed
  changed: (n: number) => `**比上期有变化的 ${n} 项**`,
  first: (n: number) => `**本期要事 ${n} 项**`,
  moreBelow: (n: number) => `另有${n}项有变化，在下面各栏里，标有“新”字。`,
  moreFirst: (n: number) => `其余${n}项在下面各栏里。`,
  unchanged: "与上期相比，没有新增或变化的要事。",
  firstEmpty: "本期没有需要关注的事项。",
  unchangedStale: "没有收到新的变化；因数据可能不是最新，不能据此认为一切正常。",
  nothingNew: (day: string) => `**截至${day}**：与以下这一期相比，没有新增或变化的要事。`,
  nothingHeard: (day: string) =>
    `**截至${day}**：没有收到新的变化；因数据可能不是最新，不能据此认为一切正常。`,
  gone: (n: number) => `上期所列事项中，${n}项已不再逾期或等待。`,
  isNew: "（新）",
  more: (n: number) => `其余${n}项`,
  ranksPanel: (period: string, n: number) => `${period}位次（${n}个单位）`,
  points: (points: string) => `${points}分`,
  rankLine: (place: string, town: string, score: string, aside: string[]) =>
    `${place} ${town}${score === "" ? "" : ` ${score}`}${aside.length > 0 ? `（${aside.join("，")}）` : ""}`,
  askTown: "点单位名称，就位次询问：",
  risen: (towns: string, places: number) => `**进位最多**：${towns}，上升${places}位。`,
  countiesPanel: (n: number) => `各县（市、区）得分（${n}个）`,
  countyLine: (county: string, towns: number, score: string, change: string) =>
    `${county}（${towns}个）${score}${change === "" ? "" : `，较上季${change}`}`,
  noScore: "没有得分",
  closedCount: (n: number) => `本期办结 **${n}** 项。`,
  // The ledger
  burden: (messages: number, before: number, fields: number, fieldsBefore: number) =>
    `减负账本：给镇发消息${messages}条（上期${before}），要求填报${fields}项（上期${fieldsBefore}）`,
  burdenHow:
    "怎么算：消息是本期发给各镇填报人和主要领导的新消息，含对其提问的答复，不含卡片就地更新；填报是要求镇上填写的内容，开报时只算尚不掌握的数据（资金来源算一项），退回按退回的项数，体检提问、领导询问和新交办任务各算一项。只按单位合计，不统计到人。",
  // What cannot be trusted
  staleTitle: "**数据可能不是最新，请留意**",
  heartbeat: (since: string) => `自${since}以来定时任务没有运行，催报和提醒可能没有发出。`,
  heartbeatNever: "定时任务还没有运行过，催报和提醒没有发出。",
  outbox: (stuck: number, dead: number) =>
    `${[
      ...(stuck > 0 ? [`${stuck}条消息积压未发`] : []),
      ...(dead > 0 ? [`${dead}条消息没有送达或不确定`] : []),
    ].join("，")}。`,
  quietReports: (period: string, days: number) => `${period}填报期间，已有${days}天没有收到任何填报。`,
  notOpened: (period: string) => `${period}已经结束，填报还没有开启。`,
  oldRanking: (period: string) => `最近一次发布的排名是${period}的。`,
  missedRuns: (items: string[], more: number) =>
    `有${items.length + more}次定时任务没有按时运行：${items.join("、")}${more > 0 ? "等" : ""}。`,
  missedRun: (job: string, at: string) => `${job}（${at}）`,
  jobs: {
    quarter_open: "开启填报",
    quarter_close: "截止锁定",
    chase: "催报和逾期提醒",
    digest_weekly: "周报",
    digest_monthly: "月报",
    digest_quarterly: "季报",
    not_understood: "没听懂的话",
    calendar_warning: "节假日安排提醒",
    self_check: "自检",
  },
  otherJob: "定时任务",
  asOf: (moment: string) => `数据截至${moment}。`,
  fallback: "工作简报的卡片没有发出来，市办可私聊我发“周报”查看。",
  // Nothing bound
  nobodyBound: (n: number, what: string) =>
    `工作简报有${n}处没有群可发：${what}。请把我加进相应的群并登记用途；在此之前，您可私聊我发“周报”查看。`,
  leadingGroup: "领导小组群",
  countyGroup: (county: string) => `${county}（既没有群，也没有审核人）`,
  sentPrivately: "周报已私下发给您。",
};

export type DigestText = typeof zh;

const groupsEn: Record<Kind, string> = {
  report: "Reports missing or to mend",
  red: "Overdue items",
  owed: "Other matters overdue",
  blocked: "Waiting for a department",
  question: "Other questions",
  promise: "Intentions and milestones due",
  step: "Intentions and milestones due",
  rank: "Ranks",
  closed: "Closed",
};
const titlesEn: Record<DigestKind, string> = {
  weekly: "Weekly digest",
  monthly: "Monthly digest",
  quarterly: "Quarterly digest",
};
const standsEn: Record<Stage, (due: string | null, until: string) => string> = {
  opening: () => "",
  open: (due) => (due === null ? "" : `; due ${due}`),
  late: (due) => `; was due ${due}, now counted late`,
  locked: () => "; locked, what comes now is a supplement and not ranked",
  provisional: (_, until) => `; the provisional scores are out, objections until ${until}`,
  objections: () => "; the time for objections is over, the ranking is to be published",
  published: () => "; the ranking is out",
};

const en: DigestText = {
  title: (kind, place) => titlesEn[kind] + (place === "" ? "" : `, ${place}`),
  subtitle: (programme, from, to) => `${programme} · ${from} to ${to}`,
  preview: "preview",
  groups: groupsEn,
  panelTitle: (group, n) => `${group}: ${n}`,
  reporting: (period, total, approved, reviewing, window) =>
    `**${period}**: ${total} to report, **${approved}** approved, ${reviewing} in review${window}. `,
  stands: standsEn,
  returned: (n) => `**${n}** returned and to be mended. `,
  missing: (n) => `**${n}** not reported. `,
  late: (towns) => `Late: ${towns}. `,
  supplements: (towns) => `Supplements, not ranked this quarter: ${towns}. `,
  fresh: (towns) => `Newly reported: ${towns}. `,
  noQuarter: "No quarter has been opened yet.",
  names: (names, more) => names.join(", ") + (more > 0 ? ` and ${more} more` : ""),
  changed: (n) => `**${n} changed since the last one**`,
  first: (n) => `**${n === 1 ? "1 matter" : `${n} matters`}**`,
  moreBelow: (n) => `${n} more that changed are below, marked “new”.`,
  moreFirst: (n) => (n === 1 ? "One more is below." : `The other ${n} are below.`),
  unchanged: "No matter is new or changed since the last one.",
  firstEmpty: "Nothing needs attention.",
  unchangedStale:
    "No change has reached us; as the data may be out of date, this does not mean that all is well.",
  nothingNew: (day) => `**As of ${day}**: no matter is new or changed since the digest below.`,
  nothingHeard: (day) =>
    `**As of ${day}**: no change has reached us; as the data may be out of date, this does not mean that all is well.`,
  gone: (n) => `${n} of the last one's items are no longer overdue or waiting.`,
  isNew: " (new)",
  more: (n) => `${n} more`,
  ranksPanel: (period, n) => `Ranks of ${period} (${n})`,
  points: (points) => points,
  rankLine: (place, town, score, aside) =>
    `${place} ${town}${score === "" ? "" : ` ${score}`}${aside.length > 0 ? ` (${aside.join(", ")})` : ""}`,
  askTown: "Tap a place to ask about its rank:",
  risen: (towns, places) => `**Largest rise**: ${towns}, up ${places}. `,
  countiesPanel: (n) => `Scores of the counties (${n})`,
  countyLine: (county, towns, score, change) =>
    `${county} (${towns}): ${score}${change === "" ? "" : `, ${change} against last quarter`}`,
  noScore: "no score",
  closedCount: (n) => `**${n}** closed in this time. `,
  burden: (messages, before, fields, fieldsBefore) =>
    `Burden: messages to towns ${messages} (before: ${before}), entries asked ${fields} (before: ${fieldsBefore})`,
  burdenHow:
    "How it is counted: messages are new ones to the officials and heads of the towns, answers to their own questions included, cards changed in place not. Entries are what towns were asked to fill in: at an opening only what was not known (fund sources count as one), at a return the entries sent back, and one for each check-up question, leader's question and new task. Sums by town, never by person.",
  staleTitle: "**The data may be out of date**",
  heartbeat: (since) => `Nothing has run by the clock since ${since}; reminders may not have gone out.`,
  heartbeatNever: "Nothing has ever run by the clock; no reminders have gone out.",
  outbox: (stuck, dead) =>
    `${[...(stuck > 0 ? [`${stuck === 1 ? "1 message is" : `${stuck} messages are`} held up`] : []), ...(dead > 0 ? [`${dead} did not arrive or may not have`] : [])].join(", ")}.`,
  quietReports: (period, n) => `${period} is open and no report has come in for ${counted(n, "day")}.`,
  notOpened: (period) => `${period} is over and has not been opened for reports.`,
  oldRanking: (period) => `The newest ranking is that of ${period}.`,
  missedRuns: (items, more) =>
    `${items.length + more} scheduled runs were missed: ${items.join(", ")}${more > 0 ? " and others" : ""}.`,
  missedRun: (job, at) => `${job} (${at})`,
  jobs: {
    quarter_open: "opening of the quarter",
    quarter_close: "closing of the quarter",
    chase: "reminders",
    digest_weekly: "weekly digest",
    digest_monthly: "monthly digest",
    digest_quarterly: "quarterly digest",
    not_understood: "what was not understood",
    calendar_warning: "holiday warning",
    self_check: "self-check",
  },
  otherJob: "a scheduled run",
  asOf: (moment) => `As of ${moment}.`,
  fallback:
    "The digest's card could not be sent; the city office can send me “weekly digest” in private to see it.",
  nobodyBound: (n, what) =>
    `The digest had no group to go to in ${n === 1 ? "1 case" : `${n} cases`}: ${what}. Please add me to the group and say what it is for; until then send me “weekly digest” in private to see it.`,
  leadingGroup: "the leading group",
  countyGroup: (county) => `${county} (neither a group nor a reviewer)`,
  sentPrivately: "The digest was sent to you in private.",
};

export function digestText(locale: Locale): DigestText {
  return locale === "en" ? en : zh;
}
