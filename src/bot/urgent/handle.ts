import type { Action } from "../../../cards/action.ts";
import { noticeText } from "../../../cards/text/notices.ts";
import { replyText } from "../../../cards/text/replies.ts";
import { urgentText } from "../../../cards/text/urgent.ts";
import { urgentRefuseCard, urgentRequestCard } from "../../../cards/urgent/request.ts";
import { Conflict, commit } from "../../../db/commit.ts";
import { causeId } from "../../../db/outbox.ts";
import { findUrgent, insertUrgent } from "../../../db/urgent.ts";
import type { Person } from "../../domain/people.ts";
import {
  checkDecision,
  checkDraft,
  checkRefusal,
  type UrgentRequest,
  type Verdict,
} from "../../domain/urgent-request.ts";
import { personOf } from "../roster/people.ts";
import { type CardAnswer, showCard, toast } from "../sending/card-answer.ts";
import { enqueueLiving } from "../sending/enqueue-message.ts";
import { rawInputs } from "../sending/raw-inputs.ts";
import { type Asked, decideUrgent } from "./decide.ts";
import { concerns, requestView, urgentSubject } from "./faces.ts";
import { chosenTowns, formFor, refusal } from "./form.ts";

type UrgentAction = Extract<
  Action,
  { kind: "urgent" | "urgent_decide" | "urgent_refuse_form" | "urgent_refuse" | "urgent_show" }
>;

/** 加急: one of the office proposes, the person named approves or refuses, and only then is anything sent. */
export async function handleUrgent(asked: Asked, action: UrgentAction): Promise<CardAnswer> {
  const { deps, person } = asked;
  if (action.kind === "urgent") return propose(asked);
  const request = await findUrgent(deps.db, action.id);
  if (!request) return toast("info", noticeText[person.locale].gone);
  switch (action.kind) {
    case "urgent_decide":
      return decide(asked, request, action.verdict === "approve" ? "approve" : "withdraw");
    case "urgent_refuse":
      return decide(asked, request, "refuse");
    case "urgent_refuse_form":
      return refuseForm(asked, request);
    case "urgent_show":
      return show(asked, request);
  }
}

async function propose(asked: Asked): Promise<CardAnswer> {
  const { deps, event, person } = asked;
  if (person.role !== "city_office")
    return toast("warning", replyText(person.locale).officeOnly(deps.programme));
  const form = event.callback.action.formValue ?? {};
  const inputs = rawInputs(form);
  const chosen = Array.isArray(form.towns) ? form.towns.filter((one) => typeof one === "string") : [];
  const { words = "", reason = "", approver = "", until = "" } = inputs;
  const now = deps.clock.now();
  // The form's own message stands for the request: pressing twice proposes once.
  const id = causeId(`urgent ${event.callback.messageId}`).slice(0, 16);
  const known = await findUrgent(deps.db, id);
  if (known) return show(asked, known);
  const towns = await chosenTowns(deps, chosen);
  const named = await personOf(deps, approver);
  const expiresAt = until === "" ? Number.NaN : Number(until);
  const refused = checkDraft({ towns, words, reason, approver: named, expiresAt }, person.openId, now);
  if (refused || !named) {
    const problem = refusal(deps, person, refused ?? "approver");
    const typed = { towns: chosen, words, reason, approver, until };
    const card = await formFor(deps, person, { typed, problem });
    const stands = { kind: "urgent_form", subject: "" } as const;
    return showCard(deps, event, person, {
      card,
      view: "form urgent",
      stands,
      say: toast("warning", problem),
    });
  }
  const request: UrgentRequest = {
    id,
    towns,
    words: words.trim(),
    reason: reason.trim(),
    proposedBy: person.openId,
    proposedAt: now,
    approver: named.openId,
    expiresAt,
    status: "proposed",
    decidedAt: null,
  };
  await store(asked, request, named);
  return show(asked, request, toast("success", urgentText(person.locale).done.proposed));
}

async function store(
  { deps, event, person }: Asked,
  request: UrgentRequest,
  approver: Person,
): Promise<void> {
  const { id, towns, expiresAt, proposedAt } = request;
  const record = { kind: "urgent", subject: urgentSubject(id) } as const;
  const fallback = urgentText(approver.locale).approveFallback;
  const to = { openId: approver.openId, quiet: true };
  const detail = { towns, approver: approver.openId, expiresAt };
  const change = {
    audit: { actor: person.openId, kind: "urgent.propose", subject: id, detail },
    inbox: [`event:${event.eventId}`],
    writes: [insertUrgent(deps.db, request)],
    outbox: [enqueueLiving(to, record, record.subject, fallback, proposedAt)],
  };
  await commit(deps.db, change, proposedAt).catch((error: unknown) => {
    // The same form pressed twice at once: it was proposed the first time.
    if (!(error instanceof Conflict && error.table === "urgent_request")) throw error;
  });
}

async function decide(asked: Asked, request: UrgentRequest, verdict: Verdict): Promise<CardAnswer> {
  const { deps, event, person } = asked;
  const text = urgentText(person.locale);
  const refused = checkDecision(request, person, verdict, deps.clock.now());
  if (refused) return refuse(asked, request, refused);
  const reason = (rawInputs(event.callback.action.formValue).why ?? "").trim();
  const wrong = verdict === "refuse" ? checkRefusal(reason) : null;
  if (wrong)
    return refuseForm(asked, request, { typedReason: reason, problem: refusal(deps, person, wrong) });
  try {
    const decided = await decideUrgent(asked, request, verdict, reason);
    if (!decided.ok) return refuse(asked, request, decided.reason);
    return show(asked, decided.request, toast("success", text.done[verdict]));
  } catch (error) {
    // Somebody was a moment quicker: the answer is what came of that.
    if (!(error instanceof Conflict)) throw error;
    return refuse(asked, (await findUrgent(deps.db, request.id)) ?? request, "decided");
  }
}

/** Says why not, with the card as it stands now; who has nothing to do with it is only told that. */
function refuse(
  asked: Asked,
  request: UrgentRequest,
  why: Parameters<typeof refusal>[2],
): Promise<CardAnswer> | CardAnswer {
  const say = toast(why === "decided" ? "info" : "warning", refusal(asked.deps, asked.person, why));
  return concerns(asked.person, request) ? show(asked, request, say) : say;
}

async function refuseForm(
  asked: Asked,
  request: UrgentRequest,
  again: { typedReason?: string; problem?: string } = {},
): Promise<CardAnswer> {
  const { deps, event, person } = asked;
  const refused = checkDecision(request, person, "refuse", deps.clock.now());
  if (refused) return refuse(asked, request, refused);
  const card = urgentRefuseCard({ ...(await requestView(deps, request, person)), ...again });
  const stands = { kind: "urgent", subject: urgentSubject(request.id) } as const;
  const say = again.problem === undefined ? {} : { say: toast("warning", again.problem) };
  return showCard(deps, event, person, { card, view: "form urgent", stands, ...say });
}

async function show(asked: Asked, request: UrgentRequest, say?: CardAnswer): Promise<CardAnswer> {
  const { deps, event, person } = asked;
  if (!concerns(person, request)) return toast("warning", refusal(deps, person, "not_named"));
  const card = urgentRequestCard(await requestView(deps, request, person));
  const stands = { kind: "urgent", subject: urgentSubject(request.id) } as const;
  return showCard(deps, event, person, { card, view: "overview", stands, ...(say ? { say } : {}) });
}
