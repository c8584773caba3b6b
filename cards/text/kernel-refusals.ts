import type { KernelRefusal } from "../../src/domain/procedure/take.ts";
import type { Locale } from "../../src/domain/programme/people.ts";

// Why a step of any procedure is refused.

type Refusals = Record<Exclude<KernelRefusal, "not_a_number"> | "already" | "other", string>;

const zh: Refusals = {
  not_yours: "这一步不由您办理。",
  wrong_state: "这件事已经往下办了，请看最新情况。",
  second_person: "须由另一位同志办理。",
  stale: "这件事刚有更新，请看过最新情况再办。",
  switched_off: "本市暂不使用这项流程。",
  at_rest: "所在的镇已退出或暂停创建，这件事先停办；恢复创建后接着办。",
  town_left: "这个镇已退出创建，不再办理新的事项。",
  town_paused: "这个镇暂停创建，恢复后再办理新的事项。",
  empty: "请填写。",
  too_long: "内容过长，请缩短。",
  out_of_range: "这个数超出了范围。",
  not_a_day: "没有读懂这个日期，请按 2026-10-15 的样子填写。",
  which_day: "请写明是哪一天，例如 2026-10-15。",
  far_off: "这个日期离今天太远，请核对年份。",
  not_later: "日期须晚于原定日期。",
  not_working_day: "这一天不是工作日。确需定在这一天，请写明原因；否则请改选工作日。",
  not_chosen: "请先选择。",
  unknown_choice: "请从选项中选择。",
  no_evidence: "还没有收到照片或文件，请先回复本卡片发来。",
  not_pending: "目前没有待答复的事项。",
  pending: "前一项还在等待答复，请先办结。",
  not_given: "所需的数据暂时没有，请稍后再试。",
  already: "已经有一件同样的在办。",
  other: "现在不能办理这一步。",
};

const en: Refusals = {
  not_yours: "This step is not yours to take.",
  wrong_state: "This has moved on meanwhile; please look at how it stands.",
  second_person: "This is for another colleague to do.",
  stale: "This has just changed; please look at it again first.",
  switched_off: "This programme does not use this procedure.",
  at_rest: "The town has left the programme or is paused, so this rests until it is back.",
  town_left: "The town has left the programme; nothing new begins about it.",
  town_paused: "The town is paused; nothing new begins about it until it resumes.",
  empty: "Please fill this in.",
  too_long: "Please make it shorter.",
  out_of_range: "The figure is out of range.",
  not_a_day: "The day could not be read; please write it like 2026-10-15.",
  which_day: "Please say which day it is, for example 2026-10-15.",
  far_off: "That day is too far off; please check its year.",
  not_later: "The day has to be later than the one before.",
  not_working_day:
    "That is not a working day. If it has to be that day, please say why; otherwise choose another.",
  not_chosen: "Please choose one first.",
  unknown_choice: "Please choose from the list.",
  no_evidence: "No photo or file has arrived yet; please reply to this card with one first.",
  not_pending: "Nothing of that kind waits for an answer.",
  pending: "Something asked before still waits for its answer; please settle that first.",
  not_given: "The data for this are not there at the moment; please try again later.",
  already: "There is one of these under way already.",
  other: "This step cannot be taken now.",
};

export const kernelRefusals: Record<Locale, Refusals> = { "zh-CN": zh, en };

/** A number that cannot be read, by the kind of its field. */
const unreadZh = {
  amount: "没有读出确定的金额，请只填一个数，例如 3000（单位万元）或 0.3亿。",
  percent: "没有读出确定的百分数，请只填一个数，例如 72%。",
  area: "没有读出确定的面积，请只填一个数，例如 3.5（单位平方公里）。",
  count: "没有读出确定的数，请填整数，例如 12。",
  number: "没有读出确定的数，请只填一个数，例如 12.5。",
};

const unreadEn: typeof unreadZh = {
  amount: "The amount is not certain; please give one number, such as 3000 (CNY 10k).",
  percent: "The percentage is not certain; please give one number, such as 72%.",
  area: "The area is not certain; please give one number, such as 3.5 (km²).",
  count: "The number is not certain; please give a whole number, such as 12.",
  number: "The number is not certain; please give one number, such as 12.5.",
};

export const unreadNumbers: Record<Locale, typeof unreadZh> = { "zh-CN": unreadZh, en: unreadEn };
