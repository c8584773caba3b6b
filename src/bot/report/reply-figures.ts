import { confirmCard } from "../../../cards/report/confirm.ts";
import { noticeText, statementQuestion } from "../../../cards/text/notices.ts";
import type { Deps } from "../../deps.ts";
import type { PeriodId } from "../../domain/calendar/period.ts";
import type { Person } from "../../domain/programme/people.ts";
import { findCell, sectionCells } from "../../domain/report/cells.ts";
import { IMAGE, INVESTMENT } from "../../domain/report/content.ts";
import { fieldKey } from "../../domain/report/fields.ts";
import type { RawInputs } from "../../domain/report/inputs.ts";
import { isOpenToTown, reportId } from "../../domain/report/report.ts";
import type { Figure, Statement, StatementQuestion } from "../../domain/report/statement.ts";
import { openProgress, WHOLE } from "../../domain/report/whole-progress.ts";
import type { Reply } from "../sending/enqueue-message.ts";
import { loadReportContext, type ReportContext, viewOf } from "./report-context.ts";

/**
 * The card that confirms the figures of a sentence beside the present ones; nothing is stored until it is submitted. A
 * line of text while the report is under review; null when the sentence has no figures for it.
 */
export async function confirmFigures(
  deps: Deps,
  person: Person,
  period: PeriodId,
  statement: Statement,
): Promise<Reply | null> {
  const found = await loadReportContext(deps, period, person.area);
  if (!found) return null;
  const { report } = found;
  const text = noticeText[person.locale];
  if (!isOpenToTown(report))
    return { text: report.status === "approved" ? text.alreadyApproved : text.inReview };
  const placed = statement.figures.map((figure) => ({ figure, inputs: inputsFor(found, figure) }));
  const raw: RawInputs = Object.assign({}, ...placed.map(({ inputs }) => inputs));
  const homeless = placed.flatMap(({ figure: { raw: said, field }, inputs }): StatementQuestion[] =>
    Object.keys(inputs).length === 0 ? [{ about: "no_box", raw: said, field }] : [],
  );
  const questions = [...statement.questions, ...homeless];
  if (Object.keys(raw).length === 0 && questions.length === 0) return null;
  const cells = Object.keys(raw).flatMap((key) => findCell(key, report.content, found.basis) ?? []);
  const card = confirmCard({
    ...viewOf(deps, found, person),
    cells,
    raw,
    questions: questions.map((question) => statementQuestion(question, person.locale)),
    rest: statement.rest,
  });
  return { card, stands: { kind: "confirm", subject: reportId(period, person.area), view: "form reply" } };
}

/** The inputs a figure fills. A progress that could belong to several projects is asked about, not applied to all. */
function inputsFor({ report, basis }: ReportContext, figure: Figure): RawInputs {
  const value = `${figure.estimate ? "约" : ""}${figure.value}`;
  if (figure.field === "image") {
    const [first, ...others] = openProgress(report, basis);
    if (first && others.length > 0) return { [WHOLE]: value };
    // When no project is open, the card says which ones cannot be changed.
    const all = sectionCells(IMAGE, report.content, basis).filter(
      ({ what, known }) => what.field === "actual" && !known,
    );
    return Object.fromEntries((first ? [first] : all).map(({ key }) => [key, value]));
  }
  const cell = findCell(keyOf(figure.field), report.content, basis);
  return cell && !cell.known ? { [cell.key]: value } : {};
}

function keyOf(field: Exclude<Figure["field"], "image">): string {
  if (typeof field === "string") return `${INVESTMENT}/${field}`;
  return "own" in field ? fieldKey(field.own) : `${INVESTMENT}/source.${field.source}`;
}
