// Wording that proposals of the office share: what one member proposes is put into use by a second one, or a list is
// decided by a leader.

const zhUse = {
  states: { proposed: "待确认", adopted: "已启用", dropped: "未采用" },
  steps: {
    adopt: { button: "确认启用", done: "已启用。", log: "确认启用" },
    drop: { button: "不采用", done: "已退回，没有启用。", log: "不采用" },
    withdraw: { button: "撤回", done: "已撤回。", log: "撤回" },
  },
  refused: { second_person: "这是您提出的，请另一位同志确认。" },
};

const enUse: typeof zhUse = {
  states: { proposed: "To be confirmed", adopted: "In use", dropped: "Not used" },
  steps: {
    adopt: { button: "Confirm", done: "In use.", log: "Confirmed" },
    drop: { button: "Do not use it", done: "Sent back, not used.", log: "Not used" },
    withdraw: { button: "Withdraw", done: "Withdrawn.", log: "Withdrawn" },
  },
  refused: { second_person: "You proposed this; a colleague confirms it." },
};

/** Of what is used once a second person confirms it. */
export const usedWords = { "zh-CN": zhUse, en: enUse };

const zhList = {
  states: { proposed: "待领导决定", adopted: "已决定", dropped: "未采用" },
  propose: { button: "提出名单", done: "已提出，等待领导决定。", log: "提出名单" },
  steps: {
    drop: { button: "不采用", done: "已退回，名单没有采用。", log: "不采用" },
    withdraw: { button: "撤回", done: "已撤回。", log: "撤回" },
  },
};

const enList: typeof zhList = {
  states: { proposed: "Waiting for a leader", adopted: "Decided", dropped: "Not used" },
  propose: { button: "Put forward", done: "Put forward; a leader is asked to decide.", log: "Put forward" },
  steps: {
    drop: { button: "Do not use it", done: "Sent back; the list is not used.", log: "Not used" },
    withdraw: { button: "Withdraw", done: "Withdrawn.", log: "Withdrawn" },
  },
};

/** Of a list on which a leader decides. */
export const listWords = { "zh-CN": zhList, en: enList };
