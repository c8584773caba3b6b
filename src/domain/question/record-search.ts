import { isAll } from "./about-sought.ts";
import type { Heard } from "./heard.ts";
import { unexplained } from "./intent-words.ts";
import { ASKING, COMMON } from "./sought-words.ts";

// Records asked for by what was written in them: 卫生院设备那个事办得咋样.

const LONGEST = 12;
/** Written in many records of this programme and distinctive of none. */
const GENERIC =
  /^(?:旅游|规划|产业|创建|工作|建设|工程|改造|计划|安排|镇区|今年|年底|完成|开展|推进|目前|进行|更新|台账)+$/;

/** What of a text neither the grammar nor a place explains: its runs of two Chinese characters or more. */
export function unexplainedRuns({ rest, past }: Heard): string[] {
  const text = [past?.piece ?? "", ...ASKING].reduce<string>((left, words) => left.replace(words, " "), rest);
  return unexplained(text).match(/[\u3400-\u9fff]{2,}/g) ?? [];
}

/** The longest piece of these runs that one of the texts (folded) holds and that says something; null for none. */
export function pieceIn(runs: readonly string[], texts: readonly string[]): string | null {
  for (
    let size = Math.min(LONGEST, ...[Math.max(0, ...runs.map(({ length }) => length))]);
    size > 1;
    size -= 1
  )
    for (const run of runs)
      for (let at = 0; at + size <= run.length; at += 1) {
        const piece = run.slice(at, at + size);
        if (saysSomething(piece) && texts.some((text) => text.includes(piece))) return piece;
      }
  return null;
}

function saysSomething(piece: string): boolean {
  return !COMMON.has(piece) && !GENERIC.test(piece) && !isAll(piece) && unexplained(piece).length > 1;
}
