import type { Action } from "../../../cards/action.ts";
import type { Card } from "../../../cards/card.ts";
import { confirmCard } from "../../../cards/report/confirm.ts";
import { nextSection } from "../../../cards/report/next-section.ts";
import { photosMissingCard } from "../../../cards/report/photos.ts";
import { questionsCard } from "../../../cards/report/questions.ts";
import { refusalText } from "../../../cards/report/refusal.ts";
import { returnedCard } from "../../../cards/report/returned.ts";
import { sectionCard } from "../../../cards/report/section.ts";
import type { ReportView } from "../../../cards/report/view.ts";
import { noticeText } from "../../../cards/text/notices.ts";
import { findCell } from "../../domain/report/cells.ts";
import type { Command, Refusal } from "../../domain/report/command.ts";
import type { RawInputs } from "../../domain/report/inputs.ts";
import { isOpenToTown, reportId } from "../../domain/report/report.ts";
import { type CardAnswer, showCard, toast } from "../sending/card-answer.ts";
import { rawInputs } from "../sending/raw-inputs.ts";
import { townCard } from "./card-for-status.ts";
import { type Changed, changeReport } from "./change-report.ts";
import { loadReportContext, type ReportContext, viewOf } from "./report-context.ts";
import type { ReportPress } from "./report-press.ts";

type FillAction = Extract<
  Action,
  { kind: "open" | "overview" | "save" | "answer" | "submit" | "submit_bare" }
>;

/** A town official's presses: look at a section, save it, answer a question, submit. Always answers with the truth. */
export async function handleFill(asked: ReportPress, action: FillAction): Promise<CardAnswer> {
  const { deps, person } = asked;
  if (person.role !== "town_official" || person.area !== asked.town)
    return toast("warning", refusalText({ reason: "not_yours" }, deps.programme, person.locale));
  if (action.kind === "open" || action.kind === "overview") return look(asked, action);
  const raw = rawInputs(asked.event.callback.action.formValue);
  const changed = await changeReport(deps, asked.period, asked.town, await commandsOf(asked, action, raw), {
    actor: person,
    inbox: [`event:${asked.event.eventId}`],
    pressedMessageId: asked.event.callback.messageId,
  });
  return answerChange(asked, action, raw, changed);
}

async function look(
  asked: ReportPress,
  action: Extract<FillAction, { kind: "open" | "overview" }>,
): Promise<CardAnswer> {
  const found = await loadReportContext(asked.deps, asked.period, asked.town);
  if (!found) return toast("warning", noticeText[asked.person.locale].gone);
  if (action.kind === "overview" || !isOpenToTown(found.report)) return overview(asked, found);
  return openSection(asked, found, action.section);
}

async function commandsOf(asked: ReportPress, action: FillAction, raw: RawInputs): Promise<Command[]> {
  const found = await loadReportContext(asked.deps, asked.period, asked.town);
  const submit = (withoutPhotos: boolean): Command => ({
    kind: "submit",
    photos: found?.photos ?? {},
    withoutPhotos,
  });
  switch (action.kind) {
    case "save": {
      const save: Command = {
        kind: "save",
        raw,
        section: action.section,
        baseRevision: Number(action.revision),
      };
      return action.then === "submit" ? [save, submit(false)] : [save];
    }
    case "answer": {
      const answers = Object.entries(raw).filter(([name]) => name.startsWith("answer."));
      const answer: Command = {
        kind: "answer",
        answers: Object.fromEntries(answers.map(([n, t]) => [n.slice(7), t])),
      };
      return action.then === "submit" ? [answer, submit(false)] : [answer];
    }
    case "submit":
      return [submit(false)];
    case "submit_bare":
      return [submit(true)];
    default:
      return [];
  }
}

async function answerChange(
  asked: ReportPress,
  action: FillAction,
  raw: RawInputs,
  changed: Changed,
): Promise<CardAnswer> {
  const { deps, person } = asked;
  const text = noticeText[person.locale];
  switch (changed.kind) {
    case "unknown":
      return toast("warning", text.gone);
    case "repeated":
      return overview(asked, changed.case, toast("info", text.already));
    case "refused":
      return answerRefusal(asked, action, raw, changed.case, changed.refusal);
    case "done": {
      const then = "then" in action ? action.then : "overview";
      const said = toast("success", changed.case.report.status === "submitted" ? text.submitted : text.saved);
      if (changed.flags.length > 0) {
        const card = questionsCard({
          ...viewOf(deps, changed.case, person),
          flags: changed.flags,
          then,
        });
        return show(asked, changed.case, card, "questions", said);
      }
      const { report, basis } = changed.case;
      const next = then === "next" && "section" in action ? nextSection(report, basis, action.section) : null;
      return next ? openSection(asked, changed.case, next, said) : overview(asked, changed.case, said);
    }
  }
}

/** A refusal never costs what was typed: the same form comes back with it in place and the reason beside it. */
async function answerRefusal(
  asked: ReportPress,
  action: FillAction,
  raw: RawInputs,
  found: ReportContext,
  refusal: Refusal,
): Promise<CardAnswer> {
  const { deps, person } = asked;
  const said = toast("warning", refusalText(refusal, deps.programme, person.locale));
  const view = viewOf(deps, found, person);
  if (refusal.reason === "photos") {
    const card = photosMissingCard({ ...view, sections: refusal.sections });
    return show(asked, found, card, "overview", said);
  }
  if (action.kind !== "save" || (refusal.reason !== "problems" && refusal.reason !== "conflict"))
    return overview(asked, found, said, refusalText(refusal, deps.programme, person.locale));
  const problems = refusal.reason === "problems" ? refusal.problems : [];
  return show(
    asked,
    found,
    formAgain(view, action.section, raw, problems, refusal),
    `form ${action.section}`,
    said,
  );
}

function formAgain(
  view: ReportView,
  section: string,
  raw: RawInputs,
  problems: Extract<Refusal, { reason: "problems" }>["problems"],
  refusal: Refusal,
): Card {
  if (section === "returned") return returnedCard({ ...view, raw, problems });
  if (section === "reply") {
    const cells = Object.keys(raw).flatMap((key) => findCell(key, view.report.content, view.basis) ?? []);
    return confirmCard({ ...view, cells, raw, problems, questions: [], rest: "" });
  }
  const conflict = refusal.reason === "conflict" ? { conflict: refusal } : {};
  return sectionCard({ ...view, section, raw, problems, ...conflict });
}

function openSection(
  asked: ReportPress,
  found: ReportContext,
  section: string,
  said?: CardAnswer,
): Promise<CardAnswer> {
  const view = viewOf(asked.deps, found, asked.person);
  const kept = found.report.pending.find((p) => p.by === asked.person.openId && p.section === section);
  const card = sectionCard({ ...view, section, ...(kept ? { raw: kept.raw } : {}) });
  return show(asked, found, card, `form ${section}`, said);
}

function overview(
  asked: ReportPress,
  found: ReportContext,
  said?: CardAnswer,
  notice?: string,
): Promise<CardAnswer> {
  const view = viewOf(asked.deps, found, asked.person, notice);
  return show(asked, found, townCard(view), "overview", said);
}

function show(
  asked: ReportPress,
  found: ReportContext,
  card: Card,
  view: string,
  say?: CardAnswer,
): Promise<CardAnswer> {
  const stands = { kind: "report", subject: reportId(found.report.period, found.report.town) };
  return showCard(asked.deps, asked.event, { card, view, stands, ...(say ? { say } : {}) });
}
