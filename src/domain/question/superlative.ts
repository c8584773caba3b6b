import type { LogEntry, ProcedureRecord } from "../procedure/record.ts";

// The foremost of several records: 哪个任务最先到期, 最久没销号的整改, 奖补谁拿的最少.

/** `first`, `last`: by the day it is due, or was done; `age`, `newest`: by when it began; `large`, `small`: by its amount. */
export const MOSTS = ["first", "last", "age", "newest", "large", "small"] as const;
export type Most = (typeof MOSTS)[number];

/** Not before a question for the day itself: 最晚几号交. */
const OF_ALL = "(?!几号|几月|哪天|什么|啥|何时|是?几号)(?:要|该|快)?(?:到期|截止)?";
const WORDS: ReadonlyArray<readonly [Most, RegExp]> = [
  [
    "first",
    new RegExp(
      `最(?:[先早急]|紧[急迫]?|[快近](?=要?到期|截止))${OF_ALL}|\\b(?:due )?(?:first|soonest|earliest)\\b|\\b(?:next due|due next|most urgent)\\b`,
    ),
  ],
  ["last", new RegExp(`最(?:[晚迟]|后(?=到期|截止|[一才交报办]个?))(?!一[次天])${OF_ALL}|\\bdue last\\b`)],
  ["age", /(?:[拖卡停等压欠挂放]得?)?(?:时间)?最[久长](?:时间)?|\b(?:longest|oldest)\b/],
  [
    "newest",
    /最新|最近(?=的|一|发|提|定|批|下|出)(?!.*(?:哪些|有[啥什]))|(?:最后|上)一?[次回]|\b(?:latest|newest|most recent)\b/,
  ],
  ["large", /最[多大高]|\b(?:largest|most|highest|biggest)\b/],
  ["small", /最[少小低]|\b(?:smallest|least|lowest)\b/],
];

/** The superlative of a text, and its words; null where it has none. */
export function mostIn(text: string): { most: Most; piece: string } | null {
  for (const [most, words] of WORDS) {
    const [piece] = words.exec(text) ?? [];
    if (piece !== undefined) return { most, piece };
  }
  return null;
}

type Judged = { record: ProcedureRecord; by: LogEntry | null };

/** The foremost of those found, more than one where they are equal; null where nothing can be compared. `done`: by when it was done. */
export function foremost<J extends Judged>(most: Most, done: boolean, found: readonly J[]): J[] | null {
  const down = most === "last" || most === "newest" || most === "large";
  const compared = found.flatMap((one) => {
    const value = orderOf(most, done, one);
    return value === null ? [] : [{ one, value: down ? -value : value }];
  });
  const best = Math.min(...compared.map(({ value }) => value));
  const these = compared.filter(({ value }) => value === best).map(({ one }) => one);
  return these.length === 0 ? null : these;
}

function orderOf(most: Most, done: boolean, { record, by }: Judged): number | null {
  switch (most) {
    case "first":
    case "last":
      if (done) return by?.at ?? null;
      return record.due === null ? null : Date.parse(record.due);
    case "age":
    case "newest":
      return by?.at ?? record.log[0]?.at ?? null;
    case "large":
    case "small":
      return typeof record.data.amount === "number" ? record.data.amount : null;
  }
}
