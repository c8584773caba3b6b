import type { Locale } from "../../src/domain/programme/people.ts";
import type { ChatAction } from "../../src/domain/question/action-words.ts";
import { phaseNameZh } from "../../src/domain/stages/phase-name.ts";

// Wording of answers about the whole programme, of what a town is, and of what is asked to be done.

const zh = {
  overview: (period: string) => `${period} · 总体情况`,
  /** `scope`: whose reports these are, where not everybody's. */
  reported: (reported: number, total: number, missing: number, scope: string | null) =>
    `${scope === null ? "" : `${scope}：`}**已报${reported}个**，共${total}个，未报${missing}个。`,
  list: (names: string[]) => names.join("、"),
  returned: (n: number) => `另有${n}个退回后还没有重新报送。`,
  published: (period: string, first: string[]) => `${period}排名已发布，第1名：${first.join("、")}。`,
  lights: (red: number, yellow: number, green: number) =>
    `投资亮灯：红灯${red}个，黄灯${yellow}个，绿灯${green}个。`,
  waiting: (period: string) => `${period} · 待办`,
  toReview: (town: string, county: string) => `${town}（${county}）：已提交，**待审核**`,
  toMend: (town: string, county: string) => `${town}（${county}）：**已退回**，还没有重新提交`,
  toReport: (town: string, state: string) => `${town}本季填报：**${state}**`,
  reportIs: (town: string, state: string) => `${town}本季填报：${state}`,
  moreReports: (n: number) => `另有${n}份填报。`,
  nothingWaits: "**没有**待审核或待修改的填报。",
  scheme: "得分怎么算",
  indicator: (name: string, weight: string) => `${name} **${weight}**`,
  schemeNote: "每项先折成百分制，再按权重相加，得到综合得分；完成得多的不超过该项上限。",
  alsoCalled: (names: string) => `又叫${names}`,
  place: (town: string) => `${town} · 基本情况`,
  positioning: (kind: string) => `定位：**${kind}**`,
  belongs: (county: string, group: string, phase: number) => `${county}，${group}，${phaseNameZh(phase)}`,
  photos: (town: string, period: string) => `${town} · ${period}照片`,
  photoCount: (n: number, sections: string[]) => `**${n}张**照片已归档：${sections.join("，")}。`,
  photosOf: (section: string, n: number) => `${section}${n}张`,
  noPhotos: (period: string) => `${period}**还没有照片**。`,
  photosDraft: (period: string) =>
    `${period}的填报还没有提交，照片在提交前只对本镇和所属县（市、区）开放，请在私聊里查看。`,
  photosPrivate: (period: string) => `${period}的排名还没有发布，照片请在私聊里查看。`,
  photosHidden: "照片只对本镇、所属县（市、区）和市里开放。",
  photosEarlier: (period: string) => `以下是**${period}**的照片。`,
  buttons: {
    missing: "谁还没报",
    ranking: "看排名",
    tasks: "我的任务",
    myForm: "我的填报",
    status: "看整体情况",
    review: (town: string) => `审核${town}`,
    urgent: "发加急提醒",
    weigh: "试算权重",
    rename: "改别名和分组",
    misreport: "登记误报",
    request: (office: string) => `请${office}办理`,
  },
  actions: {
    remind: "催报",
    bulletin: "通报",
    hand_over: "工作交接",
    extension: "延期",
    correction: "更正数据",
    review: "审核与退回",
    publish: "发布排名",
    weigh: "试算权重",
  } satisfies Record<ChatAction, string>,
  officeOnly: (what: string, office: string) => `**${what}由${office}办理**，您没有权限。`,
  ask: (office: string) => `点下面的按钮，我就把您的请求转给${office}。`,
  remind: "到期前后的提醒由系统自动发送；要马上催，可以发**加急提醒**，由另一位同志批准后发出。",
  measure: "要是指**约谈、问责**前的提醒，由领导决定。",
  bulletin: (published: string | null) =>
    `通报按已发布的排名起草，经会签、签发后发到各群${published === null ? "，目前还没有发布的排名" : `；最近一期排名是**${published}**`}。`,
  notYet: (period: string) => `**${period}的排名还没有发布**，发布后才能起草通报。`,
  handOver: (office: string) =>
    `**交接**由${office}在人员名单里登记接手人；登记以后，没有办完的填报、任务和代办事项自动移交给接手人。`,
  extension: "报送截止日不能单独顺延。任务需要延期的，在任务卡片上点“申请延期”，由督办单位决定。",
  correction:
    "提交前：直接在填报卡片上改。提交后：请县级审核人**退回**，改好再提交。发布以后：由市办核实并发布**更正**。",
  review: "填报由县级审核人审核：在审核卡片上**通过**或者**退回**。现在没有等您审核的填报。",
  weigh: "在试算表里改权重，先看名次怎么变，再提交给另一位同志确认。",
  publish: "排名在本季锁定或者全部审核通过后发布。",
  requested: (office: string) => `已转给${office}。`,
  request: (name: string, post: string, what: string) => `${post}${name}请您办理：${what}。`,
};

export type WholeText = typeof zh;

const en: WholeText = {
  overview: (period) => `${period} · overview`,
  reported: (reported, total, missing, scope) =>
    `${scope === null ? "" : `${scope}: `}**${reported} of ${total} have reported**, ${missing} have not.`,
  list: (names) => names.join(", "),
  returned: (n) => `${n} more were returned and not sent again yet.`,
  published: (period, first) => `The ranking of ${period} is published; first: ${first.join(", ")}.`,
  lights: (red, yellow, green) => `Lights of investment: ${red} red, ${yellow} yellow, ${green} green.`,
  waiting: (period) => `${period} · what waits`,
  toReview: (town, county) => `${town} (${county}): submitted, **waits for review**`,
  toMend: (town, county) => `${town} (${county}): **returned**, not sent again yet`,
  toReport: (town, state) => `${town}, this quarter's report: **${state}**`,
  reportIs: (town, state) => `${town}, this quarter's report: ${state}`,
  moreReports: (n) => `${n === 1 ? "1 more report" : `${n} more reports`}.`,
  nothingWaits: "**No** report waits for a review or a correction.",
  scheme: "How the score is computed",
  indicator: (name, weight) => `${name} **${weight}**`,
  schemeNote:
    "Each is turned into points of 100, then added up by weight; doing more than the cap of an indicator adds nothing.",
  alsoCalled: (names) => `Also called ${names}`,
  place: (town) => `${town} · about`,
  positioning: (kind) => `Positioning: **${kind}**`,
  belongs: (county, group, phase) => `${county}, ${group}, phase ${phase}`,
  photos: (town, period) => `${town} · photos of ${period}`,
  photoCount: (n, sections) => `**${n === 1 ? "1 photo" : `${n} photos`}** filed: ${sections.join(", ")}.`,
  photosOf: (section, n) => `${section} ${n}`,
  noPhotos: (period) => `**No photos yet** for ${period}.`,
  photosDraft: (period) =>
    `The report for ${period} is not submitted; until then its photos are open to the place itself and its county only, in private.`,
  photosPrivate: (period) =>
    `The ranking of ${period} is not published yet; its photos are shown in private.`,
  photosHidden: "Photos are open to the place itself, its county and the city only.",
  photosEarlier: (period) => `These are the photos of **${period}**.`,
  buttons: {
    missing: "Who has not reported",
    ranking: "Ranking",
    tasks: "My tasks",
    myForm: "My form",
    status: "How it is doing",
    review: (town) => `Review ${town}`,
    urgent: "Urgent message",
    weigh: "Try weights",
    rename: "Change names and group",
    misreport: "Record a misreport",
    request: (office) => `Ask ${office}`,
  },
  actions: {
    remind: "Sending reminders",
    bulletin: "The bulletin and its export",
    hand_over: "Handing over work",
    extension: "More time",
    correction: "Correcting figures",
    review: "Reviewing and returning",
    publish: "Publishing the ranking",
    weigh: "Trying weights",
  },
  officeOnly: (what, office) => `**${what}: for ${office} only**; you have no permission.`,
  ask: (office) => `Tap the button below and your request goes to ${office}.`,
  remind:
    "Reminders around the due date are sent by themselves. To press now, send an **urgent message**; another colleague approves it first.",
  measure: "If the **measure** before a talk is meant, a leader decides it.",
  bulletin: (published) =>
    `A bulletin is drafted from a published ranking, countersigned, signed and sent to the groups${published === null ? "; there is none yet" : `; the last ranking is of **${published}**`}.`,
  notYet: (period) =>
    `**The ranking of ${period} is not published yet**; its bulletin can be drafted after that.`,
  handOver: (office) =>
    `For a **hand-over** ${office} enters the successor in the roster; reports, tasks and open items then pass on by themselves.`,
  extension:
    "The due date of reports cannot be moved for one place. For a task, tap “Ask for more time” on its card.",
  correction:
    "Before you submit: change it on the form. Afterwards: ask the county to **return** it and submit again. Once published: the city office verifies and publishes a **correction**.",
  review: "The county's reviewer **approves** or **returns** a report on its card. None waits for you now.",
  weigh: "Change the weights in the trial form, see how places move, then propose them to a second person.",
  publish: "A ranking is published once the quarter is locked or every report is approved.",
  requested: (office) => `Passed on to ${office}.`,
  request: (name, post, what) => `${name}, ${post}, asks you for this: ${what}.`,
};

export function wholeText(locale: Locale): WholeText {
  return locale === "en" ? en : zh;
}
