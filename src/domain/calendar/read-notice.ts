import { type DayList, readDays } from "./read-days.ts";

// Reads the State Council's yearly notice on holidays (国务院办公厅关于…年部分节假日安排的通知): one section for each
// festival, with its days off and working weekends.

/** One festival, or two that share their days off (中秋节、国庆节). Days `YYYY-MM-DD`, oldest first. */
export type FestivalDays = { name: string; off: string[]; workdays: string[] };
/** A part of the text that could not be read with certainty; `text`: the sentence as written. */
export type NoticeDoubt = {
  why:
    | "not_understood"
    | "weekday"
    | "count"
    | "no_days"
    | "twice"
    | "no_year"
    | "no_festival"
    | "festivals_missing";
  text: string;
};
export type Notice = {
  year: number | null;
  /** A whole year's arrangement, or a later change of single festivals. */
  kind: "year" | "change";
  festivals: FestivalDays[];
  /** Days the notice only encourages to take off; they are no days off by themselves. */
  encouraged: string[];
  doubts: NoticeDoubt[];
};

const FESTIVALS = ["元旦", "春节", "清明节", "劳动节", "端午节", "中秋节", "国庆节"];
/** The commemoration day of 2015 had a notice of its own. */
const NAME = `(?:${FESTIVALS.join("|")}|[^，。；：:、\\s]{2,30}?纪念日)`;
/** Section heads: `一、元旦：`, `（二）春节。`, `3.清明节:`, or the name alone with a colon at the start of a line. */
const HEAD = new RegExp(
  `^(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[）)]|\\d+[.、．])?(${NAME}(?:[、和]${NAME})*)[：:。]`,
);
const TITLE = /关于(?:调整|延长)?(\d{4})年/;
/** The title of a notice about a single festival: 关于调整2019年劳动节假期安排的通知, 关于…纪念日调休放假的通知. */
const ABOUT_ONE = new RegExp(`关于(?:调整|延长)?(?:\\d{4}年)?(${NAME})(?:假期|调休|放假)`);
const EXTENDS = new RegExp(`延长(?:(\\d{4})年)?(${NAME})假期至`);

/**
 * Reads the text of a notice, including any text forwarded around it. Every sentence with a day in it becomes days, an
 * encouragement or a doubt; none is skipped. A text without a festival has the doubt `no_festival`.
 */
export function readNotice(text: string): Notice {
  const lines = linesOf(text);
  const year = yearOf(lines.join("\n"));
  const notice: Notice = { year, kind: "year", festivals: [], encouraged: [], doubts: [] };
  if (year === null) return { ...notice, doubts: [{ why: "no_year", text: lines[0] ?? "" }] };
  let current: FestivalDays | null = null;
  for (const line of lines) {
    const head = HEAD.exec(line);
    const title = current ? null : ABOUT_ONE.exec(line);
    // Text below the signature is not part of the notice.
    if (isSignature(line)) current = null;
    else if (EXTENDS.test(line)) readExtension(notice, line, year);
    else if (title) {
      notice.kind = "change";
      current = startFestival(notice, title[1] ?? "");
    } else if (head) {
      current = startFestival(notice, head[1] ?? "");
      readSentences(notice, current, line.slice(head[0].length), year);
    } else if (current) readSentences(notice, current, line, year);
  }
  return finished(notice);
}

/** Whether a text is a holiday notice, even an incomplete copy. */
export function isHolidayNotice(text: string): boolean {
  return (
    /节假日安排|假期安排|调休放假|假期的通知|放假调休/.test(text.replace(/\s/g, "")) &&
    readNotice(text).festivals.length > 0
  );
}

/** Lines without blanks and with uniform signs; a section that starts within a line gets a line of its own. */
function linesOf(text: string): string[] {
  return text
    .normalize("NFKC")
    .replace(/[\p{Cf}\u00a0\u3000]/gu, "")
    .replace(/[—–~～-]+(?=\d)/g, "至")
    .replace(
      new RegExp(`(?<=[。；;])(?=(?:[一二三四五六七八九十]+、|\\([一二三四五六七八九十]+\\))${NAME})`, "g"),
      "\n",
    )
    .split(/[\r\n]+/)
    .map((line) => line.replace(/[ \t]+/g, ""))
    .filter((line) => line !== "");
}

/** A sentence to be quoted, with its punctuation as it was before the text was normalized. */
function withChineseMarks(sentence: string): string {
  const marks: Record<string, string> = { ",": "，", "(": "（", ")": "）", ":": "：" };
  return sentence.replace(/[,():]/g, (mark) => marks[mark] ?? mark);
}

/** The year of the title, else the one given before the festivals or at the first day. */
function yearOf(text: string): number | null {
  const opening = new RegExp(`(\\d{4})年(?:${FESTIVALS.join("|")}|\\d{1,2}月)`);
  const found = TITLE.exec(text)?.[1] ?? opening.exec(text)?.[1];
  return found === undefined ? null : Number(found);
}

function startFestival(notice: Notice, names: string): FestivalDays {
  const name = names.split(/[、和]/).join("、");
  if (notice.festivals.some((one) => one.name === name)) notice.doubts.push({ why: "twice", text: name });
  const festival = { name, off: [], workdays: [] };
  notice.festivals.push(festival);
  return festival;
}

function readSentences(notice: Notice, festival: FestivalDays, body: string, year: number): void {
  for (const sentence of body.split(/[。；;]/)) {
    if (sentence === "" || isSignature(sentence)) continue;
    if (/^(?:鼓励|提倡|倡导)/.test(sentence)) {
      if (/\d月\d{1,2}日/.test(sentence)) notice.encouraged.push(withChineseMarks(sentence));
      continue;
    }
    if (!/\d{1,2}日/.test(sentence)) continue;
    take(notice, festival, sentence, readDays(sentence, year));
  }
}

function take(notice: Notice, festival: FestivalDays, sentence: string, days: DayList): void {
  for (const why of days.doubts) notice.doubts.push({ why, text: sentence });
  festival.off.push(...days.off);
  festival.workdays.push(...days.workdays);
}

/** 延长2020年春节假期至2月2日，2月3日起正常上班: the festival's new last day. Working days after it are not listed. */
function readExtension(notice: Notice, line: string, year: number): void {
  const match = EXTENDS.exec(line);
  const rest = line.slice((match?.index ?? 0) + (match?.[0].length ?? 0)).replace(/\([^)]*\)/g, "");
  const [last] = readDays(`${rest.split(",")[0]}放假`, year).off;
  const festival =
    notice.festivals.find(({ name }) => name === match?.[2]) ?? startFestival(notice, match?.[2] ?? "");
  notice.kind = "change";
  if (last === undefined) notice.doubts.push({ why: "not_understood", text: line });
  else festival.off.push(last);
}

/** Whether the sentence is the date of the signature, alone on its line. */
function isSignature(sentence: string): boolean {
  return /^\(?(?:国务院办公厅)?\d{4}年\d{1,2}月\d{1,2}日\)?$/.test(sentence);
}

function finished(notice: Notice): Notice {
  const festivals = notice.festivals.map(({ name, off, workdays }) => ({
    name,
    off: [...new Set(off)].sort(),
    workdays: [...new Set(workdays)].sort(),
  }));
  const doubts = [...notice.doubts];
  for (const { name, off } of festivals) if (off.length === 0) doubts.push({ why: "no_days", text: name });
  if (festivals.length === 0) doubts.push({ why: "no_festival", text: "" });
  const named = new Set(festivals.flatMap(({ name }) => name.split("、")));
  const missing = FESTIVALS.filter((name) => !named.has(name));
  const kind = notice.kind === "change" || missing.length > 3 ? ("change" as const) : ("year" as const);
  if (kind === "year" && missing.length > 0)
    doubts.push({ why: "festivals_missing", text: missing.join("、") });
  return { ...notice, kind, festivals, doubts };
}
