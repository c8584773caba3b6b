import type { Locale } from "../../src/domain/programme/people.ts";
import { counted } from "./counted.ts";

// Wording of when reports are due, and of who holds which post.

const zh = {
  title: (period: string) => `${period} · 报送截止`,
  due: (day: string, days: number, working: number | null) =>
    `**${day}截止**，还有**${days}天**${working === null ? "" : `（${working}个工作日）`}。`,
  past: (day: string) => `**${day}已截止**。`,
  unknown: (year: number | null) =>
    `**截止日期还不能确定**${year === null ? "" : `：${year}年的节假日安排尚未载入`}。`,
  reason: (n: number) => `截止日是季度结束后第${n}个工作日：放假不计，调休上班日计入。`,
  lock: (day: string) => `${day}后锁定，锁定后报送的为补报，不参加排名。`,
  publication: (office: string) => `排名在锁定以后，或者全部审核通过以后，由${office}发布。`,
  late: (perDay: number, points: string | null, zeroAfter: number) =>
    `晚1个工作日，报送及时扣${perDay}分${points === null ? "" : `（折合总分${points}分）`}，晚${zeroAfter}个工作日以上此项不得分。`,
  understood: (period: string) => `按：${period} · 报送截止`,
  myForm: "我的填报",
  missing: "谁还没报",
  peopleTitle: "谁负责",
  office: (town: string, county: string) => `${town}（${county}）`,
  holder: (post: string, names: string[]) => `${post}：${names.join("、")}`,
  nobody: "名单里还没有负责的同志。",
  status: (town: string) => `${town}怎么样`,
};

export type DeadlineText = typeof zh;

const en: DeadlineText = {
  title: (period) => `${period} · due`,
  due: (day, days, working) =>
    `**Due ${day}**, **${counted(days, "day")}** left${working === null ? "" : ` (${counted(working, "working day")})`}. `,
  past: (day) => `**Was due ${day}**. `,
  unknown: (year) =>
    `**The due date is not known yet**${year === null ? "" : `: the holidays of ${year} are not loaded`}. `,
  reason: (n) => `It is working day ${n} after the quarter: holidays do not count, working weekends do.`,
  lock: (day) => `It locks after ${day}; a report sent later is a supplement and is not ranked.`,
  publication: (office) =>
    `The ranking is published by ${office} after the lock, or once every report is approved.`,
  late: (perDay, points, zeroAfter) =>
    `A working day late takes ${counted(perDay, "point")} off timeliness${points === null ? "" : ` (${points} of the whole score)`}; beyond ${counted(zeroAfter, "day")} nothing is left of it.`,
  understood: (period) => `As: ${period} · due date`,
  myForm: "My form",
  missing: "Who has not reported",
  peopleTitle: "Who is responsible",
  office: (town, county) => `${town} (${county})`,
  holder: (post, names) => `${post.charAt(0).toUpperCase()}${post.slice(1)}: ${names.join(", ")}`,
  nobody: "Nobody on the roster yet.",
  status: (town) => `How is ${town}`,
};

export function deadlineText(locale: Locale): DeadlineText {
  return locale === "en" ? en : zh;
}
