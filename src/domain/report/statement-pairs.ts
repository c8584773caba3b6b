import type { Label } from "./statement-labels.ts";

// Two figures behind one label: 由5000万增加到8820万, 八千八，不对，八千八百二十万. The later one is meant, and is shown to be
// confirmed; where nothing says which one it is, both are asked about.

export type Span = { start: number; end: number };
/** A figure with the words before it. `later`: it replaces another that was given for the same entry. */
export type Found = { label: Label; raw: string; span: Span; words: Span; later?: true };

const GAP = "[,。;:、\\s]*";
const CHANGED =
  "增加|增长|增|提高|提升|上升|上涨|上调|涨|升|加|下降|下调|减少|减|降|调整|调|修改|改|变更|变|修正|更正|推进|达";
/** Between a figure and the one it became. */
const TO = new RegExp(
  `^${GAP}(?:已|又|再|现在?)?(?:(?:${CHANGED})+了?(?:到|至|为|成)|->|=>|→)(?:了|现在的?|目前的?)?\\s*$`,
);
/** Between a figure and the one that corrects it. */
const CORRECTS = new RegExp(
  `^${GAP}(?:啊|哦|呃|嗯)?${GAP}(?:(?:不对|错了|[说写打记填]错了?|更正|纠正|改一下|sorry|no,|i mean|correction)(?:了|的|,)*|不是,)${GAP}(?:应该?是|应为|应该|是|改为|改成|为)?${GAP}$`,
);
const RATHER = new RegExp(`^${GAP}(?:而是|应该?是|应为)$`);
/** The state a figure is of now, behind one of before. */
const NOW = new RegExp(`^${GAP}(?:这次|本次|此次|现在|目前|如今|现|最新)(?:已|是|为|达|到|完成)*$`);
/** Before an earlier or a denied figure. */
const FROM = /(?:由|从|自|不是|并非|原来?|上次|上期|此前|之前|原先)(?:的|是|为|报)*\s*$/;
const DENIED = /(?:不是|并非)\s*$/;
/** Before a figure that no longer stands, told after the one that does. */
const OLD = new RegExp(`^${GAP}\\(?(?:而不是|而非|并非|原来?|上次|上期|此前|之前|原先)(?:的|是|为|报)*$`);
const BARE = /^[\s\d.,，]+$/;
/** Nothing between two figures says which one is meant. */
const BESIDE = /^[、,\s]*(?:和|及|或者?|不是|\/)?[、,\s]*$/;

/** The figures that count, and those given side by side for one entry, which are all asked about. */
export function settlePairs(folded: string, found: readonly Found[]): { kept: Found[]; asked: Found[] } {
  const kept: Found[] = [];
  const asked: Found[] = [];
  for (const next of found) {
    const before = kept.at(-1);
    const how = before ? relation(folded, before, next) : "apart";
    if (!before || how === "apart") kept.push(next);
    else if (how === "later") kept.splice(-1, 1, replacing(folded, before, next));
    else if (how === "beside") asked.push(before, { ...next, label: before.label });
  }
  return { kept: kept.filter((one) => !asked.includes(one)), asked };
}

function relation(folded: string, before: Found, next: Found): "later" | "beside" | "old" | "apart" {
  const labelled = before.label.kind === "named" || before.label.kind === "asked";
  const alike = BARE.test(next.raw) || isShare(before) === isShare(next);
  if (next.label.kind !== "none" || !alike) return "apart";
  const between = folded.slice(before.span.end, next.span.start);
  const replaces = [TO, CORRECTS, RATHER, NOW].some((words) => words.test(between));
  if (replaces && before.label.kind !== "other") return "later";
  const denied = DENIED.test(folded.slice(before.words.start, before.words.end));
  if (denied && /^[,\s]*是\s*$/.test(between)) return "later";
  if (!labelled) return "apart";
  if (OLD.test(between)) return "old";
  return BESIDE.test(between) ? "beside" : "apart";
}

/** The later figure under the label of the earlier one; its span covers both. */
function replacing(folded: string, before: Found, next: Found): Found {
  const from = FROM.exec(folded.slice(before.words.start, before.words.end))?.[0] ?? "";
  const span = { start: before.span.start - from.length, end: next.span.end };
  return { ...next, label: before.label, words: before.words, span, later: true };
}

/** A bare number is of its label's kind. */
function isShare({ raw, label }: Found): boolean {
  if (/[%％成半]|百分|分之/.test(raw)) return true;
  return BARE.test(raw) && label.kind === "named" && label.field === "image";
}
