import { laterPeriod, type PeriodId } from "../calendar/period.ts";
import { quartersIn } from "./promised-time.ts";

// Reads promises from what a town says it will do next: "下季度完成主体". Conservative: the words have to name a result and one
// quarter to come, and nothing that leaves it open or puts it on somebody else.

/**
 * What a town promises, in its own words, and the quarter it is promised for. `firm`: said outright; otherwise as an aim
 * (力争, 计划) or for a vague time (开春), which is a promise only if its official says so.
 */
export type PromisedWords = { text: string; quarter: PeriodId; firm: boolean };

/** Characters of what may be a promise; more say several things. */
const LONGEST = 100;
/** A promise is for one of this many quarters to come. */
const AHEAD = 4;
const CLAUSE_END = /[；;。！!？?\n]+|\.(?=\s|$)/;
const RESULT =
  /完成|完工|完结|建成|竣工|封顶|开工|启动|投用|投产|投入使用|启用|开放|开业|开园|开通|挂牌|打通|通[车水电气暖]|供[水暖热]|验收|交付|落地|签约|入驻|\b(?:complete|finish|open|start|deliver|hand over)s?\b/i;
/** A deed and how much of it: 铺设管网5公里. */
const MEASURED =
  /(?:新[建增修]|铺设|引进|整治|改造|拆除|栽植|硬化|安装|修缮|到位|清运|培训|搬迁)[^\d，,]{0,12}[\d一二两三四五六七八九十百]/;
/** On what something else depends. */
const CONDITION =
  /如果|如(?![期约数实何])|若|[^来近期注重电监]视(?![频野觉])|^视|(?<![接招款对期])待(?!遇)|一旦|取决于|的话|(?:到位|完成|批复|通过|落实|解决)(?:以|之)?后|\b(?:if|once|unless|depend|subject to)\w*/i;
/** Others are to do it. */
const OTHERS =
  /请|建议|希望|答应|[省市县区](?:里|[^，,]{0,10}?(?:局|厅|委|部门|公司))|^(?:.{0,8}(?:局|厅|部门))|\b(?:bureau|department|county) (?:will|to)\b/i;
const NEGATED =
  /不(?![得晚迟少低超断落误留])|未(?!来)|没|无法|难以|暂缓|\b(?:not|never|cannot|unable)\b|n't\b/i;
/** Done already, or said of the quarter that is reported. */
const DONE = /已|[本上]季|截至/;
const AIM =
  /力争|力求|争取|努力|尽量|尽快|预计|预期|有望|(?<![模虚])拟|计划|打算|左右|前后|基本|\b(?:try|hope|aim|expect|plan|should|might)\b|\bmay\b/;

/** The promises in a text of a report for `period`, in the order they are written. */
export function readPromises(words: string, period: PeriodId): PromisedWords[] {
  return words.split(CLAUSE_END).flatMap((clause) => {
    const text = clause.trim().replace(/^(?:\d+[.、)）]|[（(]\d+[)）])\s*/, "");
    return CONDITION.test(text) || OTHERS.test(text) ? [] : inClause(text, period);
  });
}

/** Those of one clause, each from the comma after the one before; an aim said first holds for all of them. */
function inClause(clause: string, period: PeriodId): PromisedWords[] {
  let aims = false;
  return groupsOf(clause, period).flatMap(({ text, quarters, vague }): PromisedWords[] => {
    aims ||= AIM.test(text);
    const [quarter] = quarters;
    const says = RESULT.test(text) || MEASURED.test(text);
    if (!says || [...text].length > LONGEST || quarter === undefined || quarters.size !== 1) return [];
    return isAhead(quarter, period) ? [{ text, quarter, firm: !aims && !vague }] : [];
  });
}

type Group = { text: string; quarters: Set<PeriodId>; vague: boolean };

/** The parts between commas, joined so that each group names one time; what is done or denied belongs to none. */
function groupsOf(clause: string, period: PeriodId): Group[] {
  const groups: Group[] = [];
  let before = "";
  for (const part of clause.split(/(?<=[，,])/)) {
    const { quarters, vague } = quartersIn(part, period);
    const last = groups.at(-1);
    const isOut = DONE.test(part) || NEGATED.test(part);
    if (isOut) before = "";
    else if (quarters.length > 0) {
      groups.push({ text: before + part, quarters: new Set(quarters), vague });
      before = "";
    } else if (last && before === "" && !AIM.test(part)) last.text += part;
    // What follows an aim goes on with it: no words in between are left out.
    else before += part;
    // Nothing that follows goes on with what was left out.
    if (isOut && last) groups.push({ text: "", quarters: new Set(), vague: false });
  }
  return groups.map((group) => ({ ...group, text: group.text.replace(/[，,\s]+$/, "").trim() }));
}

/** Identifies a promise among those of a report: its place and letters, so that other words are another promise. */
export function promiseMark({ text }: Pick<PromisedWords, "text">, at: number): string {
  const sum = [...text].reduce((before, char) => (before * 31 + (char.codePointAt(0) ?? 0)) % 1_000_003, 7);
  return `${at}-${sum}`;
}

function isAhead(quarter: PeriodId, period: PeriodId): boolean {
  return quarter > period && quarter <= laterPeriod(period, AHEAD);
}
