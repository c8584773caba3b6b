import type { ActionOf } from "../../../cards/action.ts";
import { attachedCard } from "../../../cards/report/photos.ts";
import { noticeText } from "../../../cards/text/notices.ts";
import { commit } from "../../../db/commit.ts";
import { evidenceOf, fileUnder } from "../../../db/evidence.ts";
import { sectionsOf } from "../../domain/report/content.ts";
import { reportId } from "../../domain/report/report.ts";
import { type CardAnswer, showOn, toast } from "../sending/card-answer.ts";
import { loadReportContext, viewOf } from "./report-context.ts";
import type { ReportPress } from "./report-press.ts";

/**
 * Files the photos of one message under the section the town chose. Only evidence of the town's own report is moved,
 * because the message id comes from the button and may be forged.
 */
export async function handleAttach(
  { deps, event, person, period, town, place }: ReportPress,
  action: ActionOf<"attach">,
): Promise<CardAnswer> {
  const text = noticeText[person.locale];
  const context = await loadReportContext(deps, period, town);
  if (!context || person.role !== "town_official" || person.area !== town)
    return toast("warning", text.notForYou);
  if (!sectionsOf(deps.programme).includes(action.section)) return toast("info", text.gone);
  const id = reportId(period, town);
  const own = await evidenceOf(deps.db, id);
  if (!own.some(({ messageId }) => messageId === action.message)) return toast("info", text.gone);
  const audit = {
    actor: person.openId,
    kind: "evidence.filed",
    subject: id,
    detail: { section: action.section },
  };
  const card = attachedCard({ ...viewOf(deps, context, person), section: action.section });
  const shown = { card, view: "receipt", stands: { kind: "attach", subject: id } } as const;
  const say = toast("success", text.filed);
  const { answer, ...seen } = showOn(deps, place, person, { ...shown, say });
  const filed = fileUnder(deps.db, { report: id, messageId: action.message }, action.section);
  const change = {
    audit,
    inbox: [`event:${event.eventId}`],
    writes: [filed, ...seen.writes],
    touched: [`report ${id}`, ...seen.touched],
  };
  await commit(deps.db, change, deps.clock.now());
  return answer;
}
