import type { Job } from "../../src/domain/heartbeat/run.ts";
import type { Locale } from "../../src/domain/programme/people.ts";
import { counted } from "./counted.ts";

// Wording of the bot's reports about itself, to the city office only.

/** The problems the hourly self-check can find. */
export type Trouble = "stuck" | "audit" | "platform" | "downloads" | "gap";

const zh = {
  jobs: {
    quarter_open: "开启季度填报",
    quarter_close: "锁定季度填报",
    chase: "催报提醒",
    digest_weekly: "周报",
    digest_monthly: "月报",
    digest_quarterly: "季报",
    not_understood: "没听懂的话",
    calendar_warning: "节假日安排提示",
    self_check: "自检",
  } satisfies Record<Job, string>,
  missed: (lines: string[]) =>
    `机器人有${lines.length}项定时工作没有按时进行，已过时限，不再补做：\n${lines.join("\n")}\n如有需要，请人工办理；并请联系管理员查明机器人是否停止过运行。`,
  missedLine: (job: string, when: string) => `· ${job}（应于${when}）`,
  more: (n: number) => `· 另有${n}项`,
  calendar: (year: number, started: boolean) =>
    started
      ? `${year}年节假日安排尚未载入：截止日期暂不能确定，不判定迟报，也不自动催报。请市办同志把国务院办公厅的放假通知全文发给我，由另一位同志确认后即可。`
      : `${year}年节假日安排尚未载入。国务院办公厅公布后，请市办同志把通知全文发给我；在此之前，${year}年的截止日期显示为待定，不判定迟报。`,
  trouble: {
    stuck: (minutes: number) => `待发消息最早的一条已等了${minutes}分钟`,
    audit: () => "操作记录最近部分核对不上，请尽快联系管理员核查",
    platform: () => "连不上飞书，消息暂存，恢复后自动发送",
    downloads: (n: number) => `有${n}张照片或文件还没有下载或上传成功`,
    gap: (hours: number) => `机器人曾停止运行约${hours}小时`,
  } satisfies Record<Trouble, (n: number) => string>,
  selfCheck: (lines: string[]) => `机器人自检发现：${lines.join("；")}。`,
};

export type OperationsText = typeof zh;

const en: OperationsText = {
  jobs: {
    quarter_open: "opening the quarter",
    quarter_close: "locking the quarter",
    chase: "reminders",
    digest_weekly: "the weekly digest",
    digest_monthly: "the monthly digest",
    digest_quarterly: "the quarterly digest",
    not_understood: "the list of what was not understood",
    calendar_warning: "the holiday calendar notice",
    self_check: "the self-check",
  },
  missed: (lines) =>
    `${lines.length} scheduled runs did not happen in time and will not be made up for:\n${lines.join("\n")}\nPlease do by hand what is needed, and ask the administrator whether the bot was down.`,
  missedLine: (job, when) => `· ${job} (due ${when})`,
  more: (n) => `· ${n} more`,
  calendar: (year, started) =>
    started
      ? `The holidays of ${year} are not loaded: due days are not known, nothing counts as late and nobody is reminded. Please send me the whole text of the State Council’s notice; a second person then confirms it.`
      : `The holidays of ${year} are not loaded. Once the State Council has announced them, please send me the whole text of its notice; until then due days of ${year} are shown as unconfirmed and nothing counts as late.`,
  trouble: {
    stuck: (minutes) => `the oldest message has been waiting for ${counted(minutes, "minute")}`,
    audit: () => "the latest part of the audit log does not add up; please tell the administrator",
    platform: () => "Feishu cannot be reached; messages wait and go out once it can",
    downloads: (n) =>
      `${n === 1 ? "1 photo or file has" : `${n} photos or files have`} not been downloaded or uploaded yet`,
    gap: (hours) => `the bot was not running for about ${counted(hours, "hour")}`,
  },
  selfCheck: (lines) => `The bot’s own check found: ${lines.join("; ")}.`,
};

export function operationsText(locale: Locale): OperationsText {
  return locale === "en" ? en : zh;
}
