import { pinyinsOf } from "../places/place-spelling.ts";

// Questions typed in pinyin without tones: paiming, qikou touzi duoshao. Names of places are found in pinyin already.

const WORDS =
  "排名 排行 第几 得分 分数 投资 多少 形象进度 进度 怎么样 情况 谁还没报 没报 截止 什么时候 帮助 为什么 对比 任务 我的填报 填报 红灯 待审核 一季度 二季度 三季度 四季度 上季度 本季度 年度计划 到位资金 谁负责 多少钱".split(
    " ",
  );
let table: Array<readonly [string, string]> | undefined;

/** The text with every Latin word that is pinyin of these words, and of nothing else, written in characters. */
export function fromPinyin(text: string): string {
  if (!/[a-z]{4}/.test(text)) return text;
  table ??= WORDS.flatMap((word) => pinyinsOf(word).map((sound) => [sound, word] as const)).sort(
    (a, b) => b[0].length - a[0].length,
  );
  return text.replace(/[a-z]{4,40}/g, (word) => spelt(word, table ?? []) ?? word);
}

function spelt(word: string, known: ReadonlyArray<readonly [string, string]>): string | null {
  if (word === "") return "";
  for (const [sound, written] of known) {
    if (!word.startsWith(sound)) continue;
    const others = spelt(word.slice(sound.length), known);
    if (others !== null) return written + others;
  }
  return null;
}
