import type { Heard } from "./heard.ts";
import type { AskedRecords, Intent } from "./intent.ts";

// Questions about the records of one procedure, by the words it is called by.

const WORDS: Record<Exclude<AskedRecords, "area_ledger">, RegExp> = {
  money: /资金台账|资金账|\bledgers? of funds\b|\bfunds? ledgers?\b/,
  payment: /奖补.{0,6}(?:到账|拨付|拨了|发了|付了)|\baward payments?\b/,
  town_plan:
    /创建方案|工作方案|(?:镇|乡|的|个)方案|方案(?:怎么样|怎样|如何|到哪|编制|审定|会签|批|情况|进展|进度)|(?:编|写|报|改|审)方案|方案.{0,4}(?:变更|调整|修改)|^方案$|\btown plans?\b|\bplans? of (?:the|each) towns?\b/,
  accountability:
    /约谈|问责|追责|被提醒|提醒过(?:谁|哪)|\badmonish\w*|\baccountability\b|\b(?:had|got) an? (?:reminder|talk)\b/,
  standard: /技术标准|技术规范|建设标准|\b(?:technical|building) standards?\b/,
  guidance: /业务指导|^指导$|咨询|请教|\bguidance\b/,
  acceptance:
    /期末验收|验收(?:到|情况|进展|结果|怎么样|通过|了?没|安排|什么时候|申请)|(?:谁|哪些?|哪几|几).{0,6}验收|\bacceptance\b/,
  commendation: /先进县|年度表彰|表彰名单|\badvanced count(?:y|ies)\b/,
  honours: /[红黑]榜|表[彰扬]|\b(?:red|black) ?lists?\b|\bpraised?\b/,
  bulletin:
    /通报.{0,6}(?:到了?哪|办到|进展|什么时候|何时|几号|[印签]?发了|会签|签发)|\bbulletins? (?:stand|issued|signed|sent)\b|\bwhen was the bulletin\b/,
  annual: /考核.{0,4}(?:到了?哪|办到|进行到|启动了)|\bhow far is the (?:annual )?assessment\b/,
  objection:
    /^异议$|(?:谁|哪[些几个]{0,2}(?:镇|单位)?).{0,4}异议|异议.{0,6}(?:到了?哪|答复|情况|处理)|\bobjections?\b/,
  misreport:
    /^[虚误]报$|(?:谁|哪[些几个]{0,2}(?:镇|单位)?).{0,4}[虚误]报|[虚误]报.{0,4}(?:到了?哪|核实|查实|情况)|\bmisreports?\b/,
  weights: /^权重$|权重.{0,4}(?:提案|方案|确认了|通过了|批了)|\bproposed weights\b/,
  wording: /^问法$|\bwordings?\b/,
  naming: /^名称$|(?:镇名|名称|分组).{0,2}(?:变更|调整|改了)|\bnames? and groups?\b/,
};
/** Those asked for by name alone, which stand together in the list of what can be asked. */
const OTHERS = ["bulletin", "annual", "objection", "misreport", "weights", "wording", "naming"] as const;

/** The records of a procedure that is asked about less often. */
export function aboutOtherRecords(heard: Heard): Intent | null {
  for (const of of OTHERS) {
    const found = aboutRecords(of)(heard);
    if (found) return found;
  }
  return null;
}

/** The records of this procedure; of one town, if named. */
export function aboutRecords(of: keyof typeof WORDS): (heard: Heard) => Intent | null {
  return ({ text, places: { towns, rest } }) => {
    const [town] = towns;
    // Nothing but the word, beside a town's name: 普明方案.
    const bare = of === "town_plan" && town !== undefined && /^[\s的]*方案[\s呢?？]*$/.test(rest);
    return bare || WORDS[of].test(text) ? { kind: "records", of, ...(town ? { town } : {}) } : null;
  };
}
