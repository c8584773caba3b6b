import type { ActionOf } from "../../../cards/action.ts";
import type { Card } from "../../../cards/card.ts";
import { refusalText } from "../../../cards/report/refusal.ts";
import { returnFormCard } from "../../../cards/review/return-form.ts";
import { readReturnForm } from "../../../cards/review/return-form-fields.ts";
import { sectionTextCard } from "../../../cards/review/section-text.ts";
import { noticeText } from "../../../cards/text/notices.ts";
import { commit } from "../../../db/commit.ts";
import type { Command } from "../../domain/report/command.ts";
import { reportId } from "../../domain/report/report.ts";
import { mayReopen, mayReview } from "../../domain/report/review.ts";
import { type Answered, type CardAnswer, onlySaid, showOn, toast } from "../sending/card-answer.ts";
import { leadsOn } from "../sending/press-place.ts";
import { besideGroup } from "../sending/show-privately.ts";
import { readingView, reviewerCard } from "./card-for-status.ts";
import { changeReport, type Outcome } from "./change-report.ts";
import { loadReportContext, type ReportContext, viewOf } from "./report-context.ts";
import type { ReportPress } from "./report-press.ts";

type LookAction = ActionOf<"review" | "read_section" | "return_form">;
type ReviewAction = LookAction | ActionOf<"approve" | "return">;
type Decide = Extract<Command, { kind: "approve" | "return" }>;

/** A reviewer's presses: view, read a text in full, approve, or return cells. */
export function handleReview(asked: ReportPress, action: ReviewAction): Promise<CardAnswer> {
  switch (action.kind) {
    case "approve":
      return decideReview(asked, { kind: "approve", baseRevision: Number(action.revision) });
    case "return": {
      const { cells, reason } = readReturnForm(asked.event.callback.action.formValue ?? {});
      return decideReview(asked, { kind: "return", cells, reason, baseRevision: Number(action.revision) });
    }
    default:
      return look(asked, action);
  }
}

async function look(asked: ReportPress, action: LookAction): Promise<CardAnswer> {
  const { deps, person } = asked;
  const found = await loadReportContext(deps, asked.period, asked.town);
  if (!found) return toast("warning", noticeText[person.locale].gone);
  if (!mayReview(person, found.report, found.basis))
    return toast("warning", refusalText({ reason: "not_yours" }, deps.programme, person.locale));
  const { answer, ...seen } = lookedAt(asked, action, found);
  await commit(deps.db, { audit: null, ...seen }, deps.clock.now());
  return answer;
}

function lookedAt(asked: ReportPress, action: LookAction, found: ReportContext): Answered {
  const view = viewOf(asked.deps, found, asked.person);
  if (action.kind === "read_section") {
    const { section } = action;
    return show(asked, found, sectionTextCard({ ...view, section }), readingView(section));
  }
  const reopen = mayReopen(found.report, { actor: asked.person, quarter: found.quarter });
  return action.kind === "return_form" && (found.report.status === "submitted" || reopen)
    ? show(asked, found, returnFormCard({ ...view, reopen }), "form return")
    : show(asked, found, reviewerCard(view), "overview");
}

async function decideReview(asked: ReportPress, command: Decide): Promise<CardAnswer> {
  const { deps, person, event } = asked;
  const changed = await changeReport(deps, asked.period, asked.town, [command], {
    actor: person,
    inbox: [`event:${event.eventId}`],
    press: {
      messageId: event.callback.messageId,
      answer: (outcome) => answerDecision(asked, command, outcome),
    },
  });
  return changed.kind === "unknown" ? toast("warning", noticeText[person.locale].gone) : changed.answer;
}

function answerDecision(asked: ReportPress, command: Decide, outcome: Outcome): Answered {
  const { deps, person } = asked;
  const text = noticeText[person.locale];
  const { report, basis } = outcome.context;
  const view = viewOf(deps, outcome.context, person);
  if (outcome.kind !== "refused") {
    const done = command.kind === "approve" ? text.approved : text.sentBack;
    const said = outcome.kind === "repeated" ? toast("info", text.already) : toast("success", done);
    return show(asked, outcome.context, reviewerCard(view), "overview", said);
  }
  const said = toast("warning", refusalText(outcome.refusal, deps.programme, person.locale));
  // A reviewer who may not review the report may not see it either.
  if (!mayReview(person, report, basis)) return onlySaid(said);
  const { reason } = outcome.refusal;
  if (command.kind === "return" && (reason === "no_cells" || reason === "no_reason")) {
    const card = returnFormCard({
      ...view,
      reopen: report.status === "approved",
      chosen: command.cells,
      typedReason: command.reason,
    });
    return show(asked, outcome.context, card, "form return", said);
  }
  return show(asked, outcome.context, reviewerCard(view), "overview", said);
}

function show(
  { deps, event, person, place }: ReportPress,
  found: ReportContext,
  card: Card,
  view: string,
  say?: CardAnswer,
): Answered {
  const stands = { kind: "review", subject: reportId(found.report.period, found.report.town) } as const;
  const shown = { card, view, stands, ...(say ? { say } : {}) };
  // The office's group has one card for all of it; whoever reviews gets their own.
  const inGroup = place.known !== null && place.openId === "";
  return inGroup || leadsOn(place)
    ? besideGroup(deps, event, person, shown)
    : showOn(deps, place, person, shown);
}
