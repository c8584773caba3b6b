import type { bulletin } from "../../../src/domain/bulletin/bulletin.ts";
import type { WordsFor } from "./words.ts";

// Wording of a 通报 on its way: drafted, countersigned, signed, issued.

const zh: WordsFor<typeof bulletin> = {
  name: "通报",
  title: ({ period, ref }) => (ref === "" ? `${period}通报` : `${period}更正通报`),
  states: {
    draft: "拟稿",
    countersigning: "会签中",
    signing: "待签发",
    signed: "待编号印发",
    issued: "已印发",
    withdrawn: "已撤销",
  },
  steps: {
    draft: { button: "起草通报", done: "已按发布的结果起草。", log: "起草" },
    send_round: { button: "送会签", done: "已送出，按顺序会签、签发。", log: "送会签" },
    revise: {
      button: "修改段落",
      done: "已修改。",
      log: "修改",
      intro: "一次修改一段。内容留空即删去这一段；上一期通报用过的句子，事实不同的不能再用。",
    },
    redraft: {
      button: "重新起草",
      done: "已按现在的结果重新起草。",
      log: "重新起草",
      confirm: { title: "重新起草？", text: "按现在发布的结果重新起草，已经做的修改不再保留。" },
    },
    agree: { button: "同意，会签", done: "已会签。", log: "会签" },
    sign: { button: "签发", done: "已签发，由市办编号印发。", log: "签发" },
    issue: {
      button: "编号印发",
      done: "已编号印发。",
      log: "编号印发",
      intro: "序号按本年度发文登记填写，不编虚位。提交后生成文件，发到各群并存档。",
    },
    remark: { button: "对段落提意见", done: "已告知市办。", log: "意见" },
    send_back: { button: "退回修改", done: "已退回市办。", log: "退回修改" },
    pass_over: {
      button: "跳过这一家",
      done: "已转给下一家。",
      log: "跳过",
      intro: "会签单位迟迟没有办理的，写明原因后转给下一家，原因记入办理过程。",
    },
    recall: { button: "收回修改", done: "已收回，修改后重新送会签。", log: "收回" },
    file: { button: "发我文件", done: "正在生成文件，稍后发给您。", log: "取文件" },
    sent: { button: "已发出", done: "已发出。", log: "已发到各群并存档" },
    withdraw: { button: "撤销", done: "已撤销。", log: "撤销" },
  },
  fields: {
    paragraph: "段落",
    rewritten: "改为",
    words: "意见",
    number: "发文序号",
  },
  logged: { number: "序号" },
  refused: {
    not_published: "这个季度的排名还没有发布，发布后才能起草通报。",
    nothing_to_correct: "没有已印发、而结果后来有更正的通报。",
    not_here: "当前运行环境不能起草通报，请联系系统管理员。",
    no_town: "发布结果中有的单位已不在方案里，请先核对方案。",
    corrected: "发布的结果已有更正，请收回后重新起草。",
    renamed: "有的单位已经更名，请收回后重新起草。",
    too_long: "正文超过4000字，请按卡片上的提示删减。",
    repeated: "上一期通报用过这句话，请按本季度的情况另写",
    number_taken: "这个序号本年度已经用过，请核对发文登记。",
    no_file: "当前运行环境不能生成文件，请联系系统管理员导出。",
    second_person: "由您送出的通报，须由另一位同志签发。",
    already: "这个季度的通报已经起草。",
    not_yours: "通报由市办起草，按顺序会签，由领导签发。",
  },
};

const en: WordsFor<typeof bulletin> = {
  name: "Bulletin",
  title: ({ period, ref }) => (ref === "" ? `Bulletin of ${period}` : `Corrected bulletin of ${period}`),
  states: {
    draft: "Draft",
    countersigning: "Being countersigned",
    signing: "To be signed",
    signed: "To be numbered",
    issued: "Issued",
    withdrawn: "Withdrawn",
  },
  steps: {
    draft: { button: "Draft the bulletin", done: "Drafted from the published result.", log: "Drafted" },
    send_round: { button: "Send it round", done: "Sent; each signs in turn.", log: "Sent round" },
    revise: {
      button: "Change a paragraph",
      done: "Changed.",
      log: "Changed",
      intro:
        "One paragraph at a time; leave it empty to take it out. A sentence of the last bulletin is refused unless its fact is the same.",
    },
    redraft: {
      button: "Draft it anew",
      done: "Drafted anew from the present result.",
      log: "Drafted anew",
      confirm: { title: "Draft it anew?", text: "Changes made so far are not kept." },
    },
    agree: { button: "Countersign", done: "Countersigned.", log: "Countersigned" },
    sign: { button: "Sign", done: "Signed; the office numbers and issues it.", log: "Signed" },
    issue: {
      button: "Number and issue",
      done: "Numbered and issued.",
      log: "Numbered and issued",
      intro: "The number is this year's next. The file is then made, sent to the groups and archived.",
    },
    remark: { button: "Remark on a paragraph", done: "The office is told.", log: "Remark" },
    send_back: { button: "Send it back", done: "It is back with the office.", log: "Sent back" },
    pass_over: {
      button: "Do not wait",
      done: "It is with the next now.",
      log: "Not waited for",
      intro: "Give the reason; it stays in the history.",
    },
    recall: { button: "Take it back", done: "Taken back; it goes round again.", log: "Taken back" },
    file: { button: "Send me the file", done: "The file is being made.", log: "File asked for" },
    sent: { button: "Sent", done: "Sent.", log: "Sent to the groups and archived" },
    withdraw: { button: "Withdraw", done: "Withdrawn.", log: "Withdrawn" },
  },
  fields: { paragraph: "Paragraph", rewritten: "New text", words: "Remark", number: "Number" },
  logged: {},
  refused: {
    not_published: "The ranking of this quarter is not published yet.",
    nothing_to_correct: "No issued bulletin has a result that was corrected since.",
    not_here: "No bulletin can be drafted where this runs; please ask the administrator.",
    no_town: "The result has a place that is no longer in the programme; please check it.",
    corrected: "The published result was corrected: please take it back and draft it anew.",
    renamed: "A place was renamed: please take it back and draft it anew.",
    too_long: "It is longer than 4,000 characters: please cut what the card names.",
    repeated: "The last bulletin had this sentence; please write it for this quarter",
    number_taken: "This number is taken this year.",
    no_file: "No file can be made where this runs; please ask the administrator.",
    second_person: "You sent it round: somebody else signs it.",
    already: "The bulletin of this quarter is drafted already.",
    not_yours: "The office drafts it; others sign in their turn.",
  },
};

export const bulletinWords = { "zh-CN": zh, en };
