import { confirmCard } from "../../../cards/report/confirm.ts";
import { handoverCard } from "../../../cards/report/handover.ts";
import { overviewCard } from "../../../cards/report/overview.ts";
import { photoListCard } from "../../../cards/report/photo-list.ts";
import { attachCard, attachedCard, photosMissingCard } from "../../../cards/report/photos.ts";
import { questionsCard } from "../../../cards/report/questions.ts";
import { receiptCard } from "../../../cards/report/receipt.ts";
import { returnedCard } from "../../../cards/report/returned.ts";
import { savedCard } from "../../../cards/report/saved.ts";
import { sectionCard } from "../../../cards/report/section.ts";
import type { ReportView } from "../../../cards/report/view.ts";
import { returnFormCard } from "../../../cards/review/return-form.ts";
import { reviewCard } from "../../../cards/review/review.ts";
import { reviewedCard } from "../../../cards/review/reviewed.ts";
import { sectionTextCard } from "../../../cards/review/section-text.ts";
import { type Cell, newProjectCells } from "../../../src/domain/report/cells.ts";
import { sectionsOf } from "../../../src/domain/report/content.ts";
import type { Problem } from "../../../src/domain/report/hard-checks.ts";
import type { Report } from "../../../src/domain/report/report.ts";
import { type Flag, softFlags } from "../../../src/domain/report/soft-checks.ts";
import { quarterIn } from "../../domain/quarter/quarters.ts";
import { type Shown, show } from "../show.ts";
import { allCells, LONG, NOW } from "./case.ts";

/** Every card of a report for one view, with all inputs filled in, all of them wrong, and all returned. */
export function everyCard(view: ReportView): Shown[] {
  const { programme } = view;
  const sections = sectionsOf(programme);
  const cells = allCells(view);
  const raw = typedIn([...cells, ...newProjectCells(programme)]);
  const problems = [...cells, ...newProjectCells(programme)].map(wrong);
  const conflict = { byName: "欧".repeat(30), at: NOW, cells };
  const flags = manyFlags(view, cells);
  const submitted = { ...view, report: submittedOf(view.report) };
  const returned = { ...view, report: returnedOf(view.report, cells) };
  const approved = { ...view, report: approvedOf(view.report) };
  const reply = { ...view, cells, raw, questions: [LONG, LONG], rest: LONG };
  return [
    ...show(overviewCard, {
      "": view,
      "newly due": newlyDueOf(view),
      submitted,
      returned,
      locked: { ...view, quarter: quarterIn("locked") },
    }),
    ...sections.flatMap((section) => [
      ...show(sectionCard, {
        [section]: { ...view, section },
        [`${section}, wrong`]: { ...view, section, raw, problems },
        [`${section}, late`]: { ...view, section, raw, conflict },
      }),
      ...show(returnedCard, {
        [`${section}, wrong`]: { ...returned, section, raw, problems },
        [`${section}, late`]: { ...returned, section, raw, conflict },
      }),
      ...show(sectionTextCard, { [section]: { ...submitted, section } }),
      ...show(attachedCard, { [section]: { ...view, section } }),
    ]),
    ...show(returnedCard, {
      "": returned,
      "one entry": { ...view, report: returnedOf(view.report, cells.slice(0, 1)) },
    }),
    ...show(confirmCard, {
      "": reply,
      wrong: { ...reply, questions: [], rest: "", problems },
      "words alone": { ...reply, cells: [], raw: {}, questions: [] },
    }),
    ...show(questionsCard, { "": { ...view, flags, ...goingOn } }),
    ...show(photoListCard, {
      "": { ...view, page: 1 },
      "the last page": { ...view, page: 99 },
      empty: { ...view, pictures: [], page: 1 },
      submitted: { ...submitted, page: 1 },
      locked: { ...view, quarter: quarterIn("locked"), page: 1 },
    }),
    ...show(photosMissingCard, { "": { ...view, sections } }),
    ...show(attachCard, { "": { ...view, message: `om_${"x".repeat(32)}`, count: 99, duplicates: 9 } }),
    ...show(receiptCard, { submitted, approved }),
    ...show(savedCard, { "": { ...submitted, written: ["investment/cumulative", "image/words"] } }),
    ...show(handoverCard, { "": { ...returned, fromNames: ["欧".repeat(30), "阳".repeat(30)] } }),
    ...show(reviewCard, {
      "": { ...submitted, flags, report: mended(submitted.report, returned.report) },
    }),
    ...show(reviewedCard, { returned, approved }),
    ...show(returnFormCard, { "": { ...submitted, chosen: cells.map((c) => c.key), typedReason: LONG } }),
  ];
}

/** No area has been saved, and the last two items of each have become due since the last quarter. */
function newlyDueOf(view: ReportView): ReportView {
  const { report, basis } = view;
  const { investment, image } = report.saved;
  const earlier = structuredClone(basis.earlier);
  for (const { content } of earlier)
    for (const { id, items } of basis.programme.areas)
      for (const item of items.slice(-2)) delete content.areas[id]?.items[item.id];
  const saved = { ...(investment ? { investment } : {}), ...(image ? { image } : {}) };
  return { ...view, report: { ...report, saved }, basis: { ...basis, earlier } };
}

// biome-ignore lint/suspicious/noThenProperty: the card's own field
const goingOn = { then: "submit" };

function typedIn(cells: Cell[]): Record<string, string> {
  return Object.fromEntries(
    cells.flatMap((cell) => {
      const long = cell.kind === "words" || cell.kind === "name" ? LONG : "八千八百二十万".repeat(20);
      return [
        [cell.key, long],
        [`${cell.key}.status`, "going"],
      ];
    }),
  );
}

function wrong(cell: Cell): Problem {
  if (cell.kind === "words" || cell.kind === "name")
    return { key: cell.key, problem: "too_long", values: { limit: 1000 } };
  return { key: cell.key, problem: "not_a_number", values: { text: LONG } };
}

function manyFlags(view: ReportView, cells: Cell[]): Flag[] {
  const backwards = cells
    .filter((cell) => cell.kind !== "words")
    .map(
      (cell): Flag => ({
        key: `estimate:${cell.key}`,
        kind: "estimate",
        section: cell.section,
        severity: "flag",
        values: { cell: cell.key },
      }),
    );
  return [...softFlags(view.report.content, view.basis), ...backwards];
}

export function submittedOf(report: Report): Report {
  const answers = Object.entries(report.answers).map(([key, a]) => [key, { ...a, answer: LONG }]);
  return {
    ...report,
    status: "submitted",
    answers: Object.fromEntries(answers),
    firstSubmittedAt: NOW,
    submittedAt: NOW,
    submittedRevision: report.revision,
    submittedByName: "欧".repeat(30),
    missingPhotos: ["image"],
  };
}

export function returnedOf(report: Report, cells: Cell[]): Report {
  return {
    ...report,
    status: "returned",
    returns: 1,
    returned: {
      cells: cells.map((cell) => cell.key),
      reason: LONG,
      byName: "阳".repeat(30),
      at: NOW,
      revision: report.revision,
      before: Object.fromEntries(cells.map((cell) => [cell.key, cell.value])),
    },
  };
}

function approvedOf(report: Report): Report {
  return { ...submittedOf(report), status: "approved", approvedAt: NOW, approvedByName: "阳".repeat(30) };
}

function mended(submitted: Report, returned: Report): Report {
  return { ...submitted, returned: returned.returned, returns: 3 };
}
