import type { Locale } from "../../src/domain/programme/people.ts";

// The city office's wording: progress, opening and publishing a quarter, groups, messages of unknown outcome.

const zh = {
  progressTitle: (period: string) => `${period}报送进度`,
  published: "已发布",
  counts: (total: number, parts: string) => `应报 **${total}** 个：${parts}`,
  count: (color: string, state: string, n: number) => `<font color='${color}'>■</font> ${state} **${n}**`,
  townLine: (color: string, town: string, state: string) =>
    `<font color='${color}'>■</font> ${town}：${state}`,
  toDo: "未填",
  /** `share`: sections filled in, of how many. */
  filled: {
    draft: (share: string) => `填报中 ${share}`,
    returned: (share: string) => `已退回 ${share}`,
  },
  moreTowns: (n: number) => `还有${n}个没有画出。`,
  notListed: (n: number) => `还有${n}个没有列出；没报的可点“谁还没报”，其他单位可发单位名称查询。`,
  late: (n: number) => `；迟报 **${n}**`,
  supplements: (n: number) => `；补报（不参加排名）**${n}**`,
  daysLate: (days: number) => `迟${days}个工作日`,
  nextStep: (step: string, why: string) => `**下一步：${step}**<br>${why}`,
  steps: {
    provisional: {
      button: "公布暂定得分",
      ready: "已可办理：各镇私下收到本镇暂定得分，异议期随即开始。",
      title: (period: string) => `公布${period}暂定得分？`,
      effect: "各镇将私下收到本镇暂定得分，并可在异议期内提出异议。",
    },
    publish: {
      button: "发布排名",
      ready: "已可办理：发布后数据冻结，排名发到各群。",
      title: (period: string) => `发布${period}排名？`,
      effect:
        "发布后，评分办法、计入排名的数据和排名结果一并冻结；此后发现差错，另行公布更正，不改动这次的结果。排名发到已登记的群，各填报单位私下看到本单位的得分明细。",
    },
  },
  close: {
    button: "锁定填报",
    title: (period: string) => `锁定${period}填报？`,
    effect: "没有报送的单位会收到通知。已报送的继续审核，退回的仍可补正。",
  },
  provisionally: (note: string) => `按暂定得分，${note}`,
  recordsPanel: (name: string, all: number, waiting: number) =>
    waiting > 0 ? `${name} ${all} 件，${waiting} 件待办` : `${name} ${all} 件，均已办结`,
  allRecords: "查看全部",
  year: "年度考核",
  exportHint: "需要手工复核时，可请管理员导出带公式的工作簿。",
  publishMissing: (n: number) =>
    `${n}个单位没有报送或没有重新提交（只有补报的也在内），按未报列在最后，不排名次；此后报送的计为补报：留存、审核，不参加本季度排名。`,
  /** Accepted objections whose figures have not changed since the provisional scores. */
  unmended: (titles: string[], n: number) =>
    `**已采纳、数据还没有变化的异议 ${n} 条**：${titles.join("；")}${n > titles.length ? "等" : ""}。需要更正的，请在下面打开该条，退回相应内容，由镇上补正；不更正也可以发布。`,
  publishUnmended: (titles: string[], n: number) =>
    `另有${n}条异议已经采纳，所涉数据与暂定得分时相同（${titles.join("；")}${n > titles.length ? "等" : ""}），发布后按现有数据计分。`,
  frozen: "本季度排名已发布，数据已冻结。",
  seeRanking: "查看排名",
  refresh: "刷新",
  openTitle: (period: string) => `开启${period}填报`,
  openText: (n: number) =>
    `本季度填报还没有开启。开启后，**${n}** 个单位各有一名填报人收到填报卡，已审核通过的上季度数据随卡带入。`,
  open: "开启填报",
  openConfirm: (n: number) => `将向${n}个单位各发一张填报卡，由名单上排在首位的填报人接收。`,
  bindTitle: "这是哪个群？",
  bindText: (chat: string, office: string) =>
    `大家好，我已加入“${chat}”。请${office}的同志点一下本群的用途，排名等消息据此发送。`,
  bindKinds: {
    leading_group: "领导小组群",
    all_towns: "全体填报单位群",
    county: "某一县（市、区）的群",
    office: "市办工作群",
  },
  bindCountyTitle: "是哪个县（市、区）的群？",
  bindCountyText: (chat: string) => `请点“${chat}”所属的县（市、区）。`,
  boundTitle: "本群已登记",
  countyGroup: (county: string) => `${county}的群`,
  boundText: (kind: string, by: string, gets: string) =>
    `本群已由${by}登记为**${kind}**，${gets}群里@我说一句，也可以随时查询。`,
  boundRankings: "排名发布后会发到本群。",
  boundOffice: "需要市办办理的事项在本群发一次，谁办都可以，办完后卡片随之更新；不再逐人私发。",
  boundInstead: (chat: string) => `此前登记的“${chat}”不再接收这类消息。`,
  releasedTitle: "本群用途已变更",
  releasedText: (kind: string, chat: string) =>
    `“${chat}”现登记为**${kind}**，这类消息今后发到那里，不再发到本群。`,
  bindAgain: "登记错了？重新选择",
  unsureTitle: "有消息不确定是否送达",
  unsureText:
    "下列消息发出后没有收到平台答复，可能已送达，也可能没有。请先问一下对方，确实没收到再重发，以免重复。",
  unsureRow: (what: string, to: string, at: string) => `**${what}**<br>发给${to} · ${at}`,
  unsureSettled: "已处理。",
  unsureMore: (n: number) => `另有 ${n} 条，处理完以上各条后再列出。`,
  sendAgain: "再发一次",
  sendAgainTitle: "确定再发一次？",
  sendAgainText: "如果上次其实已送达，对方会收到两条相同的消息。",
};

export type OfficeText = typeof zh;

const en: OfficeText = {
  progressTitle: (period) => `Reports for ${period}`,
  published: "published",
  counts: (total, parts) => `**${total}** to report: ${parts}`,
  count: (color, state, n) => `<font color='${color}'>■</font> **${n}** ${state}`,
  townLine: (color, town, state) => `<font color='${color}'>■</font> ${town}: ${state}`,
  toDo: "to be filled in",
  filled: {
    draft: (share) => `filled in ${share}`,
    returned: (share) => `returned ${share}`,
  },
  moreTowns: (n) => `${n} more are not drawn.`,
  notListed: (n) =>
    `${n} more are not listed; tap “Who has not reported”, or send a place's name to see how it stands.`,
  late: (n) => `; **${n}** late, counted in working days`,
  supplements: (n) => `; **${n}** supplementary, not ranked`,
  daysLate: (days) => `${days} ${days === 1 ? "day" : "days"} late`,
  nextStep: (step, why) => `**Next: ${step}**<br>${why}`,
  steps: {
    provisional: {
      button: "Announce provisional scores",
      ready: "Ready: every town gets its own points in private, and the time for objections begins.",
      title: (period) => `Announce the provisional scores of ${period}?`,
      effect: "Every town gets its own provisional score in private and may object within the window.",
    },
    publish: {
      button: "Publish the ranking",
      ready: "Ready: the figures are frozen, and the ranking goes to the groups.",
      title: (period) => `Publish the ranking of ${period}?`,
      effect:
        "Publishing freezes the scheme, the figures that count and the result; a mistake found later is corrected beside it, and this result stays as it is. The ranking goes to the registered groups, and each place sees its own points in private.",
    },
  },
  close: {
    button: "Lock the quarter",
    title: (period) => `Lock ${period}?`,
    effect:
      "Places that have not reported are told. What was sent in is reviewed to its end, and what was sent back may still be mended.",
  },
  provisionally: (note) => `By the provisional scores: ${note}`,
  recordsPanel: (name, all, waiting) =>
    waiting > 0 ? `${name}: ${all}, ${waiting} under way` : `${name}: ${all}, all settled`,
  allRecords: "See all",
  year: "The year so far",
  exportHint: "To check by hand, ask the administrator for the workbook with its formulas.",
  publishMissing: (n) =>
    `${n} have not reported or not sent their report again (those with a supplement only among them): they are listed last as not reported, without a rank. What they send from then on is a supplement: kept and reviewed, but not ranked this quarter.`,
  unmended: (titles, n) =>
    `**Accepted objections whose figures have not changed: ${n}** (${titles.join("; ")}${n > titles.length ? "; …" : ""}). To have one corrected, open it below and send the figures back to the town; publishing without is possible.`,
  publishUnmended: (titles, n) =>
    `${n === 1 ? "1 objection was" : `${n} objections were`} accepted while the figures are still those of the provisional scores (${titles.join("; ")}${n > titles.length ? "; …" : ""}); publishing counts the figures as they are.`,
  frozen: "This quarter's ranking is published and its figures are frozen.",
  seeRanking: "See the ranking",
  refresh: "Refresh",
  openTitle: (period) => `Open ${period} for reports`,
  openText: (n) =>
    `This quarter is not open yet. When it opens, one official of each of **${n}** places receives a card; last quarter's figures, where approved, are in place.`,
  open: "Open the quarter",
  openConfirm: (n) => `The first official on the roster of each of ${n} places will be sent a card.`,
  bindTitle: "Which group is this?",
  bindText: (chat, office) =>
    `Hello, I have joined “${chat}”. Would a colleague from ${office} please tap what this group is for? Rankings and other messages are sent accordingly.`,
  bindKinds: {
    leading_group: "The leading group",
    all_towns: "All reporting places",
    county: "One county",
    office: "The city office",
  },
  bindCountyTitle: "Which county is it?",
  bindCountyText: (chat) => `Please tap the county that “${chat}” belongs to.`,
  boundTitle: "This group is registered",
  countyGroup: (county) => `the group of ${county}`,
  boundText: (kind, by, gets) =>
    `${by} registered this group as **${kind}**. ${gets} Mention me with a question at any time.`,
  boundRankings: "Published rankings will be sent here.",
  boundOffice:
    "What the office has to do stands here once; anyone may do it, and the card changes when it is done. It is no longer sent to each in private.",
  boundInstead: (chat) => `“${chat}”, registered before, no longer gets these messages.`,
  releasedTitle: "This group's purpose has changed",
  releasedText: (kind, chat) =>
    `“${chat}” is now registered as **${kind}**; these messages go there from now on and no longer come here.`,
  bindAgain: "Not right? Choose again",
  unsureTitle: "Messages that may not have arrived",
  unsureText:
    "The platform gave no answer to the messages below: they may or may not have arrived. Please ask the reader first and send again only what is missing, so that nobody gets it twice.",
  unsureRow: (what, to, at) => `**${what}**<br>to ${to} · ${at}`,
  unsureSettled: "Settled.",
  unsureMore: (n) => `${n} more will be listed once these are settled.`,
  sendAgain: "Send again",
  sendAgainTitle: "Send it again?",
  sendAgainText: "If the first one did arrive, the reader will get the same message twice.",
};

export function officeText(locale: Locale): OfficeText {
  return locale === "en" ? en : zh;
}
