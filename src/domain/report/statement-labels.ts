import type { Programme } from "../programme/programme.ts";
import { foldText } from "../reading/fold-text.ts";
import { foldNumerals } from "../reading/numerals.ts";
import type { OwnField } from "./fields.ts";

// Recognises the field named before a figure: invested sums (累计, 本季, 年度计划), image progress (形象) and the pack's fund
// sources. Funds received, shares, growth and other periods are none of these.

/** A field of the report a figure can fill: three amounts, the image progress, a fund source's amount, or a pack's own. */
export type StatementField =
  | "cumulative"
  | "quarter"
  | "plan"
  | "image"
  | { source: string }
  | { own: OwnField };
/** What the pack calls things. */
export type Named = Pick<Programme, "fundSources"> & Partial<Pick<Programme, "fields">>;
/**
 * `named`: one field; `asked`: investment or progress, with period or kind not given; `other`: a figure that is no
 * field of the report; `none`: no label.
 */
export type Label =
  | { kind: "named"; field: StatementField }
  | { kind: "asked" }
  | { kind: "other" }
  | { kind: "none" };

const IMAGE = /形象进度|形象|image progress|image/g;
const CUMULATIVE = /累计|cumulative|to date|in total/g;
const QUARTER = /本季度?|当季|这个?季度?|this quarter/g;
const PLAN = /年度计划|全年计划|年计划|计划|年度任务|year plan|plan/g;
const MONEY = /完成投资|投资额?|完成|invested|investment|invest|spent/g;
const PROGRESS = /进度|progress/g;
const OTHER_PERIOD = /上个?季|上年|去年|同期|上半年|下半年|月|周|[一二三四1-4]季|q[1-4]|last/;
const NOT_OURS =
  /总投资|概算|批复|到位|同比|环比|(?:增加|增长|提高|提升|上升|下降|减少)(?![到至])|较|序时|剩余|还差|尚需|缺口|占|total cost/g;
const BETWEEN = /^(配套|投入|投资|资金|累计|完成|筹集|自筹|安排|拨付|的|了|约|为|已|共|[:：=\s])*$/;
/** Behind 县里, 老板 and the like, which also name who acts: 镇里累计完成8820万 is no source. */
const GIVES = /^(配套|投入?|出|给|掏|拨付?|下达|补助?|安排|资金|的|了|约|为|是|已|共|[:=\s])*$/;

/** Normalises a sentence for finding labels and figures; every position stays. */
export function foldStatement(text: string): string {
  return foldNumerals(foldText(text));
}

/** The label in `words` (folded): the text between the previous figure and this one. */
export function labelOf(words: string, programme: Named): Label {
  const pack = packFieldIn(words, programme);
  if (pack) return named(pack);
  const image = lastEnd(words, IMAGE);
  const money = Math.max(...[CUMULATIVE, QUARTER, PLAN, MONEY].map((label) => lastEnd(words, label)));
  const other = lastEnd(words, NOT_OURS);
  if (other >= 0 && other >= Math.max(image, money)) return { kind: "other" };
  if (/占|较|同比|环比|序时/.test(words) && image < 0) return { kind: "other" };
  if (other >= 0) return { kind: "asked" };
  if (image >= money && image >= 0) return /计划|plan/.test(words) ? { kind: "asked" } : named("image");
  return money < 0 ? { kind: lastEnd(words, PROGRESS) < 0 ? "none" : "asked" } : moneyLabel(words);
}

/** Where the label's own words stand, so that they can be taken out of the text with their figure. */
export function labelWords(programme: Named): RegExp {
  const pack = packWords(programme).map(({ name }) => quoteForRegExp(name));
  const fixed = [IMAGE, CUMULATIVE, QUARTER, PLAN, MONEY].map((words) => words.source);
  return new RegExp([...pack.sort((a, b) => b.length - a.length), ...fixed].join("|"), "g");
}

function moneyLabel(words: string): Label {
  const plan = lastEnd(words, PLAN) >= 0;
  if (lastEnd(words, QUARTER) >= 0)
    return plan || lastEnd(words, CUMULATIVE) >= 0 ? { kind: "asked" } : named("quarter");
  if (lastEnd(words, CUMULATIVE) >= 0)
    return /上个?季|上年|去年|last/.test(words) ? { kind: "asked" } : named("cumulative");
  if (OTHER_PERIOD.test(words)) return { kind: "asked" };
  return named(plan ? "plan" : "cumulative");
}

type PackWord = { field: StatementField; name: string; between: RegExp };

/** Every name the pack gives to what a figure can fill, folded: fund sources, and its own fields of the investment. */
function packWords({ fundSources, fields = [] }: Named): PackWord[] {
  const sources = fundSources.flatMap(({ id, name, nameEn, said }): PackWord[] => [
    ...[name, nameEn].map((word) => ({ field: { source: id }, name: foldStatement(word), between: BETWEEN })),
    ...said.map((word) => ({ field: { source: id }, name: foldStatement(word), between: GIVES })),
  ]);
  const own = fields
    .filter(({ of }) => of === "investment")
    .flatMap((field) =>
      [field.name, field.nameEn, ...field.said].map((word) => ({
        field: { own: field },
        name: foldStatement(word),
        between: BETWEEN,
      })),
    );
  return [...sources, ...own];
}

/** The fund source or own field named before the figure with only filler words between; the longest name wins. */
function packFieldIn(words: string, programme: Named): StatementField | null {
  const found = packWords(programme)
    .filter(({ name, between }) => {
      const at = words.lastIndexOf(name);
      return at >= 0 && between.test(words.slice(at + name.length));
    })
    .sort((a, b) => b.name.length - a.name.length);
  return found[0]?.field ?? null;
}

function named(field: StatementField): Label {
  return { kind: "named", field };
}

/** The end position of the last match; -1 when there is none. */
function lastEnd(text: string, words: RegExp): number {
  return Math.max(-1, ...[...text.matchAll(words)].map((match) => match.index + match[0].length));
}

function quoteForRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
