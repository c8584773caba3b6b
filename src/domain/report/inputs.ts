import type { Programme } from "../programme/programme.ts";
import { type Reading, readAmount, readCount, readPercent } from "../reading/numbers.ts";
import { readable } from "../reading/readable.ts";
import {
  type Cell,
  type CellValue,
  CUMULATIVE,
  NEW_PROJECT,
  newProjectCells,
  QUARTER,
  sectionCells,
  sectionOf,
} from "./cells.ts";
import {
  type Basis,
  IMAGE,
  INVESTMENT,
  type Investment,
  type Project,
  type ReportContent,
  sectionsOf,
} from "./content.ts";
import { fieldKey, isOwn, projectFields } from "./fields.ts";
import { checkFigures, LONGEST_NAME, LONGEST_WORDS, type Problem } from "./hard-checks.ts";
import { cents } from "./money.ts";
import { cumulativeBefore } from "./plan.ts";
import { followedWay, followSums } from "./sums.ts";
import { writeCell, writeOwn } from "./write-cell.ts";

// Reads typed inputs into figures, all or none: one wrong input keeps the whole form as typed, with a sentence at that
// input.

/** Input name -> typed text. An item has two inputs: its key (the %) and its key + `.status`. */
export type RawInputs = Record<string, string>;
export type Applied =
  | { ok: true; content: ReportContent; changed: string[]; estimates: string[] }
  | { ok: false; problems: Problem[] };

const NEW_PROJECT_KEY = `${IMAGE}/project.${NEW_PROJECT}.`;

type Read = { value: number | string | null; estimate?: boolean } | { problem: Problem };

/** Applies inputs to a report's content, or refuses with every problem found. */
export function applyInputs(raw: RawInputs, content: ReportContent, basis: Basis): Applied {
  const before = cumulativeBefore(basis);
  const follows = followedWay(content.investment, before);
  const problems: Problem[] = [];
  const typed: string[] = [];
  const estimates: string[] = [];
  const blank = newProjectCells(basis.programme);
  const keys = new Set(Object.keys(raw).map((name) => name.replace(/\.status$/, "")));
  const touched = [...new Set([...keys].map(sectionOf))];
  const next = copyOf(content, touched);
  const present = touched.flatMap((section) => sectionCells(section, content, basis));
  const cells = new Map([...blank, ...present].map((cell) => [cell.key, cell]));
  for (const key of keys) {
    const cell = cells.get(key);
    if (!cell || (cell.known && !(key in raw))) continue;
    const read = readCell(cell, raw);
    if ("problem" in read) problems.push(read.problem);
    else if (read.value !== givenValue(cell)) {
      if (read.estimate && read.value !== cell.value) estimates.push(key);
      typed.push(key);
      writeCell(next, cell, read.value);
    }
  }
  const added = addNewProject(next, raw, basis.programme, problems);
  if (movesSum(typed, follows)) {
    if (follows === undefined) delete next.investment.derived;
    next.investment = followSums(next.investment, before);
  }
  for (const found of newProblems(content, next, keys, basis)) {
    const problem = { ...found, key: found.key.replace(added, NEW_PROJECT_KEY) };
    if (!problems.some(({ key }) => key === problem.key)) problems.push(problem);
  }
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, content: next, changed: changedCells(content, next, basis, touched), estimates };
}

/** A content whose `sections` can be written to; the others are the same. */
function copyOf({ areas, investment, image }: ReportContent, sections: readonly string[]): ReportContent {
  const written = Object.entries(areas).filter(([id]) => sections.includes(id));
  return {
    areas: { ...areas, ...Object.fromEntries(structuredClone(written)) },
    investment: sections.includes(INVESTMENT) ? structuredClone(investment) : investment,
    image: sections.includes(IMAGE) ? structuredClone(image) : image,
  };
}

/** The value a person gave for a cell; null for a derived one. */
export function givenValue(cell: Cell): CellValue {
  return cell.derived === undefined ? cell.value : null;
}

/** Whether typed inputs change a derived cumulative sum. One derived from this quarter's sum ignores sources. */
function movesSum(typed: string[], follows: Investment["derived"]): boolean {
  if (typed.includes(CUMULATIVE) || typed.includes(QUARTER)) return true;
  return follows !== "quarter" && typed.some((key) => key.startsWith(`${INVESTMENT}/source.`));
}

/**
 * Problems in the typed sections, and new ones elsewhere: a form is not refused for an old problem it does not show.
 */
function newProblems(
  before: ReportContent,
  after: ReportContent,
  keys: Set<string>,
  basis: Basis,
): Problem[] {
  const found = checkFigures(after, basis);
  if (found.length === 0) return [];
  const stood = checkFigures(before, basis);
  return found.filter(
    ({ key, problem }) =>
      touches(keys, sectionOf(key)) || !stood.some((s) => s.key === key && s.problem === problem),
  );
}

/** Keys of the cells that differ between two contents; only `sections` are compared where they are given. */
export function changedCells(
  before: ReportContent,
  after: ReportContent,
  basis: Basis,
  sections: readonly string[] = sectionsOf(basis.programme),
): string[] {
  return sections.flatMap((section) => {
    const old = new Map(sectionCells(section, before, basis).map((cell) => [cell.key, cell.value]));
    return sectionCells(section, after, basis)
      .filter((cell) => (old.get(cell.key) ?? null) !== cell.value)
      .map((cell) => cell.key);
  });
}

/** An item's state as its select shows it. */
export function itemStatus(percent: number): "none" | "going" | "done" {
  return percent <= 0 ? "none" : percent >= 100 ? "done" : "going";
}

function readCell(cell: Cell, raw: RawInputs): Read {
  const text = typedIn(raw, cell.key);
  switch (cell.kind) {
    case "words":
    case "name": {
      const limit = cell.kind === "name" ? LONGEST_NAME : LONGEST_WORDS;
      return [...text].length > limit
        ? { problem: { key: cell.key, problem: "too_long", values: { limit } } }
        : { value: text };
    }
    case "amount":
    case "percent":
    case "count":
      return readNumber(cell, text);
    case "item":
      return readItem(cell, text, raw[`${cell.key}.status`]);
  }
}

/** What a box holds, as it was typed; characters that nobody sees are nothing. */
function typedIn(raw: RawInputs, key: string): string {
  const typed = (raw[key] ?? "").trim();
  return readable(typed).trim() === "" ? "" : typed;
}

/** The figure a person typed into a cell's box, read as the cell's kind: an amount, a count, else a percentage. */
export function readFigure({ kind, what }: Pick<Cell, "kind" | "what">, text: string): Reading {
  if (kind === "amount") return readAmount(text);
  if (kind !== "count") return readPercent(text);
  const unit = what.field === "own" ? what.own.unit : undefined;
  return readCount(text, unit ? [unit.name, unit.nameEn] : []);
}

function readNumber(cell: Cell, text: string): Read {
  // An empty box gives no figure; a known one stays known.
  if (text === "") return { value: cell.known ? cell.value : null };
  const reading = readFigure(cell, text);
  if (reading.ok) return { value: cents(reading.value), estimate: reading.estimate };
  const values = { text, ...(reading.hint ? { hint: reading.hint } : {}) };
  return {
    problem: { key: cell.key, problem: reading.reason === "empty" ? "not_a_number" : reading.reason, values },
  };
}

/** An item's percentage as its box shows it; empty while it is not started. */
export function itemText(percent: number): string {
  return percent > 0 ? String(percent) : "";
}

/** An item's box takes its state in a word as well. */
const DONE = /^(已?(完成|完工)|done|finished|complete)$/i;
const NOT_STARTED = /^(未(启动|开工|开始)|not started|none)$/i;

function readItem(cell: Cell, typed: string, status: string | undefined): Read {
  const current = typeof cell.value === "number" ? cell.value : 0;
  const said = readable(typed).trim();
  const text = DONE.test(said) ? "100" : NOT_STARTED.test(said) ? "0" : typed;
  const statusChanged = status !== undefined && status !== "" && status !== itemStatus(current);
  // Whoever types the figure of the ledger gives it.
  const follows = cell.derived !== undefined;
  const textChanged = text !== "" && (follows || text !== itemText(current));
  if (textChanged) {
    const read = readNumber(cell, text);
    if ("problem" in read || !statusChanged) return read;
    const agrees = typeof read.value === "number" && itemStatus(read.value) === status;
    return agrees ? read : { problem: { key: cell.key, problem: "status_contradicts", values: { text } } };
  }
  if (!statusChanged) return { value: givenValue(cell) };
  if (status === "done") return { value: 100 };
  if (status === "none") return { value: 0 };
  return { problem: { key: cell.key, problem: "going_needs_percent" } };
}

/** Adds the project named in the form's blank row, if any; returns the key prefix of its cells. */
function addNewProject(
  content: ReportContent,
  raw: RawInputs,
  programme: Programme,
  problems: Problem[],
): string {
  const cells = newProjectCells(programme);
  const text = (field: string) => typedIn(raw, `${NEW_PROJECT_KEY}${field}`);
  const name = text("name");
  if (name === "") {
    const orphan = cells.find((cell) => cell.kind !== "name" && (raw[cell.key] ?? "").trim() !== "");
    if (orphan) problems.push({ key: `${NEW_PROJECT_KEY}name`, problem: "name_needed" });
    return NEW_PROJECT_KEY;
  }
  const taken = new Set(content.image.projects.map((p) => p.id));
  let n = content.image.projects.length + 1;
  while (taken.has(`own${n}`)) n += 1;
  const project: Project = { id: `own${n}`, name, total: null, planned: null, actual: null };
  for (const field of projectFields(programme)) {
    const cell = cells.find(({ key }) => key === fieldKey(field, NEW_PROJECT));
    const read = cell ? readCell(cell, raw) : { value: null };
    const figure = "value" in read && typeof read.value === "number" ? read.value : null;
    if (isOwn(field)) writeOwn(project, field.id, figure);
    else project[field.id] = figure;
  }
  const figuresOf = ({ id: _, ...rest }: Project) => JSON.stringify(rest);
  const known = content.image.projects.some((other) => figuresOf(other) === figuresOf(project));
  // Pressing the same form twice adds the project once.
  if (!known) content.image.projects.push(project);
  return `${IMAGE}/project.own${n}.`;
}

function touches(keys: Set<string>, section: string): boolean {
  return [...keys].some((key) => key.startsWith(`${section}/`));
}
