import type { Locale, Role } from "../../src/domain/programme/people.ts";
import { cny } from "./cny.ts";
import { counted } from "./counted.ts";

// Wording of answers to questions: cards and short text replies.

const zh = {
  // One town's status
  subtitle: (county: string, positioning: string) => (positioning ? `${county} · ${positioning}` : county),
  statusTitle: (town: string, period: string) => `${town} · ${period}`,
  state: (state: string, window: string) => `**本季填报**：${state}。${window}`,
  lastPublished: (period: string) => `本季度的数据还没有发布，以下是最近一次发布的**${period}**数据。`,
  notPublished: "本季度的数据还没有发布，目前没有可以查看的数据。",
  onlyResults: "本季度的数据还没有发布，以下是以前发布的结果。",
  notReported: "**本季填报**：发布时未报，没有发布的数据。",
  excused: "**本季填报**：退出或暂停创建期间不要求填报。",
  asSupplement: (state: string, supplement: string) => `${state}（${supplement}）`,
  figuresOf: (period: string) => `以下投资和进度为**${period}**数据。`,
  noFigures: "投资和形象进度还没有数据。",
  investment: (cumulative: string, plan: string, share: string) =>
    `**项目投资**：累计完成${cumulative}万元，年度计划${plan}万元${share}。`,
  share: (percent: string) => `，占计划${percent}`,
  ahead: (points: string, scheduled: string) => `比序时进度（应完成${scheduled}万元）快${points}个百分点`,
  behind: (points: string, scheduled: string) => `比序时进度（应完成${scheduled}万元）慢${points}个百分点`,
  level: (scheduled: string) => `与序时进度（应完成${scheduled}万元）一致`,
  light: (color: string, light: string) => `，<font color='${color}'>**${light}**</font>`,
  image: (actual: string, planned: string) => `**形象进度**：实际${actual}，计划${planned}`,
  imageGap: (points: string) => `，相差${points}个百分点`,
  standing: (period: string, rank: string, ranked: number, score: string) =>
    `**排名**：${period}${rank}（共${ranked}个参加排名），综合得分${score}分`,
  noStanding: (period: string, standing: string) => `**排名**：${period}发布时${standing}，没有名次。`,
  change: (delta: string, move: string) => `，较上季度${delta}分、位次${move}`,
  stop: "。",
  problems: "**存在问题**",
  problem: (section: string, words: string) => `${section}：${words}`,
  moreProblems: (n: number) => `另有${n}条，详见报表。`,
  noProblems: "**存在问题**：没有填报。",
  together: (state: string, figures: string) => `${state}${figures}`,
  place: (rank: number) => `第${rank}名`,
  earlier: (items: string[]) => `此前：${items.join("；")}。`,
  earlierScore: (period: string, score: string, rank: string, light: string) =>
    `${period}${score}分${rank === "" ? "" : `、${rank}`}、${light}`,
  earlierFigure: (period: string, value: string) => `${period} ${value}`,
  problemCount: (n: number) => `存在问题 ${n}条`,
  gaps: (periods: string[]) => `没有得分的季度：${periods.join("、")}。`,
  // Who has not reported
  missingTitle: (period: string) => `${period}还没报的单位`,
  missingCount: (missing: number, total: number) => `应报${total}个，还有 **${missing}** 个没报。`,
  nobodyMissing: (total: number) => `应报${total}个，**都报了**。`,
  returnedCount: (n: number) => `另有 **${n}** 个已报过，退回后还没重新提交：`,
  missingTown: (town: string, state: string, done: number, sections: number) =>
    `${town}（${state}，已填${done}/${sections}）`,
  missingUntouched: (town: string, state: string) => `${town}（${state}）`,
  county: (county: string, towns: string[]) => `**${county}**：${towns.join("、")}`,
  unnamed: (n: number) => `另有${n}个没有列出。`,
  // Help and not understood
  /** What comes to a post by itself; said once, when its holder first opens the chat. */
  comes: {
    town_official: "一个季度结束后，填报卡自动送到这里；临近截止再提醒您，其余时间不打扰。",
    town_principal: "本单位的事项过了期限会告诉您，其余时间不打扰。",
    county_reviewer: "所辖单位提交填报后，审核卡自动送到这里。",
    county_principal: "需要您会签的事项自动送到这里；本县（市、区）的事项过了期限也会告诉您。",
    city_office: "每季度的报送进度和等市办办理的事项自动送到市办工作群；没有登记群的，送到这里。",
    leader: "周报和排名发到领导小组群；需要您决定的事项自动送到这里。",
    department: "等贵单位办理的事项自动送到这里。",
  } satisfies Record<Role, string>,
  comesToDeputy:
    "同一岗位有几位同志的，先找名单里排在第一位的那位；事项过了期限，也会提醒您。您也可以问我“等我办的”，直接办理。",
  helpTitle: "我能做什么",
  helpLead: "直接发消息给我就行；在群里先@我，再说一句。可以这样说：",
  say: (phrase: string, what: string) => `“${phrase}”：${what}`,
  moreExamples: (n: number) => `还可以这样问（${n}）`,
  does: {
    quote: "回复填报卡并写上数字，帮您填进去，您确认一下即可",
    photo: "回复填报卡发照片或文件，归到这一项",
  },
  quoteExample: "投资累计8820万，形象72%",
  photoExample: "照片",
  scope: "没有发布的数据，只有本单位、所在县（市、区）、市办和领导可以查看。",
  departmentScope: "您可以查看已经发布的数据，以及与本单位有关的任务。",
  suggestTitle: "没太明白您的意思",
  suggestLead: (words: string) => `您说的是“${words}”。您是不是想：`,
  suggestLeadEmpty: "您是不是想：",
  noSuggestions: "可以发“帮助”，看看我能做什么。",
  whichTitle: "您问的是哪一个？",
  whichLead: "有几个单位都对得上，请点一下：",
  townIn: (town: string, county: string) => `${town}（${county}）`,
  buttons: {
    tasks: "我的任务",
    refresh: "刷新",
    deadline: "什么时候截止",
    ranking: "看排名",
    myForm: "我的填报",
    missing: "谁还没报",
    progress: "报送进度",
    why: "为什么是这个名次",
  },
};

export type AskText = typeof zh;

const en: AskText = {
  subtitle: (county, positioning) => (positioning ? `${county} · ${positioning}` : county),
  statusTitle: (town, period) => `${town} · ${period}`,
  state: (state, window) => `**This quarter's report**: ${state}. ${window}`,
  lastPublished: (period) =>
    `This quarter's figures are not published yet; these are the last published ones, of **${period}**.`,
  notPublished: "This quarter's figures are not published yet, and there are no earlier ones to show.",
  onlyResults: "This quarter's figures are not published yet; below is what was published before.",
  notReported: "**This quarter's report**: not there when the ranking was published; there are no figures.",
  excused: "**This quarter**: no report is asked for while the town is away or paused.",
  asSupplement: (state, supplement) => `${state} (${supplement})`,
  figuresOf: (period) => `Investment and progress below are of **${period}**.`,
  noFigures: "No figures for investment and image progress yet.",
  investment: (cumulative, plan, share) =>
    `**Investment**: ${cny(cumulative)} of ${cny(plan)} planned this year${share}. `,
  share: (percent) => `, ${percent}`,
  ahead: (points, scheduled) =>
    `${points} percentage points ahead of schedule (${cny(scheduled)} due by now)`,
  behind: (points, scheduled) => `${points} percentage points behind schedule (${cny(scheduled)} due by now)`,
  level: (scheduled) => `exactly on schedule (${cny(scheduled)} due by now)`,
  light: (color, light) => `, <font color='${color}'>**${light}**</font>`,
  image: (actual, planned) => `**Image progress**: ${actual} done, ${planned} planned`,
  imageGap: (points) => `, ${points} percentage points apart`,
  standing: (period, rank, ranked, score) => `**Rank**: ${rank} of ${ranked} in ${period}, score ${score}`,
  noStanding: (period, standing) => `**Rank**: ${standing} when ${period} was published, so without a rank.`,
  change: (delta, move) => `, ${delta} against the quarter before, rank: ${move}`,
  stop: ".",
  problems: "**Problems reported**",
  problem: (section, words) => `${section}: ${words}`,
  moreProblems: (n) => `${n} more in the report.`,
  noProblems: "**Problems reported**: none.",
  together: (state, figures) => `${state} ${figures}`,
  place: (rank) => `rank ${rank}`,
  earlier: (items) => `Before: ${items.join("; ")}.`,
  earlierScore: (period, score, rank, light) =>
    `${period} ${score} points${rank === "" ? "" : `, ${rank}`}, ${light}`,
  earlierFigure: (period, value) => `${period} ${value}`,
  problemCount: (n) => `Problems reported: ${n}`,
  gaps: (periods) => `Quarters without a score: ${periods.join(", ")}.`,
  missingTitle: (period) => `Not yet reported for ${period}`,
  missingCount: (missing, total) => `**${missing}** of ${total} have not reported yet.`,
  nobodyMissing: (total) => `All ${total} **have reported**.`,
  returnedCount: (n) => `**${n}** more reported, but have not sent it again after it was returned:`,
  missingTown: (town, state, done, sections) =>
    `${town} (${state}, ${done} of ${counted(sections, "section")})`,
  missingUntouched: (town, state) => `${town} (${state})`,
  county: (county, towns) => `**${county}**: ${towns.join(", ")}`,
  unnamed: (n) => `${n} more are not listed.`,
  comes: {
    town_official:
      "When a quarter is over its form comes here by itself; you are reminded before it is due, and left in peace otherwise.",
    town_principal:
      "You are told when something of your town is past its due day, and left in peace otherwise.",
    county_reviewer: "When a town of your county submits its report, its review comes here by itself.",
    county_principal:
      "What you countersign comes here by itself; you are also told when something of your county is past its due day.",
    city_office:
      "Each quarter's progress and what waits for the office come by themselves: to the office's group where one is registered, here otherwise.",
    leader: "Digests and rankings go to the leading group's chat; what you decide comes here by itself.",
    department: "What waits for your department comes here by itself.",
  },
  comesToDeputy:
    "Of several people in one post the first of the roster is asked; you are reminded too once something is past its due day. Ask “what is waiting for me” at any time, or do it yourself.",
  helpTitle: "What I can do",
  helpLead: "Send me a message, or mention me in a group, and say for example:",
  say: (phrase, what) => `“${phrase}”: ${what}`,
  moreExamples: (n) => `You may also ask (${n})`,
  does: {
    quote: "reply to the card with figures like these, and they are filled in for you to confirm",
    photo: "reply to the card with photos or files, and they are kept with that section",
  },
  quoteExample: "invested 8820, image 72%",
  photoExample: "photos",
  scope:
    "Figures not yet published are open only to the place itself, its county, the office and the leaders.",
  departmentScope: "You can see whatever is published, and the tasks that concern you.",
  suggestTitle: "I did not quite understand",
  suggestLead: (words) => `You wrote “${words}”. Did you mean:`,
  suggestLeadEmpty: "Did you mean:",
  noSuggestions: "Send “help” to see what I can do.",
  whichTitle: "Which one do you mean?",
  whichLead: "More than one place fits; please tap one:",
  townIn: (town, county) => `${town} (${county})`,
  buttons: {
    tasks: "My tasks",
    refresh: "Refresh",
    deadline: "When is the deadline",
    ranking: "Ranking",
    myForm: "My form",
    missing: "Who has not reported",
    progress: "Progress",
    why: "Why this rank",
  },
};

export function askText(locale: Locale): AskText {
  return locale === "en" ? en : zh;
}
