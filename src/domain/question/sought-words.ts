import type { Stands } from "./sought.ts";

// The words around what records are asked for by, in folded text (foldText); about-sought.ts combines them.

/** Words of definitions that are said of reports, figures and the bot as well: they count only beside the records' name. */
export const COMMON = new Set(
  (
    "提交 通过 退回 撤回 修改 调整 登记 提出 确认 同意 申请 报告 完成 办理 取消 结束 保存 采用 启用 发布 发出 开始 安排 更正 参加 变更 设定 送达 " +
    "改 意见 材料 记录 批准 填报 填写 数据 项目 任务 资金 年度 单位 部门 情况 县级 省级 目标 打分 核对 通报 督查 问题 准备 决定 审定 到 发 定 批 编 签 看 评 照片 到位 阶段 考核 异议 黑榜 红榜 名次 命名 申报 进入 " +
    "submitted approved sent confirm confirmed change changed reported report entered draft drafted began town open agreed plan planned named checked adopted place talk reviewed"
  ).split(" "),
);

/** Wants something done rather than to know, or asks for a figure or a result. */
export const WANTS =
  /名次|等次|排名|得分|成绩|分数|几分|投资|形象|照片|哪个?阶段|(?:时候?|哪一?年)(?:能|要|该|才)?(?:申报|命名)|[定开]在|在哪|能|可以|可否|催|提醒(?!约谈)|帮我(?!看|查|问)|我要|\b(?:can|could|please|may)\b/;
export const YES_OR_NO =
  /[吗没么吧不]\s*[?？。]?$|没有\s*[?？。]?$|是不是|是否|有没有|^(?:has|have|is|are|was|were|did|does)\b/;
/** Who has the next step, and by when. */
export const TURN =
  /(?:卡|停|压|轮|走|流转?|到)[在到]?了?谁(?:手[里上]|那[里儿]?)?|[在等]谁(?:手[里上]|那[里儿]?|办)?(?!还|没)|谁在办|还[有剩]?[几多]少?天|(?:最[晚迟])?(?:什么时候|啥时候?|几号|哪天)(?:之?前)?(?:要|得|该)?(?:到期|截止|[交报办答][完好]?(?=$|[?？。]))|(?:[交报办]到)(?:几号|哪天|什么时候)|(?:截止|期限|限期|时限)(?:日期?|时间)?是?(?:什么时候|啥时候?|几号|哪天)?|\bwhose turn\b|\bwhen .{0,12}due\b|\bdeadline\b/;

/** How records stand as a whole. */
export const WHOLE: ReadonlyArray<readonly [Stands, RegExp]> = [
  [
    "soon",
    /(?:今天|明天|后天|[本这]周|近期)[^◆]{0,6}到期|(?:快要?|马上|即将|临近|就要)到期|临期|\bdue soon\b/,
  ],
  ["open", TURN],
  ["late", /逾期|超期|过期|到期(?:还|都)?没.|到期|拖期|误期|\boverdue\b|\blate\b/],
  [
    "not",
    /(?:没有?|未|不)[^完好]{0,3}?(?:完成|完|好|办[完结好]|结束|搞[定完好]|到位)|\bnot (?:yet )?(?:done|finished|complete)|\bunfinished\b|\bstill open\b/,
  ],
  ["ended", /完成|完|好|办[完结好]|结束|搞[定完好]|到位|\b(?:done|finished|complete)\b/],
];

/** The signs around the place of the word, `◆`; the first match wins. */
export const SIGNS: ReadonlyArray<readonly [Stands, RegExp]> = [
  [
    "not",
    /(?:没有?|未|尚未|不)(?:有|能|曾|被|给|去|来|做|把|提|人)?(?:我们?)?\s*◆|◆(?:的意见|意见)?不[了到]|◆(?:谁|哪[些几个家]*|几[个家])?[还都]?没有?[交报填](?!完)|(?:\bnot\b|n't|\byet to\b|\bstill (?:has|have) to\b|\bnever\b).{0,20}◆/,
  ],
  [
    "waits",
    /(?:待|(?:等着?(?:我们?)?|[要该]我们?|[几哪][个家项件笔些]要)[去来提给做]?|该|正?在|开始)\s*◆|◆(?:中|着|状态)|(?:\bto be|\bbeing|\bwait(?:s|ing)? (?:for|to be)) ?◆/,
  ],
  [
    "done",
    /已经?\s*◆|◆\s*[提交办做给]?(?:我们?)?(?:了|过|完|好|到)|◆(?:的)?没有?\s*[?？。]?$|(?:什么时候|啥时候?|几号|哪天)\s*◆|◆的\s*[?？。]?$|\b(?:has|have|had|was|were|is|are|been|did|who|towns)\b.{0,30}◆/,
  ],
];

/** Asks, and says nothing of its own. */
export const ASKING = [
  new RegExp(TURN.source, "g"),
  /什么时候|啥时候?|何时|几号|哪天|谁|哪[些几个家]*|几[个家项件笔]|多少|有没有|还[有剩欠差]|有些?|什么|啥|有人|名单|是不是|是否/g,
  /没有?|尚未|未|已经?|正在|不|还|待|等待|都|全部?|所有|目前|现在|至今|最近|今年|本年|本季度?|请问|麻烦|看看?|查一?下?|告诉|列一?下|说一?下|想|知道/g,
];
/** What may stand beside the word, its signs and the records' name without saying anything of its own. */
export const BESIDE = [
  ...ASKING,
  /[要该]我们?|我们|咱们?|[我本](?:县|镇|乡|区|市)|我|他们?|单位|乡镇?|镇|县|市|区|部门|[县区镇乡市]长|书记|人|同志|领导|地方|上面?|里|家|项|个|件|份|条|笔|张|事情?|问题?|这边?|那边?|钱|款|资金/,
  /[下上出]来|开始|[的了吗呢吧啊么没过完好中着在是有把给被来去到也就又才哦呀等让那出]|情况|状态|怎么样|提|交|做|搞|办|弄|收|意见/,
  /\b(?:the|an?|of|in|by|for|to|its?|their|our|my|we|i|me|they|has|have|had|is|are|was|were|be|been|being|not|yet|still|already|so far|all|there|do|does|did|who|which|what|when|how many|any|list|show|towns?|count(?:y|ies)|departments?|places?|records?|ones?|new|open|that|and|at|on|with|from|now|never|get|got|gone|waits?|waiting)\b|n't|'s/,
  /[\s\p{P}\p{S}]+/u,
];
