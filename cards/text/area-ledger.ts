import type { ItemState } from "../../src/domain/area-ledger/entries.ts";
import type { Verdict } from "../../src/domain/area-ledger/grid.ts";
import type { ITEM_KINDS } from "../../src/domain/programme/pack-schema.ts";
import type { Locale } from "../../src/domain/programme/people.ts";

// What the card of a content area's ledger says beside what every record's does.

type ItemKind = (typeof ITEM_KINDS)[number];

const zh = {
  states: {
    paper: { done: "已批复", going: "编制中", none: "未编制" },
    control: { done: "已实施", going: "制定中", none: "未制定" },
    service: { done: "已建成", going: "建设中", none: "未建" },
    work: { done: "已完成", going: "推进中", none: "未启动" },
  } satisfies Partial<Record<ItemKind, Record<ItemState, string>>>,
  unsaid: "未登记",
  count: (done: number, all: number) => `**${all}项中已完成${done}项**`,
  item: (name: string, state: string, rest: readonly string[]) =>
    `${name}：${state}${rest.length > 0 ? `（${rest.join("，")}）` : ""}`,
  files: (names: string) => `文件：${names}`,
  pieces: (n: number) => `材料${n}份`,
  and: (name: string, n: number) => `${name}等${n}份`,
  comma: "、",
  reported: (quarter: string, percent: string | null) =>
    `${percent === null ? "已完成" : percent}（${quarter}填报）`,
  figures: "**数据**",
  amount: (value: string, unit: string) => `${value}${unit}`,
  goal: (goal: string) => `目标${goal}`,
  limit: (goal: string) => `控制在${goal}以内`,
  rate: (percent: string) => `完成${percent}`,
  place: (name: string, seen: readonly string[]) => `- **${name}**：${seen.join("；")}`,
  seen: {
    found: (names: string, _all: boolean) => `<font color='red'>待整治</font> ${names}`,
    mended: (names: string, _all: boolean) => `<font color='green'>已整治</font> ${names}`,
    clear: (names: string, all: boolean) => (all ? "各项均无问题" : `无问题 ${names}`),
    none: (names: string, all: boolean) => `<font color='grey'>${all ? "没有看过" : `没看 ${names}`}</font>`,
  } satisfies Record<Verdict | "none", (names: string, all: boolean) => string>,
  photos: (name: string, n: number) => (n === 0 ? name : `${name}（照片${n}）`),
  looked: (n: number, all: number, found: number) =>
    `**${all}格已看${n}格，待整治${found}处**。${n < all ? "没有看过的，季度照常填。" : ""}`,
  toMend: (place: string, problem: string, until: string | null, late: boolean) =>
    `- ${place}·${problem}${until === null ? "" : `：${until}前整治`}${late ? " <font color='red'>已逾期</font>" : ""}`,
  pairs: "**同一处前后对比**，点开看大图",
  pair: (place: string, problem: string, before: string, after: string) =>
    `${place}·${problem}：左 ${before}，右 ${after}`,
  more: (n: number) => `另有${n}处可以对比。`,
  within: "未超",
  above: "超出",
  noGoal: "没有目标的，季度照常填。",
  home: "返回填报",
  brief: (done: number, all: number) => ` · 已完成${done}/${all}`,
};

const en: typeof zh = {
  states: {
    paper: { done: "approved", going: "being written", none: "not begun" },
    control: { done: "in force", going: "being drawn up", none: "not begun" },
    service: { done: "built", going: "being built", none: "not there" },
    work: { done: "done", going: "under way", none: "not started" },
  },
  unsaid: "no entry",
  count: (done, all) => `**${done} of ${all} done**`,
  item: (name, state, rest) => `${name}: ${state}${rest.length > 0 ? ` (${rest.join("; ")})` : ""}`,
  files: (names) => `file ${names}`,
  pieces: (n) => (n === 1 ? "1 photo or file" : `${n} photos or files`),
  and: (name, n) => `${name}, ${n} in all`,
  comma: ", ",
  reported: (quarter, percent) => `${percent ?? "done"} (reported ${quarter})`,
  figures: "**Figures**",
  amount: (value, unit) => `${value} ${unit}`,
  goal: (goal) => `goal ${goal}`,
  limit: (goal) => `up to ${goal}`,
  rate: (percent) => `${percent} done`,
  place: (name, seen) => `- **${name}**: ${seen.join("; ")}`,
  seen: {
    found: (names) => `<font color='red'>to be mended</font> ${names}`,
    mended: (names) => `<font color='green'>mended</font> ${names}`,
    clear: (names, all) => (all ? "nothing found" : `nothing of ${names}`),
    none: (names, all) => `<font color='grey'>not looked at${all ? "" : `: ${names}`}</font>`,
  },
  photos: (name, n) => (n === 0 ? name : `${name} (${n === 1 ? "1 photo" : `${n} photos`})`),
  looked: (n, all, found) =>
    `**${n} of ${all} looked at, ${found} to be mended.**${n < all ? " The quarter asks about the others." : ""}`,
  toMend: (place, problem, until, late) =>
    `- ${place} · ${problem}${until === null ? "" : `: by ${until}`}${late ? " <font color='red'>overdue</font>" : ""}`,
  pairs: "**The same spot: left before, right now**",
  pair: (place, problem, before, after) => `${place} · ${problem}: left ${before}, right ${after}`,
  more: (n) => `${n} more could be compared.`,
  within: "within",
  above: "above",
  noGoal: "Without a goal, the quarter asks for the share.",
  home: "Back to the report",
  brief: (done, all) => ` · ${done}/${all} done`,
};

export type AreaLedgerText = typeof zh;

export function areaLedgerText(locale: Locale): AreaLedgerText {
  return locale === "en" ? en : zh;
}
