import type { BookKind } from "./book-kind.ts";
import type { Heard } from "./heard.ts";
import type { Intent } from "./intent.ts";

// Books that are exported, by the words people ask for them with.

const EXPORT =
  /导出|导一?[份个下张]|下载|[发给传]我?一?[份个张].{0,12}[表册账录图]|\b(?:export|download)\b|\bsend me (?:the|a)\b/;
/** The first match wins; what a book is of stands before what any table could be called. */
const WORDS: ReadonlyArray<readonly [BookKind, RegExp]> = [
  ["evidence", /佐证|证明材料|(?:照片|材料).{0,3}(?:目录|清单|台账)|\bevidence\b|\bindex of photos\b/],
  ["funds", /资金|\bfunds?\b|\bmoney\b/],
  ["plan", /年度计划|计划表|\b(?:year|annual) plans?\b/],
  ["tasks", /任务|\btasks?\b/],
  ["ledger", /台账|督办|整改|问题清单|\bledgers?\b|\bsupervis\w+/],
  ["year", /年度|年终|全年|考核|\bannual\b|\byearly\b|\byear's\b/],
  [
    "quarter",
    /排名|得分|成绩|数据表|计算表|工作簿|表格|季度表|excel|xlsx|\bworkbooks?\b|\branking\b|\bscores?\b|\bspreadsheets?\b/,
  ],
];
const PICTURE = /图片|截图|大图|长图|\bpictures?\b|\bimages?\b|\bpng\b/;
const BULLETIN = /通报|\bbulletin\b/;

/** A book, or the ranking's full table as a picture. */
export function aboutBook({ text, when }: Heard): Intent | null {
  if (!EXPORT.test(text) || BULLETIN.test(text)) return null;
  const book = WORDS.find(([, words]) => words.test(text))?.[0];
  if (!book) return null;
  return {
    kind: "book",
    book,
    ...(book === "quarter" && PICTURE.test(text) ? { picture: true } : {}),
    ...when,
  };
}
