import type { Locale } from "../../src/domain/programme/people.ts";
import type { Refusal } from "../../src/domain/report/command.ts";
import type { ProblemKind } from "../../src/domain/report/hard-checks.ts";

// Wording of problems, missing parts and refusals. Each sentence says what to do next; {name} marks a figure.

/** For an ambiguous number: the reason (the reader's doubt), and how to write it instead. */
type Hints = Record<
  "vague" | "range" | "grouping" | "unit" | "currency" | "share" | "points" | "kind" | "several" | "other",
  string
>;
export type CheckText = {
  problems: Record<Exclude<ProblemKind, "ambiguous">, string>;
  hints: Hints;
  examples: { amount: string; percent: string; count: string };
  /** `field`, `field_of`: a figure that was not given, of the town or of one project. */
  missing: Record<"untouched" | "no_project" | "returned" | "field" | "field_of", string>;
  refusals: Record<Refusal["reason"] | "own_conflict", string>;
};

const zh: CheckText = {
  problems: {
    not_a_number: "“{text}”读不出数字，请只填数字，例如 {example}。",
    negative: "读到 {value}，这里不能是负数，请核对。",
    too_large:
      "读到 {value}，远大于一年可能的数额。这里按“万元”计，如原数是“元”，请写成带“元”的数，例如 88200000元。",
    over_100: "读到 {value}，进度最多 100%，请核对。",
    decreases:
      "累计 {value} 小于上季度累计 {before}。这里填今年以来的累计数；若只知道本季度数，请填在“本季度投资”一栏。",
    falls: "读到 {value}，小于上季度的 {before}。这里填今年以来的累计数，请核对。",
    over_total:
      "累计 {value} 超过各项目总投资之和 {total}。请核对累计数；若漏了项目，请在“形象进度”里补上项目及其总投资。",
    going_needs_percent: "选了“推进中”，请再填完成百分比，例如 60%。",
    status_contradicts:
      "填的 {text} 与所选状态不一致：0 为未启动，1 至 99 为推进中，100 为完成。请改其中一处。",
    too_long: "超过 {limit} 字，请精简后再保存。",
    which_project: "“{text}”是哪个项目的？请在下面选一个，或选“各项目都是这个数”。",
    name_needed: "填了新增项目的数，还没有写项目名称。请写上名称，或清空这几栏。",
  },
  hints: {
    vague: "“{text}”不是确数，请填一个数，例如 {example}；确实只有约数，可写“约”加数字。",
    range: "“{text}”是一个范围，请填一个数，例如 {example}。",
    grouping: "“{text}”的逗号位置不对，请核对，例如 {example}。",
    unit: "“{text}”的单位说不准，请写全单位，例如 {example}。",
    currency: "“{text}”是万元还是元？请写明，例如 {example}。",
    share: "“{text}”是百分之几？请带上百分号，例如 {example}。",
    points: "“{text}”写的是百分点，这里请填百分比，例如 {example}。",
    kind: "“{text}”的单位与这一栏不符，请填成 {example} 这样的数。",
    several: "“{text}”里不止一个数，请只留一个，例如 {example}。",
    other: "“{text}”可以有两种读法，请写清楚，例如 {example}。",
  },
  examples: { amount: "8,820 或 0.882亿", percent: "72%", count: "120" },
  missing: {
    untouched: "本季度尚未填写",
    field: "缺{field}",
    field_of: "“{project}”缺{field}",
    no_project: "还没有项目，请至少列一个",
    returned: "退回的内容还没有改：{cells}",
  },
  refusals: {
    not_yours: "这项操作由本单位填报人或所属县（市、区）审核人办理。如岗位有变动，请联系{office}。",
    not_open: "本季度还没有开始填报，暂不能修改。刚填的内容已留存。",
    in_review: "已提交，县级审核中，暂不能修改。如需改动，请联系审核人退回修改。",
    approved: "已审核通过，不再修改。如发现差错，请联系{office}更正。",
    not_submitted: "目前没有待审核的内容：尚未提交，或已经退回。",
    stale: "内容已有更新，请以最新卡片为准。",
    conflict: "{name} {when} 刚保存了这部分。您填的内容都在，请核对后再保存。",
    not_returned:
      "{parts}不在退回之列，这次没有写入，您填的已留存。请先改退回的内容；其他也要改的，请联系审核人一并退回。",
    own_conflict: "您 {when} 在另一张卡片上保存过这部分。您填的内容都在，请核对后再保存。",
    problems: "有{n}处需要修改：{parts}",
    incomplete: "还差{n}项：{parts}",
    photos: "还缺照片：{parts}。回复卡片发送照片即可。",
    no_cells: "请先选择要退回的内容。",
    no_reason: "请写明退回原因，方便对方修改。",
  },
};

const en: CheckText = {
  problems: {
    not_a_number: "“{text}” does not read as a number. Please give digits only, such as {example}.",
    negative: "It reads {value}, which cannot be negative. Please check it.",
    too_large:
      "It reads {value}, more than can be spent in a year. The unit here is CNY 10,000; if you meant yuan, say so, such as 88,200,000 yuan.",
    over_100: "It reads {value}; progress is at most 100%. Please check it.",
    decreases:
      "The sum {value} is below last quarter's {before}. This box takes the year so far; if you only know this quarter, use “Invested this quarter”.",
    falls:
      "It reads {value}, below last quarter's {before}. This box takes the year so far. Please check it.",
    over_total:
      "The sum {value} is above the projects' total of {total}. Please check it; if a project is missing, add it with its total under image progress.",
    going_needs_percent: "“Under way” needs a percentage as well, such as 60%.",
    status_contradicts:
      "{text} does not go with the chosen state: 0 is not started, 1 to 99 under way, 100 done. Change one of them.",
    too_long: "Longer than {limit} characters. Please shorten it and save again.",
    which_project: "Of which project is “{text}”? Please choose one below, or “The same for every project”.",
    name_needed: "The new project has figures but no name. Give its name, or clear those boxes.",
  },
  hints: {
    vague:
      "“{text}” is not exact. Please give one number, such as {example}; if it is an estimate, put “about” before it.",
    range: "“{text}” is a range. Please give one number, such as {example}.",
    grouping: "The comma in “{text}” is out of place. Please check it, such as {example}.",
    unit: "The unit of “{text}” is unclear. Please write it in full, such as {example}.",
    currency: "Is “{text}” in yuan or in units of CNY 10,000? Please say so, such as {example}.",
    share: "What percentage is “{text}”? Please add the percent sign, such as {example}.",
    points: "“{text}” is in percentage points; please give the percentage, such as {example}.",
    kind: "The unit of “{text}” does not belong in this box; please write it like {example}.",
    several: "“{text}” holds more than one number. Please leave one, such as {example}.",
    other: "“{text}” can be read in two ways. Please make it clear, such as {example}.",
  },
  examples: { amount: "8,820 or CNY 88.2 million", percent: "72%", count: "120" },
  missing: {
    untouched: "not filled in this quarter",
    field: "not given: {field}",
    field_of: "“{project}” has no {field}",
    no_project: "no project yet; please list at least one",
    returned: "returned entries not yet changed: {cells}",
  },
  refusals: {
    not_yours:
      "This is done by the place's own official or its county's reviewer. If a post has changed, please tell {office}.",
    not_open: "The quarter is not open for reports yet. What you typed is kept.",
    in_review:
      "It is submitted and under review by the county. To change something, please ask the county reviewer to return it.",
    approved: "It is approved and no longer changes. For a mistake, please contact {office}.",
    not_submitted: "There is nothing to review now: not yet submitted, or already returned.",
    stale: "There is a newer version; please use the latest card.",
    conflict: "{name} saved this part at {when}. What you typed is still here; please check and save again.",
    not_returned:
      "{parts}: not among what was returned, so nothing was written; what you typed is kept. Please change what was returned; for the rest, ask the reviewer to return it too.",
    own_conflict:
      "You saved this part on another card at {when}. What you typed is still here; please check and save again.",
    problems: "{n} to correct: {parts}",
    incomplete: "{n} still missing: {parts}",
    photos: "Photos still missing: {parts}. Reply to the card with a photo.",
    no_cells: "Please choose what to return first.",
    no_reason: "Please give a reason, so that it is clear what to change.",
  },
};

export const CHECK_TEXT: Record<Locale, CheckText> = { "zh-CN": zh, en };

/** Inserts figures into a sentence; throws when one is missing. */
export function fill(sentence: string, figures: Record<string, string | number>): string {
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => {
    const figure = figures[name];
    if (figure === undefined) throw new Error(`no ${name} for: ${sentence}`);
    return String(figure);
  });
}
