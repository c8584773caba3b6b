import type { Action } from "../../../cards/action.ts";
import type { Card } from "../../../cards/card.ts";
import { refusalText } from "../../../cards/report/refusal.ts";
import { returnFormCard } from "../../../cards/review/return-form.ts";
import { readReturnForm } from "../../../cards/review/return-form-fields.ts";
import { sectionTextCard } from "../../../cards/review/section-text.ts";
import { noticeText } from "../../../cards/text/notices.ts";
import type { Command } from "../../domain/report/command.ts";
import { reportId } from "../../domain/report/report.ts";
import { mayReopen, mayReview } from "../../domain/report/review.ts";
import { type CardAnswer, showCard, toast } from "../sending/card-answer.ts";
import { readingView, reviewerCard } from "./card-for-status.ts";
import { changeReport } from "./change-report.ts";
import { loadReportContext, type ReportContext, viewOf } from "./report-context.ts";
import type { ReportPress } from "./report-press.ts";

type ReviewAction = Extract<
  Action,
  { kind: "review" | "read_section" | "approve" | "return_form" | "return" }
>;

/** A reviewer's presses: look, read a text in full, approve, or return cell by cell. */
export async function handleReview(asked: ReportPress, action: ReviewAction): Promise<CardAnswer> {
  const { deps, person } = asked;
  const found = await loadReportContext(deps, asked.period, asked.town);
  if (!found) return toast("warning", noticeText[person.locale].gone);
  if (!mayReview(person, found.report, found.basis))
    return toast("warning", refusalText({ reason: "not_yours" }, deps.programme, person.locale));
  const view = viewOf(deps, found, person);
  const reopen = mayReopen(found.report, { actor: person, quarter: found.quarter });
  switch (action.kind) {
    case "review":
      return show(asked, found, reviewerCard(view), "overview");
    case "read_section":
      return show(
        asked,
        found,
        sectionTextCard({ ...view, section: action.section }),
        readingView(action.section),
      );
    case "return_form":
      return found.report.status === "submitted" || reopen
        ? show(asked, found, returnFormCard({ ...view, reopen }), "form return")
        : show(asked, found, reviewerCard(view), "overview");
    case "approve":
      return decideReview(asked, { kind: "approve", baseRevision: Number(action.revision) });
    case "return": {
      const { cells, reason } = readReturnForm(asked.event.callback.action.formValue ?? {});
      return decideReview(asked, { kind: "return", cells, reason, baseRevision: Number(action.revision) });
    }
  }
}

async function decideReview(
  asked: ReportPress,
  command: Extract<Command, { kind: "approve" | "return" }>,
): Promise<CardAnswer> {
  const { deps, person, event } = asked;
  const text = noticeText[person.locale];
  const changed = await changeReport(deps, asked.period, asked.town, [command], {
    actor: person,
    inbox: [`event:${event.eventId}`],
    pressedMessageId: event.callback.messageId,
  });
  if (changed.kind === "unknown") return toast("warning", text.gone);
  const view = viewOf(deps, changed.case, person);
  if (changed.kind !== "refused") {
    const done = command.kind === "approve" ? text.approved : text.sentBack;
    const said = changed.kind === "repeated" ? toast("info", text.already) : toast("success", done);
    return show(asked, changed.case, reviewerCard(view), "overview", said);
  }
  const said = toast("warning", refusalText(changed.refusal, deps.programme, person.locale));
  const { reason } = changed.refusal;
  if (command.kind === "return" && (reason === "no_cells" || reason === "no_reason")) {
    const card = returnFormCard({
      ...view,
      reopen: changed.case.report.status === "approved",
      chosen: command.cells,
      typedReason: command.reason,
    });
    return show(asked, changed.case, card, "form return", said);
  }
  return show(asked, changed.case, reviewerCard(view), "overview", said);
}

function show(
  asked: ReportPress,
  found: ReportContext,
  card: Card,
  view: string,
  say?: CardAnswer,
): Promise<CardAnswer> {
  const stands = { kind: "review", subject: reportId(found.report.period, found.report.town) } as const;
  return showCard(asked.deps, asked.event, asked.person, { card, view, stands, ...(say ? { say } : {}) });
}
