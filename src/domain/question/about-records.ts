import { aboutNamed } from "./about-sought.ts";
import type { Heard } from "./heard.ts";
import type { AskedRecords, Intent } from "./intent.ts";
import { mostIn } from "./superlative.ts";

// Questions about the records of one procedure, by the words it is called by.

const WORDS: Record<Exclude<AskedRecords, "area_ledger">, RegExp> = {
  money: /资金台账|资金账|登记.{0,4}资金|\bledgers? of funds\b|\bfunds? ledgers?\b/,
  payment: /奖补.{0,8}(?:到账|拨|打款|发[了完到]|付了)|\baward payments?\b/,
  town_plan:
    /创建方案|工作方案|(?:镇|乡|的|个)方案|方案(?:怎么样|怎样|如何|到哪|编制|审定|会签|批|情况|进展|进度)|(?:编|写|报|改|审)方案|方案[里中]|方案.{0,4}(?:变更|调整|修改)|^方案$|\btown plans?\b|\bplans? of (?:the|each) towns?\b/,
  accountability:
    /约谈|问责|追责|被提醒|提醒.{0,4}(?:批|同意|决定)|提醒过(?:谁|哪)|\badmonish\w*|\baccountability\b|\b(?:had|got) an? (?:reminder|talk)\b/,
  standard: /技术标准|技术规范|建设标准|\b(?:technical|building) standards?\b/,
  guidance: /业务指导|^指导$|咨询|请教|\bguidance\b/,
  acceptance:
    /期末验收|验收(?:到|情况|进展|结果|怎么样|通过|了?没|安排|什么时候|申请)|(?:谁|哪些?|哪几|几).{0,6}验收|\bacceptance\b/,
  commendation: /先进县|年度表彰|表彰名单|\badvanced count(?:y|ies)\b/,
  honours: /[红黑]榜|表[彰扬]|\b(?:red|black) ?lists?\b|\bpraised?\b/,
};
/** Wants to know rather than to see the list, with which one begins another. */
const ASKS = /谁|什么|啥|哪|几|多少|[吗没][?？]?$|有没有|\b(?:who|what|which|when)\b/;
const BEGINS = /怎么|咋|如何|新建|发起|提[出交]|申请|[编写报建]/;

const QUARTER = /季|\bq[1-4]\b|\bquarter\b/;

/** The records of this procedure; of one town, if named. */
export function aboutRecords(of: keyof typeof WORDS): (heard: Heard) => Intent | null {
  return (heard) => {
    const { text, past, places, when } = heard;
    const { towns, rest } = places;
    const [town] = towns;
    if (past !== null || (mostIn(text) && aboutNamed(heard))) return null;
    // Nothing but the word, beside a town's name: 普明方案.
    const bare = of === "town_plan" && town !== undefined && /^[\s的]*方案[\s呢?？]*$/.test(rest);
    if (!bare && !WORDS[of].test(text)) return null;
    const one = !town && ASKS.test(text) && !BEGINS.test(text) ? { one: true as const } : {};
    const period = of === "honours" && QUARTER.test(text) ? when : {};
    return { kind: "records", of, ...(town ? { town } : {}), ...one, ...period };
  };
}
