import type { Locale } from "../../src/domain/programme/people.ts";
import { counted } from "./counted.ts";
import { kernelRefusals } from "./kernel-refusals.ts";

// Wording common to all records: history, forms, reasons for refusals.

const zh = {
  history: (n: number) => `办理过程（${n} 步）`,
  /** Opens the whole of texts that are cut. */
  whole: "查看全文",
  due: (who: string, day: string) => `由${who}于 **${day}** 前办理。`,
  waits: (who: string) => `由${who}办理。`,
  /** To whoever takes the step; `when` null: no due day. */
  yours: (when: string | null) => (when === null ? "请您办理。" : `请您于 **${when}** 前办理。`),
  /** Nobody on the roster may take the step; `office` null: the office reads it. */
  unheld: (who: string, office: string | null) =>
    `**名单中没有“${who}”的同志，这一步暂时无人办理。**${office === null ? "请" : `请联系${office}，`}转告有关单位，并补充名单。`,
  byAnother: "这是您本人提出的，须由另一位同志办理。",
  /** Who answers a question that runs beside the state; `when` null: no due day. */
  answers: (question: string, who: string, when: string | null) =>
    when === null ? `“${question}”由${who}答复。` : `“${question}”由${who}于 **${when}** 前答复。`,
  /** To whoever answers it. */
  yoursToAnswer: (question: string, when: string | null) =>
    when === null ? `请您答复“${question}”。` : `请您于 **${when}** 前答复“${question}”。`,
  by: (who: string, when: string) => `${who} · ${when}`,
  byTime: (when: string) => `到期自动办理 · ${when}`,
  /** Noted by the code once something outside happened. */
  byItself: (when: string) => `系统记录 · ${when}`,
  personConcerned: "当事同志",
  nameInPost: (name: string, post: string) => `${name}（${post}）`,
  field: (label: string, value: string) => `${label}：${value}`,
  ofField: (label: string, why: string) => `${label}：${why}`,
  ofCell: (text: string, why: string) => `“${text}”，${why}`,
  area: (n: string) => `${n}平方公里`,
  material: "照片、文件",
  pieces: (n: number) => `${n}份`,
  comma: "、",
  andMore: (n: number) => `等${n}个`,
  semicolon: "；",
  historyBefore: (n: number) => `更早的 ${n} 步略`,
  units: { amount: "万元", percent: "%", area: "平方公里", count: "", number: "" },
  unit: (label: string, unit: string) => (unit === "" ? label : `${label}（${unit}）`),
  dayHint: "例如 2026-10-15",
  optional: (label: string) => (label.endsWith("）") ? `${label.slice(0, -1)}，选填）` : `${label}（选填）`),
  evidence: (n: number, least: number) =>
    n >= least
      ? `已收到 ${n} 份照片或文件。`
      : `请先回复本卡片发来照片或文件（至少 ${least} 份，已收到 ${n} 份）。`,
  leave: "不办了，看看还能做什么",
  seeTown: "查看本单位情况",
  seeOf: (town: string) => `查看${town}情况`,
  back: "返回",
  backToRecord: "返回查看",
  open: "查看",
  listTitle: {
    mine: "我的任务",
    lights: { red: "红灯任务", all: "任务清单", closed: "销号清单" },
    all: (name: string) => `${name}：全部`,
  },
  count: (n: number, lights: string[]) =>
    lights.length === 0 ? `共${n}项` : `共${n}项：${lights.join("，")}`,
  /** How many of the reader's `all` matters wait for the reader; the others are up to somebody else. */
  owedOf: (n: number, all: number) =>
    n === 0 ? "都不等您办理，您可以关注进展。" : n === all ? "均等您办理。" : `其中等您办理${n}项。`,
  ofLight: (light: string, n: number) => `${light}${n}项`,
  lit: (colour: string, light: string) => `<font color='${colour}'>${light}</font> `,
  begin: (name: string) => `新建${name}`,
  saysNoTown: (name: string) => `请写明是哪个镇：镇名和“${name}”写在一句话里再发一次。`,
  begunBy: (name: string, who: readonly string[]) => `“${name}”由${who.join("、")}发起，您暂时没有权限。`,
  doubtful: (words: string) => `“${words}”没有读出确定的数，请填好再提交。`,
  several: (n: number) => `有${n}件事项有新情况。`,
  handover: (n: number) => `您接手的岗位有${n}项未办结的事项`,
  allConfirm: "各页所列事项一并办理，并通知有关单位；其中由您本人提出的，仍须另一位同志办理。",
  received: (title: string) => `材料已保存到“${title}”。`,
  receivedAgain: (title: string) => `材料已保存到“${title}”；与以前发过的一份完全相同。`,
  recalled: (n: number, title: string) => `您撤回了消息，其中${n}份材料已从“${title}”中撤下。`,
  dayOff: "定在节假日的原因",
  recalledLate: (n: number, title: string) =>
    `您撤回的消息里有${n}份材料，仍保留在“${title}”中：已经提交的材料不能撤下。`,

  /** Photos or files in reply to the card of a record that is over. */
  keptNoMore: (title: string, state: string) =>
    `“${title}”：${state}，现在发来的材料没有保存。如需补充，请联系市办。`,
  farAway: (km: string) =>
    `照片的定位距相关单位约${km}公里，请核对是否发错（单位的坐标为估计值，仅供参考）。`,
  none: "目前没有。",
  noneSeen: "目前没有您可以查看的。",
  page: (n: number, of: number) => `第 ${n} / ${of} 页`,
  next: "下一页",
  previous: "上一页",
  line: (title: string, state: string, due: string) => `**${title}**<br>${state}${due}`,
  dueShort: (day: string) => ` · ${day}前`,
  fallback: (title: string, state: string) =>
    `${title}（${state}）。卡片没有显示出来，请给我发“我的任务”查看。`,
  fallbackList: (n: number) => `有${n}件事项等您办理。卡片没有显示出来，请联系市办。`,
  alreadyDone: "刚才已经办好了。",
  /** Appended to the answer to a press outside working hours, when others are told later. */
  toldLater: (moment: string) => `现在是非工作时间，通知将于${moment}送出。`,
  /** After the reason why what was typed could not be submitted. */
  kept: "您刚才填写的内容没有提交，保留在这里，可以复制：",
  keptRead: "放弃填写，查看最新情况",
  refused: kernelRefusals["zh-CN"],
};

export type RecordText = typeof zh;

const en: RecordText = {
  history: (n) => (n === 1 ? "History (1 step)" : `History (${n} steps)`),
  whole: "The whole text",
  due: (who, day) => `Next: ${who}, by **${day}**.`,
  waits: (who) => `Next: ${who}.`,
  yours: (when) => (when === null ? "Yours to do." : `Yours to do, by **${when}**.`),
  unheld: (who, office) =>
    `**The roster has nobody to take this step: ${who}.** ${office === null ? "Please tell those concerned and complete the roster." : `Please ask ${office} to tell those concerned and to complete the roster.`}`,
  byAnother: "You put it forward yourself, so somebody else takes this step.",
  answers: (question, who, when) =>
    when === null
      ? `“${question}” to be answered: ${who}.`
      : `“${question}” to be answered: ${who}, by **${when}**.`,
  yoursToAnswer: (question, when) =>
    when === null ? `Yours to answer: “${question}”.` : `Yours to answer by **${when}**: “${question}”.`,
  by: (who, when) => `${who} · ${when}`,
  byTime: (when) => `by itself when its time came · ${when}`,
  byItself: (when) => `noted by the bot · ${when}`,
  personConcerned: "the person concerned",
  nameInPost: (name, post) => `${name} (${post})`,
  field: (label, value) => `${label}: ${value}`,
  ofField: (label, why) => `${label}: ${why}`,
  ofCell: (text, why) => `“${text}”. ${why}`,
  area: (n) => `${n} km²`,
  material: "Photos and files",
  pieces: (n) => (n === 1 ? "1 piece" : `${n} pieces`),
  comma: ", ",
  andMore: (n) => ` and others, ${n} in all`,
  semicolon: "; ",
  historyBefore: (n) => (n === 1 ? "1 earlier step left out" : `${n} earlier steps left out`),
  units: { amount: "CNY 10k", percent: "%", area: "km²", count: "", number: "" },
  unit: (label, unit) => (unit === "" ? label : `${label} (${unit})`),
  dayHint: "for example 2026-10-15",
  optional: (label) => (label.endsWith(")") ? `${label.slice(0, -1)}, optional)` : `${label} (optional)`),
  evidence: (n, least) =>
    n >= least
      ? n === 1
        ? "1 photo or file has arrived."
        : `${n} photos or files have arrived.`
      : `Please reply to this card with photos or files first (at least ${least}; ${n} so far).`,
  leave: "Not now: what else is there",
  seeTown: "See how we stand",
  seeOf: (town) => `See how ${town} stands`,
  back: "Back",
  backToRecord: "Back to the record",
  open: "Open",
  listTitle: {
    mine: "My tasks",
    lights: { red: "Red tasks", all: "Tasks", closed: "Closed tasks" },
    all: (name) => `${name}: all`,
  },
  count: (n, lights) => (lights.length === 0 ? `${n} in all` : `${n} in all: ${lights.join(", ")}`),
  owedOf: (n, all) => {
    if (n === 0) return "None waits for you; you can follow how they go.";
    if (n === all) return n === 1 ? "It waits for you." : "All of them wait for you.";
    return n === 1 ? "1 of them waits for you." : `${n} of them wait for you.`;
  },
  ofLight: (light, n) => `${light} ${n}`,
  lit: (colour, light) => `<font color='${colour}'>${light}</font> `,
  begin: (name) => `New: ${name}`,
  saysNoTown: (name) => `Which town? Please send it again with the town's name beside “${name}”.`,
  begunBy: (name, who) => `“${name}” is begun by ${who.join(", ")}; you may not do so.`,
  doubtful: (words) => `“${words}” could not be read for certain; please fill it in.`,
  several: (n) => `There is news of ${counted(n, "matter")}.`,
  handover: (n) => `The post you take over has ${n} open matter${n === 1 ? "" : "s"}`,
  allConfirm:
    "All on these pages are settled and those concerned are told; what you put forward yourself still needs a colleague.",
  received: (title) => `Stored with “${title}”.`,
  receivedAgain: (title) => `Stored with “${title}”; it is the same as one sent before.`,
  recalled: (n, title) =>
    `You recalled a message; ${n === 1 ? "1 piece" : `${n} pieces`} of it left “${title}”.`,
  dayOff: "Why on a day off",
  recalledLate: (n, title) =>
    `The message you recalled brought ${n === 1 ? "1 piece that stays" : `${n} pieces that stay`} with “${title}”: what was handed in cannot be taken out.`,

  keptNoMore: (title, state) =>
    `“${title}” is over (${state}); what you sent now was not kept. To add to it, please ask the city office.`,
  farAway: (km) =>
    ` Its position is about ${km} km from the towns concerned; please check it is the right one (their coordinates are estimates).`,
  none: "Nothing at the moment.",
  noneSeen: "Nothing that you may see at the moment.",
  page: (n, of) => `Page ${n} of ${of}`,
  next: "Next page",
  previous: "Previous page",
  line: (title, state, due) => `**${title}**<br>${state}${due}`,
  dueShort: (day) => ` · due ${day}`,
  fallback: (title, state) =>
    `${title} (${state}). The card could not be shown; send me “my tasks” to see it.`,
  fallbackList: (n) =>
    `${n === 1 ? "1 matter waits" : `${n} matters wait`} for you. The card could not be shown; please ask the city office.`,
  alreadyDone: "That is done already.",
  toldLater: (moment) => ` Outside working hours: others are told at ${moment}.`,
  kept: " What you typed was not submitted; it is kept here to be copied:",
  keptRead: "Let it go, show where it stands",
  refused: kernelRefusals.en,
};

export function recordText(locale: Locale): RecordText {
  return locale === "en" ? en : zh;
}
