import { findCell, sectionOf } from "./cells.ts";
import type { Command, Decision, Situation } from "./command.ts";
import { IMAGE, INVESTMENT, type SectionId, sectionsOf } from "./content.ts";
import { applyInputs, type RawInputs } from "./inputs.ts";
import { refuseTown } from "./refuse-town.ts";
import type { Report } from "./report.ts";
import { type Flag, softFlags } from "./soft-checks.ts";

// What becomes of a saved form: its figures in place, or a reason and everything typed kept word for word.

/** Stores what a form says, unless it cannot be right or somebody else saved the same section meanwhile. */
export function save(command: Extract<Command, { kind: "save" }>, report: Report, at: Situation): Decision {
  const closed = refuseTown(report, at);
  if (closed?.reason === "not_yours") return { ok: false, refusal: closed };
  // A card drawn before the report went to review may still be typed into: what was typed is kept.
  const kept = keepTyped(report, command, at);
  if (closed) return { ok: false, refusal: closed, keep: kept };
  const raw =
    report.returned && report.status === "returned"
      ? onlyReturned(command.raw, report.returned.cells)
      : command.raw;
  const applied = applyInputs(raw, report.content, at.basis);
  if (!applied.ok)
    return { ok: false, refusal: { reason: "problems", problems: applied.problems }, keep: kept };

  const sections = new Set([command.section, ...Object.keys(raw).map(sectionOf)]);
  sections.delete("");
  const newer = [...sections].map((s) => report.saved[s]).find((s) => s && s.revision > command.baseRevision);
  if (newer && applied.changed.length === 0) return { ok: true, report, flags: [], repeated: true };
  if (newer) {
    const cells = applied.changed.flatMap((key) => findCell(key, report.content, at.basis) ?? []);
    return {
      ok: false,
      refusal: { reason: "conflict", byName: newer.name, at: newer.at, cells },
      keep: kept,
    };
  }
  const revision = report.revision + 1;
  const by = { revision, by: at.actor.openId, name: at.actor.name, at: at.now };
  const known = sectionsOf(at.basis.programme).filter((s) => sections.has(s));
  const saved = { ...report.saved, ...Object.fromEntries(known.map((s) => [s, by])) };
  const pending = report.pending.filter((p) => !(p.by === at.actor.openId && sections.has(p.section)));
  const flags = softFlags(applied.content, at.basis, applied.estimates).filter(
    (flag) => !(flag.key in report.answers) && isTimely(flag, sections, saved),
  );
  const next: Report = { ...report, revision, content: applied.content, saved, pending };
  return { ok: true, report: asked(next, flags, at), flags, repeated: false };
}

/** A question is put with the section it is about; money and image progress are compared once both are reported. */
function isTimely(flag: Flag, sections: Set<SectionId>, saved: Report["saved"]): boolean {
  if (flag.kind !== "two_ledgers") return sections.has(flag.section);
  const both = [INVESTMENT, IMAGE];
  return both.some((s) => sections.has(s)) && both.every((s) => saved[s]);
}

/** A question is put once: it is on record from the moment it is shown, answered or not. */
function asked(report: Report, flags: Flag[], at: Situation): Report {
  if (flags.length === 0) return report;
  const blank = (flag: Flag) => [
    flag.key,
    { question: flag.kind, answer: "", by: at.actor.openId, at: at.now },
  ];
  return { ...report, answers: { ...report.answers, ...Object.fromEntries(flags.map(blank)) } };
}

function keepTyped(report: Report, command: Extract<Command, { kind: "save" }>, at: Situation): Report {
  const typed = { by: at.actor.openId, section: command.section, raw: command.raw, at: at.now };
  const others = report.pending.filter((p) => !(p.by === typed.by && p.section === typed.section));
  return { ...report, revision: report.revision + 1, pending: [...others, typed] };
}

/** In a returned report only the returned cells may change; everything else stays as it was. */
function onlyReturned(raw: RawInputs, cells: string[]): RawInputs {
  const allowed = new Set(cells);
  return Object.fromEntries(
    Object.entries(raw).filter(([name]) => allowed.has(name.replace(/\.status$/, ""))),
  );
}
