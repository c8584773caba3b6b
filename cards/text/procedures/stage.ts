import type { stage } from "../../../src/domain/stages/stage.ts";
import { stageNames } from "../stage-names.ts";
import type { WordsFor } from "./words.ts";

// Wording of a town's stage in the programme.

const zhStages = stageNames("zh-CN").stages;
const zh: WordsFor<typeof stage> = {
  name: "创建阶段",
  title: ({ town }) => `${town}：创建阶段`,
  newTitle: ({ town }) => (town === "" ? "登记创建阶段" : `${town}：登记创建阶段`),
  back: "阶段目标",
  states: zhStages,
  steps: {
    enlist: {
      button: "提交",
      done: "已提交，请另一位同志确认。",
      log: "登记阶段",
      intro: "选这个镇现在所处的阶段，写明依据的文件或会议。另一位同志确认后生效。",
    },
    entered: { button: "进入", done: "已进入。", log: "随方案或验收进入" },
    confirm: {
      button: "同意",
      done: "已确认，阶段随之变动。",
      log: "确认",
      several: (n) => `有${n}个镇的创建阶段有变动`,
      buttonAll: (n) => `确认全部${n}个镇的阶段`,
    },
    refuse: { button: "不同意", done: "已退回，原因已告知提出方。", log: "未同意" },
    withdraw: { button: "撤回", done: "已撤回。", log: "撤回" },
    propose: {
      button: "提出阶段变动",
      done: "已提出，等待决定。",
      log: "提出进入",
      intro: "逐项核对后勾选。条件没有全部满足、材料没有交齐的，不能进入下一阶段。",
    },
    moved: { button: "进入", done: "已进入。", log: "随方案或验收进入" },
    hand_in: {
      button: "提交材料",
      done: "材料已登记。",
      log: "提交材料",
      intro: "文件发来后，勾选是哪几份。",
    },
    rectify: { button: "要求整改", done: "已通知镇、县限期整改。", log: "要求整改" },
    mended: { button: "报告整改完成", done: "已报告，等待核查。", log: "报告整改完成" },
    end_rectify: { button: "确认整改到位", done: "整改已结束。", log: "确认整改到位" },
    pause: { button: "暂停", done: "已暂停。", log: "暂停" },
    resume: { button: "恢复", done: "已恢复。", log: "恢复" },
  },
  fields: {
    town: "哪个镇",
    stage: "进入的阶段",
    since: "从哪一天起",
    why: "依据",
    reason: "不同意的原因",
    checklist: "已核对满足的条件",
    papers: "发来的材料",
    demand: "整改要求",
    until: "整改期限",
    day_off: "如定在节假日，请写明原因",
    done: "整改情况",
    cause: "暂停的原因",
  },
  logged: { town: "单位", since: "起始日期" },
  choices: { stage: zhStages },
  refused: {
    unchecked: "还有条件没有勾选，全部满足才能进入下一阶段。",
    papers_missing: "材料还没有交齐，请先提交材料。",
    no_papers: "目前没有要提交的材料。",
    side_open: "这个镇正在整改或暂停，先结束整改、恢复创建，再进入下一阶段。",
    in_future: "起始日期不能晚于今天。",
    before_last: "起始日期不能早于上一阶段开始的日子。",
    past_day: "整改期限请填今天以后的日子。",
    second_person: "这是您提出的，请另一位同志（或领导小组成员）决定。",
    already: "这个镇的阶段已经登记，请在记录上办理。",
    pending: "已经提出的阶段变动还在等待决定，请先办结。",
  },
};

const enStages = stageNames("en").stages;
const en: WordsFor<typeof stage> = {
  name: "Stage",
  title: ({ town }) => `${town}: stage in the programme`,
  newTitle: ({ town }) => (town === "" ? "Enter a stage" : `${town}: enter its stage`),
  back: "Phased goals",
  states: enStages,
  steps: {
    enlist: {
      button: "Submit",
      done: "Submitted. A second person is asked to confirm it.",
      log: "Entered a stage",
      intro:
        "The stage this town is in now, and the document or meeting it follows. A second person confirms it.",
    },
    entered: { button: "Enter", done: "Entered.", log: "Entered with a plan or an acceptance" },
    confirm: {
      button: "Agree",
      done: "Confirmed; the stage has changed.",
      log: "Confirmed",
      several: (n) => `The stages of ${n} towns change`,
      buttonAll: (n) => `Confirm the stages of all ${n} towns`,
    },
    refuse: { button: "Refuse", done: "Refused; whoever proposed it is told why.", log: "Refused" },
    withdraw: { button: "Withdraw", done: "Withdrawn.", log: "Withdrew it" },
    propose: {
      button: "Propose a change of stage",
      done: "Proposed; it waits for a decision.",
      log: "Proposed",
      intro: "Tick what was checked. Until every condition is met and every paper is there, the stage stays.",
    },
    moved: { button: "Enter", done: "Entered.", log: "Entered with a plan or an acceptance" },
    hand_in: {
      button: "Hand in papers",
      done: "The papers are on file.",
      log: "Handed in papers",
      intro: "Once the files are here, tick which papers they are.",
    },
    rectify: {
      button: "Order a rectification",
      done: "Town and county are told.",
      log: "Ordered a rectification",
    },
    mended: {
      button: "Report it mended",
      done: "Reported; it waits to be checked.",
      log: "Reported it mended",
    },
    end_rectify: {
      button: "Mended, end it",
      done: "The rectification is over.",
      log: "Ended the rectification",
    },
    pause: { button: "Pause", done: "Paused.", log: "Paused" },
    resume: { button: "Resume", done: "Resumed.", log: "Resumed" },
  },
  fields: {
    town: "Which town",
    stage: "The stage it enters",
    since: "From which day",
    why: "Basis",
    reason: "Why it is refused",
    checklist: "Conditions checked",
    papers: "Papers sent",
    demand: "What has to be put right",
    until: "By which day",
    day_off: "If that is a day off: why",
    done: "What was done",
    cause: "Why it is paused",
  },
  logged: { town: "Town", since: "Since" },
  choices: { stage: enStages },
  refused: {
    unchecked: "Some conditions are not ticked; all have to be met first.",
    papers_missing: "Some papers are missing; please hand them in first.",
    no_papers: "No papers are asked for at the moment.",
    side_open: "This town is under rectification or paused; that has to end first.",
    in_future: "The first day cannot be later than today.",
    before_last: "The first day cannot be before the last stage began.",
    past_day: "Please give a day after today.",
    second_person: "You proposed it: a colleague or a member of the leading group decides.",
    already: "The stage of this town is on record; please go on there.",
    pending: "A change of stage waits for its decision; please settle that first.",
  },
};

export const stageWords = { "zh-CN": zh, en };
