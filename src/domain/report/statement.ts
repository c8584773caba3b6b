import { BARE_NUMBER, withoutListNumbers } from "../reading/list-numbers.ts";
import { type Doubt, type Reading, readAmount, readCount, readPercent } from "../reading/numbers.ts";
import { type Readable, readableFrom, withoutGaps } from "../reading/readable.ts";
import type { FigureKind } from "./fields.ts";
import { foldStatement, labelOf, labelWords, type Named, type StatementField } from "./statement-labels.ts";
import { type Found, type Span, settlePairs } from "./statement-pairs.ts";

// Reads labelled figures from a free sentence, such as a reply to the card: "投资累计8820万，形象72%".

/** A figure assigned to a field. */
export type Figure = {
  field: StatementField;
  /** 万元 for amounts, % for the image progress, "" for what is counted. */
  value: number;
  unit: "万元" | "%" | "";
  /** The figure as typed. */
  raw: string;
  estimate: boolean;
  /** It replaces another figure of the sentence: 由5000万增加到8820万. */
  later?: true;
};
/** A figure that has to be asked back before it is filled in. */
export type StatementQuestion = {
  /**
   * `percent`, `amount`: readable, but the field is not given (已完成80%); `unreadable`: the field is given, the figure is
   * unclear (`doubt`); `twice`: one field with two different figures; `no_box`: a figure for which the report has no box.
   */
  about: "percent" | "amount" | "unreadable" | "twice" | "no_box";
  raw: string;
  value?: number;
  field?: StatementField;
  doubt?: Doubt;
  later?: true;
};
export type Statement = { figures: Figure[]; rest: string; questions: StatementQuestion[] };

const LONGEST = 4000;
/** A longer bare number without a label is a telephone number or a code. */
const LONGEST_BARE = 1e9;
const RUN =
  "(?:\\d[\\d,]*(?:\\.\\d+)?|\\.\\d+|[零一二两三四五六七八九十])(?:[\\d.零一二两三四五六七八九十百千点万亿半]|,(?=\\d)|个(?=[万亿])|[多余来](?=[万亿元]))*";
const NUMBER = new RegExp(
  "(?:(?:大约|大概|约为|约|将近|接近|(?<!最)近|超过|不到|≈|~)\\s*)?[-−负]?(?:百分百|百分之)?" +
    `${RUN}(?:\\s*%?[-~—–至到]${RUN})?(?:成(?:[一二三四五六七八九半\\d])?)?\\s*(?:个?百分点|%|元|w(?![a-z])|million|billion)?` +
    "(?:左右|上下|以上|以下|多|余)?|过半|大半|近半|一半",
  "g",
);
const CLAUSE_END = /[;。!?\n、]|,(?!(?<=\d,)\d{3}(?!\d))|\.(?!\d)/g;
/** Units after 万 that count something other than money. */
const MEASURED = /^\s*(平|立方|人|户|亩|棵|株|米|吨|公里|里|斤|头|只|名|次|度|千瓦|件|个|k?m|㎡)/;

/**
 * Figures by field, the remaining text, and what has to be asked. Only figures with a clear label are taken; a bare 投资
 * or 完成 with an amount is the cumulative sum. Counts (3个项目), dates and growth stay in `rest`.
 */
export function readStatement(text: string, programme: Named): Statement {
  const typed = text.slice(0, LONGEST);
  const seen = withoutGaps(readableFrom(typed));
  const folded = withoutListNumbers(foldStatement(seen.text));
  const numbers = clauses(folded).flatMap((clause) =>
    findNumbers(folded, (span) => originalOf(typed, seen, span), clause, programme),
  );
  const pairs = settlePairs(folded, numbers);
  const taken: Array<{ figure: Figure; found: Found }> = [];
  const questions: StatementQuestion[] = [];
  for (const each of pairs.kept) {
    const answer = settle(each);
    if (answer === null) continue;
    const later = each.later ? { later: each.later } : {};
    if ("about" in answer) questions.push({ ...answer, ...later });
    else taken.push({ figure: { ...answer, ...later }, found: each });
  }
  const clashing = taken.filter(({ figure }) => taken.some((other) => clash(figure, other.figure)));
  for (const { figure } of clashing)
    questions.push({ about: "twice", raw: figure.raw, value: figure.value, field: figure.field });
  for (const { raw } of pairs.asked) questions.push({ about: "twice", raw });
  const kept = taken.filter((each) => !clashing.includes(each));
  return {
    figures: kept
      .map(({ figure }) => figure)
      .filter((figure, i, all) => all.findIndex((other) => sameField(figure, other)) === i),
    rest: restOf(
      typed,
      seen,
      folded,
      kept.map((each) => each.found),
      programme,
    ),
    questions,
  };
}

/** A piece of what is seen, as it was typed. */
function originalOf(typed: string, { at }: Readable, { start, end }: Span): string {
  return typed.slice(at[start] ?? typed.length, (at[end - 1] ?? typed.length) + 1).trim();
}

/** Whether two figures fill the same field. */
function sameField(a: Figure, b: Figure): boolean {
  return JSON.stringify(a.field) === JSON.stringify(b.field);
}

function clash(a: Figure, b: Figure): boolean {
  return sameField(a, b) && a.value !== b.value;
}

function clauses(folded: string): Span[] {
  const ends = [...folded.matchAll(CLAUSE_END)].map((match) => match.index);
  return [...ends, folded.length].map((end, i) => ({ start: i === 0 ? 0 : (ends[i - 1] ?? 0) + 1, end }));
}

function findNumbers(
  folded: string,
  original: (span: Span) => string,
  clause: Span,
  programme: Named,
): Found[] {
  const text = folded.slice(clause.start, clause.end);
  const found: Found[] = [];
  let wordsStart = 0;
  for (const match of text.matchAll(NUMBER)) {
    const start = match.index;
    const end = start + match[0].trimEnd().length;
    const words = text.slice(wordsStart, start);
    if (!isFigure(match[0].trimEnd(), words, text.slice(end), programme)) continue;
    const at = (n: number) => clause.start + n;
    const label = labelOf(words, programme);
    const unit = label.kind === "named" ? unitIn(label.field, text.slice(end)) : "";
    found.push({
      label,
      raw: original({ start: at(start), end: at(end) }),
      span: { start: at(start), end: at(end + unit.length) },
      words: { start: at(wordsStart), end: at(start) },
    });
    wordsStart = end;
  }
  return found;
}

/** Whether a number in the text is a figure, and not part of a word, a date or a count. */
function isFigure(number: string, words: string, after: string, programme: Named): boolean {
  const label = labelOf(words, programme);
  if (label.kind === "named" && unitIn(label.field, after) !== "") return true;
  if (/(元|%|百分点|million|billion|w)(左右|上下|以上|以下|多|余)?$|成|百分/.test(number)) return true;
  if (/半$/.test(number)) return label.kind !== "none";
  if (/[万亿](左右|上下|以上|以下|多|余)?$/.test(number)) return !MEASURED.test(after);
  const labelled = label.kind === "named";
  if (
    !/\d/.test(number) &&
    !(labelled && new RegExp(`(?:${labelWords(programme).source})[:\\s]*$`).test(words))
  )
    return false;
  if (/[a-z_#@/]$/.test(words) || /^[-/:_#]\d|^[a-z_]/.test(after)) return false;
  return /^\s*($|[,)(+/])|^\s/.test(after) || new RegExp(`^(?:${labelWords(programme).source})`).test(after);
}

/** The unit that follows the number of what a field counts, as in 新增就业120人; "" where there is none. */
function unitIn(field: StatementField, after: string): string {
  const unit = typeof field === "object" && "own" in field ? field.own.unit : undefined;
  const words = unit ? [unit.name, unit.nameEn].map(foldStatement) : [];
  return words.find((word) => after.startsWith(word)) ?? "";
}

const READERS: Record<FigureKind, (raw: string) => Reading> = {
  amount: readAmount,
  percent: readPercent,
  count: (raw) => readCount(raw, []),
};
const UNITS = { amount: "万元", percent: "%", count: "" } as const;

function kindOf(field: StatementField): FigureKind {
  if (typeof field === "object") return "own" in field ? field.own.kind : "amount";
  return field === "image" ? "percent" : "amount";
}

function settle({ label, raw }: Found): Figure | StatementQuestion | null {
  if (label.kind === "other") return null;
  const percent = /[%％成半]|百分|分之/.test(raw);
  const wanted = label.kind === "named" ? kindOf(label.field) : null;
  const bare = !/[万亿元w]|million|billion/.test(foldStatement(raw));
  const money = /元|million|billion/.test(foldStatement(raw));
  const kind = percent ? "percent" : wanted && (bare || (wanted === "count" && !money)) ? wanted : "amount";
  const reading = READERS[kind](raw);
  if (label.kind === "none" && bare && (!reading.ok || reading.value > LONGEST_BARE)) return null;
  if (label.kind !== "named" || wanted !== kind)
    return {
      about: kind === "percent" ? kind : "amount",
      raw,
      ...(reading.ok ? { value: reading.value } : {}),
    };
  const { field } = label;
  if (reading.ok)
    return {
      field,
      value: reading.value,
      unit: UNITS[kind],
      raw,
      estimate: reading.estimate,
    };
  return { about: "unreadable", raw, field, ...(reading.hint ? { doubt: reading.hint } : {}) };
}

/** The original text without the assigned figures and their labels. */
function restOf(typed: string, { at }: Readable, folded: string, taken: Found[], programme: Named): string {
  const gone = new Set<number>();
  const mark = ({ start, end }: Span) => {
    const [first, last] = [at[start], at[end - 1]];
    if (first !== undefined && last !== undefined) for (let i = first; i <= last; i += 1) gone.add(i);
  };
  for (const { span, words } of taken) {
    mark(span);
    for (const match of folded.slice(words.start, words.end).matchAll(labelWords(programme)))
      mark({ start: words.start + match.index, end: words.start + match.index + match[0].length });
  }
  const left = Array.from({ length: typed.length }, (_, i) => (gone.has(i) ? " " : typed.charAt(i))).join("");
  return left
    .replace(BARE_NUMBER, "")
    .replace(/[ \t\u3000]+/g, " ")
    .replace(/\s*([，,；;、。:：])(\s*[，,；;、。:：])*\s*/g, "$1")
    .replace(/^[，,；;、。:：\s]+|[，,；;、:：\s]+$/g, "");
}
