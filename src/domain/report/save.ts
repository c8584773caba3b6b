import { touchedInputs } from "./box-text.ts";
import { findCell, sectionCells, sectionOf } from "./cells.ts";
import type { Command, Decision, Situation } from "./command.ts";
import { unsettledSums } from "./completeness.ts";
import { IMAGE, INVESTMENT, type ReportContent, type SectionId, sectionsOf } from "./content.ts";
import { checkFigures } from "./hard-checks.ts";
import { applyInputs, givenValue, type RawInputs } from "./inputs.ts";
import { cumulativeBefore } from "./plan.ts";
import { refuseTown } from "./refuse-town.ts";
import type { Report } from "./report.ts";
import { type Flag, softFlags } from "./soft-checks.ts";
import { settleSums, sumBy } from "./sums.ts";
import { placeWhole } from "./whole-progress.ts";

// Saving a form: either its figures are stored, or it is refused with a reason and the typed text is kept verbatim.

type Saved = Pick<Extract<Command, { kind: "save" }>, "raw" | "section" | "baseRevision">;

/** Saves a form, unless a figure is impossible or the section was saved by someone else in the meantime. */
export function save(command: Saved, report: Report, at: Situation): Decision {
  const closed = refuseTown(report, at);
  if (closed?.reason === "not_yours") return { ok: false, refusal: closed };
  // A card drawn before submission may still be filled in: the input is kept.
  const touched = typedInto(command, at);
  const kept = keepTyped(report, { ...command, raw: touched }, at);
  if (closed) return { ok: false, refusal: closed, keep: kept };
  const placed = placeWhole(touched, report, at.basis);
  if (placed.problem)
    return { ok: false, refusal: { reason: "problems", problems: [placed.problem] }, keep: kept };
  const typed = placed.raw;
  // Only a section's form can predate the return, because only it had other inputs.
  const isSection = sectionsOf(at.basis.programme).includes(command.section);
  const outside = isSection ? notReturned(typed, report, at) : [];
  if (outside.length > 0)
    return { ok: false, refusal: { reason: "not_returned", cells: outside }, keep: kept };
  const raw = mayChange(typed, report);
  const applied = applyInputs(raw, report.content, at.basis);
  if (!applied.ok)
    return { ok: false, refusal: { reason: "problems", problems: applied.problems }, keep: kept };

  const boxes = mayChange({ ...command.raw, ...typed }, report);
  const shown = new Set([command.section, ...Object.keys(boxes).map(sectionOf)]);
  const saidSince = (section: SectionId) => {
    const by = report.saved[section];
    return by && by.revision > command.baseRevision ? by : undefined;
  };
  const first = applied.changed.map(sectionOf).map(saidSince).find(Boolean);
  if (first) {
    const cells = applied.changed.flatMap((key) => findCell(key, report.content, at.basis) ?? []);
    return {
      ok: false,
      refusal: {
        reason: "conflict",
        byName: first.name,
        own: first.by === at.actor.openId,
        at: first.at,
        cells,
      },
      keep: kept,
    };
  }
  const nothingNew = applied.changed.length === 0 && [...shown].some(saidSince);
  if (nothingNew) return { ok: true, report, flags: [], repeated: true };
  const revision = report.revision + 1;
  const by = { revision, by: at.actor.openId, name: at.actor.name, at: at.now };
  const seen = sectionsOf(at.basis.programme).filter((s) => shown.has(s) && !saidSince(s));
  const saved = { ...report.saved, ...Object.fromEntries(seen.map((s) => [s, by])) };
  const pending = report.pending.filter((p) => !(p.by === at.actor.openId && shown.has(p.section)));
  const next: Report = { ...report, revision, content: applied.content, saved, pending };
  return { ok: true, ...ask(report, next, new Set(seen), applied.estimates, at), repeated: false };
}

/**
 * Saves a form and settles a disagreement between sums. If an input was changed in the same press, or the button names
 * another amount than would be stored, the form is only saved and the question is asked again with the present figures.
 */
export function settle(
  command: Extract<Command, { kind: "settle" }>,
  report: Report,
  at: Situation,
): Decision {
  const stored = save(command, report, at);
  if (!stored.ok || stored.repeated) return stored;
  const before = cumulativeBefore(at.basis);
  const { investment } = stored.report.content;
  const said = (content: ReportContent) => sectionCells(INVESTMENT, content, at.basis).map(givenValue);
  const was = said(report.content);
  const moved = said(stored.report.content).some((value, i) => value !== was[i]);
  if (moved || sumBy(investment, command.right, before) !== command.amount) return stored;
  const content = {
    ...stored.report.content,
    investment: settleSums(investment, command.right, before),
  };
  const problems = checkFigures(content, at.basis).filter(({ key }) => sectionOf(key) === INVESTMENT);
  if (problems.length > 0)
    return { ok: false, refusal: { reason: "problems", problems }, keep: keepTyped(report, command, at) };
  return { ...stored, ...ask(report, { ...stored.report, content }, new Set([INVESTMENT]), [], at) };
}

/** The typed inputs: on a form, those that differ from the text as drawn; in a reply, all of them. */
function typedInto({ raw, section }: Saved, { drawn, basis }: Situation): RawInputs {
  return drawn && section !== "reply" ? touchedInputs(raw, drawn, basis) : raw;
}

/**
 * Soft questions about the saved sections, each asked once. While sums disagree that is the only question; the others
 * are asked after it is settled.
 */
function ask(
  before: Report,
  next: Report,
  saved: Set<SectionId>,
  estimates: string[],
  at: Situation,
): { report: Report; flags: Flag[] } {
  const found = softFlags(next.content, at.basis, estimates).filter((flag) => !(flag.key in next.answers));
  if (unsettledSums(next, at.basis)) return { report: asked(next, found.filter(isEstimate), at), flags: [] };
  const waited = unsettledSums(before, at.basis) !== null;
  const sections = waited ? new Set(Object.keys(next.saved)) : saved;
  const flags = found.filter((flag) => isTimely(flag, sections, next.saved));
  return {
    report: asked(next, flags, at),
    flags: [...(waited ? unansweredEstimates(before) : []), ...flags],
  };
}

function isEstimate({ kind }: Flag): boolean {
  return kind === "estimate";
}

/**
 * Estimates typed together with disagreeing sums; they are recorded at once, because a stored figure does not carry the 约 it was
 * typed with.
 */
function unansweredEstimates(report: Report): Flag[] {
  return Object.entries(report.answers).flatMap(([key, { question, answer }]): Flag[] => {
    const cell = key.slice(key.indexOf(":") + 1);
    if (question !== "estimate" || answer !== "") return [];
    return [{ key, kind: "estimate", section: sectionOf(cell), severity: "watch", values: { cell } }];
  });
}

/** A question is asked with its section; investment and image progress are compared once both are reported. */
function isTimely(flag: Flag, sections: Set<SectionId>, saved: Report["saved"]): boolean {
  if (flag.kind !== "two_ledgers") return sections.has(flag.section);
  const both = [INVESTMENT, IMAGE];
  return both.some((s) => sections.has(s)) && both.every((s) => saved[s]);
}

/** Records questions as asked, whether answered or not, so that none is asked twice. */
function asked(report: Report, flags: Flag[], at: Situation): Report {
  if (flags.length === 0) return report;
  const blank = (flag: Flag) => [
    flag.key,
    { question: flag.kind, answer: "", by: at.actor.openId, at: at.now },
  ];
  return { ...report, answers: { ...report.answers, ...Object.fromEntries(flags.map(blank)) } };
}

function keepTyped(report: Report, command: Saved, at: Situation): Report {
  const typed = { by: at.actor.openId, section: command.section, raw: command.raw, at: at.now };
  const others = report.pending.filter((p) => !(p.by === typed.by && p.section === typed.section));
  return { ...report, revision: report.revision + 1, pending: [...others, typed] };
}

/** In a returned report only the returned cells may change. */
function mayChange(raw: RawInputs, { status, returned }: Report): RawInputs {
  if (status !== "returned" || !returned) return raw;
  const allowed = new Set(returned.cells);
  return Object.fromEntries(Object.entries(raw).filter(([name]) => allowed.has(cellOf(name))));
}

/** Cells that were not returned and that a form opened before the return would change. */
function notReturned(raw: RawInputs, report: Report, at: Situation): string[] {
  const open = mayChange(raw, report);
  const rest = Object.fromEntries(Object.entries(raw).filter(([name]) => !(name in open)));
  if (Object.keys(rest).length === 0) return [];
  const tried = applyInputs(rest, report.content, at.basis);
  return tried.ok ? tried.changed : tried.problems.map(({ key }) => key);
}

/** The cell of an input: an item has a second input for its state. */
function cellOf(name: string): string {
  return name.replace(/\.status$/, "");
}
