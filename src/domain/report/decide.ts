import { isSupplementNow } from "../quarter/supplement.ts";
import { type Cell, findCell, sectionCells } from "./cells.ts";
import type { Command, Decision, Situation } from "./command.ts";
import { missingParts, missingPhotos } from "./completeness.ts";
import type { Basis, SectionId } from "./content.ts";
import { checkFigures } from "./hard-checks.ts";
import { refuseTown } from "./refuse-town.ts";
import { isOpenToTown, type Report } from "./report.ts";
import { approve, returnCells } from "./review.ts";
import { save, settle } from "./save.ts";

// The one place that changes a report: command + state + situation in, new state or refusal out.

/** Carries out a command on a report, or refuses it. */
export function decide(command: Command, report: Report, at: Situation): Decision {
  switch (command.kind) {
    case "save":
      return save(command, report, at);
    case "settle":
      return settle(command, report, at);
    case "answer":
      return answer(command, report, at);
    case "take_out":
      return takeOut(report, at);
    case "submit":
      return submit(command, report, at);
    case "approve":
      return approve(command, report, at);
    case "return":
      return returnCells(command, report, at);
  }
}

function answer(command: Extract<Command, { kind: "answer" }>, report: Report, at: Situation): Decision {
  const closed = refuseTown(report, at);
  if (closed) return { ok: false, refusal: closed };
  const answers = { ...report.answers };
  for (const [key, text] of Object.entries(command.answers)) {
    const question = answers[key];
    if (question) answers[key] = { ...question, answer: text.trim(), by: at.actor.openId, at: at.now };
  }
  return {
    ok: true,
    report: { ...report, revision: report.revision + 1, answers },
    flags: [],
    repeated: false,
  };
}

/** Photos are part of what was submitted: until then, and after a return, their town may take them out. */
function takeOut(report: Report, at: Situation): Decision {
  const closed = refuseTown(report, at);
  if (closed) return { ok: false, refusal: closed };
  return { ok: true, report: { ...report, revision: report.revision + 1 }, flags: [], repeated: false };
}

function submit(command: Extract<Command, { kind: "submit" }>, report: Report, at: Situation): Decision {
  const closed = refuseTown(report, at);
  if (closed?.reason === "in_review") return { ok: true, report, flags: [], repeated: true };
  if (closed) return { ok: false, refusal: closed };
  // A figure may have become invalid since it was saved: an earlier quarter was approved later, or the plan changed.
  const problems = checkFigures(report.content, at.basis);
  if (problems.length > 0) return { ok: false, refusal: { reason: "problems", problems } };
  const missing = missingParts(report, at.basis);
  if (missing.length > 0) return { ok: false, refusal: { reason: "incomplete", missing } };
  const photos = missingPhotos(at.basis, command.photos);
  if (photos.length > 0 && !command.withoutPhotos)
    return { ok: false, refusal: { reason: "photos", sections: photos } };
  const next: Report = {
    ...report,
    status: "submitted",
    revision: report.revision + 1,
    submittedRevision: report.revision + 1,
    missingPhotos: photos,
    firstSubmittedAt: report.firstSubmittedAt ?? at.now,
    submittedAt: at.now,
    submittedByName: at.actor.name,
    ...(isSupplementNow(report, at.quarter) ? { supplement: true } : {}),
  };
  return { ok: true, report: next, flags: [], repeated: false };
}

/** The cells the form of `section` asks for; in a returned report, the returned cells of all sections. */
export function askedCells(report: Report, section: SectionId, basis: Basis): Cell[] {
  if (report.status === "returned" && report.returned)
    return report.returned.cells.flatMap((key) => findCell(key, report.content, basis) ?? []);
  return isOpenToTown(report) ? sectionCells(section, report.content, basis) : [];
}
