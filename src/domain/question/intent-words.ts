import { readNumeral } from "../reading/numerals.ts";

// The words by which a question is recognised, in folded text (foldText). understand.ts combines them into an intent.

/** Lists of tasks: promises, one's own and one's pending decisions, red ones, 督办 items, all that run, closed ones; what is stuck. */
export type TaskList = "promises" | "stuck" | "mine" | "red" | "slips" | "all" | "closed";
/** The list asked for; the first match wins. */
const TASKS: ReadonlyArray<readonly [TaskList, RegExp]> = [
  ["promises", /承诺(?![书制])|\bpromises?\b/],
  ["stuck", /卡在|卡住|卡壳|堵在|受阻|\bstuck\b|\bblocked\b/],
  ["red", /红灯|逾期|超期|过期|red (light|task)|\boverdue\b/],
  ["closed", /已?销号|已办结|closed (task|item)/],
  ["slips", /督办|supervis(ed|ion)/],
  ["mine", /我的任务|^(查看|看看?)?任务(清单|列表|事项)?[?？]?$|my tasks?/],
  [
    "all",
    /[黄绿蓝]灯|亮灯|年度任务|任务(清单|列表|情况|进展)|[没未]签收|延期了?[吗没]|(yellow|green|blue) light|\blights\b|\btasks\b/,
  ],
];

const MINE =
  /填报表|(?:表|报表).{0,3}发给?我|我.{0,3}(填报|报表|报送|表格|的表)|我要补?[填报]|继续填|接着填|开始填|填表|怎么填|^填报$|^(?:填报|报)?表呢?$|^(待我?|我要|我的)?审核$|^待审$|my (form|report|reviews?)|^to review$|fill (?:in|out)|^(?:把|给我)?(?:填报)?表(?:格)?(?:发我|给我)/;
const MISSING =
  /(谁|哪些|哪几|哪个|几个|几家|多少|有没有|还有|有人|都).{0,6}[没未缺].{0,2}[报交填]|还[差缺](几|哪|谁|多少[个家])|[缺未没漏]报|没交|报了(几|多少)|[都全]部?[报交]了|报齐|交齐|[填上]?报送?情况|missing|outstanding|(几|多少|哪)[个家]?(?:镇|乡镇|单位)?.{0,2}[报交]了|谁(?:还|又)?在拖|(?:谁|哪[个些])(?:还|又)?(?:拖着|拖拉)|who(?:'s| is| are)(?: still)? late|how many .{0,12}reported|(who|which|any).{0,30}(not|n't|yet to) |(not|n't) (yet )?(reported|submitted|filed)|who has reported/;
const WHY =
  /[降掉跌落升涨]了(?:几|多少)(?:名|位)|为什么|为啥|为何|怎么会|凭[什啥]么?|咋(?:就|又|这么|那么)|什么原因|原因|怎么(就|又|会)?(下?降|掉|跌|落|垫底|倒数|最后|上?升|涨|这么|那么|排|到第.{1,3}了)|怎么算|扣.{0,4}分|(?:哪里|哪儿|哪些|哪几项)?[失丢]了?分|los[et] .{0,12}points?|短板|[差输]在(哪|什么)|怎么(得|来的)|why|explain|how (is|was) .{0,20}(scored|ranked)/;
const STATUS =
  /怎么样|怎样|咋样|怎么了|问题|困难|报上来|审批|啥样|[审批改]了[没吗]|审没审|改了没有|退回|通过|如何|情况|进展|进度|状态|现状|近况|到哪|多少|投资|形象|报了|报没|没报|未报|交了|完成|排|名次|位次|第几|得分|分数|数据|看看|看下|看一下|查|how|going on|status|progress|submit(?:ted)?|returned|filed|reviewed|approved|doing|report|score|rank|place|invest|show|tell|about|late|behind/;
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
const FILLERS =
  /请问|那|还有|小[\u4e00-\u9fff]啊|麻烦|帮我|给我|我想|想|知道|了解|说一?下|看一?下|说说|讲讲|一下|也|从?年初(以来|到现在|至今|到目前)?|截至|至今|今年|本年|现在|目前|最近|今天|这个季度|这个|那边|这边|[的呢吗嘛啊吧呀了哦在是有和与跟同及镇乡村]|\b(the|of|is|are|was|me|please|in|for|at|and|town|a|to|now|doing|what|s)\b/g;

/** Asks for a distance without saying from what. */
const VAGUE_DISTANCE = /差多少(?![个家])|还要多少|how (?:much|far).*(?:to|behind)/;
const PHOTOS = /照片|图片|相片|\bphotos?\b|\bpictures?\b|\bpics?\b/;

/** The list of tasks the text asks for; null when it asks for none. */
export function asksTasks(text: string): TaskList | null {
  return TASKS.find(([, words]) => words.test(text))?.[0] ?? null;
}

export const asksHelp = (text: string): boolean => HELP.test(text) || /^[\s?!.。？！]*$/.test(text);
export const asksForm = (text: string): boolean => MINE.test(text);
export const asksMissing = (text: string): boolean => MISSING.test(text);
/** Why a report was sent back is told by its state. */
export const asksWhy = (text: string): boolean => WHY.test(text) && !/退回|\breturned\b/.test(text);
export const asksStatus = (text: string): boolean => STATUS.test(text);
export const asksRanking = (text: string): boolean => RANKING.test(text) || whichPlaces(text) !== null;
export const asksVagueDistance = (text: string): boolean => VAGUE_DISTANCE.test(text);
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
  ["bottom", /\b(?:worst|lowest|weakest) (?:town|place|one)\b/, 1],
  ["top", /\b(?:best|leading) (?:town|place|one)\b/, 1],
  ["bottom", /(?:bottom|last) (\d{1,3})/, A_FEW],
  ["bottom", /\bbottom\b|\bworst\b/, A_FEW],
  ["top", new RegExp(`前${N}${AFTER}`), A_FEW],
  ["top", /前几名/, A_FEW],
  ["top", /第一(名|是谁)?(?!季)|榜首|最[好快高]/, 1],
  ["bottom", /\b(?:is|comes|came|finished) last\b/, 1],
  ["top", /\b(?:is|comes|came|finished) first\b/, 1],
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
