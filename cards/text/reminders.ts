import type { Locale } from "../../src/domain/programme/people.ts";
import type { OwedItem } from "../../src/domain/reminders/owed-item.ts";

// Wording of reminders and escalation: courteous; in groups places are named, never people.

const zh = {
  myDay: "等我办的",
  mine: (n: number) => `${n}件`,
  lateTag: (n: number) => `${n}件已过期限`,
  nothing: "目前没有",
  noneOwed: "目前**没有**等您办理的事项。",
  attention: (n: number) => `请您关注${n}件`,
  countyGroup: (n: number) => `本县（市、区）有${n}件事项已过期限`,
  leadingGroup: (n: number) => `逾期事项：${n}件`,
  owed: "**请您办理**",
  watched: "**请您关注**（经办同志已收到提醒）",
  unheld: "**没有经办人**（名单中没有这个岗位的同志，请转告有关单位，并补充名单）",
  groupLead: "以下事项已过期限，经办单位此前已收到提醒，请抓紧办理。",
  leadingLead: "以下事项过期限后一直没有进展，经办单位和所在县（市、区）此前均已收到提醒。",
  daysLeft: (days: number, due: string) => `还有${days}个工作日，${due}截止`,
  today: "今天截止",
  until: (due: string) => `${due}截止`,
  passed: (due: string) => `${due}到期，已过期限`,
  lit: (when: string) => `<font color='red'>${when}</font>`,
  more: (n: number) => `其余${n}件`,
  gone: (days: number, due: string) => `${due}到期，已过${days}个工作日`,
  kinds: {
    report: (period: string) => `${period}填报`,
    returned: (period: string) => `${period}填报补正`,
    review: (about: string) => `审核${about}填报`,
    record: (title: string) => title,
    visits: (counties: string) => `本季度督查还没有安排到：${counties}`,
  } satisfies Record<OwedItem["kind"], (about: string) => string>,
  quoted: (title: string) => `“${title}”`,
  about: (place: string, what: string) => `${place}：${what}`,
  late: "逾期报送按工作日计迟报。",
  ways: {
    report: "填报",
    returned: "补正",
    review: "审核",
    record: "办理",
    visits: "安排督查",
  } satisfies Record<OwedItem["kind"], string>,
  look: "查看",
  tasks: "我的任务",
  note: "每个工作日最多提醒一次，办理后不再提醒。",
  fallback: "您有事项临近或已过期限。卡片没有发出来，请私聊我发“等我办的”。",
  groupFallback: (n: number) => `有${n}件事项已过期限，卡片没有发出来，请私聊我查看。`,
  noGroup: "本应发到工作群；群尚未登记，改为私发给您。",
};

export type ReminderText = typeof zh;

const en: ReminderText = {
  myDay: "Waiting for you",
  mine: (n) => (n === 1 ? "1 item" : `${n} items`),
  lateTag: (n) => `${n} past the due day`,
  nothing: "nothing now",
  noneOwed: "**Nothing** waits for you at the moment.",
  attention: (n) => `${n} for your attention`,
  countyGroup: (n) =>
    n === 1
      ? "1 matter of this county is past its due day"
      : `${n} matters of this county are past their due day`,
  leadingGroup: (n) => `Overdue: ${n}`,
  owed: "**For you to do**",
  watched: "**For your attention** (those in charge have been reminded)",
  unheld:
    "**Nobody in charge** (the roster has nobody in this post: please pass it on and complete the roster)",
  groupLead: "These are past their due day; those in charge were reminded before.",
  leadingLead:
    "These have not moved since their due day; those in charge and their counties were reminded before.",
  daysLeft: (days, due) => `${days} working ${days === 1 ? "day" : "days"} left, due ${due}`,
  today: "due today",
  until: (due) => `due ${due}`,
  passed: (due) => `was due ${due}`,
  lit: zh.lit,
  more: (n) => `${n} more`,
  gone: (days, due) => `was due ${due}, ${days} working ${days === 1 ? "day" : "days"} ago`,
  kinds: {
    report: (period) => `${period} report`,
    returned: (period) => `${period} report, entries sent back`,
    review: (about) => `Review of the ${about} report`,
    record: (title) => title,
    visits: (counties) => `no visit of this quarter covers ${counties}`,
  },
  quoted: (title) => `“${title}”`,
  about: (place, what) => `${place}: ${what}`,
  late: "A report after its due day counts as late, by working days.",
  ways: { report: "Fill in", returned: "Mend", review: "Review", record: "Open", visits: "Plan a visit" },
  look: "Look",
  tasks: "My tasks",
  note: "At most one reminder a working day; none once it is done.",
  fallback:
    "Matters of yours are due or past due. The card could not be sent; send me “what is waiting for me”.",
  groupFallback: (n) =>
    `${n === 1 ? "1 matter is" : `${n} matters are`} past due; the card could not be sent. Please ask me in private.`,
  noGroup: "Meant for the group chat; none is registered, so it comes to you.",
};

export function reminderText(locale: Locale): ReminderText {
  return locale === "en" ? en : zh;
}
