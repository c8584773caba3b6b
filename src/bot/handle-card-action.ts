import { type Action, parseAction } from "../../cards/action.ts";
import { attachedCard } from "../../cards/report/photos.ts";
import { noticeText } from "../../cards/text/notices.ts";
import { replyText } from "../../cards/text/replies.ts";
import { findCard } from "../../db/chats.ts";
import { Conflict, commit } from "../../db/commit.ts";
import { fileUnder } from "../../db/evidence.ts";
import type { Deps } from "../deps.ts";
import type { Person } from "../domain/people.ts";
import { type PeriodId, parsePeriod } from "../domain/period.ts";
import { sectionsOf } from "../domain/report/content.ts";
import { reportId } from "../domain/report/report.ts";
import type { FeishuCallback } from "../feishu/envelope.ts";
import { handleQuestion } from "./digests/questions.ts";
import { handleMisreport } from "./misreport/misreports.ts";
import { handleObjection } from "./objection/objections.ts";
import { handleOffice } from "./quarter/office.ts";
import { answerPressed } from "./questions/answer-pressed.ts";
import { handleFill } from "./report/fill.ts";
import { loadReportContext, viewOf } from "./report/report-context.ts";
import { handleReview } from "./report/review.ts";
import { handleBind } from "./roster/groups.ts";
import { personOf } from "./roster/people.ts";
import { type CardAnswer, toast } from "./sending/card-answer.ts";
import { handleTask } from "./tasks/handle-tasks.ts";
import { handleUrgent } from "./urgent/handle.ts";
import { handleWeighing } from "./weights/weighing.ts";
import { handleAnnual } from "./year/annual.ts";
import { handleAwards } from "./year/awards.ts";

/**
 * Answers a press on a card within its three seconds. Who pressed is looked up in the roster, which record is meant in
 * our own memory of the card; what the card carries only says which button it was.
 */
export async function handleCardAction(deps: Deps, event: FeishuCallback): Promise<CardAnswer> {
  const { operatorOpenId, action: pressed } = event.callback;
  const person = await personOf(deps, operatorOpenId);
  if (!person) return toast("warning", replyText("zh-CN").notInRoster(deps.programme));
  const action = parseAction(pressed.value, pressed.name);
  if (!action) return toast("info", noticeText[person.locale].gone);
  try {
    return await dispatch(deps, event, person, action);
  } catch (error) {
    // The same press delivered twice: it was done the first time.
    if (error instanceof Conflict && error.table === "inbox")
      return toast("info", noticeText[person.locale].already);
    throw error;
  }
}

async function dispatch(
  deps: Deps,
  event: FeishuCallback,
  person: Person,
  action: Action,
): Promise<CardAnswer> {
  switch (action.kind) {
    case "open":
    case "overview":
    case "save":
    case "answer":
    case "submit":
    case "submit_bare":
      return withRecord(deps, event, person, action, (record) =>
        handleFill({ deps, event, person, ...record }, action),
      );
    case "review":
    case "read_section":
    case "approve":
    case "return_form":
    case "return":
      return withRecord(deps, event, person, action, (record) =>
        handleReview({ deps, event, person, ...record }, action),
      );
    case "attach":
      return withRecord(deps, event, person, action, (record) => attach(deps, event, person, record, action));
    case "progress":
    case "open_period":
    case "provisional":
    case "publish":
    case "resend":
      return handleOffice(deps, event, person, action);
    case "object_form":
    case "object":
    case "answer_form":
    case "answer_objection":
      return handleObjection({ deps, event, person }, action);
    case "misreport_form":
    case "misreport":
    case "misreport_decide":
      return handleMisreport({ deps, event, person }, action);
    case "weigh_form":
    case "weigh":
    case "propose_scheme":
    case "decide_scheme":
      return handleWeighing({ deps, event, person }, action);
    case "annual":
    case "appraisal_form":
    case "appraise":
      return handleAnnual({ deps, event, person }, action);
    case "award_form":
    case "award":
    case "choose_award":
      return handleAwards({ deps, event, person }, action);
    case "urgent":
    case "urgent_decide":
    case "urgent_refuse_form":
    case "urgent_refuse":
    case "urgent_show":
      return handleUrgent({ deps, event, person }, action);
    case "digest":
    case "ask_form":
    case "ask":
    case "answer_question":
    case "question":
      return handleQuestion({ deps, event, person }, action);
    case "task":
    case "task_form":
    case "task_step":
    case "task_list":
    case "task_proposals":
    case "task_sign_all":
    case "slip_form":
    case "slip":
    case "plan_form":
    case "plan":
      return handleTask({ deps, event, person }, action);
    case "bind":
    case "bind_county":
      return handleBind(deps, event, person, action);
    case "status":
    case "ranking":
    case "explain":
    case "compare":
    case "what_if":
    case "missing":
    case "my_form":
    case "help":
      return answerPressed(deps, event, person, action);
  }
}

type RecordKey = { period: PeriodId; town: string };

/** The record a card stands for: as we remember it by message id; as the button says only for a card we never saw. */
async function withRecord(
  deps: Deps,
  event: FeishuCallback,
  person: Person,
  action: { period: string; town: string },
  work: (record: RecordKey) => Promise<CardAnswer>,
): Promise<CardAnswer> {
  const known = await findCard(deps.db, event.callback.messageId);
  const [periodText = "", town = ""] = known?.subject.includes("/")
    ? known.subject.split("/")
    : [action.period, action.town];
  const period = parsePeriod(periodText);
  return period ? work({ period, town }) : toast("info", noticeText[person.locale].gone);
}

/** Files photos under the section the town chose. */
async function attach(
  deps: Deps,
  event: FeishuCallback,
  person: Person,
  record: RecordKey,
  action: Extract<Action, { kind: "attach" }>,
): Promise<CardAnswer> {
  const text = noticeText[person.locale];
  const found = await loadReportContext(deps, record.period, record.town);
  if (!found || person.role !== "town_official" || person.area !== record.town)
    return toast("warning", text.notForYou);
  if (!sectionsOf(deps.programme).includes(action.section)) return toast("info", text.gone);
  await commit(
    deps.db,
    {
      audit: {
        actor: person.openId,
        kind: "evidence.filed",
        subject: reportId(record.period, record.town),
        detail: { section: action.section },
      },
      inbox: [`event:${event.eventId}`],
      writes: [fileUnder(deps.db, action.message, action.section)],
    },
    deps.clock.now(),
  );
  const card = attachedCard({ ...viewOf(deps, found, person), section: action.section });
  return { ...toast("success", text.filed), card: { type: "raw", data: card } };
}
