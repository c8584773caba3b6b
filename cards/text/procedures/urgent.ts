import type { urgent } from "../../../src/domain/procedure/urgent.ts";
import type { WordsFor } from "./words.ts";

// The words around an urgent message: who asks what of whom, who approves it, how it ended.

const zh: WordsFor<typeof urgent> = {
  name: "加急",
  said: { names: ["紧急通知", "紧急消息"] },
  title: () => "加急申请",
  newTitle: () => "提出加急",
  states: {
    proposed: "待批准",
    sent: "已发出",
    over: "已结束",
    refused: "未批准",
    withdrawn: "已撤回",
    expired: "已失效",
  },
  steps: {
    propose: {
      button: "提请批准",
      done: "已提交，等待批准。",
      log: "提出",
      intro:
        "用于催办确实紧急的填报。由您提出，经另一位同志批准后才发出；只在工作时间发送，对方的飞书会有加急提醒。",
    },
    approve: {
      button: "批准并发出",
      done: "已批准，正在发送。",
      log: "批准并发出",
      confirm: {
        title: "批准这条加急？",
        text: "将马上发给以上单位的填报人，其间已经报送的单位除外。这次计入加急次数。",
      },
    },
    refuse: { button: "不批准", done: "已记录，不会发出。", log: "不批准" },
    withdraw: { button: "撤回", done: "已撤回，不会发出。", log: "撤回，没有发出" },
    expire: { button: "作废", done: "已作废。", log: "到时限没有获得批准，已作废，没有发出" },
    end: { button: "结束", done: "已结束。", log: "时限已过" },
  },
  fields: {
    towns: "发给哪些单位（可多选）",
    words: "请对方办什么",
    reason: "加急理由（供批准人判断，也会告知对方）",
    approver: "请谁批准",
    until: "时限（到时未批准即作废；已发出的到时结束）",
    why: "不批准的理由（会告知提出人）",
  },
  logged: { towns: "发给", words: "内容", reason: "理由", approver: "批准人", until: "时限", why: "理由" },
  refused: {
    outside_hours: "加急只在工作时间办理，请到工作时间再办。",
    no_towns: "所选的单位都已经报送，请另选。",
    end: "时限不合适：应在今后24小时以内，并在工作时间里。请重新选择。",
    expired: "这条加急已过时限，已作废，没有发出。",
    all_done: "这些单位都已经报送，不需要再发。",
    no_receiver: "这些单位在名单里没有填报人，发不出去。请先补充人员名单。",
    not_yours: "这一步由提出人和指定的批准人办理。",
    wrong_state: "这条加急已经办结，这是最新情况。",
    already: "同样的加急已经提出，还没有结束。",
  },
};

const en: WordsFor<typeof urgent> = {
  name: "Urgent message",
  title: () => "Urgent message",
  newTitle: () => "Propose an urgent message",
  states: {
    proposed: "Waits for approval",
    sent: "Sent",
    over: "Over",
    refused: "Not approved",
    withdrawn: "Withdrawn",
    expired: "Void",
  },
  steps: {
    propose: {
      button: "Ask for approval",
      done: "Passed on; waiting for approval.",
      log: "Proposed",
      intro:
        "For a report that truly cannot wait. You propose it, another colleague approves it, and only then is it sent; in working hours only, with an urgent mark in the receivers' Feishu.",
    },
    approve: {
      button: "Approve and send",
      done: "Approved; it is on its way.",
      log: "Approved and sent",
      confirm: {
        title: "Approve this urgent message?",
        text: "It goes to the officials of these places at once, but for places that have reported meanwhile. It counts as an urgent message.",
      },
    },
    refuse: { button: "Do not approve", done: "Noted; nothing is sent.", log: "Not approved" },
    withdraw: { button: "Withdraw", done: "Withdrawn; nothing is sent.", log: "Withdrawn; nothing was sent" },
    expire: { button: "Void", done: "Void.", log: "Not approved in time: void, nothing was sent" },
    end: { button: "End", done: "Over.", log: "Its time has passed" },
  },
  fields: {
    towns: "To which places (several may be ticked)",
    words: "What they are asked to do",
    reason: "Why it is urgent (for the approver, and told to the places)",
    approver: "Who approves it",
    until: "Until when (void if not approved by then; over if sent)",
    why: "Why not (told to the proposer)",
  },
  logged: {
    towns: "To",
    words: "Message",
    reason: "Reason",
    approver: "Approver",
    until: "Until",
    why: "Reason",
  },
  refused: {
    outside_hours: "Urgent messages are for working hours only.",
    no_towns: "These places have all reported; please choose others.",
    end: "Please choose another end: within 24 hours from now and in working hours.",
    expired: "Its time has passed: it is void, nothing was sent.",
    all_done: "These places have all reported; there is no need to send it.",
    no_receiver: "The roster has no official of these places; please complete it first.",
    not_yours: "This is for the proposer and the named approver.",
    wrong_state: "This has been decided; here is how it stands.",
    already: "The same message has been proposed and is not over yet.",
  },
};

export const urgentWords = { "zh-CN": zh, en };
