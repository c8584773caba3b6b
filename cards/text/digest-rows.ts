import type { DigestRow } from "../../src/domain/digest/rows.ts";
import type { Locale } from "../../src/domain/programme/people.ts";

// Wording of a digest row: subject, place, duration, and the question asked about it.

type Kind = DigestRow["kind"];

const kindsZh: Record<Kind, string> = {
  report: "缺报",
  red: "逾期",
  blocked: "待部门",
  question: "询问",
  promise: "打算",
  step: "节点",
  rank: "位次",
  closed: "办结",
  owed: "待办",
};
const workingDays = (days: number) => `${days}个工作日`;
/** Empty for today, and in a year without a calendar. */
const aside = (days: number | null) => (days ? `（${workingDays(days)}）` : "");

const zh = {
  kinds: kindsZh,
  nth: (n: number, line: string) => `（${n}）${line}`,
  place: (town: string, county: string) => `${town}（${county}）`,
  label: (label: string, body: string) => `**${label}** ${body}`,
  reportMissing: (place: string, period: string, days: number | null) =>
    `${place}：${period}尚未报送${days ? `，已过截止日${workingDays(days)}` : ""}`,
  reportUnranked: (place: string, period: string) => `${place}：${period}锁定前没有报送，按未报计，只能补报`,
  reportReturned: (place: string, period: string, days: number | null) =>
    `${place}：${period}退回后尚未重新提交${days ? `，已过截止日${workingDays(days)}` : ""}`,
  red: (place: string, title: string, due: string, days: number | null, percent: number) =>
    `${place}：${title}，${due}到期${days ? `，已逾期${workingDays(days)}` : ""}，完成${percent}%`,
  owed: (who: string, title: string, due: string, days: number | null) =>
    `${who === "" ? "" : `${who}：`}${title}，${due}到期${days ? `，已逾期${workingDays(days)}` : ""}`,
  leader: "领导小组",
  blockedAsked: (place: string, title: string, department: string, days: number | null) =>
    `${place}：${title}，等${department}受理${aside(days)}`,
  blockedAccepted: (place: string, title: string, department: string, days: number | null) =>
    `${place}：${title}，${department}正在办理${aside(days)}，期间该项不计分`,
  blockedBy: (reason: string) => `，事由：${reason}`,
  step: (place: string, title: string, step: string, due: string, share: number, percent: number) =>
    `${place}：${title}“${step}”，${due}应达${share}%，现为${percent}%`,
  promise: (place: string, section: string, text: string, due: string) =>
    `${place}：${section}“${text}”，到${due}`,
  closed: (place: string, title: string) => `${place}：${title}`,
  question: (place: string, about: string) => `${place}：${about}`,
  rank: (place: string, was: string | null, now: string) =>
    was === null || was === now ? `${place}：${now}` : `${place}：${was}→**${now}**`,
  why: (items: string[]) => `，主要是${items.join("、")}`,
  othersMore: (delta: string, fell: boolean) =>
    `，自身得分${delta}，${fell ? "其他单位进步更大" : "其他单位下降更多"}`,
  whyItem: (part: string, points: string) => `${part} ${points}`,
  passedBy: (towns: string[]) => `，${towns.join("、")}超到前面`,
  asked: (text: string, since: string, days: number | null) =>
    `已询问“${text}”，${since}至今未答复${aside(days)}`,
  answered: (answer: string) => `已答复：${answer}`,
  ask: "询问",
  seeQuestion: "看询问",
  askNth: (n: number, town: string) => `询问${n} ${town}`,
  seeNth: (n: number, town: string) => `看询问${n} ${town}`,
  // Ranks
};

export type DigestRowText = typeof zh;

const days = (n: number) => `${n} working ${n === 1 ? "day" : "days"}`;
const kindsEn: Record<Kind, string> = {
  report: "Missing",
  red: "Overdue",
  blocked: "Department",
  question: "Question",
  promise: "Intended",
  step: "Milestone",
  rank: "Rank",
  closed: "Closed",
  owed: "To do",
};

const en: DigestRowText = {
  kinds: kindsEn,
  nth: (n, line) => `(${n}) ${line}`,
  place: (town, county) => `${town} (${county})`,
  label: (label, body) => `**${label}** ${body}`,
  reportMissing: (place, period, n) =>
    `${place}: ${period} not reported${n ? `, ${days(n)} past the due date` : ""}`,
  reportUnranked: (place, period) =>
    `${place}: ${period} was not reported before the lock and counts as not reported; only a supplement can be sent now`,
  reportReturned: (place, period, n) =>
    `${place}: ${period} returned and not sent again${n ? `, ${days(n)} past the due date` : ""}`,
  red: (place, title, due, n, percent) =>
    `${place}: ${title}, due ${due}${n ? `, ${days(n)} overdue` : ""}, ${percent}% done`,
  owed: (who, title, due, n) =>
    `${who === "" ? "" : `${who}: `}${title}, due ${due}${n ? `, ${days(n)} overdue` : ""}`,
  leader: "The leading group",
  blockedAsked: (place, title, department, n) =>
    `${place}: ${title}, waiting for ${department} to take it on${n ? ` (${days(n)})` : ""}`,
  blockedAccepted: (place, title, department, n) =>
    `${place}: ${title}, with ${department}${n ? ` (${days(n)})` : ""}, not scored meanwhile`,
  blockedBy: (reason) => `, because: ${reason}`,
  step: (place, title, step, due, share, percent) =>
    `${place}: ${title}, “${step}” ${share}% by ${due}, now ${percent}%`,
  promise: (place, section, text, due) => `${place}: ${section} “${text}”, by ${due}`,
  closed: (place, title) => `${place}: ${title}`,
  question: (place, about) => `${place}: ${about}`,
  rank: (place, was, now) =>
    was === null || was === now ? `${place}: ${now}` : `${place}: from ${was} to **${now}**`,
  why: (items) => `, mainly ${items.join(", ")}`,
  othersMore: (delta, fell) => `, own score ${delta}, while others ${fell ? "gained more" : "lost more"}`,
  whyItem: (part, points) => `${part} ${points}`,
  passedBy: (towns) => `, now behind ${towns.join(", ")}`,
  asked: (text, since, n) => `Asked “${text}”, no answer since ${since}${n ? ` (${days(n)})` : ""}`,
  answered: (answer) => `Answered: ${answer}`,
  ask: "Ask",
  seeQuestion: "Asked",
  askNth: (n, town) => `Ask ${n} ${town}`,
  seeNth: (n, town) => `Question ${n} ${town}`,
};

export function digestRowText(locale: Locale): DigestRowText {
  return locale === "en" ? en : zh;
}
