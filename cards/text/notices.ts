import type { Locale } from "../../src/domain/programme/people.ts";
import type { Doubt } from "../../src/domain/reading/numbers.ts";
import type { StatementQuestion } from "../../src/domain/report/statement.ts";

// Wording of toasts, and of the plain text sent when Feishu rejects a card.

const zh = {
  gone: "这张卡片已失效，请发“我的填报”取最新卡片。",
  already: "已经办理过了，这是最新情况。",
  first: "刚刚有人先一步办理，请再看一次最新情况。",
  notSaved: "没有保存，请稍后再按一次。",
  tooFast: "操作太频繁，这一次没有办理，请过一分钟再按；填写的内容还在。",
  messagesWait: "您这一分钟发来的消息较多，后面几条稍后会自动处理，不必重发。",
  menuUnknown: "这个菜单项还没有设置好，已经记下。您可以直接发消息问我，例如“我的填报”“排名”。",
  saved: "已保存。",
  submitted: "已提交，等待县级审核。",
  submittedSupplement: "已提交为补报，等待县级审核；不参加本季度排名。",
  approved: "已通过。",
  sentBack: "已退回，只请对方补正您勾选的内容。",
  opened: "已开启填报，卡片正在发给各填报人。",
  locked: "已锁定。没有报送的单位会收到通知。",
  published: "已发布，正在发送到各群和各镇。",
  resent: "正在重新发送。",
  bound: "已登记。",
  filed: "照片已归好。",
  answering: "正在发给您。",
  inPrivateChat: "正在私下发给您，请到与我的私聊里看。",
  inReview: "填报正在县级审核中，暂不能修改；如需修改，请联系审核人退回。",
  alreadyApproved: "填报已审核通过；如数据有误，请联系市办更正。",
  photoNotExpected:
    "这张照片没有保存：目前没有需要您提供照片的填报。要补充给哪件事项，请回复那件事项的卡片发来。",
  fileNotExpected:
    "这份文件没有保存：目前没有需要您提供文件的填报。要补充给哪件事项，请回复那件事项的卡片发来。",
  notForYou: "您暂时没有可以查看的内容。",
  inPrivate: "填报请在与我的私聊里办理，发“我的填报”即可。",
  figuresInPrivate: "填报的数请在与我的私聊里发；刚才的数已单独发给您核对，确认后才写入。",
  cardFallback: "这条内容的卡片没有发出来，请稍后再发一次；如一直不行，请联系市办。",
  openFallback: "季度填报已开启，但卡片没有发出来。请私聊我发“我的填报”。",
  progressFallback: "进展卡片没有发出来，请私聊我发“谁还没报”。",
  reviewWaiting: (town: string) =>
    `${town}的季度填报已提交，等您审核。卡片没有发出来，请私聊我发“我的填报”。`,
  returned: (reason: string) => `您镇的填报有几处需要补正：${reason}。卡片没有发出来，请私聊我发“我的填报”。`,
  provisionalFallback: (period: string) => `${period}暂定得分已公布。卡片没有发出来，请联系市办。`,
  correctionFallback: (period: string) => `${period}排名有一处更正。卡片没有发出来，请私聊我发“排名”。`,
  provisional: "暂定得分已发给各镇，异议期已开始。",
  rankingFallback: (period: string) => `${period}排名已发布。卡片没有发出来，请私聊我发“排名”。`,
  whichGroup: "请市办的同志登记本群用途。",
  externalGroup:
    "本群有外单位人员，为免工作数据外传，不登记用途，也不在群里发送排名和进展。请在只有本单位人员的群里使用。",
  undelivered: (what: string) =>
    `有一条消息没有送达：${what}。对方可能已离职、停用机器人或不在应用可用范围，请核对人员名单。`,
  unsure: (what: string) => `有一条消息不确定是否送达：${what}。`,
  message: (subject: string) => (subject === "" ? "一条回复" : `“${subject}”的卡片`),
};

export type NoticeText = typeof zh;

const en: NoticeText = {
  gone: "This card is no longer in use. Send “my form” for a fresh one.",
  already: "This was done before; here is how things stand.",
  first: "Somebody was a moment quicker; please look again at how it stands.",
  notSaved: "Not saved; please press again in a moment.",
  tooFast:
    "Too many presses in a minute; this one was not taken. Please press again in a minute; what you typed is still there.",
  messagesWait:
    "Many messages came from you within a minute; the last ones are handled shortly, no need to send them again.",
  menuUnknown:
    "This menu item is not set up yet, which has been noted. You can ask me in words, such as “my form” or “ranking”.",
  saved: "Saved.",
  submitted: "Submitted; the county will review it.",
  submittedSupplement: "Submitted as a supplement, which is not ranked; the county will review it.",
  approved: "Approved.",
  sentBack: "Returned. Only what you ticked is asked again.",
  opened: "The quarter is open; the cards are on their way.",
  locked: "Locked. Places that have not reported are being told.",
  published: "Published; the ranking is on its way to the groups and towns.",
  resent: "Sending it again.",
  bound: "Noted.",
  filed: "The photos are filed.",
  answering: "The answer is on its way.",
  inPrivateChat: "On its way to you alone, in our private chat.",
  inReview:
    "The report is with the county and cannot be changed now. Ask the reviewer to return it if needed.",
  alreadyApproved:
    "The report has been approved. If a figure is wrong, please ask the city office to correct it.",
  photoNotExpected:
    "The photo was not kept: no report of yours is waiting for one. To add it to a matter, reply to its card with it.",
  fileNotExpected:
    "The file was not kept: no report of yours is waiting for one. To add it to a matter, reply to its card with it.",
  notForYou: "There is nothing here for your role at present.",
  inPrivate: "Please fill in your report in our private chat: send “my form” there.",
  figuresInPrivate:
    "Please send figures of your report in our private chat; these were sent to you there, to confirm before they are written.",
  cardFallback:
    "The card could not be sent. Please try again later; if it keeps failing, tell the city office.",
  openFallback: "The quarter is open, but the card could not be sent. Send me “my form” in private.",
  progressFallback: "The progress card could not be sent. Send me “who has not reported” in private.",
  reviewWaiting: (town) =>
    `${town} has submitted its quarter. The card could not be sent; send me “my form” in private.`,
  returned: (reason) =>
    `Some entries of your report came back: ${reason}. The card could not be sent; send me “my form” in private.`,
  provisionalFallback: (period) =>
    `The provisional scores of ${period} are out. The card could not be sent; please contact the city office.`,
  correctionFallback: (period) =>
    `The ranking of ${period} has a correction. The card could not be sent; send me “ranking” in private.`,
  provisional: "The provisional scores are on their way; towns may object from now.",
  rankingFallback: (period) =>
    `The ranking of ${period} is out. The card could not be sent; send me “ranking” in private.`,
  externalGroup:
    "People from outside are in this group. So that no working data leave the office, it is not registered and nothing is published here; please use a group of the office's own people.",
  whichGroup: "Would a colleague of the city office say which group this is?",
  undelivered: (what) =>
    `A message did not arrive: ${what}. The receiver may have left, stopped the bot or be outside its availability; please check the roster.`,
  unsure: (what) => `It is not certain whether a message arrived: ${what}.`,
  message: (subject) => (subject === "" ? "a reply" : `the card of “${subject}”`),
};

export const noticeText: Record<Locale, NoticeText> = { "zh-CN": zh, en };

const DOUBT: Record<Locale, Partial<Record<Doubt, string>>> = {
  "zh-CN": {
    share: "是百分之几，还是几成？",
    currency: "单位是万元还是元？",
    points: "百分点是差值，请给出百分比。",
    several: "是一个数还是两个数？",
  },
  en: {
    share: "is it a percentage or a share?",
    currency: "in yuan or in units of CNY 10,000?",
    points: "points are a difference; please give the percentage.",
    several: "is it one number or two?",
  },
};

/** Asks about a typed figure that is ambiguous. */
export function statementQuestion(question: StatementQuestion, locale: Locale): string {
  const { about, raw, doubt } = question;
  const more = (doubt && DOUBT[locale][doubt]) ?? "";
  if (locale === "en") {
    if (about === "percent" || about === "amount")
      return `“${raw}”: which figure is this? Please fill it in below or in the form.`;
    if (about === "no_box")
      return question.field === "image"
        ? `“${raw}” was not filled in: there is no project yet; please add one in the form first.`
        : `“${raw}” was not filled in: this entry is given by the year's plan.`;
    if (about === "twice")
      return `“${raw}”: two different figures were given for one entry; please keep one.`;
    return `“${raw}” could not be read for certain ${more}`.trim();
  }
  if (about === "percent" || about === "amount") return `“${raw}”指的是哪一项？请在表单里填写。`;
  if (about === "no_box")
    return question.field === "image"
      ? `“${raw}”没有填入：还没有登记项目，请先在表单的“形象进度”里添加项目。`
      : `“${raw}”没有填入：这一项按年度计划，不用填报。`;
  if (about === "twice") return `“${raw}”：同一项给了两个不同的数，请保留一个。`;
  return `“${raw}”没能读准${more ? `：${more}` : "，请写成数字。"}`;
}
