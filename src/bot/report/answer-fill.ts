import type { Card } from "../../../cards/card.ts";
import { confirmCard } from "../../../cards/report/confirm.ts";
import { nextSection } from "../../../cards/report/next-section.ts";
import { photosMissingCard } from "../../../cards/report/photos.ts";
import { questionsCard } from "../../../cards/report/questions.ts";
import { refusalText } from "../../../cards/report/refusal.ts";
import { returnedCard } from "../../../cards/report/returned.ts";
import { savedCard } from "../../../cards/report/saved.ts";
import { sectionCard } from "../../../cards/report/section.ts";
import { apartNotice } from "../../../cards/report/sums.ts";
import type { ReportView } from "../../../cards/report/view.ts";
import { noticeText } from "../../../cards/text/notices.ts";
import { findCell, sectionOf } from "../../domain/report/cells.ts";
import type { Refusal } from "../../domain/report/command.ts";
import { unsettledSums } from "../../domain/report/completeness.ts";
import { INVESTMENT, sectionsOf } from "../../domain/report/content.ts";
import type { RawInputs } from "../../domain/report/inputs.ts";
import { reportId } from "../../domain/report/report.ts";
import type { SumWay, Unequal } from "../../domain/report/sums.ts";
import { type Answered, type CardAnswer, showOn, toast } from "../sending/card-answer.ts";
import { hasLivingCardAt } from "../sending/press-place.ts";
import { townCard } from "./card-for-status.ts";
import type { Outcome } from "./change-report.ts";
import type { FillAction } from "./fill-action.ts";
import { type ReportContext, viewOf } from "./report-context.ts";
import type { ReportPress } from "./report-press.ts";

/** What a town official sees after a press on the report: the next form, a question, or the reason for a refusal. */
export function answerChange(
  asked: ReportPress,
  action: FillAction,
  raw: RawInputs,
  changed: Outcome,
): Answered {
  const { deps, person } = asked;
  const text = noticeText[person.locale];
  switch (changed.kind) {
    case "repeated":
      return receipt(asked, changed.context, raw, toast("info", text.already));
    case "refused":
      return answerRefusal(asked, action, raw, changed.context, changed.refusal);
    case "done": {
      const { report, basis } = changed.context;
      const unequal = savesMoney(action, raw) ? unsettledSums(report, basis) : null;
      if (unequal) return askWhichSum(asked, action, changed.context, unequal);
      const then = "then" in action ? action.then : "overview";
      const { status, supplement } = changed.context.report;
      const submitted = supplement ? text.submittedSupplement : text.submitted;
      const said = toast("success", status === "submitted" ? submitted : text.saved);
      const next = sectionAfter(action, changed.context);
      if (changed.flags.length > 0) {
        const onward = next ?? (then === "submit" ? then : "overview");
        const view = viewOf(deps, changed.context, person);
        // biome-ignore lint/suspicious/noThenProperty: a field of the card, which is never awaited
        const card = questionsCard({ ...view, flags: changed.flags, then: onward });
        return show(asked, changed.context, card, "form questions", said);
      }
      return next
        ? openSection(asked, changed.context, next, said)
        : receipt(asked, changed.context, raw, said);
    }
  }
}

/** The section after a saved form or after its questions; null for the overview. */
function sectionAfter(action: FillAction, { report, basis }: ReportContext): string | null {
  if (!("then" in action)) return null;
  if ("section" in action && action.then === "next") return nextSection(report, basis, action.section);
  return sectionsOf(basis.programme).find((id) => id === action.then) ?? null;
}

function savesMoney(action: FillAction, raw: RawInputs): boolean {
  if (action.kind !== "save" && action.kind !== "settle") return false;
  return action.section === INVESTMENT || Object.keys(raw).some((key) => sectionOf(key) === INVESTMENT);
}

/** Saved as a draft with two disagreeing sums: the form is shown again with the question about them. */
function askWhichSum(
  asked: ReportPress,
  action: FillAction,
  found: ReportContext,
  unequal: Unequal,
): Answered {
  const { deps, person } = asked;
  const right = calledRight(action, unequal);
  const said = toast("warning", apartNotice(unequal, person.locale, right));
  const card = sectionCard({ ...viewOf(deps, found, person), section: INVESTMENT, right });
  const form = found.report.status === "returned" ? "returned" : INVESTMENT;
  return show(asked, found, card, `form ${form}`, said);
}

/** The sum the press chose as right, when it is the one now stored. */
function calledRight(action: FillAction, { stands }: Unequal): SumWay | undefined {
  if (action.kind !== "settle" || Number(action.amount) !== stands.amount) return undefined;
  return action.right === stands.way ? stands.way : undefined;
}

/** A refusal keeps the input: the same form is shown with it and the reason. */
function answerRefusal(
  asked: ReportPress,
  action: FillAction,
  raw: RawInputs,
  found: ReportContext,
  refusal: Refusal,
): Answered {
  const { deps, person } = asked;
  const said = toast("warning", refusalText(refusal, deps.programme, person.locale));
  const view = viewOf(deps, found, person);
  if (refusal.reason === "photos") {
    const card = photosMissingCard({ ...view, sections: refusal.sections });
    return show(asked, found, card, "form photos", said);
  }
  if ((action.kind !== "save" && action.kind !== "settle") || !isAboutBoxes(refusal))
    return overview(asked, found, said);
  // The typed inputs; unchanged ones show the stored values.
  const kept = keptInputs(found, person.openId, action.section) ?? raw;
  return show(asked, found, formAgain(view, action.section, kept, refusal), `form ${action.section}`, said);
}

/** Refusals the form itself can resolve: an input to change, or another person's figures to compare. */
function isAboutBoxes({ reason }: Refusal): boolean {
  return reason === "problems" || reason === "conflict" || reason === "not_returned";
}

function formAgain(view: ReportView, section: string, raw: RawInputs, refusal: Refusal): Card {
  const problems = refusal.reason === "problems" ? refusal.problems : [];
  const conflict = refusal.reason === "conflict" ? refusal : undefined;
  if (section === "returned") return returnedCard({ ...view, raw, problems, conflict });
  if (section === "reply") {
    const cells = Object.keys(raw).flatMap((key) => findCell(key, view.report.content, view.basis) ?? []);
    return confirmCard({ ...view, cells, raw, problems, conflict, questions: [], rest: "" });
  }
  return sectionCard({ ...view, section, raw, problems, conflict });
}

function keptInputs(found: ReportContext, openId: string, section: string): RawInputs | undefined {
  return found.report.pending.find((p) => p.by === openId && p.section === section)?.raw;
}

export function openSection(
  asked: ReportPress,
  found: ReportContext,
  section: string,
  said?: CardAnswer,
): Answered {
  const view = viewOf(asked.deps, found, asked.person);
  const raw = keptInputs(found, asked.person.openId, section);
  const card = sectionCard({ ...view, section, raw });
  return show(asked, found, card, `form ${section}`, said);
}

export function overview(asked: ReportPress, found: ReportContext, said?: CardAnswer): Answered {
  return show(asked, found, townCard(viewOf(asked.deps, found, asked.person)), "overview", said);
}

/**
 * The answer to a change: the report's card; for a reply's card one line, if the person has the report's own card in
 * the chat, so that there is only one.
 */
function receipt(asked: ReportPress, found: ReportContext, raw: RawInputs, said: CardAnswer): Answered {
  const { deps, person, place } = asked;
  const isReply = place.known?.kind === "confirm";
  if (!isReply || !hasLivingCardAt(place, "report", deps.clock.now())) return overview(asked, found, said);
  const card = savedCard({ ...viewOf(deps, found, person), written: Object.keys(raw) });
  return show(asked, found, card, "receipt", said);
}

/** A reply's card stays one until it shows the report itself. */
function show(
  { deps, person, place }: ReportPress,
  found: ReportContext,
  card: Card,
  view: string,
  say?: CardAnswer,
): Answered {
  const kind = place.known?.kind === "confirm" && view !== "overview" ? "confirm" : "report";
  const stands = { kind, subject: reportId(found.report.period, found.report.town) } as const;
  return showOn(deps, place, person, { card, view, stands, ...(say ? { say } : {}) });
}
