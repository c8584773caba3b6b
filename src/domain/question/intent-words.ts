import { readNumeral } from "../reading/numerals.ts";

// The words by which a question is recognised, in folded text (foldText). understand.ts combines them into an intent.

/** Lists of tasks: one's own and one's pending decisions, red ones, 督办 items, all that run, closed ones; what is stuck. */
export type TaskList = "stuck" | "mine" | "red" | "slips" | "all" | "closed";
/** The list asked for; the first match wins. */
const TASKS: ReadonlyArray<readonly [TaskList, RegExp]> = [
  ["stuck", /卡在|卡住|卡壳|堵在|\bstuck\b|\bblocked\b/],
  ["red", /红灯|逾期|超期|过期|red (light|task)|\boverdue\b/],
  ["closed", /已?销号|已办结|closed (task|item)/],
  ["slips", /督办|supervis(ed|ion)/],
  ["mine", /我的(任务|待办)|^(查看|看看?)?(待办|任务)(清单|列表|事项)?[?？]?$|my (tasks?|to-?dos?)/],
  [
    "all",
    /[黄绿蓝]灯|亮灯|年度任务|任务(清单|列表|情况|进展)|(yellow|green|blue) light|\blights\b|\btasks\b/,
  ],
];

const MINE =
  /填报表|(?:表|报表).{0,3}发我|我.{0,3}(填报|报表|报送|表格|的表)|我要补?[填报]|继续填|接着填|开始填|填表|怎么填|^填报$|^报表$|^(待我?|我要|我的)?审核$|^待审$|my (form|report|reviews?)|^to review$|fill in/;
const MISSING =
  /(谁|哪些|哪几|哪个|几个|几家|多少|有没有|还有|有人|都).{0,6}[没未缺].{0,2}[报交填]|还[差缺](几|哪|谁|多少[个家])|[缺未没漏]报|没交|报了(几|多少)|[都全]部?[报交]了|报齐|交齐|[填上]?报送?情况|missing|outstanding|(who|which|any).{0,30}(not|n't|yet to) |(not|n't) (yet )?(reported|submitted|filed)|who has reported/;
const WHY =
  /为什么|为啥|为何|怎么会|凭[什啥]么?|咋(?:就|又|这么|那么)|什么原因|原因|怎么(就|又)?(下?降|掉|跌|落|上?升|涨|这么|那么|排|到第.{1,3}了)|怎么算|扣.{0,4}分|(?:哪里|哪儿|哪些|哪几项)?[失丢]了?分|los[et] .{0,12}points?|短板|[差输]在(哪|什么)|怎么(得|来的)|why|explain|how (is|was) .{0,20}(scored|ranked)/;
const STATUS =
  /怎么样|怎样|咋样|怎么了|啥样|[审批改]了[没吗]|审没审|改了没有|退回|通过|如何|情况|进展|进度|状态|现状|近况|到哪|多少|投资|形象|报了|报没|没报|未报|交了|完成|排|名次|位次|第几|得分|分数|数据|看看|看下|看一下|查|how|status|progress|submitted|filed|reviewed|approved|doing|report|score|rank|place|invest|show|tell|about|late|behind/;
const RANKING =
  /排名|排行|排序|名次|位次|排第|榜|谁.{0,2}[第降掉跌升涨]|第[一二三四五六七八九十\d]+名|最[好差快慢高低]|rank|leader ?board|standings|league/;
const HELP =
  /帮助|帮忙|怎么用|如何使用|使用|能(做|干)什么|会(什么|做什么|干什么)|什么功能|^功能$|说明|教程|菜单|你好|您好|在吗|help|hello|^hi$|what can you do|usage|menu/;
const OURS = /我们|咱|[我本](镇|乡|村|县|区|市|单位|这)|our town|my town|\bwe\b|\bour\b/;
const CHANGE =
  /[下上]?[降掉跌落升涨]了?(多少|[一二两三四五六七八九十\d]+[名位分])?|第[一二三四五六七八九十\d]+[名位]?|\b(first|second|third|(four|fif|six|seven|eigh|nin|ten)th|\d+(st|nd|rd|th))\b|did|drop(ped)?|fall|fell|rise|rose/;
/** Matches what a (removed) name is compared with. */
const AGAINST =
  /(?:和|跟|与|同|比|不如|落后于?|输给?|低于|高于|领先于?)\s|\s(?:比|领先)[我咱本]|(?:\bvs\.?|versus|than|behind|ahead of|against|compared?(?: us| our town)? (?:with|to)|between us and) {2,}/;
const DIFFERENCE =
  /(?<![占同环])比(?![例重率值])|差|不如|落后|[高低强弱输]|领先|\b(?:vs|versus|than|behind|ahead|against|compare|compared|gap|difference)\b/;
/** Matches a whole year, or counties, which are ranked by year only. */
const YEAR =
  /年度.{0,2}(考核|得分|总分|成绩|排名|排行|名次)|(全年|今年|去年).{0,3}(得分|总分|成绩|排名|考核)|年终考核|年末考评|(县区|区县|各县|县域|县级).{0,6}(得分|成绩|排名|排行|名次|考核)|\b(annual|yearly|year.end) (scores?|ranking|result|appraisal)|county (scores?|ranking)|scores? of the count(y|ies)/;
/** Matches the year's plan as such; a figure of it (计划投资多少) is asked for elsewhere. */
const PLAN =
  /年度计划(?!投资|完成)|(全年|今年|本年|明年|20\d\d年)的?计划(?!投资|完成)|到期任务|到期事项|\b(year|annual|yearly) plans?\b|\bplans? (of|for) (20\d\d|the year|this year|next year)\b/;
const AWARDS =
  /奖补|以奖代补|(奖金|奖励资金?).{0,4}(分|多少|测算)|\b(awards?|grants?) (split|shares?|money)|split .{0,12}(award|grant)|^awards?$/;
const URGENT = /加急|特急|urgent/;
const FILLERS =
  /请问|那|还有|小[\u4e00-\u9fff]啊|麻烦|帮我|给我|我想|想|知道|了解|说说|讲讲|一下|从?年初(以来|到现在|至今|到目前)?|截至|至今|今年|本年|现在|目前|最近|今天|这个季度|这个|那边|这边|[的呢吗嘛啊吧呀了哦在是有和与跟同及镇乡村]|\b(the|of|is|are|was|me|please|in|for|at|and|town|a|to|now|doing|what|s)\b/g;

const DEADLINE =
  /截止|(?:什么|啥)时候(?:能|要|该|开始)?(?:报|交|填|锁)|几号(?:之?前)?(?:报|交)|还[有剩]几天|最后期限|(?:放假|假期|节假日|国庆|春节|调休).{0,6}算|[晚迟][交报]一?天|锁定|(?:什么|啥)时候.{0,6}(?:发布|公布|出排名|出结果)|发布(?:日|时间)|\bdeadlines?\b|\bdue\b|days (?:are )?left|when .{0,20}(?:lock|close|publish)/;
const PEOPLE =
  /谁(?:来|去|在)?(?:负责|分管|主管|审|填|管|对接)|(?:是|找)谁(?:来|去)?(?:负责|审|填|报)?|(?:负责|联系|填报|审核)人(?:是|呢|叫)|\bwho (?:is|are) (?:responsible|in charge|the (?:reviewer|official|contact))|\bwho (?:reviews|fills|reports for)/;

const WAITING =
  /待审|待办|[审批]了?(?:没|吗|过没)|没审|未审|审没审|改了(?:没|吗)|等.{0,3}[我审]|waiting|to review|awaiting|to-?do/;
const OVERVIEW =
  /全市|全区|整体|总体|总的|所有镇|各镇|大家|季度|\b(?:overall|everything|everyone|the (?:city|programme|quarter)|all towns)\b/;
const HOW_IT_IS = /怎么样|怎样|咋样|啥样|如何|情况|进展|\bhow\b|\bdoing\b|\bstatus\b|\bprogress\b/;
/** Asks for a distance without saying from what. */
const VAGUE_DISTANCE = /差多少(?![个家])|还要多少|how (?:much|far).*(?:to|behind)/;
const SCHEME =
  /(?:分|得分|分数|排名|名次)是?(?:怎么|怎样|如何)(?:算|打|评|排|来)|(?:怎么|怎样|如何)(?:算|打|评)分|(?:评分|打分|考核|计分)(?:办法|规则|标准|方法|依据)|权重(?:是|各|有|多少)|\bhow (?:is|are) .{0,12}(?:scores?|scored|computed|calculated|ranked)\b|\bscoring\b/;
const PLACE_FACTS = /定位|主导产业|什么类型|哪[一]?类|第几阶段|哪个阶段|属于哪|\bpositioning\b|what kind/;
const PHOTOS = /照片|图片|相片|\bphotos?\b|\bpictures?\b/;

/** The list of tasks the text asks for; null when it asks for none. */
export function asksTasks(text: string): TaskList | null {
  return TASKS.find(([, words]) => words.test(text))?.[0] ?? null;
}

export const asksHelp = (text: string): boolean => HELP.test(text) || /^[\s?!.。？！]*$/.test(text);
export const asksPlan = (text: string): boolean => PLAN.test(text) && !/多少|几|完成|how much/.test(text);
export const asksYear = (text: string): boolean => YEAR.test(text);
export const asksAwards = (text: string): boolean => AWARDS.test(text);
export const asksForm = (text: string): boolean => MINE.test(text);
export const asksDeadline = (text: string): boolean => DEADLINE.test(text);
export const asksPeople = (text: string): boolean =>
  PEOPLE.test(text) && !/没|未|缺|第[一二三四五]|最/.test(text);
export const asksUrgent = (text: string): boolean => URGENT.test(text);
export const asksMissing = (text: string): boolean => MISSING.test(text);
export const asksWhy = (text: string): boolean => WHY.test(text);
export const asksStatus = (text: string): boolean => STATUS.test(text);
export const asksRanking = (text: string): boolean => RANKING.test(text) || whichPlaces(text) !== null;
export const asksWaiting = (text: string): boolean => WAITING.test(text);
export const asksOverview = (text: string): boolean => OVERVIEW.test(text) && HOW_IT_IS.test(text);
export const asksVagueDistance = (text: string): boolean => VAGUE_DISTANCE.test(text);
export const asksScheme = (text: string): boolean => SCHEME.test(text);
export const asksPlaceFacts = (text: string): boolean => PLACE_FACTS.test(text);
export const asksPhotos = (text: string): boolean => PHOTOS.test(text);
export const speaksOfOwnTown = (text: string): boolean => OURS.test(text);

/** Whether the text around a (removed) place name compares another with it. */
export const comparesWith = (rest: string): boolean => AGAINST.test(rest) && DIFFERENCE.test(rest);

/** The text without question words, politeness and punctuation: what remains is not understood. */
export function unexplained(text: string): string {
  return [MINE, MISSING, WHY, CHANGE, STATUS, RANKING]
    .reduce((left, words) => left.replace(new RegExp(words.source, "g"), " "), text)
    .replace(FILLERS, " ")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** The text without politeness, particles and punctuation. */
export function leftOf(text: string): string {
  return text
    .replace(FILLERS, " ")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .replace(/那|还有|再|\b(?:about|what|how)\b/g, " ")
    .trim();
}

/** A part of the ranking: the first or the last `n` places. */
export type RankingPart = { end: "top" | "bottom"; n: number };

/** Number of places shown for 倒数, 后几名 or "bottom" without a number. */
const A_FEW = 3;
const N = "([一二两三四五六七八九十\\d]{1,3})";
const AFTER = "(?=[名位个家镇乡村\\s,.?!。的是有都谁呢吗]|$)";
const PARTS: ReadonlyArray<readonly [RankingPart["end"], RegExp, number]> = [
  ["bottom", new RegExp(`(?:倒数|最后|(?<![然以之今])后)第?${N}${AFTER}`), A_FEW],
  ["bottom", /倒数|后几名|最后几名/, A_FEW],
  ["bottom", /垫底|末位|最后一名|最[差慢低]/, 1],
  ["bottom", /(?:bottom|last) (\d{1,3})/, A_FEW],
  ["bottom", /\bbottom\b|\bworst\b/, A_FEW],
  ["top", new RegExp(`前${N}${AFTER}`), A_FEW],
  ["top", /前几名/, A_FEW],
  ["top", /第一(名|是谁)?(?!季)|榜首|最[好快高]/, 1],
  ["top", /\btop (\d{1,3})/, A_FEW],
  ["top", /\btop\b|\bbest\b/, A_FEW],
];

/** The end of the ranking asked for, and how many places: 前三, 倒数, top 5; null when no end is named. */
export function whichPlaces(text: string): RankingPart | null {
  for (const [end, words, otherwise] of PARTS) {
    const match = words.exec(text);
    if (!match) continue;
    const numeral = match[1] === undefined ? null : readNumeral(match[1]);
    const n = numeral?.ok && Number.isInteger(numeral.value) && numeral.value > 0 ? numeral.value : otherwise;
    return { end, n };
  }
  return null;
}
