import type { PackPath } from "../../src/domain/programme/pack-problem.ts";
import type { Locale } from "../../src/domain/programme/people.ts";

// What every field of a pack means: Chinese, then English. `[]` is any row of a list, `{}` any entry of a table.

export type FieldWords = readonly [zh: string, en: string];

const ID: FieldWords = [
  "标识：小写字母、数字、-和单个_；存进每份记录，定下后不改",
  "id: lower-case letters, digits, - and single _; stored in every record, so never change it",
];
export const NAME: FieldWords = ["中文名，人看到的都是它", "Chinese name, the one people see"];
export const NAME_EN: FieldWords = ["英文名，给读英文的人", "English name, for readers of English"];
const REASON: FieldWords = ["原因，大家会读到", "the reason; people read it"];

function named(path: string, id = "id"): Record<string, FieldWords> {
  return { [`${path}.${id}`]: ID, [`${path}.name`]: NAME, [`${path}.nameEn`]: NAME_EN };
}

export const PACK_FIELDS: Record<string, FieldWords> = {
  id: ["整个项目的标识", "the programme's id"],
  name: ["项目名称，如“十大特色镇”", "the programme's name"],
  nameEn: NAME_EN,
  short: ["简称，如“十镇”", "a short name"],
  office: ["牵头的单位", "the office in charge"],
  "office.name": NAME,
  "office.nameEn": NAME_EN,
  city: ["城市", "the city"],
  "city.code": ["行政区划代码", "its administrative code"],
  "city.name": NAME,
  "city.nameEn": NAME_EN,
  counties: ["县区；每个至少有一个单位", "counties; each has at least one town"],
  ...named("counties[]", "slug"),
  "counties[].code": [
    "行政区划代码，单位用它指明所属县区",
    "administrative code; towns name their county by it",
  ],
  "counties[].short": ["简称，不带“县”字也能认得出的叫法", "a short name"],
  towns: ["参加创建的单位：镇、乡、村都可以", "the places that take part: towns, townships, villages"],
  ...named("towns[]", "slug"),
  "towns[].code": ["行政区划代码，各不相同", "administrative code, unique"],
  "towns[].short": ["简称，不带“镇”字的叫法", "a short name"],
  "towns[].countyCode": ["所属县区的代码", "its county's code"],
  "towns[].positioning": ["产业定位", "what kind of town it is"],
  "towns[].positioningEn": ["产业定位的英文", "the same in English"],
  "towns[].group": ["所属分组的标识", "the id of its group"],
  "towns[].phase": ["第几批，从1起", "which phase it belongs to, from 1"],
  "towns[].aliases[]": [
    "别名、错字、拼音，说它们也认得",
    "other names, usual slips, pinyin: understood as this town",
  ],
  "towns[].location": ["坐标；照片拍摄地离得远时提示", "coordinates; a photo taken far away is remarked on"],
  "towns[].location.lat": ["纬度", "latitude"],
  "towns[].location.lng": ["经度", "longitude"],
  "towns[].location.confidence": ["坐标有多准", "how exact it is"],
  former: [
    "项目开始以后撤并的单位和部门；未办的事归承接的一方",
    "units that were merged or dissolved once the programme had begun; what they had open is their successor’s",
  ],
  "former.towns": ["撤并的单位", "towns that were merged into another"],
  ...named("former.towns[]", "slug"),
  "former.towns[].into": ["承接单位的标识", "the slug of its successor"],
  "former.departments": ["撤销的部门", "departments that were dissolved"],
  ...named("former.departments[]", "slug"),
  "former.departments[].into": ["承接部门的标识", "the slug of its successor"],
  ambiguousInitials: [
    "几个地方共用的简称，说它时反问",
    "initials several places share; whoever says them is asked which",
  ],
  "ambiguousInitials{}[]": ["单位或县区的全称", "the full name of a town or county"],
  groups: ["分组，同组的排在一起比较", "groups of towns that are compared among themselves"],
  ...named("groups[]"),
  areas: [
    "建设内容：填报的几个方面；评分方案没有用到的不收",
    "content areas of the report; one the scheme does not use is not asked for",
  ],
  ...named("areas[]"),
  "areas[].items": [
    "这个方面的事项，年度计划定每项到期的季度",
    "its items; the year's plan says in which quarter each is due",
  ],
  "areas[].items[].id": ["事项的标识，全部事项中各不相同", "its id, unique among all items"],
  "areas[].items[].name": NAME,
  "areas[].items[].nameEn": NAME_EN,
  "areas[].items[].is": ["台账里按哪一类登记", "how its ledger keeps it"],
  "areas[].figures": ["台账里的数据", "figures of its ledger"],
  ...named("areas[].figures[]"),
  "areas[].figures[].unit": ["单位", "its unit"],
  "areas[].figures[].unit.name": NAME,
  "areas[].figures[].unit.nameEn": NAME_EN,
  "areas[].figures[].item": ["按它推算的事项", "the item it measures"],
  "areas[].figures[].goal": ["达到目标，或不超过目标", "its goal is reached, or kept within"],
  "areas[].figures[].said[]": ["人们怎么叫它", "what people call it"],
  "areas[].said[]": ["人们怎么叫它", "what people call it"],
  fundSources: ["资金来源，投资按它们填报", "fund sources; the investment is reported by them"],
  ...named("fundSources[]"),
  "fundSources[].said[]": ["人们怎么叫它：县里、老板投的", "what people call it"],
  fields: ["除了投资和形象进度，还要填的数据", "figures asked for beside investment and image progress"],
  ...named("fields[]"),
  "fields[].of": [
    "填在项目投资里，还是每个项目一个",
    "once in the investment section, or once for every project",
  ],
  "fields[].kind": ["金额（万元）、百分比，或带单位的数量", "万元, %, or a whole number with its unit"],
  "fields[].required": ["不填能不能提交", "whether a report may lack it"],
  "fields[].cumulative": ["是不是从年初累计", "whether it counts from the beginning of the year"],
  "fields[].unit": ["数量的单位；其他类型不写", "the unit of a count, and only of a count"],
  "fields[].unit.name": NAME,
  "fields[].unit.nameEn": NAME_EN,
  "fields[].said[]": ["人们怎么叫它", "what people call it"],
  phases: ["阶段目标", "phased goals"],
  "phases[].phase": ["第几批", "the phase"],
  "phases[].year": [
    "哪一年；还没有定就写 null，由市办以后确定",
    "its year; null while it is not decided, the office sets it later",
  ],
  "phases[].goal": ["目标", "its goal"],
  "phases[].goalEn": ["目标的英文", "the same in English"],
  "phases[].reach": ["到期时各批单位应达到的阶段", "the stage the towns of a phase have reached by its end"],
  "phases[].reach[].phase": ["哪一批单位", "the towns of which phase"],
  "phases[].reach[].stage": ["应达到的阶段", "the stage"],
  stages: [
    "进入各阶段的条件和材料；没有写的阶段按惯例",
    "conditions and papers of each stage; a stage left out is as usual",
  ],
  "stages{}.checklist": ["进入前要具备的条件", "what has to be true before it is entered"],
  "stages{}.papers": ["进入前要交的材料", "what has to be handed in before"],
  "stages{}.decides": ["由市办还是领导决定", "who decides"],
  ...named("stages{}.checklist[]"),
  ...named("stages{}.papers[]"),
  schedule: [
    "各季度末累计应完成全年计划的比例，逐季上升",
    "cumulative share of the year's plan due by the end of each quarter",
  ],
  deadline: ["报送的期限", "when reports are due"],
  "deadline.workingDays": [
    "季度结束后第几个工作日截止",
    "the working day after the quarter on which reports are due",
  ],
  "deadline.lockAfterWorkingDays": [
    "截止后再过几个工作日锁定，不能再报",
    "working days from then until the quarter is locked",
  ],
  "deadline.returnWorkingDays": ["退回后几个工作日内改好", "working days to mend a returned report"],
  "deadline.overrides": ["个别季度另定的截止日", "quarters with a due day of their own"],
  "deadline.overrides[].period": ["季度，如 2026Q3", "the quarter"],
  "deadline.overrides[].due": ["截止日，如 2026-10-15", "the day"],
  "deadline.overrides[].reason": REASON,
  objection: ["异议期；null 是没有异议期", "the days for objections; null: none"],
  "objection.workingDays": ["公布暂定得分后几个工作日可提异议", "working days after provisional scores"],
  "objection.overrides": ["个别季度另定的最后一天", "quarters with a last day of their own"],
  "objection.overrides[].period": ["季度", "the quarter"],
  "objection.overrides[].until": ["最后一天", "the day"],
  "objection.overrides[].reason": REASON,
  lights: ["投资进度的灯：完成应完成的多少", "lights of investment: the share of what is due"],
  "lights.green": ["不低于它为绿灯", "green from here"],
  "lights.yellow": ["不低于它为黄灯，低于它为红灯", "yellow from here, red below"],
  grades: ["年度考核优秀、良好、合格的最低分", "the lowest annual scores of the three grades"],
  quality: ["报送质量分怎么扣", "points taken off the quality of reporting"],
  "quality.returnedOnce": ["退回一次", "returned once"],
  "quality.hardOverride": ["坚持明显有误的数据", "insisting on a figure that fails a check"],
  "quality.missingPhoto": ["一个部分缺照片", "a section without its photo"],
  "quality.missingPhotoMax": ["缺照片最多扣多少", "at most for photos"],
  "quality.correctionAfterLock": ["锁定后更正", "a correction after the lock"],
  departments: [
    "督办事项和卡住的任务可以交给的市直部门",
    "departments that supervised items and blocked tasks can be addressed to",
  ],
  ...named("departments[]", "slug"),
  reminders: ["截止前的提醒", "reminders before the due day"],
  "reminders.daysBefore[]": ["截止前第几个工作日，0是当天", "working days before; 0 is the day itself"],
  "reminders.at": ["什么时刻，09:00到17:59", "at what time, 09:00 to 17:59"],
  ladder: ["逾期后告诉谁，工作日逐行增大", "who is told of an overdue item; the days rise"],
  "ladder[].day": ["逾期第几个工作日", "working days overdue"],
  "ladder[].to": [
    "责任人、主要领导、县工作群或领导小组",
    "the owner, the principal, the county's group or the leading group",
  ],
  digest: ["每周的周报", "the week's digest"],
  "digest.weekday": ["周一是1，周五是5；遇假日顺延", "Monday is 1, Friday 5; a holiday moves it"],
  "digest.at": ["什么时刻", "at what time"],
  bonus: ["加分", "points added"],
  "bonus.hosting": ["承办一次现场会加多少", "for every meeting on site a town hosted"],
  bulletin: ["通报怎么印发", "how a quarter's bulletin is issued"],
  "bulletin.prefix": ["发文字号的代字，如“吕特镇办”", "the letters of its number, such as 吕特镇办"],
  "bulletin.to": ["主送机关", "whom it is addressed to"],
  "bulletin.cc": ["抄送机关", "whom it is copied to"],
  "bulletin.countersign[]": [
    "按什么顺序会签：部门（department加点和标识）、县区（county加点和标识）、office、leader",
    "who countersigns, in this order: a department or county (the word, a dot and its id), office, leader",
  ],
  "bulletin.signer": ["由谁签发，写法同上；一般是领导小组leader", "who signs, written alike; usually leader"],
  perMinute: [
    "每人每分钟最多处理几条消息，防止有人刷屏",
    "messages of one person that are answered in a minute, so that nobody floods the bot",
  ],
  procedures: [
    "办事流程的改动：停用，或改用别的工作日",
    "changes to procedures: left out, or other working days",
  ],
  "procedures{}.off": ["停用", "left out"],
  "procedures{}.days{}": ["某个状态几个工作日内要办", "working days in which a state has to be acted on"],
  "requiredPhotos[]": [
    "要有照片的部分：建设内容的标识，或 investment、image",
    "sections that need a photo: an area's id, investment or image",
  ],
  scheme: ["评分方案，见下一节", "the scoring scheme, see the next part"],
};

/** What the field at a path means; null for one inside a table or the scheme. */
export function fieldMeaning(path: PackPath, locale: Locale): string | null {
  const field = path
    .map((part) => (typeof part === "number" ? "[]" : `.${part}`))
    .join("")
    .slice(1);
  return PACK_FIELDS[field]?.[locale === "en" ? 1 : 0] ?? null;
}
