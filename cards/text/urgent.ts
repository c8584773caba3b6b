import type { Locale } from "../../src/domain/programme/people.ts";

// What an urgent message costs, and what the towns read of it. The words of its approval are its procedure's.

/** Why the platform did not mark a message urgent: the app may not, or this receiver cannot be reached so. */
export type MarkRefusal = "no_scope" | "receiver";

const zh = {
  price: (month: number, quarter: number) => `本月已发加急 **${month}** 次，本季度 **${quarter}** 次。`,
  priceThen: (month: number, quarter: number) =>
    `提出时，本月已发加急 **${month}** 次，本季度 **${quarter}** 次。`,
  allMissing: (n: number) => `所有尚未报送的单位（${n}个）`,
  to: (towns: string, n: number | null) =>
    n === null ? `发给：${towns}。` : `发给：${towns}，提出时共${n}位填报人。`,
  end: (when: string) => `时限：**${when}**。`,
  /** In a list. */
  brief: (first: string, n: number, when: string) =>
    `<br>发给${first}${n > 1 ? `等${n}个单位` : ""}，时限${when}`,
  because: "理由：",
  decide:
    "请您决定，到时未批准即作废。批准后马上发给以上单位的填报人，并请飞书作加急提醒；其间已经报送的单位不再发送。",
  newsTitle: "加急：请尽快办理",
  newsTag: "加急",
  before: (when: string) => `请在**${when}**前办理。`,
  approved: (office: string) => `本条加急由${office}提出，并经专人批准。`,
  myForm: "我的填报",
  reported: "您单位已经报送，这条加急已办结，谢谢。",
  timeOver: (office: string) => `时限已过，这条加急已结束。如还没有办理，请与${office}联系。`,
  unmarked: {
    no_scope:
      "有一条加急消息已照常送达，但应用没有开通加急权限，对方的飞书没有加急提醒。如需提醒，请电话联系，并请管理员在开发者后台开通。",
    receiver: (who: string) =>
      `有一条加急消息已照常送达，但飞书没有接受对${who}的加急提醒（可能还有其他单位）。如需提醒，请电话联系。`,
  },
  inPrivate: "加急请在与我的私聊里提出：私聊我发“加急”即可。",
  outsideHours: (next: string) => `加急只在工作时间办理，最早可在${next}。`,
  nobodyApproves: "名单里没有其他可以批准加急的同志（市办其他同志或领导），请先补充人员名单。",
  newsFallback: (words: string, when: string) => `加急：${words}（请在${when}前办理）`,
};

export type UrgentText = typeof zh;

const en: UrgentText = {
  price: (month, quarter) =>
    `Urgent messages sent so far: **${month}** this month, **${quarter}** this quarter.`,
  priceThen: (month, quarter) =>
    `Urgent messages sent before it was proposed: **${month}** that month, **${quarter}** that quarter.`,
  allMissing: (n) => `All that have not reported yet (${n})`,
  to: (towns, n) =>
    n === null
      ? `To: ${towns}.`
      : `To: ${towns}; ${n === 1 ? "1 official" : `${n} officials`} in all when it was proposed.`,
  end: (when) => `Until: **${when}**.`,
  brief: (first, n, when) => `<br>To ${first}${n > 1 ? ` and ${n - 1} more` : ""}, until ${when}`,
  because: "Reason: ",
  decide:
    "Please decide; if it is not approved in time it is void. Once approved it goes to the officials of these places at once, and Feishu is asked for the urgent mark; places that have reported meanwhile get none.",
  newsTitle: "Urgent: please see to this soon",
  newsTag: "Urgent",
  before: (when) => `Please see to it by **${when}**.`,
  approved: (office) => `Sent by ${office} and approved by a second, named person.`,
  myForm: "My form",
  reported: "Your report is in; this urgent message is settled, thank you.",
  timeOver: (office) =>
    `Its time has passed and this urgent message is over. If it is not done yet, please contact ${office}.`,
  unmarked: {
    no_scope:
      "An urgent message was delivered, but without the urgent mark: the app has no permission for it. Please phone where it matters, and have the scope granted in the developer console.",
    receiver: (who) =>
      `An urgent message was delivered, but Feishu did not take the urgent mark for ${who} (perhaps for others too). Please phone where it matters.`,
  },
  inPrivate: "Please propose an urgent message in our private chat: send “urgent” there.",
  outsideHours: (next) => `Urgent messages are for working hours only; the next are from ${next}.`,
  nobodyApproves:
    "The roster has nobody else who may approve (the office's other staff, or a leader); please complete it first.",
  newsFallback: (words, when) => `Urgent: ${words} (please by ${when})`,
};

export function urgentText(locale: Locale): UrgentText {
  return locale === "en" ? en : zh;
}
