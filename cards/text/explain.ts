import type { Locale } from "../../src/domain/programme/people.ts";

// Wording of 为什么 and 比一比: statements about a town's figures, never about a person.

const zh = {
  // Why this place
  whyTitle: (town: string, rank: string) => `${town}为什么是${rank}`,
  subtitle: (period: string, programme: string) => `${period} · ${programme}`,
  score: (score: string) => `本季综合得分 **${score}** 分`,
  change: (delta: string) => `，较上季 **${delta}** 分`,
  mainly: (items: string[]) => `，主要是${items.join("、")}`,
  offset: (items: string[]) => `，另有${items.join("、")} 与之相抵`,
  item: (part: string, points: string) => `${part} ${points}`,
  placeFrom: (from: string, to: string) => `位次由${from}到 **${to}**`,
  placeKept: (rank: string) => `位次与上季相同，**${rank}**`,
  placeFirst: (rank: string) => `位次 **${rank}**，没有上季名次可比`,
  passedBy: (names: string[]) => `，被${names.join("、")}超过`,
  passed: (names: string[]) => `，超过了${names.join("、")}`,
  rival: (name: string, part: string, points: string) => `${name}（${part}多${points}分）`,
  behindRival: (name: string, part: string, points: string) => `${name}（${part}少${points}分）`,
  and: (names: string[], more: number) => [
    ...names.slice(0, -1),
    `${names.at(-1) ?? ""}等${names.length + more}个单位`,
  ],
  entered: (names: string[]) => `；${names.join("、")}本季新参加排名，列在前面`,
  nowLevel: (names: string[]) => `；与${names.join("、")}持平`,
  gone: (names: string[]) => `；${names.join("、")}本季没有名次`,
  stop: "。",
  ahead: (name: string, gap: string) => `前一位是${name}，高${gap}分`,
  behind: (name: string, gap: string) => `后一位是${name}，低${gap}分`,
  between: "；",
  columns: { part: "指标", points: "得分", full: "满分", change: "较上季" },
  addsUp: (score: string, delta: string | null) =>
    `各项得分相加正好是${score}${delta === null ? "" : `，各项变化相加正好是${delta}`}。`,
  notApplying: "不适用的指标不计分，权重由其他指标分担；两季适用的指标不同时，由此带来的变化已计入各项。",
  previousCorrected: "上季结果在发布之后有更正，这里的变化按更正后的上季结果计算。",
  rivals: "逐个看：超过的和被超过的",
  howSure: "这个位次稳不稳",
  allParts: (n: number) => `逐项得分（${n}项）`,
  rivalAhead: (name: string, gap: string, parts: string[], less: string[]) =>
    `**${name}** 高${gap}分：多在${parts.join("、")}${less.length > 0 ? `，少在${less.join("、")}` : ""}。`,
  rivalBehind: (name: string, gap: string, parts: string[], more: string[]) =>
    `**${name}** 低${gap}分：少在${parts.join("、")}${more.length > 0 ? `，多在${more.join("、")}` : ""}。`,
  noScore: {
    unknown_town: (town: string) => `这一季度的排名里没有${town}。`,
    not_reported: (town: string) =>
      `截至发布时没有收到${town}审核通过的报表，按未报列在最后，没有名次和得分。`,
    not_ranked: (town: string) => `这一季度适用于${town}的指标不足，没有参加排名。`,
  },
  noScoreTitle: (town: string) => `${town}没有名次`,
  // How sure a place is
  sure: (rank: string) => `**位次把握**：${rank}，各项权重上下浮动25%，位次基本不变。`,
  bandLine: (rank: string) => `**位次把握**：${rank}。`,
  alike: (names: string[]) => `与${names.join("、")}**差异不显著**，权重稍有变动，先后就可能互换。`,
  bandNote: (share: string, rank: string) =>
    `区间：各项权重在上下25%之内变动1000次，九成情况下落在的位次；其中${share}仍是${rank}。`,
  placed: (rank: string, names: string[]) => `${rank}${names.join("、")}`,
  // Two towns
  compareTitle: (town: string, other: string) => `${town}和${other}比`,
  scores: (town: string, score: string, rank: string) => `${town} **${score}** 分，${rank}`,
  pair: (town: string, other: string) => `${town}比${other}`,
  lower: (gap: string) => `低${gap}分`,
  higher: (gap: string) => `高${gap}分`,
  level: "得分相同，位次并列",
  compared: "综合得分",
  worse: (items: string[]) => `**少在**：${items.join("、")}。`,
  better: (items: string[]) => `**多在**：${items.join("、")}。`,
  gapColumn: "相差",
  gapAddsUp: (total: string) => `每行相差是前两列之差；各行相加正好是两个单位得分之差${total}。`,
  pairAlike: "这两个单位的位次**差异不显著**：权重稍有变动，先后就可能互换。",
  pairNotApplying: "有的指标对其中一个单位不适用，它的权重由该单位的其他指标分担。",
  whoseGoal: (example: string) => `请说一下是哪个单位，比如“${example}还差多少进前三”。`,
  compareWith: (town: string, example: string) => `${town}和哪个单位比？可以说“${town}和${example}比”。`,
  cannotCompare: (town: string) => `${town}这一季度没有得分，暂时不能比较。`,
  buttons: {
    why: "为什么是这个名次",
    whyOf: (town: string) => `${town}为什么是这个名次`,
    nextPlace: "怎样再上一位",
    catchUp: (town: string) => `怎样追平${town}`,
    compare: (town: string) => `和${town}比`,
    status: (town: string) => `${town}怎么样`,
    ranking: "看排名",
    myForm: "我的填报",
  },
};

export type ExplainText = typeof zh;

const en: ExplainText = {
  whyTitle: (town, rank) => `Why ${town} ranks ${rank}`,
  subtitle: (period, programme) => `${period} · ${programme}`,
  score: (score) => `Score **${score}**`,
  change: (delta) => `, **${delta}** against last quarter`,
  mainly: (items) => `, mainly ${items.join(", ")}`,
  offset: (items) => `, against it ${items.join(", ")}`,
  item: (part, points) => `${part} ${points}`,
  placeFrom: (from, to) => `Rank from ${from} to **${to}**`,
  placeKept: (rank) => `Rank as last quarter, **${rank}**`,
  placeFirst: (rank) => `Rank **${rank}**, with no rank last quarter to compare`,
  passedBy: (names) => `, passed by ${names.join(", ")}`,
  passed: (names) => `, having passed ${names.join(", ")}`,
  rival: (name, part, points) => `${name} (${part} +${points})`,
  behindRival: (name, part, points) => `${name} (${part} -${points})`,
  and: (names, more) => [...names, `and ${more} more`],
  entered: (names) => `; newly ranked and in front: ${names.join(", ")}`,
  nowLevel: (names) => `; level with ${names.join(", ")}`,
  gone: (names) => `; without a rank this quarter: ${names.join(", ")}`,
  stop: ". ",
  ahead: (name, gap) => `Next in front: ${name}, ${gap} points higher`,
  behind: (name, gap) => `Next behind: ${name}, ${gap} points lower`,
  between: "; ",
  columns: { part: "Indicator", points: "Points", full: "Full", change: "Change" },
  addsUp: (score, delta) =>
    `The points add up to ${score}${delta === null ? "" : ` and the changes to ${delta}`}, exactly.`,
  notApplying:
    "An indicator that does not apply passes its weight to the others; where the two quarters differ in this, the changes include it.",
  previousCorrected:
    "Last quarter's result was corrected after publication; the change is against the corrected one.",
  rivals: "Who passed, and who was passed",
  howSure: "How sure this rank is",
  allParts: (n) => `Part by part (${n})`,
  rivalAhead: (name, gap, parts, less) =>
    `**${name}**, ${gap} points higher: more on ${parts.join(", ")}${less.length > 0 ? `; less on ${less.join(", ")}` : ""}.`,
  rivalBehind: (name, gap, parts, more) =>
    `**${name}**, ${gap} points lower: less on ${parts.join(", ")}${more.length > 0 ? `; more on ${more.join(", ")}` : ""}.`,
  noScore: {
    unknown_town: (town) => `${town} is not in that quarter's ranking.`,
    not_reported: (town) =>
      `No approved report of ${town} was there at publication; it is listed last, without rank or score.`,
    not_ranked: (town) => `Too few indicators apply to ${town} that quarter, so it is not ranked.`,
  },
  noScoreTitle: (town) => `${town} has no rank`,
  sure: (rank) => `**How sure**: rank ${rank}; it hardly depends on the weights within 25%.`,
  bandLine: (rank) => `**How sure**: rank ${rank}. `,
  alike: (names) =>
    `**Not really different** from ${names.join(", ")}: slightly other weights could swap them.`,
  bandNote: (share, rank) =>
    `Band: the ranks in nine of ten of 1,000 draws with every weight varied within 25%; ${share} of the draws give rank ${rank}.`,
  placed: (rank, names) => `${names.join(", ")} at rank ${rank}`,
  compareTitle: (town, other) => `${town} and ${other}`,
  scores: (town, score, rank) => `${town} **${score}**, rank ${rank}`,
  pair: (town, other) => `${town} against ${other}`,
  lower: (gap) => `${gap} points lower`,
  higher: (gap) => `${gap} points higher`,
  level: "The same score and rank",
  compared: "Score",
  worse: (items) => `**Less on**: ${items.join(", ")}.`,
  better: (items) => `**More on**: ${items.join(", ")}.`,
  gapColumn: "Apart",
  gapAddsUp: (total) => `Each gap is the first column less the second; they add up to ${total}.`,
  pairAlike: "The ranks of these two are **not really different**: slightly other weights could swap them.",
  pairNotApplying: "Where an indicator does not apply to one of the two, its weight passes to its others.",
  whoseGoal: (example) => `For which place? For example “how far is ${example} from the top 3”.`,
  compareWith: (town, example) => `Compare ${town} with which place? For example “${town} vs ${example}”.`,
  cannotCompare: (town) => `${town} has no score that quarter, so it cannot be compared.`,
  buttons: {
    why: "Why this rank",
    whyOf: (town) => `Why ${town}?`,
    nextPlace: "One place up?",
    catchUp: (town) => `Draw level with ${town}`,
    compare: (town) => `Compare with ${town}`,
    status: (town) => `How is ${town}`,
    ranking: "Ranking",
    myForm: "My form",
  },
};

export function explainText(locale: Locale): ExplainText {
  return locale === "en" ? en : zh;
}
