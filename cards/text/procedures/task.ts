import type { MILESTONE_REASONS } from "../../../src/domain/task/milestones.ts";
import type { StepWords } from "./words.ts";

// The words that year tasks and 督办 items share.

type Shared =
  | "countersign"
  | "refuse"
  | "take_back"
  | "sign"
  | "progress"
  | "show"
  | "ask_close"
  | "grant_extension"
  | "refuse_extension"
  | "request_extension"
  | "confirm_close"
  | "refuse_close"
  | "reopen"
  | "accept_block"
  | "decline_block"
  | "block"
  | "unblock"
  | "clear"
  | "withdraw";

export const taskStepsZh: Record<Shared, StepWords> = {
  countersign: {
    button: "会签同意",
    done: "已会签，任务开始办理。",
    log: "会签同意",
    several: (n) => `有${n}项任务已会签，请按节点办理`,
    buttonAll: (n) => `会签同意全部${n}项`,
  },
  refuse: { button: "不同意", done: "已退回，理由已告知提出方。", log: "会签未同意" },
  take_back: { button: "撤回", done: "已撤回。", log: "撤回" },
  sign: { button: "签收", done: "已签收。", log: "签收" },
  progress: {
    button: "报进展",
    done: "进展已记录。",
    log: "报进展",
    receipt: (after, before) => `已记录：${after("percent")}（原${before("percent")}）。`,
  },
  show: { button: "补充说明", done: "已记录到办理情况。", log: "补充材料" },
  ask_close: { button: "申请销号", done: "销号申请已提交，等待确认。", log: "申请销号" },
  grant_extension: { button: "同意延期", done: "已同意延期。", log: "同意延期" },
  refuse_extension: { button: "不同意延期", done: "已答复，截止日期不变。", log: "未同意延期" },
  request_extension: { button: "申请延期", done: "延期申请已提交，等待会签。", log: "申请延期" },
  confirm_close: { button: "确认销号", done: "已销号。", log: "确认销号" },
  refuse_close: { button: "退回", done: "已退回，请对方继续办理。", log: "退回销号申请" },
  reopen: { button: "重新办理", done: "已重新办理。", log: "重新办理" },
  accept_block: { button: "受理", done: "已受理。受阻期间该项不计分。", log: "责任单位已受理" },
  decline_block: { button: "不受理", done: "已答复对方。", log: "责任单位未受理" },
  block: { button: "报告受阻", done: "已报告受阻；受理前照常计算。", log: "报告受阻" },
  unblock: { button: "解除受阻", done: "受阻已解除，任务恢复计算。", log: "受阻解除" },
  clear: { button: "解除受阻", done: "受阻已解除，任务恢复计算。", log: "受阻解除" },
  withdraw: { button: "撤回任务", done: "任务已撤回。", log: "撤回" },
};

export const taskStatesZh = {
  proposed: "待会签",
  open: "办理中",
  closing: "待销号确认",
  closed: "已销号",
  withdrawn: "已撤回",
};

export const taskFieldsZh = {
  to: "责任单位",
  title: "任务名称",
  owner: "责任岗位",
  due: "截止日期",
  evidence_needed: "销号须附的材料",
  percent: "完成进度",
  words: "情况说明",
  until: "新的截止日期",
  day_off: "如定在节假日，请写明原因",
  reason: "理由",
  department: "需哪个部门解决？",
};

/** Labels of the history that differ from the form's. */
export const taskLoggedZh = { department: "需解决的部门" };
export const taskLoggedEn = { department: "Department that could clear it" };

export const taskRefusedZh = {
  percent_range: "进度应在0%到100%之间。",
  backwards: "进度比上次低，请说明原因。",
  date_past: "新的日期已经过了。",
  not_done: "进度到100%后才能申请销号。",
  signed_already: "已经签收过。",
  before_start: "截止日期早于开始日期。",
  second_person: "自己提出的事项须由他人会签。",
  stale: "任务刚有变动，这是最新情况。",
  wrong_state: "任务当前状态下不能办理这一步。",
  not_later: "新的日期须晚于现在的截止日。",
  no_evidence: "销号须附证明材料，请先回复本卡片发送照片或文件。",
  not_pending: "没有待答复的事项。",
  pending: "前一项还在等待答复，或任务受阻尚未解除。",
};

export const milestonesZh: Record<(typeof MILESTONE_REASONS)[number], string> = {
  bad_steps: "节点没有读懂，请每行写一个：名称、日期、累计进度，如 桩基 2026-05-30 30%。",
  too_many_steps: "节点过多，请控制在12个以内。",
  step_name: "节点名称没有填写或过长。",
  step_twice: "节点重名。",
  step_day: "节点日期不晚于前一个节点，顺序不对或互为前提。",
  step_share: "节点累计比例没有比前一个节点高，或超过100%。",
  step_outside: "节点不在开始日期与截止日期之间。",
};

export const taskStepsEn: Record<Shared, StepWords> = {
  countersign: {
    button: "Countersign",
    done: "Countersigned; the task begins.",
    log: "Countersigned",
    several: (n) => `${n} tasks have been countersigned`,
    buttonAll: (n) => `Countersign all ${n}`,
  },
  refuse: {
    button: "Do not agree",
    done: "Sent back; whoever put it forward is told why.",
    log: "Did not agree",
  },
  take_back: { button: "Take it back", done: "Taken back.", log: "Took it back" },
  sign: { button: "Sign for it", done: "Signed for.", log: "Signed for it" },
  progress: {
    button: "Report progress",
    done: "Progress recorded.",
    log: "Reported progress",
    receipt: (after, before) => `Recorded: ${after("percent")} (was ${before("percent")}).`,
  },
  show: { button: "Add material", done: "Added to the task's record.", log: "Added material" },
  ask_close: { button: "Ask to close", done: "Asked; waiting for the confirmation.", log: "Asked to close" },
  grant_extension: { button: "Grant the time", done: "More time granted.", log: "Granted more time" },
  refuse_extension: {
    button: "Do not grant",
    done: "Answered; the due day stays.",
    log: "Did not grant more time",
  },
  request_extension: {
    button: "Ask for time",
    done: "Asked; waiting for the countersign.",
    log: "Asked for more time",
  },
  confirm_close: { button: "Confirm closing", done: "Closed.", log: "Confirmed the closing" },
  refuse_close: {
    button: "Send back",
    done: "Sent back to be worked on.",
    log: "Did not confirm the closing",
  },
  reopen: { button: "Open again", done: "Opened again.", log: "Opened it again" },
  accept_block: {
    button: "Take it on",
    done: "Taken on. While blocked the task is not scored.",
    log: "Took on the blocker",
  },
  decline_block: { button: "Do not take it on", done: "Answered.", log: "Did not take on the blocker" },
  block: {
    button: "Report it blocked",
    done: "Reported; until it is taken on the task counts as usual.",
    log: "Reported it blocked",
  },
  unblock: {
    button: "Clear the block",
    done: "The way is clear; the task counts again.",
    log: "Reported the way clear",
  },
  clear: {
    button: "Clear the block",
    done: "The way is clear; the task counts again.",
    log: "Reported the way clear",
  },
  withdraw: { button: "Withdraw", done: "Withdrawn.", log: "Withdrew it" },
};

export const taskStatesEn = {
  proposed: "To be countersigned",
  open: "Under way",
  closing: "Closing to be confirmed",
  closed: "Closed",
  withdrawn: "Withdrawn",
};

export const taskFieldsEn = {
  to: "Responsible",
  title: "Title",
  owner: "Post",
  due: "Due",
  evidence_needed: "Needed to close",
  percent: "Progress",
  words: "In words",
  until: "New due day",
  day_off: "If that is a day off: why",
  reason: "Reason",
  department: "Which department could clear it?",
};

export const taskRefusedEn = {
  percent_range: "Progress is between 0% and 100%.",
  backwards: "This is less than last time; please say why.",
  date_past: "The new date is past.",
  not_done: "Closing is asked for at 100%.",
  signed_already: "Signed for already.",
  before_start: "It is due before it starts.",
  second_person: "What you put forward yourself is for somebody else to countersign.",
  stale: "The task has just changed; this is how it stands.",
  wrong_state: "As the task stands this step cannot be taken.",
  not_later: "The new date must be after the present one.",
  no_evidence: "Evidence is needed to close: please reply to this card with photos or files.",
  not_pending: "Nothing waits for an answer.",
  pending: "Something asked before still waits, or the task is still blocked.",
};

export const milestonesEn: Record<(typeof MILESTONE_REASONS)[number], string> = {
  bad_steps: "Please write one milestone a line: name, date, total progress, such as Piles 2026-05-30 30%.",
  too_many_steps: "Please keep it to 12 milestones.",
  step_name: "A milestone has no name, or too long a one.",
  step_twice: "Two milestones are called so.",
  step_day: "A milestone is not after the one before.",
  step_share: "A milestone's share is not above the one before, or over 100%.",
  step_outside: "A milestone is not between start and due.",
};
