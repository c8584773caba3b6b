import { addDays } from "../calendar/shanghai-time.ts";
import { aboutNamed } from "./about-sought.ts";
import type { Heard } from "./heard.ts";
import type { Intent } from "./intent.ts";
import { spanIn } from "./span.ts";

// Questions about days: when reports are due, when offices rest and work, when one meets.

const DEADLINE =
  /截止|(?<!意见)(?:(?:什么|啥)时候(?:能|要|该|开始)?(?:报|交|填|锁)|(?:几号|哪[天日])(?:之?前)?(?:报|交|公布|发布|出))|还[有剩]几天|最后期限|最后一天|来得及|(?:放假|假期|节假日|国庆|春节|调休).{0,6}算|[晚迟][交报].{0,3}(?:一?天|扣)|[晚迟](?:一|几|两|\d+)天.{0,4}扣|锁定|(?:什么|啥)时候.{0,6}(?:发布|公布|出排名|出结果)|发布(?:日|时间)|\bdeadlines?\b|\bdue\b|days (?:are )?left|\blate day\b|when .{0,20}(?:lock|close|publish)/;
const REPORTS = /填报|报[表送]|排名|成绩|结果|数据|[发公]布|\breports?\b/;
const CALENDAR =
  /放假|放几天|放不放|放多久|调休|补班|节假日|上班|休息(?:日|吗|几天)|工作日|\bholidays?\b|\bdays? off\b|\bworking days?\b|\b(?:do|are|will) we (?:have to )?work/;
const MEETING =
  /现场会|观摩会|推进会|调度会|例会|开[完过了]?会|的会(?=在|几点|谁|开)|会议|\b(?:site )?meetings?\b/;
const CONTENT = /为什么|为啥|理由|议程|多久|多长|讲|内容|准备|带什么|\bagenda\b/;
const COMES = /回执|谁(?!主持)|派|[去来]不|[去来]吗|参加|请.{0,2}[我咱]|\bwho\b|\bcome|\battend/;
const FILLED = /填报|报表|上报|数据/;

const WEEKDAYS = "一二三四五六日";
const ENGLISH_DAYS = "monday tuesday wednesday thursday friday saturday sunday".split(" ");
const AWAY: Record<string, number> = { 今天: 0, 今日: 0, 明天: 1, 明日: 1, 后天: 2, today: 0, tomorrow: 1 };

/** When a quarter's reports are due, and when its result comes out. */
export function aboutDeadline(heard: Heard): Intent | null {
  const { text, when, places } = heard;
  if (!DEADLINE.test(text) || places.ask.length > 0) return null;
  // 驳岸整改还剩几天 is another day's.
  return !REPORTS.test(text) && aboutNamed(heard) ? null : { kind: "deadline", ...when };
}

/** Days off and working weekends. */
export function aboutCalendar({ text, context }: Heard): Intent | null {
  if (!CALENDAR.test(text) || FILLED.test(text)) return null;
  const day = context.day === undefined ? null : dayNamed(text, context.day);
  return { kind: "calendar", ...(day ? { day } : {}) };
}

/** Meetings on site; who comes is in the invitations, what is on is in the meeting itself. */
export function aboutMeeting({ text, places: { towns }, context }: Heard): Intent | null {
  if (!MEETING.test(text)) return null;
  const of = COMES.test(text) ? "invitation" : CONTENT.test(text) ? "meeting" : null;
  const on = context.day === undefined ? null : spanIn(text, context.day);
  const when = on ? { on } : {};
  const known = context.records?.some(({ definition }) => definition.id === of);
  if (!known || of === null) return { kind: "meeting", ...when };
  return {
    kind: "sought",
    sought: { of: [of], word: "", is: "any" },
    towns: of === "meeting" ? [] : towns,
    ...when,
  };
}

/** 明天, 这周六, 下周一, 10月10号, October 10; counted from `today` (`YYYY-MM-DD`). */
function dayNamed(text: string, today: string): string | null {
  const [, word = ""] = /(今[天日]|明[天日]|后天|\btoday\b|\btomorrow\b)/.exec(text) ?? [];
  if (word !== "") return addDays(today, AWAY[word] ?? 0);
  const span = spanIn(text, today);
  return span && span.from === span.to ? span.from : weekdayNamed(text, today);
}

/** A day of this week, or the next one from today on where no week is said. */
function weekdayNamed(text: string, today: string): string | null {
  const [, week = "", chinese = ""] = /([这本下]?)(?:个?周|星期|礼拜)([一二三四五六日天])/.exec(text) ?? [];
  const [, english = ""] = new RegExp(`\\b(${ENGLISH_DAYS.join("|")})\\b`).exec(text) ?? [];
  const named =
    chinese !== "" ? WEEKDAYS.indexOf(chinese.replace("天", "日")) : ENGLISH_DAYS.indexOf(english);
  if (named < 0) return null;
  const now = (new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7;
  if (week === "下") return addDays(today, 7 - now + named);
  return addDays(today, week === "" ? (7 + named - now) % 7 : named - now);
}
