import type { Locale } from "../../src/domain/people.ts";
import type { QuestionRefusal } from "../../src/domain/tracked-question.ts";

// A question from a digest to a town: courteous, answered in a sentence, followed until it is.

/** `nobody`: the town has no official on the roster. */
type Refused = Record<QuestionRefusal | "nobody", string>;

const refusedZh: Refused = {
  not_yours: "这一步不由您办理。",
  empty: "请写明内容。",
  too_long: "内容过长，请写得简短一些。",
  answered: "这条询问已经答复过。",
  nobody: "这个单位在人员名单里还没有填报人，问题没有人能收到，请市办先补充名单。",
};

const zh = {
  formTitle: (town: string) => `询问${town}`,
  about: {
    report: (period: string) => `${period}填报`,
    rank: (period: string) => `${period}位次`,
    promise: (period: string, section: string) => `${period}报表中“${section}”的下一步打算`,
    titled: (title: string) => `“${title}”`,
    task: "一项任务",
  },
  aboutLine: (about: string) => `关于：${about}`,
  drafts: {
    report: (period: string) =>
      `您好，请问${period}填报进展如何，预计哪天可以报送？如有困难需要协调，请一并说明。`,
    rank: (period: string) => `您好，请问贵单位${period}位次变化的主要原因是什么，下一步有什么打算？`,
    promise: (said: string) => `您好，贵单位上季度提出“${said}”，请问目前进展如何？`,
    task: (title: string) => `您好，请问“${title}”目前进展如何，预计哪天完成？如有困难需要协调，请一并说明。`,
  },
  label: "问题（可以修改）",
  formNote: (town: string) => `将私下发给${town}的填报人，答复私下告诉您；未答复前不会重复询问。`,
  send: "发送询问",
  sent: "已发给镇上。",
  sentLater: (moment: string) => `已记下，${moment}发给镇上：非工作时间不打扰。`,
  already: "这件事已经问过，还没有答复。",
  askedTitle: (town: string) => `已询问${town}`,
  answeredTitle: (town: string) => `${town}的答复`,
  openTitle: "一条询问，请答复",
  townAnsweredTitle: "询问已答复",
  asked: (text: string) => `**问**：${text}`,
  askedAt: (moment: string) => `询问时间：${moment}`,
  answered: (text: string) => `**答**：${text}`,
  waiting: (days: number | null) =>
    days === null || days === 0 ? "尚未答复。" : `尚未答复，已过${days}个工作日。`,
  from: { leader: "领导小组", office: (office: string) => office },
  fromLine: (who: string, about: string) => `${who}就${about}询问：`,
  answerLabel: "答复",
  answerHint: "一两句话即可",
  replyHint: "也可以直接回复这条消息作答。",
  openAnswer: "填写答复",
  answer: "提交答复",
  thanks: "已答复，谢谢。",
  back: "看周报",
  refused: refusedZh,
  fallbackTown: (text: string) => `有一条询问请答复：${text}（直接回复这条消息即可）`,
  fallbackAsker: (town: string, answer: string) => `${town}已答复：${answer}`,
};

export type QuestionText = typeof zh;

const en: QuestionText = {
  formTitle: (town) => `Ask ${town}`,
  about: {
    report: (period) => `the report for ${period}`,
    rank: (period) => `the rank in ${period}`,
    promise: (period, section) => `next steps for “${section}” in the report for ${period}`,
    titled: (title) => `“${title}”`,
    task: "a task",
  },
  aboutLine: (about) => `About: ${about}`,
  drafts: {
    report: (period) =>
      `Hello, how far is your report for ${period}, and when do you expect to send it? Please say if anything stands in the way.`,
    rank: (period) => `Hello, what mainly moved your rank in ${period}, and what do you intend to do next?`,
    promise: (said) => `Hello, last quarter you intended: “${said}”. How far is it?`,
    task: (title) =>
      `Hello, how far is “${title}”, and when do you expect it to be done? Please say if anything stands in the way.`,
  },
  label: "Question (you may change it)",
  formNote: (town) =>
    `It goes to the officials of ${town} in private, and the answer to you in private. It is not asked again while unanswered.`,
  send: "Send the question",
  sent: "It is on its way to the town.",
  sentLater: (moment) => `Noted; the town receives it at ${moment}, in working hours.`,
  already: "This has been asked and not been answered yet.",
  askedTitle: (town) => `${town} was asked`,
  answeredTitle: (town) => `${town} answered`,
  openTitle: "A question for you",
  townAnsweredTitle: "Question answered",
  asked: (text) => `**Question**: ${text}`,
  askedAt: (moment) => `Asked: ${moment}`,
  answered: (text) => `**Answer**: ${text}`,
  waiting: (days) =>
    days === null || days === 0
      ? "Not answered yet."
      : `Not answered for ${days} working ${days === 1 ? "day" : "days"}.`,
  from: { leader: "The leading group", office: (office) => office },
  fromLine: (who, about) => `${who} asks about ${about}:`,
  answerLabel: "Answer",
  answerHint: "A sentence or two will do",
  replyHint: "You may also answer by replying to this message.",
  openAnswer: "Write an answer",
  answer: "Send the answer",
  thanks: "Answered, thank you.",
  back: "See the digest",
  refused: {
    not_yours: "This step is not yours to take.",
    empty: "Please write something.",
    too_long: "Please make it shorter.",
    answered: "This question has been answered.",
    nobody:
      "No official of this place is on the roster, so nobody would receive it; please ask the city office.",
  },
  fallbackTown: (text) => `A question for you: ${text} (please reply to this message)`,
  fallbackAsker: (town, answer) => `${town} answered: ${answer}`,
};

export function questionText(locale: Locale): QuestionText {
  return locale === "en" ? en : zh;
}
