import { withoutStop } from "../../src/domain/reading/readable.ts";
import { roundHalfUp } from "../../src/domain/scoring/round-half-up.ts";

// The sentences of a 通报. An official document of a city's office: Chinese alone.

const wan = (amount: number) => `${roundHalfUp(amount, 2).toFixed(2)}万元`;
const share = (part: number) => `${roundHalfUp(part * 100, 1).toFixed(1)}%`;
const percent = (value: number) => `${roundHalfUp(value, 1).toFixed(1)}%`;
const points = (value: number) => `${roundHalfUp(Math.abs(value), 1).toFixed(1)}个百分点`;
/** `快0.3个百分点`, `持平`: a difference in percentage points. */
const ahead = (value: number) =>
  roundHalfUp(Math.abs(value), 1) === 0 ? "持平" : `${value > 0 ? "快" : "慢"}${points(value)}`;
const list = (names: readonly string[]) => names.join("、");
/** Clauses of one kind, the rest counted. */
const clauses = (some: readonly string[], left: number, rest: string) =>
  `${some.join("；")}${left > 0 ? `；其余${left}${rest}` : ""}。`;

export const BULLETIN_TEXT = {
  title: (period: string, programme: string) => [
    "关于",
    period,
    `全市“${programme}”`,
    "创建工作进展情况的",
    "通报",
  ],
  opening: (period: string, programme: string) => [
    `按照“${programme}”创建工作季度调度通报要求，对${period}各单位报送、经县（市、区）审核的情况进行了汇总和评分。`,
    "现将有关情况通报如下：",
  ],
  headings: {
    whole: "总体情况",
    areas: "分项进展",
    ranking: "综合排名",
    named: "表扬与提醒",
    problems: "存在问题",
    next: "下一步要求",
  },
  reported: (expected: number, reported: number, missing: readonly string[]) =>
    `本季度应报${expected}个，实报${reported}个${missing.length > 0 ? `，未报${missing.length}个` : ""}。`,
  onTime: (onTime: number, expected: number) => `按时报送${onTime}个，按时率${share(onTime / expected)}。`,
  lateUnknown: "因年度节假日安排尚未公布，本季度不评按时率。",
  invested: (period: string, sum: number) => `截至${period}末，全市累计完成投资${wan(sum)}`,
  ofPlan: (invested: number, plan: number, due: number) =>
    `，占年度计划投资的${share(invested / plan)}，较序时进度${ahead(((invested - due) / plan) * 100)}`,
  ofSome: (towns: number) => `（按有年度计划的${towns}个单位计算）`,
  image: (actual: number, planned: number, towns: number) =>
    `${towns}个单位在建项目平均形象进度${percent(actual)}，较计划${ahead(actual - planned)}。`,
  lights: (lights: { green: number; yellow: number; red: number; grey: number }) =>
    `按投资序时进度亮灯，绿灯${lights.green}个、黄灯${lights.yellow}个、红灯${lights.red}个${lights.grey > 0 ? `，不亮灯${lights.grey}个` : ""}。`,
  visited: ({
    visits,
    towns,
    found,
    closed,
  }: {
    visits: number;
    towns: number;
    found: number;
    closed: number;
  }) =>
    `本季度开展督查${visits}次，到访${towns}个单位，${found === 0 ? "未发现需整改问题" : `发现需整改问题${found}个，已销号${closed}个`}。`,
  seenWell: (seen: ReadonlyArray<readonly [town: string, words: string]>) =>
    `督查中值得肯定的有：${seen.map(([town, words]) => `${town}${words}`).join("；")}。`,
  area: (done: number, due: number) =>
    `到期事项${due}项，折算完成${roundHalfUp(done, 2)}项，完成率${share(done / due)}。`,
  nothingDue: "本季度没有到期事项。",
  bestArea: (towns: readonly string[], all: number, part: number) =>
    `完成率最高的是${list(towns)}${all > towns.length ? `等${all}个单位` : ""}，为${share(part)}`,
  bestWords: (town: string, words: string) => `，其中${town}${words}`,
  bestInvested: (town: string, invested: number, due: number) =>
    `${town}进度最快，累计完成投资${wan(invested)}，为序时进度的${share(invested / due)}。`,
  bestImage: (town: string, actual: number, planned: number) =>
    `${town}进度最快，平均形象进度${percent(actual)}，计划${percent(planned)}。`,
  first: (towns: readonly string[]) => `综合得分居前的是：${list(towns)}。各单位得分和位次见附件1。`,
  firstTown: (name: string, rank: string, score: string) => `${name}（${rank}，${score}分）`,
  moved: (up: boolean, all: number, some: readonly string[]) =>
    `较上季度${up ? "进位" : "退位"}${all}个：${clauses(some, all - some.length, "个见附件1")}`,
  move: (town: string, from: string, to: string, up: boolean, reasons: readonly string[], others: boolean) =>
    `${town}由${from}${up ? "升至" : "降至"}${to}${reasons.length > 0 ? `，主要是${list(reasons)}` : others ? `，主要是其他单位得分${up ? "回落" : "上升"}较多` : ""}`,
  reason: (indicator: string, change: number, print: (n: number) => string) =>
    `${indicator}得分${change > 0 ? "增加" : "减少"}${print(Math.abs(change))}分`,
  unmoved: "各单位位次与上季度相同。",
  incomparable: "上季度没有发布排名，位次不作比较。",
  bands: "附件1所列位次区间，是权重适当变动时可能的位次；区间重叠的单位之间差距不明显。",
  outside: (missing: readonly string[], unranked: readonly string[]) =>
    `${[
      ...(missing.length > 0 ? [`${list(missing)}未报，不列位次`] : []),
      ...(unranked.length > 0 ? [`${list(unranked)}适用指标不足，不参加排名`] : []),
    ].join("；")}。`,
  praised: (towns: readonly string[]) =>
    `综合得分居前、投资达到序时进度的${list(towns)}，工作进展快，予以表扬。`,
  risen: (towns: readonly string[], places: number) =>
    `较上季度上升${places}位的${list(towns)}，追赶进位明显，予以表扬。`,
  nobodyPraised: "本季度没有同时达到前三名和投资序时进度要求的单位。",
  reminded: (all: number, some: readonly string[]) =>
    `对进度滞后的${all}个单位予以提醒：${clauses(some, all - some.length, "个见附件2")}`,
  remindedTown: (town: string, rank: string | null, figures: string) =>
    `${town}${[...(rank ? [`列${rank}`] : []), figures]
      .filter((part) => part !== "")
      .map((part) => `，${part}`)
      .join("")
      .replace(/^，/, "")}`,
  lag: (invested: number, due: number) =>
    `累计完成投资${wan(invested)}，为序时进度的${share(invested / due)}，差${wan(due - invested)}`,
  exempt: (towns: readonly string[]) => `${list(towns)}因不可抗力，本季度不列入提醒。`,
  nobodyReminded: "本季度没有需要提醒的单位。",
  kinds: {
    unreported: "报送情况",
    investment: "项目投资",
    image: "形象进度",
    overdue: "任务办理",
    inspection: "督查发现",
    misreport: "数据质量",
  },
  unreported: (town: string, again: boolean) => `${town}未报${again ? "，连续两个季度未报" : ""}`,
  late: (town: string, days: number) => `${town}迟报${days}个工作日`,
  behind: (town: string, invested: number, due: number) =>
    `${town}累计完成${wan(invested)}，为序时进度的${share(invested / due)}`,
  slow: (town: string, actual: number, planned: number) =>
    `${town}${percent(actual)}，较计划慢${points(actual - planned)}`,
  said: (town: string, words: string, since: string | null) =>
    `${town}反映：${words}${since ? `（自${since}至今没有解决）` : ""}`,
  overdue: (who: string, title: string, day: string) => `${who}“${title}”应于${day}完成，逾期没有办结`,
  inspection: (town: string, finding: string, late: boolean) =>
    `${town}${finding}，${late ? "逾期没有整改到位" : "正在整改"}`,
  misreport: (town: string, indicator: string, claimed: number, found: number) =>
    `经核查，${town}“${indicator}”填报${claimed}，核实${found}，按误报计分`,
  counted: (n: number, unit: string, some: readonly string[]) =>
    `共${n}${unit}。${clauses(some, n - some.length, `${unit}见附件3`)}`,
  noProblems: "本季度没有需要通报的问题。",
  demand: (who: string, title: string, day: string, overdue: boolean, number: string) =>
    `${who}：${title}，${overdue ? `原定${day}，已逾期，请立即办结` : `于${day}前完成`}（${number}）。`,
  moreDemands: (n: number) => `其余${n}项督办事项见附件3，请责任单位按期办结。`,
  noDemands: (day: string) => `截至${day}，没有未办结的督办事项。`,
  tables: {
    scores: {
      title: "综合得分及位次表",
      head: ["位次", "单位", "县（市、区）", "综合得分", "较上季度", "上季度位次", "位次区间", "亮灯"],
    },
    works: {
      title: "项目投资及形象进度表",
      head: ["单位", "年度计划（万元）", "累计完成（万元）", "占计划", "为序时进度", "形象进度", "计划进度"],
    },
    problems: {
      title: "问题清单及督办事项",
      head: ["序号", "类别", "单位", "问题或事项", "责任单位", "期限", "督办编号"],
    },
  },
  lightNames: { green: "绿灯", yellow: "黄灯", red: "红灯", grey: "—" },
  standings: { not_reported: "未报", not_ranked: "不参评" },
  none: "—",
  correction: {
    title: (period: string, programme: string) => [
      "关于更正",
      period,
      `全市“${programme}”`,
      "创建工作通报",
      "有关数据的通报",
    ],
    opening: (period: string, programme: string, number: string) => [
      `${period}全市“${programme}”创建工作进展情况的通报${number === "" ? "" : `（${number}）`}印发后，有关数据经核实需要更正。`,
      "现将更正情况通报如下：",
    ],
    headings: { figures: "更正的数据", effects: "对得分和位次的影响", stands: "其他事项" },
    figure: (town: string, cell: string, was: string, now: string, reason: string) =>
      `${town}“${cell}”原为${was}，更正为${now}，原因：${withoutStop(reason)}。`,
    finding: (town: string, indicator: string, claimed: number, found: number) =>
      `经核查，${town}“${indicator}”填报${claimed}，核实为${found}，按误报重新计分。`,
    effect: (town: string, score: string, rank: string) => `${town}综合得分${score}，位次${rank}`,
    changed: (was: string, now: string) => (was === now ? `仍为${now}` : `由${was}更正为${now}`),
    effects: (all: number, some: readonly string[]) =>
      `得分或位次有变化的单位共${all}个：${clauses(some, all - some.length, "个见附件1")}`,
    noEffects: "各单位得分和位次均无变化。",
    others: "其他单位的得分和位次不变。",
    stands: "原通报与本通报不一致的，以本通报为准。",
    table: {
      title: "更正前后综合得分及位次对照表",
      head: ["单位", "更正前得分", "更正后得分", "更正前位次", "更正后位次"],
    },
  },
  demanded: "督办事项",
  total: "合计",
  fresh: (period: string, sentence: string) => `${period}，${sentence}`,
  wan,
  share,
  percent,
} as const;
