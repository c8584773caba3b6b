import type { Locale } from "../../src/domain/people.ts";
import type { DecisionRefusal, DraftRefusal, UrgentRequest } from "../../src/domain/urgent-request.ts";

// The words around an urgent message: who asks what of whom, who approves it, what it costs, how it ended.

/** Why the platform did not mark a message urgent: the app may not, or this receiver cannot be reached so. */
export type MarkRefusal = "no_scope" | "receiver";
/** What an approval may come to beside the rules: nobody left to send it to. */
export type UrgentRefusal = DraftRefusal | DecisionRefusal | "all_done" | "no_receiver" | "nobody_approves";

const statusZh: Record<UrgentRequest["status"], string> = {
  proposed: "待批准",
  sent: "已发出",
  over: "已结束",
  refused: "未批准",
  withdrawn: "已撤回",
  expired: "已失效",
};

const zh = {
  formTitle: "提出加急",
  formIntro:
    "用于催办确实紧急的填报。由您提出，经另一位同志批准后才发出；只在工作时间发送，对方的飞书会有加急提醒。",
  price: (month: number, quarter: number) => `本月已发加急 **${month}** 次，本季度 **${quarter}** 次。`,
  towns: "发给哪些单位（可多选）",
  chooseTowns: "请选择单位",
  allMissing: (n: number) => `所有尚未报送的单位（${n}个）`,
  words: "请对方办什么",
  reason: "加急理由（供批准人判断，也会告知对方）",
  approver: "请谁批准",
  until: "时限（到时未批准即作废；已发出的到时结束）",
  propose: "提请批准",
  title: (status: UrgentRequest["status"]) => `加急申请：${statusZh[status]}`,
  by: (name: string, when: string) => `由${name}提出（${when}）。`,
  to: (towns: string, n: number) => `发给：${towns}，共${n}位填报人。`,
  asks: "内容：",
  because: "理由：",
  end: (when: string) => `时限：**${when}**。`,
  waitsFor: (name: string) => `等待${name}批准；到时未批准即作废，不会发出。`,
  decide: "请您决定。批准后马上发给以上单位的填报人，并请飞书作加急提醒；其间已经报送的单位不再发送。",
  approve: "批准并发出",
  approveTitle: "批准这条加急？",
  approveText: (n: number) => `将马上发给以上单位的${n}位填报人，其间已经报送的单位除外。这次计入加急次数。`,
  refuse: "不批准",
  withdraw: "撤回",
  why: "不批准的理由（会告知提出人）",
  sendRefusal: "确定不批准",
  back: "返回",
  leave: "不发了，看看还能做什么",
  outcome: {
    sent: (name: string, when: string) => `已由${name}批准并发出（${when}）。`,
    over: (name: string, when: string) => `已由${name}批准并发出（${when}），时限已过。`,
    refused: (name: string, when: string) => `${name}没有批准（${when}）。`,
    withdrawn: (_: string, when: string) => `提出人已撤回（${when}），没有发出。`,
    expired: (name: string, _: string) => `到时限${name}没有批准，已作废，没有发出。`,
  },
  newsTitle: "加急：请尽快办理",
  newsTag: "加急",
  before: (when: string) => `请在**${when}**前办理。`,
  approved: (office: string) => `本条加急由${office}提出，并经专人批准。`,
  myForm: "我的填报",
  reported: "您单位已经报送，这条加急已办结，谢谢。",
  timeOver: (office: string) => `时限已过，这条加急已结束。如还没有办理，请与${office}联系。`,
  done: {
    proposed: "已提交，等待批准。",
    approve: "已批准，正在发送。",
    refuse: "已记录，不会发出。",
    withdraw: "已撤回，不会发出。",
  },
  told: {
    refused: (name: string, reason: string) => `您提出的加急，${name}没有批准：${reason}`,
    expired: (when: string) => `您提出的加急到${when}没有获得批准，已作废，没有发出。如仍需要，请重新提出。`,
  },
  unmarked: {
    no_scope:
      "有一条加急消息已照常送达，但应用没有开通加急权限，对方的飞书没有加急提醒。如需提醒，请电话联系，并请管理员在开发者后台开通。",
    receiver: (who: string) =>
      `有一条加急消息已照常送达，但飞书没有接受对${who}的加急提醒（可能还有其他单位）。如需提醒，请电话联系。`,
  },
  inPrivate: "加急请在与我的私聊里提出：私聊我发“加急”即可。",
  approveFallback: "有一条加急申请等您批准。卡片没有发出来，请联系市办。",
  newsFallback: (words: string, when: string) => `加急：${words}（请在${when}前办理）`,
};

export type UrgentText = typeof zh & {
  refused: (why: UrgentRefusal, next: string) => string;
};

const refusedZh: Record<UrgentRefusal, (next: string) => string> = {
  outside_hours: (next) => `加急只在工作时间办理，最早可在${next}。`,
  no_towns: () => "请选择单位。",
  empty: () => "请把内容和理由写清楚。",
  too_long: () => "内容请控制在300字以内，理由请控制在200字以内。",
  approver: () => "请从名单里选另一位同志批准，不能由本人批准。",
  end: () => "时限不合适：应在今后24小时以内，并在工作时间里。请重新选择。",
  not_named: () => "这条加急由指定的同志批准，您不用办理。",
  decided: () => "这条加急已经办结，这是最新情况。",
  expired: () => "这条加急已过时限，已作废，没有发出。",
  all_done: () => "这些单位都已经报送，不需要再发。",
  no_receiver: () => "这些单位在名单里没有填报人，发不出去。请先补充人员名单。",
  nobody_approves: () => "名单里没有其他可以批准加急的同志（市办其他同志或领导），请先补充人员名单。",
};

const en: Omit<UrgentText, "refused"> = {
  formTitle: "Propose an urgent message",
  formIntro:
    "For a report that truly cannot wait. You propose it, another colleague approves it, and only then is it sent; in working hours only, with an urgent mark in the receivers' Feishu.",
  price: (month, quarter) =>
    `Urgent messages sent so far: **${month}** this month, **${quarter}** this quarter.`,
  towns: "To which places (several may be ticked)",
  chooseTowns: "Choose places",
  allMissing: (n) => `All that have not reported yet (${n})`,
  words: "What they are asked to do",
  reason: "Why it is urgent (for the approver, and told to the places)",
  approver: "Who approves it",
  until: "Until when (void if not approved by then; over if sent)",
  propose: "Ask for approval",
  title: (status) => `Urgent message: ${statusEn[status]}`,
  by: (name, when) => `Proposed by ${name} (${when}).`,
  to: (towns, n) => `To: ${towns}; ${n} official(s) in all.`,
  asks: "Message: ",
  because: "Reason: ",
  end: (when) => `Until: **${when}**.`,
  waitsFor: (name) => `Waits for ${name}; if not approved in time it is void and is not sent.`,
  decide:
    "Please decide. Once approved it goes to the officials of these places at once, and Feishu is asked for the urgent mark; places that have reported meanwhile get none.",
  approve: "Approve and send",
  approveTitle: "Approve this urgent message?",
  approveText: (n) =>
    `It goes to the ${n} official(s) of these places at once, but for places that have reported meanwhile. It counts as an urgent message.`,
  refuse: "Do not approve",
  withdraw: "Withdraw",
  why: "Why not (told to the proposer)",
  sendRefusal: "Do not approve it",
  back: "Back",
  leave: "Not now: what else is there",
  outcome: {
    sent: (name, when) => `Approved by ${name} and sent (${when}).`,
    over: (name, when) => `Approved by ${name} and sent (${when}); its time has passed.`,
    refused: (name, when) => `Not approved by ${name} (${when}).`,
    withdrawn: (_, when) => `Withdrawn by the proposer (${when}); nothing was sent.`,
    expired: (name) => `Not approved by ${name} in time: it is void, nothing was sent.`,
  },
  newsTitle: "Urgent: please see to this soon",
  newsTag: "Urgent",
  before: (when) => `Please see to it by **${when}**.`,
  approved: (office) => `Sent by ${office} and approved by a named colleague.`,
  myForm: "My form",
  reported: "Your report is in; this urgent message is settled, thank you.",
  timeOver: (office) =>
    `Its time has passed and this urgent message is over. If it is not done yet, please contact ${office}.`,
  done: {
    proposed: "Passed on; waiting for approval.",
    approve: "Approved; it is on its way.",
    refuse: "Noted; nothing is sent.",
    withdraw: "Withdrawn; nothing is sent.",
  },
  told: {
    refused: (name, reason) => `Your urgent message was not approved by ${name}: ${reason}`,
    expired: (when) =>
      `Your urgent message was not approved by ${when}: it is void, nothing was sent. Please propose it anew if it is still needed.`,
  },
  unmarked: {
    no_scope:
      "An urgent message was delivered, but without the urgent mark: the app has no permission for it. Please phone where it matters, and have the scope granted in the developer console.",
    receiver: (who) =>
      `An urgent message was delivered, but Feishu did not take the urgent mark for ${who} (perhaps for others too). Please phone where it matters.`,
  },
  inPrivate: "Please propose an urgent message in our private chat: send “urgent” there.",
  approveFallback:
    "An urgent message waits for your approval. The card could not be sent; please contact the city office.",
  newsFallback: (words, when) => `Urgent: ${words} (please by ${when})`,
};

const statusEn: Record<UrgentRequest["status"], string> = {
  proposed: "waits for approval",
  sent: "sent",
  over: "over",
  refused: "not approved",
  withdrawn: "withdrawn",
  expired: "void",
};

const refusedEn: Record<UrgentRefusal, (next: string) => string> = {
  outside_hours: (next) => `Urgent messages are for working hours only; the next are from ${next}.`,
  no_towns: () => "Please choose a place.",
  empty: () => "Please say what is asked and why it is urgent.",
  too_long: () => "Please keep the message to 300 characters and the reason to 200.",
  approver: () => "Please choose somebody else from the roster to approve it.",
  end: () => "Please choose another end: within 24 hours from now and in working hours.",
  not_named: () => "This is for the named colleague to decide.",
  decided: () => "This has been decided; here is how it stands.",
  expired: () => "Its time has passed: it is void, nothing was sent.",
  all_done: () => "These places have all reported; there is no need to send it.",
  no_receiver: () => "The roster has no official of these places; please complete it first.",
  nobody_approves: () =>
    "The roster has nobody else who may approve (the office's other staff, or a leader); please complete it first.",
};

export function urgentText(locale: Locale): UrgentText {
  return locale === "en"
    ? { ...en, refused: (why, next) => refusedEn[why](next) }
    : { ...zh, refused: (why, next) => refusedZh[why](next) };
}
