import type { PackNote } from "../../src/domain/pack/pack-notes.ts";
import type { CrossFault, PackProblem, ShapeFault } from "../../src/domain/programme/pack-problem.ts";
import type { Programme } from "../../src/domain/programme/programme.ts";
import { ownColumn } from "../../src/domain/programme/score-columns.ts";
import type { SchemeFault } from "../../src/domain/scoring/check-scheme.ts";
import { fieldMeaning } from "./pack-fields.ts";

// What is wrong in a pack and what to do about it, for those who write one; in Chinese alone, as the operator's commands.

const GUIDE = "docs/programme.zh-CN.md";
const TYPES: Record<string, string> = {
  string: "文字",
  number: "数字",
  int: "整数",
  boolean: "true 或 false",
  array: "列表",
  tuple: "列表",
  object: "一组名称和值",
  record: "一组名称和值",
};

/** The messages of the schema's own rules. */
const SAID: Array<[RegExp, string, string]> = [
  [/^a slug is/, "标识不合规", "只用小写字母、数字、-和单个_，以字母开头，例如 shuang-chi"],
  [/^not a quarter/, "不是季度", "写成 2026Q3 这样"],
  [/^a time from/, "不是可以发消息的时刻", "写成 09:05 这样，在09:00到17:59之间"],
  [/^Invalid ISO date/, "不是有效的日期", "写成 2026-09-30 这样"],
  [
    /^office, leader/,
    "不是可以会签、签发的岗位",
    "写 office、leader、county.县区标识 或 department.部门标识",
  ],
  [/^Invalid string/, "标识不合规", "只用小写字母、数字和_，以字母开头"],
  [/^a count, and only/, "数量要有单位，其他类型不要", "类型为数量的补上单位，其他的删去单位"],
  [/^a weight is/, "权重超出范围", "填0，或者大于0的数"],
  [/^a ratio cannot/, "比率不能取反方向", "把分子和分母对调"],
  [/^unknown kind/, "没有这种算法", "可用：ratio、goalposts、minmax、efficacy、late、penalty、raw"],
  [/^this id is reserved/, "这个标识不能用", "换一个标识"],
  [/contains itself/, "方案成了环：有指标是自己的上级", "改正上级，让每个指标最终归到总分"],
  [/more than \d+ (levels|nodes)/, "方案的层级或指标太多", "减少层级或指标"],
];

/** `reason` ends without a full stop; so does `repair`. */
type Advice = { reason: string; repair: string };

/** A mistake in words. */
export function packAdvice({ path, fault, reason }: PackProblem): Advice {
  const advice = isOfShape(fault) ? shapeAdvice(fault, reason) : crossAdvice(fault);
  const meaning = fault.kind === "missing" ? fieldMeaning(path, "zh-CN") : null;
  return meaning ? { ...advice, repair: `补上：${meaning}` } : advice;
}

const OF_SHAPE = ["missing", "type", "small", "big", "keys", "choice", "said"];

function isOfShape(fault: ShapeFault | CrossFault): fault is ShapeFault {
  return OF_SHAPE.includes(fault.kind);
}

/** `said`: the schema's own message. */
function shapeAdvice(fault: ShapeFault, said: string): Advice {
  switch (fault.kind) {
    case "missing":
      return { reason: "缺少这一项", repair: `补上，含义和写法见 ${GUIDE}` };
    case "type":
      return { reason: `应为${TYPES[fault.expected] ?? fault.expected}`, repair: "改正写法" };
    case "small":
      return small(fault);
    case "big":
      return { reason: `最多为${fault.limit}`, repair: "改小或减少" };
    case "keys":
      return {
        reason: `没有名为“${fault.keys.join("”“")}”的项`,
        repair: `改正名称，或者删去；可用的项见 ${GUIDE}`,
      };
    case "choice":
      return { reason: "不在可选的值之中", repair: `可用：${fault.known.join("、")}` };
    case "said":
      return ownRule(said);
  }
}

function small({ limit, of }: { limit: string; of: string }): Advice {
  if (of === "string") return { reason: "不能为空", repair: "填写" };
  if (of === "array") return { reason: `至少要有${limit}项`, repair: "补上" };
  return { reason: `最小为${limit}`, repair: "改大" };
}

function ownRule(said: string): Advice {
  const rule = SAID.find(([pattern]) => pattern.test(said));
  return rule ? { reason: rule[1], repair: rule[2] } : { reason: said, repair: "改正写法" };
}

function crossAdvice(fault: CrossFault): Advice {
  switch (fault.kind) {
    case "used":
      return { reason: `“${fault.about}”已被 ${fault.where} 使用`, repair: "两处之一换一个" };
    case "scheme":
      return schemeAdvice(fault.fault);
    case "no_county":
      return { reason: `没有代码为“${fault.about}”的县区`, repair: oneOf(fault.known) };
    case "no_group":
      return { reason: `没有标识为“${fault.about}”的分组`, repair: oneOf(fault.known) };
    case "no_section":
      return { reason: `没有“${fault.about}”这个部分`, repair: oneOf(fault.known) };
    case "no_place":
      return { reason: `没有叫“${fault.about}”的单位或县区`, repair: "写全称，与单位或县区的名称一致" };
    case "no_post":
      return { reason: `没有“${fault.about}”这个县区或部门`, repair: oneOf(fault.known) };
    case "no_batch":
      return { reason: `没有第${fault.about}批的单位`, repair: oneOf(fault.known) };
    case "no_item":
      return { reason: `本项建设内容里没有标识为“${fault.about}”的事项`, repair: oneOf(fault.known) };
    case "no_town":
      return { reason: `“${fault.about}”没有任何单位`, repair: "删去这个县区，或者补上属于它的单位" };
    case "reserved":
      return { reason: `“${fault.about}”是固有部分的名称`, repair: "换一个标识" };
    case "still":
      return {
        reason: `“${fault.about}”还在现有的里面`,
        repair: "已经撤并的从现有的里删去，或者从原有的里删去",
      };
    case "no_successor":
      return { reason: `现有的里没有“${fault.about}”`, repair: oneOf(fault.known) };
    case "schedule":
      return { reason: "四个季度的累计比例要逐季上升，大于0、不超过1", repair: "例如 0.15、0.4、0.7、1" };
    case "ladder":
      return { reason: "工作日要逐行增大", repair: "按先后排列，不要重复" };
    case "grades":
      return { reason: "等次的最低分要逐个降低", repair: "例如 90、80、60" };
    case "lights":
      return { reason: "绿灯的界线低于黄灯", repair: "绿灯不低于黄灯，例如 0.9 和 0.7" };
  }
}

function oneOf(known: readonly string[]): string {
  const some = known.slice(0, 20).join("、");
  return known.length === 0 ? "先补上" : `可用：${some}${known.length > 20 ? "等" : ""}`;
}

const SCHEME: Record<SchemeFault["kind"], (about: string) => Advice> = {
  twice: () => ({ reason: "标识用了不止一次", repair: "每个指标一个标识" }),
  reserved: () => ({ reason: "这个标识留给加分和减分", repair: "换一个标识" }),
  no_children: () => ({ reason: "分组下面没有指标", repair: "补上指标，或者删去分组" }),
  no_weight: () => ({ reason: "下级的权重全是0，算不出分", repair: "至少一个填大于0的数" }),
  same_goalposts: (about) => ({ reason: `下限和上限都是${about}`, repair: "改成两个不同的数" }),
  logarithm: (about) => ({ reason: `${about}没有对数`, repair: "取对数时上下限都要大于0" }),
  same_marks: (about) => ({ reason: `满意值和不允许值都是${about}`, repair: "改成两个不同的数" }),
  wrong_way: () => ({ reason: "方向说越小越好，满意值却更大", repair: "改正方向，或者对调两个值" }),
  no_column: (about) => ({ reason: `没有“${about}”这一列数据`, repair: "从可用的列中选，见下面的列表" }),
};

function schemeAdvice({ node, kind, about }: SchemeFault): Advice {
  const { reason, repair } = SCHEME[kind](about);
  return { reason: `${node === null ? "加减分" : `指标“${node}”`}${reason}`, repair };
}

/** What a note says, and what to do about it if it was not meant. */
export function noteAdvice(note: PackNote): Advice {
  switch (note.kind) {
    case "clash":
      return {
        reason: `“${note.name}”同时指${note.places.join("、")}`,
        repair: "有人这样说时会反问是哪一个；不想反问，就改掉其中一处，都要保留就在“易混简称”里登记",
      };
    case "weightless":
      return { reason: `指标“${note.node}”的权重是0，得分与它无关`, repair: "要计分就填大于0的数" };
    case "unasked":
      return {
        reason: `评分方案没有用到“${note.section}”，填报时不收这一部分`,
        repair: "要收就在方案里用上它的数据",
      };
    case "unknown":
      return { reason: `没有名为“${note.name}”的办事流程或状态`, repair: oneOf(note.known) };
  }
}

const COLUMNS: Record<string, string> = {
  invested: "累计完成投资",
  invested_due: "按进度应完成投资",
  image_actual: "实际形象进度",
  image_planned: "计划形象进度",
  days_late: "迟报工作日",
  penalty: "报送质量扣分",
  bonus: "加分",
  deduct: "减分",
};

/** What a column of the score table is called: `村道整修·已完成`. */
export function columnName(column: string, { areas, fields }: Pick<Programme, "areas" | "fields">): string {
  const area = areas.find(({ id }) => column === `${id}.done` || column === `${id}.due`);
  if (area) return `${area.name}·${column.endsWith(".done") ? "已完成" : "应完成"}`;
  return COLUMNS[column] ?? fields.find(({ id }) => column === ownColumn(id))?.name ?? column;
}
