import type { ActionOf } from "../../../cards/action.ts";
import { photoListCard } from "../../../cards/report/photo-list.ts";
import { refusalText } from "../../../cards/report/refusal.ts";
import { noticeText } from "../../../cards/text/notices.ts";
import { picturesText } from "../../../cards/text/pictures.ts";
import { commit } from "../../../db/commit.ts";
import { reportId } from "../../domain/report/report.ts";
import { evidenceRef } from "../evidence/shown-photos.ts";
import { type Answered, type CardAnswer, showOn, toast } from "../sending/card-answer.ts";
import { photoListView } from "./card-for-status.ts";
import { changeReport, type Outcome } from "./change-report.ts";
import { loadReportContext, type ReportContext, viewOf } from "./report-context.ts";
import type { ReportPress } from "./report-press.ts";

/** A town official's presses on the list of the report's photos: a page of it, or taking one photo out again. */
export async function handlePhotos(
  asked: ReportPress,
  action: ActionOf<"photos" | "take_out">,
): Promise<CardAnswer> {
  const { deps, person, period, town } = asked;
  if (person.role !== "town_official" || person.area !== town)
    return toast("warning", refusalText({ reason: "not_yours" }, deps.programme, person.locale));
  const found = await loadReportContext(deps, period, town);
  if (!found) return toast("warning", noticeText[person.locale].gone);
  const page = Number(action.page);
  return action.kind === "photos" ? look(asked, found, page) : takeOut(asked, found, page, action.photo);
}

async function look(asked: ReportPress, found: ReportContext, page: number): Promise<CardAnswer> {
  const { answer, ...seen } = list(asked, found, page);
  await commit(asked.deps.db, { audit: null, ...seen }, asked.deps.clock.now());
  return answer;
}

async function takeOut(
  asked: ReportPress,
  found: ReportContext,
  page: number,
  ref: string,
): Promise<CardAnswer> {
  const { deps, person, period, town, event } = asked;
  const evidence = found.evidence.map(({ id }) => id).filter((id) => evidenceRef(id) === ref);
  const changed = await changeReport(deps, period, town, [{ kind: "take_out", evidence }], {
    actor: person,
    inbox: [`event:${event.eventId}`],
    press: {
      messageId: event.callback.messageId,
      answer: (outcome) => list(asked, outcome.context, page, said(asked, outcome)),
    },
  });
  return changed.kind === "unknown" ? toast("warning", noticeText[person.locale].gone) : changed.answer;
}

function said({ deps, person }: ReportPress, outcome: Outcome): CardAnswer {
  const text = picturesText(person.locale);
  switch (outcome.kind) {
    case "done":
      return toast("success", text.tookOut(1));
    case "repeated":
      return toast("info", text.gone);
    case "refused":
      return toast("warning", refusalText(outcome.refusal, deps.programme, person.locale));
  }
}

function list(
  { deps, person, place }: ReportPress,
  found: ReportContext,
  page: number,
  say?: CardAnswer,
): Answered {
  const card = photoListCard({ ...viewOf(deps, found, person), page });
  const stands = { kind: "report", subject: reportId(found.report.period, found.report.town) } as const;
  return showOn(deps, place, person, { card, view: photoListView(page), stands, ...(say ? { say } : {}) });
}
