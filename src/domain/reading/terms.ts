import { addDays } from "../calendar/shanghai-time.ts";

// Days that are named by a month, quarter, year or week: 9月底, 2026年9月, 9月上旬, 三季度末, 年底, 下周五.

type TermAt = { year: number; today?: string; edge?: "start" };

const YEAR = "(?:(\\d{4}|\\d{2})年|(今|明|后|本|当)年)?";
const MONTH = new RegExp(
  `^${YEAR}\\s*(?:(\\d{1,2})月份?|(本|这个|当|下个?)月)(底|末|中旬|中|上旬|下旬|初)?$`,
);
const MONTH_OF = /^(\d{4})\s*[-/.]\s*(\d{1,2})$/;
const QUARTER = new RegExp(`^${YEAR}\\s*(?:第?([1-4])季度?|q([1-4])|(本|这个|当)?季度?)(?:末|底|内)?$`);
const YEAR_END = new RegExp(`^${YEAR}\\s*(年?底|年?末|上半年|下半年|全年)?$`);
const WEEK = /^([这本下]?)个?(?:周|星期|礼拜)([一二三四五六日天])$/;
const AWAY: Record<string, number> = { 今天: 0, 今日: 0, 明天: 1, 明日: 1, 后天: 2, today: 0, tomorrow: 1 };

/** The day a term (folded, in digits) means; null for any other text, and for one that needs a `today` that is not given. */
export function dayOfTerm(text: string, at: TermAt): string | null {
  // A word such as constructor is one of every object.
  const away = Object.hasOwn(AWAY, text) ? AWAY[text] : undefined;
  if (away !== undefined) return at.today === undefined ? null : addDays(at.today, away);
  return monthDay(text, at) ?? quarterDay(text, at) ?? yearDay(text, at) ?? weekDay(text, at);
}

function monthDay(text: string, at: TermAt): string | null {
  const plain = MONTH_OF.exec(text);
  const match = plain ? null : MONTH.exec(text.replace(/^月(?=[底末])/, "本月"));
  if (plain) return edgeOf(at, Number(plain[1]), Number(plain[2]), Number(plain[2]));
  if (!match) return null;
  const [, digits, word, number, which, part] = match;
  let year = yearNamed(digits, word, at);
  let month = number === undefined ? null : Number(number);
  if (which !== undefined) {
    // 下个月 alone is no day yet, as 9月 is: it says when, not by when.
    if (at.today === undefined || part === undefined) return null;
    const here =
      Number(at.today.slice(0, 4)) * 12 + Number(at.today.slice(5, 7)) - 1 + (which.startsWith("下") ? 1 : 0);
    [year, month] = [Math.floor(here / 12), (here % 12) + 1];
  }
  if (year === null || month === null || month < 1 || month > 12) return null;
  const first = dayText(year, month, 1);
  switch (part) {
    case "初":
      return null;
    case "上旬":
      return at.edge === "start" ? first : dayText(year, month, 10);
    case "中旬":
    case "中":
      return part === "中" ? null : dayText(year, month, at.edge === "start" ? 11 : 20);
    case "下旬":
      return at.edge === "start" ? dayText(year, month, 21) : lastOf(year, month);
    case "底":
    case "末":
      return lastOf(year, month);
    default:
      return edgeOf(at, year, month, month);
  }
}

function quarterDay(text: string, at: TermAt): string | null {
  const match = QUARTER.exec(text);
  if (!match) return null;
  const [, digits, word, chinese, latin] = match;
  const named = chinese ?? latin;
  if (named === undefined && at.today === undefined) return null;
  const quarter = named === undefined ? Math.ceil(Number(at.today?.slice(5, 7)) / 3) : Number(named);
  const year = named === undefined ? Number(at.today?.slice(0, 4)) : yearNamed(digits, word, at);
  return year === null ? null : edgeOf(at, year, quarter * 3 - 2, quarter * 3);
}

function yearDay(text: string, at: TermAt): string | null {
  const match = YEAR_END.exec(text);
  if (!match || text === "") return null;
  const [, digits, word, part = ""] = match;
  if (part === "" && digits === undefined) return null;
  if (/^[底末]$/.test(part) && digits === undefined && word === undefined) return null;
  const year = yearNamed(digits, word, at);
  if (year === null || (part === "" && digits?.length === 2)) return null;
  if (part === "上半年") return edgeOf(at, year, 1, 6);
  if (part === "下半年") return edgeOf(at, year, 7, 12);
  return /[底末]/.test(part) ? lastOf(year, 12) : edgeOf(at, year, 1, 12);
}

function weekDay(text: string, { today }: TermAt): string | null {
  const match = WEEK.exec(text);
  if (!match || today === undefined) return null;
  const [, week = "", name = ""] = match;
  const named = "一二三四五六日".indexOf(name.replace("天", "日"));
  const now = (new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7;
  if (week === "下") return addDays(today, 7 - now + named);
  return addDays(today, week === "" ? (7 + named - now) % 7 : named - now);
}

/** Null for 明年 without a today. */
function yearNamed(
  digits: string | undefined,
  word: string | undefined,
  { year, today }: TermAt,
): number | null {
  if (digits !== undefined) return digits.length === 2 ? 2000 + Number(digits) : Number(digits);
  if (word === undefined) return year;
  if (today === undefined) return null;
  return Number(today.slice(0, 4)) + ({ 明: 1, 后: 2 }[word] ?? 0);
}

function edgeOf({ edge }: TermAt, year: number, first: number, last: number): string | null {
  if (first < 1 || last > 12) return null;
  return edge === "start" ? dayText(year, first, 1) : lastOf(year, last);
}

function lastOf(year: number, month: number): string {
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

function dayText(year: number, month: number, day: number): string {
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}
