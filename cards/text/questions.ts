import type { Locale } from "../../src/domain/programme/people.ts";
import type { QuestionId } from "../../src/domain/question/kinds.ts";

// The words of every kind of question: an example that can be sent as it is, and what it is answered with. Help and the
// README show them in this order.

/** Names an example is made with: towns in the reader's language, a quarter as `2026年二季度`. */
export type ExampleNames = { town: string; other: string; period: string };
export type QuestionWords = { say: (names: ExampleNames) => string; does: string };

const zh: Record<QuestionId, QuestionWords> = {
  my_form: { say: () => "我的填报", does: "拿到一张新的填报卡，接着上次填" },
  my_day: { say: () => "等我办的", does: "看等您填报、审核、办理的全部事项，按到期日排列" },
  waiting: { say: () => "待审核的有哪些", does: "看哪些填报等着审核、哪些退回还没有改" },
  status: { say: ({ town }) => `${town}怎么样`, does: "看该单位的投资、形象进度、名次和存在问题" },
  figure: {
    say: ({ town, period }) => `${town}${period}投资多少`,
    does: "看任何一项数据，不说时间就是最近的",
  },
  ranking: { say: ({ period }) => `${period}排名`, does: "看最近发布的排名" },
  explain: { say: ({ town }) => `${town}为什么是这个名次`, does: "看得分和名次变化的原因、失分最多的几项" },
  missing: { say: () => "谁还没报", does: "看哪些单位还没报、什么时候截止" },
  deadline: { say: () => "什么时候截止", does: "看截止日、还剩几天、晚一天扣多少分" },
  compare: { say: ({ town, other }) => `${town}和${other}比差在哪`, does: "看两个单位逐项差多少" },
  what_if: {
    say: ({ town }) => `${town}怎么才能上升一位`,
    does: "估算投资或形象进度还差多少，也可以问“还差多少进前三”",
  },
  ends: { say: () => "哪个镇投资最多", does: "找出最多、最少、前几、后几" },
  filter: { say: () => "哪些镇进度滞后", does: "按条件筛选，也可以问“投资不到2000万的镇”" },
  trend: { say: ({ town }) => `${town}投资走势`, does: "看一项数据最近几个季度的变化" },
  tasks: { say: () => "我的任务", does: "年度任务和督办事项，红灯在前；也可以问“红灯有哪些”" },
  slips: { say: () => "督办", does: "看督办事项，也可在其中新建" },
  people: { say: ({ town }) => `${town}谁负责`, does: "看填报人和审核人是谁" },
  overview: { say: () => "全市怎么样", does: "看本季总体情况" },
  scheme: { say: () => "得分怎么算", does: "看各项指标和权重" },
  sum: { say: () => "全市一共投了多少", does: "看合计或者平均" },
  part: { say: ({ town }) => `${town}投资占全市多少`, does: "看一个单位占全市的份额" },
  photos: { say: ({ town }) => `${town}的照片`, does: "看归档的现场照片" },
  place: { say: ({ town }) => `${town}定位是什么`, does: "看定位、类别和所处阶段" },
  task_list: { say: () => "红灯有哪些", does: "按亮灯或单位看任务" },
  correction: { say: () => "这个数不对", does: "看怎么更正报错的数" },
  annual: { say: () => "年度考核", does: "各单位、各县（市、区）本年度的得分，未定之前注明暂定" },
  plan: {
    say: () => "年度计划",
    does: "各单位的年度投资、项目和到期事项；市办把年度计划表（.xlsx）发给我即可录入",
  },
  stages: {
    say: () => "阶段目标",
    does: "看各单位到了哪一步、谁落后、还缺什么；也可以点名问“到哪一步了”，再问“去年底呢”",
  },
  town_plan: { say: () => "创建方案", does: "看方案编到、会签到、审定到哪一步，也在其中编制和申请变更" },
  begin: { say: () => "新建任务", does: "打开要填的表；也可以写成“督办：内容”，表里先填好" },
  sought: {
    say: () => "谁还没签收",
    does: "按办理状态找：谁还没会签、哪些任务受阻、奖补到账了没有；也可以点名问",
  },
  funds: { say: () => "台账上资金到位多少", does: "按资金台账合计计划、到位或支出，也可以只问一个渠道" },
  money: { say: () => "资金台账", does: "看各渠道资金的计划、到位和支出" },
  area_ledger: {
    say: ({ town }) => `${town}的建设内容台账`,
    does: "各项建设内容的台账，也可以只问一项；台账里有的，季度不用再填",
  },
  payment: { say: () => "奖补拨付", does: "看奖补资金拨付了没有、到账没有" },
  awards: { say: () => "奖补怎么分", does: "以奖代补的几种分法并列测算" },
  procedures: {
    say: () => "通报到哪一步了",
    does: "看通报、年度考核、异议、误报、权重和名称的调整办到哪一步",
  },
  accountability: { say: () => "谁被约谈", does: "看提醒、约谈、问责的记录，只在私聊里、限有关同志" },
  acceptance: { say: ({ town }) => `${town}验收到哪一步了`, does: "看期末验收的进展，县级也可在其中申请" },
  commendation: { say: () => "先进县", does: "看年度先进县名单" },
  honours: { say: () => "红黑榜", does: "看红黑榜，也可在其中提出名单" },
  urgent: { say: () => "加急", does: "提出加急，由另一位同志批准后发出" },
  remind: { say: ({ town }) => `催一下${town}`, does: "发起催报" },
  bulletin: { say: () => "导出通报", does: "看这个季度的通报：起草、会签、签发到哪一步，或取文件" },
  book: {
    say: () => "导出台账",
    does: "生成工作簿：排名表、年度得分表、台账、任务表、资金台账、佐证目录、年度计划表",
  },
  publish: { say: () => "发布排名", does: "看本季进行到哪一步，能不能发布" },
  weigh: { say: () => "试算权重", does: "换一组权重，看名次怎么变" },
  review: { say: ({ town }) => `退回${town}`, does: "打开审核卡片" },
  extension: { say: () => "申请延期", does: "看能不能延期、怎么申请" },
  hand_over: { say: () => "我调走了", does: "看工作怎么交接" },
  calendar: { say: () => "什么时候放假", does: "看放假和调休上班的日子" },
  meeting: { say: () => "下次现场会什么时候开", does: "看现场会的安排" },
  visits: { say: () => "督查情况", does: "看本季督查了哪里、发现什么、哪个县还没去；市办在其中安排督查" },
  mending: { say: () => "整改情况", does: "看督查发现的问题整改到哪一步，也可以问某个单位" },
  standards: { say: () => "技术标准", does: "看市直部门发布的标准；部门在其中起草和发布" },
  guidance: { say: () => "业务指导", does: "向市直部门咨询，看各部门的答复" },
  against_time: { say: ({ town }) => `${town}和去年比`, does: "看往年同期有没有数据" },
  not_collected: { say: ({ town }) => `${town}有多少游客`, does: "没有收集的数据，直接说明没有" },
  thanks: { say: () => "谢谢", does: "一句话回应" },
  help: { say: () => "帮助", does: "看我能做什么" },
};

const en: Record<QuestionId, QuestionWords> = {
  my_form: { say: () => "my form", does: "a fresh card that goes on where you stopped" },
  my_day: {
    say: () => "what is waiting for me",
    does: "everything you have to fill in, review or do, by day due",
  },
  waiting: {
    say: () => "reports waiting for review",
    does: "the reports that wait for a review or a correction",
  },
  status: {
    say: ({ town }) => `how is ${town}`,
    does: "investment, image progress, rank and problems of that place",
  },
  figure: {
    say: ({ town, period }) => `${town} investment ${period}`,
    does: "any figure; the latest if no time is said",
  },
  ranking: { say: ({ period }) => `${period} ranking`.trim(), does: "the last published ranking" },
  explain: {
    say: ({ town }) => `why is ${town} ranked there`,
    does: "what moved its score and rank, and where most points were lost",
  },
  missing: { say: () => "who has not reported", does: "who has not reported, and when it is due" },
  deadline: {
    say: () => "when is the deadline",
    does: "the due day, the days left, and what a late day costs",
  },
  compare: {
    say: ({ town, other }) => `${town} vs ${other}`,
    does: "how far two places are apart, indicator by indicator",
  },
  what_if: {
    say: ({ town }) => `how can ${town} move up one place`,
    does: "an estimate of the investment or progress it would take; also “how far from the top 3”",
  },
  ends: { say: () => "which town invested the most", does: "the most, the least, the first or last few" },
  filter: {
    say: () => "which towns are behind schedule",
    does: "places by a condition; also “towns with investment below 2000”",
  },
  trend: { say: ({ town }) => `${town} investment trend`, does: "a figure over the last quarters" },
  tasks: {
    say: () => "my tasks",
    does: "year tasks and supervised items, red first; you may also ask “red tasks”",
  },
  slips: { say: () => "supervised items", does: "see supervised items, or make a new one" },
  people: { say: ({ town }) => `who is responsible for ${town}`, does: "who fills in and who reviews" },
  overview: { say: () => "how is the city doing", does: "this quarter as a whole" },
  scheme: { say: () => "how is the score computed", does: "the indicators and their weights" },
  sum: { say: () => "total investment of all towns", does: "a sum or a mean" },
  part: {
    say: ({ town }) => `${town} investment, share of the city`,
    does: "what part of the city's total it is",
  },
  photos: { say: ({ town }) => `photos of ${town}`, does: "the photos on file" },
  place: { say: ({ town }) => `what kind of town is ${town}`, does: "its positioning, group and phase" },
  task_list: { say: () => "overdue tasks", does: "tasks by light or by place" },
  correction: { say: () => "this is a wrong number", does: "how a reported figure is corrected" },
  annual: {
    say: () => "annual scores",
    does: "the year's scores of places and counties, provisional until settled",
  },
  plan: {
    say: () => "year plan",
    does: "investment, projects and due items of each place; the office sends me the workbook (.xlsx)",
  },
  stages: {
    say: () => "phased goals",
    does: "which stage each place is at, who is behind and what is missing; also of one place, by “which stage”",
  },
  town_plan: {
    say: () => "town plans",
    does: "how far the plan of each place has come; it is written and changed there",
  },
  begin: { say: () => "new task", does: "opens the form; after a colon you may say what it is about" },
  sought: {
    say: () => "who has not signed for it",
    does: "records by where they stand: which tasks are blocked, which awards have arrived; also of one town",
  },
  funds: {
    say: () => "how much is in place by the ledgers",
    does: "what is planned, in place or spent by the funds ledgers, of all sources or of one",
  },
  money: {
    say: () => "funds ledger",
    does: "what each source planned, has in place and spent",
  },
  area_ledger: {
    say: ({ town }) => `works ledger of ${town}`,
    does: "the ledger of each content area, or of one of them; what they say, the quarter does not ask",
  },
  payment: { say: () => "award payments", does: "which awards were paid, and which arrived" },
  awards: { say: () => "award", does: "ways to split the award, side by side" },
  procedures: {
    say: () => "where does the bulletin stand",
    does: "how far a bulletin, the annual assessment, objections, misreports, weights and names have come",
  },
  accountability: {
    say: () => "who had a talk",
    does: "reminders, talks and accountability, in private and for those concerned",
  },
  acceptance: {
    say: ({ town }) => `acceptance of ${town}`,
    does: "where the final acceptance stands; the county applies there",
  },
  commendation: { say: () => "advanced counties", does: "the year's list of advanced counties" },
  honours: { say: () => "black list", does: "the red and black lists; a new one is put forward there" },
  urgent: { say: () => "urgent", does: "propose an urgent message, which another colleague approves" },
  remind: { say: ({ town }) => `remind ${town}`, does: "have it reminded" },
  bulletin: {
    say: () => "export the bulletin",
    does: "the quarter's bulletin: drafted, countersigned or issued, with its file",
  },
  book: {
    say: () => "export the ledger",
    does: "a workbook: ranking, year's scores, ledger, tasks, funds, evidence, year plan",
  },
  publish: {
    say: () => "publish the ranking",
    does: "where the quarter stands, and whether it can be published",
  },
  weigh: { say: () => "try other weights", does: "other weights, and how places would move" },
  review: { say: ({ town }) => `send ${town} back`, does: "opens the review" },
  extension: { say: () => "I need an extension", does: "whether there can be more time" },
  hand_over: { say: () => "hand over my work", does: "how work passes on" },
  calendar: { say: () => "when are the holidays", does: "days off and working weekends" },
  meeting: { say: () => "when is the next site meeting", does: "the meetings on site" },
  visits: {
    say: () => "inspections",
    does: "where the quarter's inspections were, what they found, which counties are left",
  },
  standards: {
    say: () => "technical standards",
    does: "what departments have published; they draft and publish there",
  },
  guidance: { say: () => "guidance", does: "ask a department, and see what departments have answered" },
  mending: { say: () => "how is the mending going", does: "how far what inspections found is mended" },
  against_time: {
    say: ({ town }) => `${town} vs last year`,
    does: "whether there are figures of it",
  },
  not_collected: {
    say: ({ town }) => `how many tourists in ${town}`,
    does: "that it is not collected, if so",
  },
  thanks: { say: () => "thanks", does: "one line back" },
  help: { say: () => "help", does: "what I can do" },
};

export const questionWords: Record<Locale, Record<QuestionId, QuestionWords>> = { "zh-CN": zh, en };
