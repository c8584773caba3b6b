import { sectionName } from "../../../cards/names.ts";
import type { Programme } from "../../domain/programme/programme.ts";
import { readable } from "../../domain/reading/readable.ts";
import { IMAGE, INVESTMENT } from "../../domain/report/content.ts";
import { roundHalfUp } from "../../domain/scoring/round-half-up.ts";
import { type BookRow, type BookSheet, type Cell, joined, parted } from "./book.ts";
import { type Draft, numberIn, type Place } from "./draft.ts";

// The first sheet: names, days, hours and thresholds, one a row.

const BASICS = "基本";
const WEEKDAYS = ["周一", "周二", "周三", "周四", "周五"];

/** `write`: what stands in the cell. `read`: the value it means; undefined: nothing is put. `ask`: an explanation. */
type Basic = {
  label: string;
  ask: string;
  path: ReadonlyArray<string | number>;
  write: (programme: Programme) => Cell;
  read: (text: string, draft: Draft) => unknown;
};

function words(label: string, ask: string, path: string, write: Basic["write"]): Basic {
  return { label, ask, path: path.split("."), write, read: (text) => text };
}

function figure(label: string, ask: string, path: string, write: Basic["write"]): Basic {
  return { label, ask, path: path.split("."), write, read: numberIn };
}

/** A time of day, in any width. */
function time(label: string, path: string, write: Basic["write"]): Basic {
  return { label, ask: "09:00到17:59", path: path.split("."), write, read: readable };
}

/** Labels are compared without blanks and in any width. */
function sameLabel(text: string): string {
  return readable(text).replace(/\s/g, "");
}

/** A share, written as a percentage. */
function share(
  label: string,
  ask: string,
  path: Basic["path"],
  value: (programme: Programme) => number | undefined,
): Basic {
  return {
    label,
    ask,
    path,
    write: (programme) => roundHalfUp((value(programme) ?? 0) * 100, 6),
    read: (text) => {
      const read = numberIn(text);
      return typeof read === "number" ? roundHalfUp(read / 100, 8) : read;
    },
  };
}

const QUARTERS = ["一", "二", "三", "四"];
const GRADES = ["优秀", "良好", "合格"];

const BASICS_ROWS: readonly Basic[] = [
  words("标识", "小写字母和-，定下后不改", "id", ({ id }) => id),
  words("名称", "例如：十大特色镇", "name", ({ name }) => name),
  words("英文名称", "", "nameEn", ({ nameEn }) => nameEn),
  words("简称", "例如：十镇", "short", ({ short }) => short),
  words("牵头单位", "例如：市××领导小组办公室", "office.name", ({ office }) => office.name),
  words("牵头单位英文名", "", "office.nameEn", ({ office }) => office.nameEn),
  words("城市", "", "city.name", ({ city }) => city.name),
  words("城市英文名", "", "city.nameEn", ({ city }) => city.nameEn),
  words("城市代码", "行政区划代码", "city.code", ({ city }) => city.code),
  ...QUARTERS.map((name, i) =>
    share(
      `${name}季度末累计应完成（%）`,
      "占全年计划的比例，逐季上升",
      ["schedule", i],
      ({ schedule }) => schedule[i],
    ),
  ),
  figure(
    "报送期限",
    "季度结束后第几个工作日截止",
    "deadline.workingDays",
    ({ deadline }) => deadline.workingDays,
  ),
  figure(
    "锁定",
    "截止后再过几个工作日不能再报",
    "deadline.lockAfterWorkingDays",
    ({ deadline }) => deadline.lockAfterWorkingDays,
  ),
  figure(
    "退回修改",
    "退回后几个工作日内改好",
    "deadline.returnWorkingDays",
    ({ deadline }) => deadline.returnWorkingDays,
  ),
  {
    ...figure("异议期", "公布暂定得分后几个工作日可提异议；空着：不设异议期", "objection.workingDays", (p) =>
      p.objection ? p.objection.workingDays : null,
    ),
    read: (text) => (text === "" ? undefined : numberIn(text)),
  },
  share("绿灯（%）", "完成应完成的多少为绿灯", ["lights", "green"], ({ lights }) => lights.green),
  share("黄灯（%）", "低于它为红灯", ["lights", "yellow"], ({ lights }) => lights.yellow),
  ...GRADES.map((name, i) => ({
    ...figure(`${name}最低分`, "年度考核等次", "grades", ({ grades }) => grades[i] ?? null),
    path: ["grades", i],
  })),
  figure("退回一次扣", "报送质量分", "quality.returnedOnce", ({ quality }) => quality.returnedOnce),
  figure("坚持明显有误的数据扣", "报送质量分", "quality.hardOverride", ({ quality }) => quality.hardOverride),
  figure("缺照片扣", "每个部分", "quality.missingPhoto", ({ quality }) => quality.missingPhoto),
  figure("缺照片最多扣", "", "quality.missingPhotoMax", ({ quality }) => quality.missingPhotoMax),
  figure(
    "锁定后更正扣",
    "报送质量分",
    "quality.correctionAfterLock",
    ({ quality }) => quality.correctionAfterLock,
  ),
  figure("承办现场会加", "每次", "bonus.hosting", ({ bonus }) => bonus.hosting),
  {
    label: "提前提醒",
    ask: "截止前几个工作日提醒没报的单位，0是当天",
    path: ["reminders", "daysBefore"],
    write: ({ reminders }) => joined(reminders.daysBefore),
    read: (text) => parted(text).map(numberIn),
  },
  time("提醒时刻", "reminders.at", ({ reminders }) => reminders.at),
  {
    label: "周报",
    ask: "周一到周五中的一天",
    path: ["digest", "weekday"],
    write: ({ digest }) => WEEKDAYS[digest.weekday - 1] ?? digest.weekday,
    read: (text) => (WEEKDAYS.includes(text) ? WEEKDAYS.indexOf(text) + 1 : numberIn(text)),
  },
  time("周报时刻", "digest.at", ({ digest }) => digest.at),
  {
    label: "要有照片的部分",
    ask: "用、隔开；填建设内容的名称，或“项目投资”“形象进度”",
    path: ["requiredPhotos"],
    write: (programme) =>
      joined(programme.requiredPhotos.map((section) => sectionName(programme, section, "zh-CN"))),
    read: (text, draft) => parted(text).map((section) => draft.idOf("section", section)),
  },
  words("通报发文代字", "例如：吕特镇办", "bulletin.prefix", ({ bulletin }) => bulletin.prefix),
  words("通报主送", "例如：各县（市、区）人民政府", "bulletin.to", ({ bulletin }) => bulletin.to),
  words("通报抄送", "", "bulletin.cc", ({ bulletin }) => bulletin.cc),
  {
    label: "通报会签",
    ask: "按顺序，用、隔开；部门写department.加标识，县区写county.加标识",
    path: ["bulletin", "countersign"],
    write: ({ bulletin }) => joined(bulletin.countersign),
    read: (text) => parted(text),
  },
  words("通报签发", "leader为领导小组，写法同会签", "bulletin.signer", ({ bulletin }) => bulletin.signer),
  figure("每人每分钟消息", "最多处理几条，一般不改", "perMinute", ({ perMinute }) => perMinute),
  words("评分方案版本", "例如：v1", "scheme.id", ({ scheme }) => scheme.id),
  figure("得分小数位", "", "scheme.decimals", ({ scheme }) => scheme.decimals),
  adjustment(
    "加分取自",
    "空着：没有加分",
    ["bonus", "column"],
    ({ adjust }) => adjust?.bonus?.column ?? null,
  ),
  {
    ...adjustment("加分最多", "", ["bonus", "max"], ({ adjust }) => adjust?.bonus?.max ?? null),
    read: (text) => (text === "" ? undefined : numberIn(text)),
  },
  adjustment(
    "减分取自",
    "空着：没有减分",
    ["deduct", "column"],
    ({ adjust }) => adjust?.deduct?.column ?? null,
  ),
];

function adjustment(
  label: string,
  ask: string,
  path: readonly string[],
  write: (scheme: Programme["scheme"]) => Cell,
): Basic {
  return {
    label,
    ask,
    path: ["scheme", "adjust", ...path],
    write: ({ scheme }) => write(scheme),
    read: (text, draft) => (text === "" ? undefined : draft.idOf("column", text)),
  };
}

export const basics: BookSheet = {
  name: BASICS,
  about: "只改“填写”一列",
  columns: [
    { title: "项目", width: 26 },
    { title: "填写", width: 36, optional: true },
    { title: "说明", width: 52, optional: true },
  ],
  rows: (programme) => BASICS_ROWS.map(({ label, ask, write }) => [label, write(programme), ask]),
  read: (rows, draft) => {
    for (const [id, name] of [
      [INVESTMENT, "项目投资"],
      [IMAGE, "形象进度"],
    ] as const)
      draft.name("section", id, name);
    const byLabel = new Map(rows.map((row) => [sameLabel(row.text("项目")), row]));
    for (const basic of BASICS_ROWS) readBasic(basic, byLabel.get(sameLabel(basic.label)), draft);
  },
};

function readBasic({ label, path, read }: Basic, row: BookRow | undefined, draft: Draft): void {
  const place: Place = { sheet: BASICS, row: row?.row ?? 0, title: row ? "填写" : label };
  const value = read(row?.text("填写") ?? "", draft);
  if (value !== undefined) draft.put(path, value, place);
}
