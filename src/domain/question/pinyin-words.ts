import { pinyinsOf } from "../places/place-spelling.ts";

// Questions typed in pinyin without tones: paiming, qikou touzi duoshao. Names of places are found in pinyin already.

const WORDS =
  "排名 排行 第几 得分 分数 投资 多少 形象进度 进度 怎么样 情况 谁还没报 没报 截止 什么时候 帮助 为什么 对比 任务 我的填报 填报 红灯 待审核 一季度 二季度 三季度 四季度 上季度 本季度 年度计划 到位资金 谁负责 多少钱 督查 现场会 整改 奖补 到账 方案 通报 督办 红黑榜 黑榜 验收 自评 约谈 承诺 会签 销号 考核 异议 标准 办完".split(
    " ",
  );
/** Beside them alone. */
const PARTICLES = "开 批 定 到 吗 了 没 呢 的".split(" ");
let table: Array<readonly [string, string]> | undefined;

/** The text with every run of Latin words that is pinyin of these words, and of nothing else, written in characters. */
export function fromPinyin(text: string): string {
  if (!/[a-z]{4}/.test(text)) return text;
  table ??= [...WORDS, ...PARTICLES]
    .flatMap((word) => pinyinsOf(word).map((sound) => [sound, word] as const))
    .sort((a, b) => b[0].length - a[0].length);
  return text.replace(/[a-z]{2,40}(?: [a-z]{2,20}){0,5}/g, (run) => written(run.split(" ")));
}

/** The longest beginning of these Latin words that is pinyin, and what follows it. */
function written(words: readonly string[]): string {
  for (let n = words.length; n > 0; n -= 1) {
    const joined = words.slice(0, n).join("");
    const found = joined.length < 4 ? null : spelt(joined, table ?? []);
    if (found && !PARTICLES.includes(found[0] ?? ""))
      return `${found}${n < words.length ? written(words.slice(n)) : ""}`;
  }
  const [first = "", ...rest] = words;
  return rest.length === 0 ? first : `${first} ${written(rest)}`;
}

function spelt(word: string, known: ReadonlyArray<readonly [string, string]>): string | null {
  if (word === "") return "";
  for (const [sound, characters] of known) {
    if (!word.startsWith(sound)) continue;
    const others = spelt(word.slice(sound.length), known);
    if (others !== null) return characters + others;
  }
  return null;
}
