import type { Measure } from "../../src/domain/oversight/accountability.ts";
import type { Locale } from "../../src/domain/programme/people.ts";
import type { Light } from "../../src/domain/scoring/lights.ts";

// Wording: red and black lists, and reminders, talks and accountability of units.

const measuresZh: Record<Measure, string> = { reminder: "提醒", talk: "约谈", accountability: "问责" };
const lightsZh: Record<Light, string> = {
  green: "进度正常",
  yellow: "进度偏慢",
  red: "进度滞后",
  grey: "本季无计划",
};

const zh = {
  measures: measuresZh,
  rule: "办法：名次前三、投资进度正常且数据无不实的列入红榜；名次末位并且投资进度没有达到目标的列入黑榜，并列的一并列入。没有名次的单位两榜都不列。因不可抗力影响的，写明原因后可以免列。",
  red: "**红榜**",
  black: "**黑榜**",
  exempt: "**免列**",
  cause: (words: string) => `不可抗力：${words}`,
  nobody: "没有",
  town: (name: string, rank: number, score: string, light: Light) =>
    `${name}：第${rank}名，${score}分，${lightsZh[light]}`,
  times: (n: number) => `，第${n}次列入`,
  listed: (rank: number, score: string) => `该季度第${rank}名，${score}分。`,
  first: "第1次列入。",
  again: (n: number) => `第${n}次列入。`,
  decision: (words: string) => `决定意见：${words}`,
  noConsequence: "列入名单只作为通报情况，提醒、约谈、问责须另行决定。",
  remind: (name: string) => `对${name}提出提醒`,
  next: (measure: string) => `提出${measure}`,
  matter: (period: string) => `${period}列入黑榜`,
  step: (measure: string, n: number) => `本次为对该单位的第${n}次${measure}。`,
  none: "该单位此前没有提醒、约谈、问责记录。",
  earlier: "**此前的记录**",
  earlierCount: (n: number) => `此前的记录（${n}次）`,
  past: (day: string, measure: string, matter: string) => `${day} ${measure}：${matter}`,
  unitsOnly: "只针对单位，不针对个人；仅本单位、所在县和作出决定的同志可以看到。",
  inPrivate: "这类事项请在与我的私聊里问，只给有关同志看。",
};

export type OversightText = typeof zh;

const measuresEn: Record<Measure, string> = {
  reminder: "Reminder",
  talk: "Talk",
  accountability: "Accountability",
};
const lightsEn: Record<Light, string> = {
  green: "on schedule",
  yellow: "behind",
  red: "well behind",
  grey: "nothing planned",
};

const en: OversightText = {
  measures: measuresEn,
  rule: "The rule: the first three ranks, on schedule and with nothing misreported, go on the red list; whoever is last and also missed the investment target goes on the black list, all who share that rank. Places without a rank are on neither. Force majeure, with its reason, is exempt.",
  red: "**Red list**",
  black: "**Black list**",
  exempt: "**Exempt**",
  cause: (words) => `Force majeure: ${words}`,
  nobody: "none",
  town: (name, rank, score, light) => `${name}: rank ${rank}, ${score} points, ${lightsEn[light]}`,
  times: (n) => `, listed for the ${ordinal(n)} time`,
  listed: (rank, score) => `Rank ${rank} that quarter, ${score} points.`,
  first: "Listed for the first time.",
  again: (n) => `Listed for the ${ordinal(n)} time.`,
  decision: (words) => `The decision: ${words}`,
  noConsequence: "The list states how things stand; a reminder, a talk or accountability is decided apart.",
  remind: (name) => `Propose a reminder: ${name}`,
  next: (measure) => `${measure} as the next step`,
  matter: (period) => `On the black list of ${period}`,
  step: (measure, n) => `${measure} number ${n} of this unit.`,
  none: "No earlier reminder, talk or accountability of this unit.",
  earlier: "**Earlier**",
  earlierCount: (n) => `Earlier ones (${n})`,
  past: (day, measure, matter) => `${day} ${measure}: ${matter}`,
  unitsOnly: "About the unit, not about a person; only the unit, its county and those who decide can see it.",
  inPrivate: "Please ask about this in our private chat; it is for those concerned.",
};

/** `1st`, `2nd`, `11th`. */
function ordinal(n: number): string {
  const endings = { one: "st", two: "nd", few: "rd" } as const;
  const kind = new Intl.PluralRules("en", { type: "ordinal" }).select(n);
  return `${n}${kind === "one" || kind === "two" || kind === "few" ? endings[kind] : "th"}`;
}

export function oversightText(locale: Locale): OversightText {
  return locale === "en" ? en : zh;
}
