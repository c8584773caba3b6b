// Units and remarks people put in brackets beside a number: 8820（万元）, 72（%）, 8820万（含税）, 8820（预估）.

const BRACKETS = "[]【】〔〕{}〖〗「」";
const BRACKETED = /\(([^()]*)\)/g;
const UNIT = /^(?:单位:?)?(万元|亿元|元|万|亿|%|rmb|cny|yuan|人民币)$/;
const ESTIMATE = /^(?:预估|估算|估计|估|暂估|预计|约|大约|大概|左右)/;
/** Remarks that may hold figures of their own: a part, an earlier figure, a day it is counted to. */
const ASIDE = /^(?:其中|含|不含|包括|包含|已含|原|上次|上季|上期|此前|之前|较|比|同比|环比|占|截至|截止)/;
/** Another figure or a unit nobody knows: what the number is cannot be told. */
const UNSURE = /\d|[元万亿%‰]|^[十百千万亿倍成]+$|dollar|usd|eur/;

/** `doubtful`: a bracket may change the number and nothing says how. */
export type Unbracketed = { text: string; estimate: boolean; doubtful: boolean };

/** A number's text (folded) with its bracketed units in place and its remarks left out. `units`: words that may follow it. */
export function withoutBrackets(folded: string, units: readonly string[] = []): Unbracketed {
  const text = folded.replace(/[[\]【】〔〕{}〖〗「」]/g, (sign) => (BRACKETS.indexOf(sign) % 2 ? ")" : "("));
  let estimate = false;
  let doubtful = false;
  const left = text.replace(BRACKETED, (_, inner: string, at: number) => {
    const said = inner.trim();
    const before = text.slice(0, at).trimEnd();
    const unit = UNIT.exec(said)?.[1] ?? units.find((word) => word === said);
    if (before === "") doubtful = true;
    if (unit !== undefined) {
      const put = unitAfter(before, unit);
      if (put === null) doubtful = true;
      return put ?? "";
    }
    if (ESTIMATE.test(said) && !UNSURE.test(said)) estimate = true;
    else if (UNSURE.test(said) && !ASIDE.test(said)) doubtful = true;
    return "";
  });
  return { text: left, estimate, doubtful };
}

/** What a unit in brackets adds: 8820万（元） and 8820万（万元） are 8820万元. Null where it contradicts the number's own. */
function unitAfter(before: string, unit: string): string | null {
  if (before.endsWith(unit)) return "";
  const own = /(?:[万亿]元?|元|%)$/.exec(before)?.[0] ?? "";
  if (own === "") return unit;
  if (own === "元" || own === "%") return null;
  if (unit === "元") return own.endsWith("元") ? "" : "元";
  return unit.startsWith(own) ? unit.slice(own.length) : own.startsWith(unit) ? "" : null;
}
