import type { CellPlace, PlanProblem, PlanProblemKind } from "../../src/domain/plan/plan-file.ts";
import type { Locale } from "../../src/domain/programme/people.ts";

// Wording: a year's plan, what changes in it, and what is wrong with its workbook.

const QUARTERS = ["一季度", "二季度", "三季度", "四季度"];

const zh = {
  figure: {
    investment: (now: string) => `年度计划投资（现为${now}）`,
    total: (project: string, now: string) => `“${project}”总投资（现为${now}）`,
    planned: (project: string, quarter: number, now: string) =>
      `“${project}”${QUARTERS[quarter - 1]}末计划进度（现为${now}）`,
    due: (item: string, now: string) => `到期事项“${item}”（现为${now}）`,
  },
  quarter: (quarter: number) => QUARTERS[quarter - 1] ?? "",
  notApplicable: "不适用",
  notThisYear: "本年不到期",
  noValue: "未定",
  headed: (name: string, line: string) => `${name}：${line}`,
  without: (towns: string[]) => `**还没有录入**：${towns.join("、")}`,
  excused: (n: number) => `不适用的${n}项`,
  town: (name: string, lines: readonly string[]) => `**${name}**：${lines.join("；")}`,
  investment: (value: string) => `计划投资${value}`,
  investmentMoved: (before: string, after: string) => `计划投资${before}改为${after}`,
  schedule: (shares: string) => `各季度末累计占比${shares}`,
  packSchedule: "各季度占比按全市统一安排",
  projects: (names: string) => `项目${names}`,
  project: (name: string, total: string, planned: string) =>
    `“${name}”总投资${total}，各季度末进度${planned}`,
  projectCount: (names: string, sum: string) => `新增或调整项目${names}，总投资合计${sum}`,
  projectsGone: (names: string) => `去掉项目${names}`,
  namesOf: (names: string, n: number) => `${names}等${n}个`,
  dueCounts: (counts: string, excused: number, unlisted: number) =>
    [
      `到期事项${counts}`,
      ...(excused > 0 ? [`不适用${excused}项`] : []),
      ...(unlisted > 0 ? [`未列入${unlisted}项（本年不到期）`] : []),
    ].join("，"),
  dueCount: (quarter: string, n: number) => `${quarter}${n}项`,
  dueMoved: (item: string, before: string, after: string) => `“${item}”${before}改为${after}`,
  dueItems: (quarter: string, items: string) => `**${quarter}**：${items}`,
  because: (reason: string) => `（${reason}）`,
  moreItems: (n: number) => `其中${n}项到期事项有变动`,
  news: (year: number) => `${year}年年度计划有调整`,
  followed: (quarters: string) => `您的${quarters}填报已按新的计划更新，已填的内容保留，提交前请核对。`,
  myForm: "我的填报",
  newsFallback: (year: number) =>
    `${year}年年度计划有调整，您的填报已随之更新。卡片没有显示出来，请给我发“我的填报”查看。`,
  follow: (reports: string) => `**正在填报、随之更新的**：${reports}（已填的内容保留）`,
  stay: (reports: string) => `**已提交或已通过、不改动的**：${reports}。需要改的，请退回后重填。`,
  noReports: "没有正在进行的填报受影响。",
  report: (towns: string, period: string) => `${towns}${period}`,
  changed: (n: number) => `共${n}个单位的年度计划有变动。`,
  eachChange: "各单位的变动",
  fromFile: (name: string) => `来自文件：${name}`,
  list: "、",
  overview: (year: number) => `${year}年年度计划`,
  noPlan: (year: number) =>
    `${year}年的年度计划还没有录入。请市办把年度计划表（.xlsx）发给我，由另一位同志确认后启用；没有计划的单位在第一次填报时自行填写一次。`,
  noPlanOf: "还没有录入",
  change: "调整",
  toChange: (town: string) => `要调整某个单位的计划，请发“${town}的年度计划”这样一句。`,
  forOffice: "年度计划由市办掌握。",
  problemsHead: (n: number) => `这份年度计划表有${n}处需要修改，没有录入任何内容：`,
  notAPlan:
    "这个工作簿里没有“年度计划”“项目”“到期任务”中的任何一张表，不是年度计划表，没有录入任何内容。要新建年度任务，请发“我的任务”，在卡片上新建。",
  problemsMore: (n: number) => `另有${n}处，请先改好以上各处再发一次。`,
  unreadable: "这个文件打不开，不是有效的 .xlsx 工作簿，或者过大、带有密码。请另存后重发。",
  sameAsBefore: "这份计划表与现行计划相同，没有需要改的。",
  onlyXlsx: "年度计划请用 .xlsx 工作簿发来；旧的 .xls 请在表格软件里另存为 .xlsx。",
  problem: {
    formula: () => "是公式，表里没有存它的结果，请改为数值或文字",
    error: () => "是错误值，请改正",
    date: () => "是日期，请改为数值或文字",
    no_sheet: () => "没有找到“年度计划”“项目”“到期任务”中的任何一张表",
    no_header: (about: string) => `没有找到表头，至少要有“${about}”一列`,
    no_column: (about: string) => `缺少“${about}”一列`,
    column_twice: (about: string) => `“${about}”一列出现了两次`,
    no_year: () => "没有写明年度，请在第一行写上“2026年年度计划”这样的标题",
    years_differ: (about: string) => `年度与其他表不一致（其他表为${about}年）`,
    other_year: (about: string) => `不是现在可以录入的年度（可以录入${about}年）`,
    nothing: () => "表里还没有填写任何计划",
    no_town: () => "缺少镇名",
    unknown_town: (about: string) => `“${about}”不是本工作的镇，或者不能确定是哪一个`,
    town_twice: (about: string) => `这个镇已在${about}出现过`,
    no_investment: () => "缺少年度计划投资",
    not_amount: (about: string) => `“${about}”不是能确定的金额，请填数字（万元）`,
    not_percent: (about: string) => `“${about}”不是能确定的百分比，请填0到100的数`,
    negative: (about: string) => `“${about}”不能是负数`,
    too_large: (about: string) => `“${about}”过大，请核对单位是否为万元`,
    over_100: (about: string) => `“${about}”超过100%`,
    share_missing: () => "四个季度的占比要么都填，要么都不填",
    share_zero: () => "一季度的占比须大于0",
    share_sum: (about: string) => `四个季度的占比合计为${about}%，超过100%`,
    no_project: () => "缺少项目名称",
    too_long: (about: string) => `太长，最多${about}字`,
    project_twice: (about: string) => `这个项目已在${about}出现过`,
    no_total: () => "缺少总投资",
    total_below: (about: string) => `各项目总投资合计低于今年已完成的投资${about}万元`,
    planned_missing: () => "缺少计划形象进度",
    planned_falls: () => "低于前一季度的计划形象进度",
    no_item: () => "缺少事项",
    unknown_item: (about: string) => `没有“${about}”这一事项，或者不止一个，请写明内容`,
    item_twice: (about: string) => `这个事项已在${about}出现过`,
    no_due: () => "缺少到期季度，不需要做的请选“不适用”",
    unknown_due: (about: string) => `“${about}”不是到期季度，请选一季度至四季度或不适用`,
    no_reason: () => "请写明不适用的原因",
    unknown_row: (about: string) => `“${about}”不是方案模板里的栏目`,
    row_twice: (about: string) => `这一栏已在${about}出现过`,
    unknown_kind: (about: string) => `没有“${about}”这一创建类型`,
  } satisfies Record<PlanProblemKind, (about: string) => string>,
  at: (sheet: string, cell: string) => `${sheet === "" ? "" : `“${sheet}”`}${cell}`,
};

const en: typeof zh = {
  figure: {
    investment: (now) => `The year's investment (now ${now})`,
    total: (project, now) => `“${project}”: total (now ${now})`,
    planned: (project, quarter, now) => `“${project}”: planned by the end of Q${quarter} (now ${now})`,
    due: (item, now) => `Item “${item}” (now ${now})`,
  },
  quarter: (quarter) => `Q${quarter}`,
  notApplicable: "N/A",
  notThisYear: "not due this year",
  noValue: "not set",
  headed: (name, line) => `${name}: ${line}`,
  without: (towns) => `**Not entered yet**: ${towns.join(", ")}`,
  excused: (n) => (n === 1 ? "1 item not for this town" : `${n} items not for this town`),
  town: (name, lines) => `**${name}**: ${lines.join("; ")}`,
  investment: (value) => `investment ${value}`,
  investmentMoved: (before, after) => `investment ${before} becomes ${after}`,
  schedule: (shares) => `cumulative shares by quarter ${shares}`,
  packSchedule: "shares by quarter as in the whole city",
  projects: (names) => `projects ${names}`,
  project: (name, total, planned) => `“${name}” total ${total}, planned by quarter ${planned}`,
  projectCount: (names, sum) => `new or changed projects ${names}, total ${sum}`,
  projectsGone: (names) => `without the projects ${names}`,
  namesOf: (names, n) => `${names} and others, ${n} in all`,
  dueCounts: (counts, excused, unlisted) =>
    [
      `items due ${counts}`,
      ...(excused > 0 ? [`${excused} not applicable`] : []),
      ...(unlisted > 0 ? [`${unlisted} not listed (not due this year)`] : []),
    ].join(", "),
  dueCount: (quarter, n) => `${quarter} ${n}`,
  dueMoved: (item, before, after) => `“${item}” ${before} becomes ${after}`,
  dueItems: (quarter, items) => `**${quarter}**: ${items}`,
  because: (reason) => ` (${reason})`,
  moreItems: (n) => `${n} of the items change`,
  news: (year) => `The plan of ${year} has changed`,
  followed: (quarters) =>
    `Your report for ${quarters} follows the new plan; what you entered stays. Please check it before you send it.`,
  myForm: "My form",
  newsFallback: (year) =>
    `The plan of ${year} has changed, and the report you are filling in follows it. The card could not be shown: send me “my form”.`,
  follow: (reports) => `**Being filled in, will follow it**: ${reports} (what was entered stays)`,
  stay: (reports) =>
    `**Submitted or approved, will not change**: ${reports}. Where one has to, send it back to its town.`,
  noReports: "No report under way is concerned.",
  report: (towns, period) => `${towns} ${period}`,
  changed: (n) => (n === 1 ? "The plan of 1 town changes." : `The plans of ${n} towns change.`),
  eachChange: "What changes, town by town",
  fromFile: (name) => `From the file ${name}`,
  list: ", ",
  overview: (year) => `Plan of ${year}`,
  noPlan: (year) =>
    `The plan of ${year} has not been entered. The city office sends me its workbook (.xlsx), a second person confirms it. Towns without a plan enter theirs once with their first report.`,
  noPlanOf: "not entered yet",
  change: "Change",
  toChange: (town) => `To change the plan of one place, send for example “year plan of ${town}”.`,
  forOffice: "The year's plan is kept by the city office.",
  problemsHead: (n) =>
    `${n} ${n === 1 ? "place in this workbook needs" : "places in this workbook need"} mending. Nothing was entered:`,
  notAPlan:
    "This workbook has none of the sheets 年度计划, 项目 and 到期任务, so it is no plan of the year, and nothing was entered. A year task is created on the card that “my tasks” brings.",
  problemsMore: (n) => `and ${n} more. Please mend these and send it again.`,
  unreadable:
    "This file cannot be opened as an .xlsx workbook, is too large or has a password. Please save it anew and send it again.",
  sameAsBefore: "This workbook says what the plan says already.",
  onlyXlsx: "Please send the year's plan as an .xlsx workbook; an old .xls can be saved as one.",
  problem: {
    formula: () => "holds a formula without a stored result; please enter its value",
    error: () => "holds an error",
    date: () => "holds a date; please enter a number or text",
    no_sheet: () => "none of the sheets 年度计划, 项目 and 到期任务 is there",
    no_header: (about) => `no header was found; it needs at least the column ${about}`,
    no_column: (about) => `the column ${about} is missing`,
    column_twice: (about) => `the column ${about} is there twice`,
    no_year: () => "the year is missing; please give the first row a title such as 2026年年度计划",
    years_differ: (about) => `another year than in the other sheets (${about})`,
    other_year: (about) => `not a year whose plan can be entered now (${about})`,
    nothing: () => "nothing is filled in yet",
    no_town: () => "the town is missing",
    unknown_town: (about) => `“${about}” is no town of this programme, or not certainly one`,
    town_twice: (about) => `this town is in ${about} already`,
    no_investment: () => "the year's investment is missing",
    not_amount: (about) => `“${about}” is no certain amount; please enter a number in units of CNY 10,000`,
    not_percent: (about) => `“${about}” is no certain percentage; please enter a number from 0 to 100`,
    negative: (about) => `“${about}” cannot be negative`,
    too_large: (about) => `“${about}” is too large: is it in units of CNY 10,000?`,
    over_100: (about) => `“${about}” is over 100%`,
    share_missing: () => "please fill in the shares of all four quarters, or none",
    share_zero: () => "the share of the first quarter must be above 0",
    share_sum: (about) => `the shares add up to ${about}%, over 100%`,
    no_project: () => "the project's name is missing",
    too_long: (about) => `too long: at most ${about} characters`,
    project_twice: (about) => `this project is in ${about} already`,
    no_total: () => "the total is missing",
    total_below: (about) =>
      `the projects' totals together are below what has been invested this year (${about}, in units of CNY 10,000)`,
    planned_missing: () => "the planned progress is missing",
    planned_falls: () => "below the planned progress of the quarter before",
    no_item: () => "the item is missing",
    unknown_item: (about) => `there is no item “${about}”, or more than one; please name its area`,
    item_twice: (about) => `this item is in ${about} already`,
    no_due: () => "the quarter is missing; choose 不适用 for what is not to be done",
    unknown_due: (about) => `“${about}” is no quarter: choose 一季度 to 四季度 or 不适用`,
    no_reason: () => "please say why it does not apply",
    unknown_row: (about) => `“${about}” is no row of the template`,
    row_twice: (about) => `this row is in ${about} already`,
    unknown_kind: (about) => `there is no kind of town “${about}”`,
  },
  at: (sheet, cell) => [sheet, cell].filter((part) => part !== "").join(" "),
};

/** The wording about year plans. */
export function planText(locale: Locale): typeof zh {
  return locale === "en" ? en : zh;
}

/** One problem with its place: `“项目”C4：缺少总投资`. */
export function planProblemText({ sheet, cell, kind, about }: PlanProblem, locale: Locale): string {
  return atPlace({ sheet, cell }, planText(locale).problem[kind](about), locale);
}

/** A problem after the place it is at, if it is at one. */
export function atPlace({ sheet, cell }: CellPlace, says: string, locale: Locale): string {
  const place = planText(locale).at(sheet, cell);
  return place === "" ? says : `${place}${locale === "en" ? ": " : "："}${says}`;
}
