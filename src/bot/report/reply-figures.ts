import { confirmCard } from "../../../cards/report/confirm.ts";
import { noticeText, statementQuestion } from "../../../cards/text/notices.ts";
import type { Deps } from "../../deps.ts";
import type { Person } from "../../domain/people.ts";
import type { PeriodId } from "../../domain/period.ts";
import { type Cell, findCell, sectionCells } from "../../domain/report/cells.ts";
import { IMAGE, INVESTMENT } from "../../domain/report/content.ts";
import type { RawInputs } from "../../domain/report/inputs.ts";
import { isOpenToTown, reportId } from "../../domain/report/report.ts";
import type { Figure, Statement } from "../../domain/statement.ts";
import type { Reply } from "../roster/asker.ts";
import { loadReportContext, type ReportContext, viewOf } from "./report-context.ts";

/**
 * The card that confirms what a sentence said: the figures in their boxes beside the old ones, nothing stored until it
 * is pressed. A line of text when the report is with the county; null when the sentence fills nothing here.
 */
export async function confirmFigures(
  deps: Deps,
  person: Person,
  period: PeriodId,
  statement: Statement,
): Promise<(Reply & { stands?: { kind: string; subject: string; view: string } }) | null> {
  const found = await loadReportContext(deps, period, person.area);
  if (!found) return null;
  const { report } = found;
  const text = noticeText[person.locale];
  if (!isOpenToTown(report))
    return { text: report.status === "approved" ? text.alreadyApproved : text.inReview };
  const filled = statement.figures.flatMap((figure) => boxesFor(found, figure));
  if (filled.length === 0 && statement.questions.length === 0) return null;
  const raw: RawInputs = Object.fromEntries(filled.map(({ cell, value }) => [cell.key, value]));
  const card = confirmCard({
    ...viewOf(deps, found, person),
    cells: filled.map(({ cell }) => cell),
    raw,
    questions: statement.questions.map((question) => statementQuestion(question, person.locale)),
    rest: statement.rest,
  });
  return { card, stands: { kind: "report", subject: reportId(period, person.area), view: "form reply" } };
}

/** The boxes one figure goes into. An overall image progress is offered for every project still under way. */
function boxesFor(found: ReportContext, figure: Figure): Array<{ cell: Cell; value: string }> {
  const { content } = found.report;
  const value = `${figure.estimate ? "约" : ""}${figure.value}`;
  if (figure.field === "image")
    return sectionCells(IMAGE, content, found.basis)
      .filter((cell) => cell.what.field === "actual" && !cell.known)
      .map((cell) => ({ cell, value }));
  const name = typeof figure.field === "string" ? figure.field : `source.${figure.field.source}`;
  const cell = findCell(`${INVESTMENT}/${name}`, content, found.basis);
  return cell && !cell.known ? [{ cell, value }] : [];
}
