import type { Action } from "../../../cards/action.ts";
import { refusalText } from "../../../cards/office/step-refusal.ts";
import { noticeText } from "../../../cards/text/notices.ts";
import { replyText } from "../../../cards/text/replies.ts";
import { Conflict, commit } from "../../../db/commit.ts";
import { findOutbox } from "../../../db/outbox.ts";
import { resend } from "../../../db/unsure-sends.ts";
import type { Deps } from "../../deps.ts";
import { type PeriodId, parsePeriod } from "../../domain/calendar/period.ts";
import type { Person } from "../../domain/programme/people.ts";
import type { StepRefusal } from "../../domain/quarter/steps.ts";
import { type CardAnswer, toast } from "../sending/card-answer.ts";
import type { Press } from "../sending/press.ts";
import { showPrivately } from "../sending/show-privately.ts";
import { closePeriod } from "./close-period.ts";
import { openPeriod } from "./open-period.ts";
import { drawProgress, progressSubject } from "./progress.ts";
import { announceProvisional } from "./provisional.ts";
import { publish } from "./publish.ts";

type OfficeAction = Extract<Action, { kind: "progress" | "quarter" | "resend" }>;

type TakeStep = (
  deps: Deps,
  period: PeriodId,
  by: string,
  inbox: string[],
  pressed?: string,
) => Promise<{ ok: true } | ({ ok: false } & StepRefusal)>;

/** The function of each step of the quarter, and the notice after it. */
const STEPS: Record<string, { take: TakeStep; done: "opened" | "locked" | "provisional" | "published" }> = {
  open: { take: openPeriod, done: "opened" },
  lock: { take: closePeriod, done: "locked" },
  provisional: { take: announceProvisional, done: "provisional" },
  publish: { take: publish, done: "published" },
};

/** The city office's presses: the quarter's card, a step of the quarter, sending an unconfirmed message again. */
export async function handleOffice(press: Press, action: OfficeAction): Promise<CardAnswer> {
  const { deps, event, person } = press;
  const text = noticeText[person.locale];
  if (person.role !== "city_office")
    return toast("warning", replyText(person.locale).officeOnly(deps.programme));
  if (action.kind === "resend") return sendAgain(press, action.id);
  const period = parsePeriod(action.period);
  if (!period) return toast("warning", text.gone);
  if (action.kind === "progress") return progress(press, period);
  const step = Object.hasOwn(STEPS, action.step) ? STEPS[action.step] : undefined;
  if (!step) return toast("warning", text.gone);
  const inbox = [`event:${event.eventId}`];
  const outcome = await step.take(deps, period, person.openId, inbox, event.callback.messageId);
  return progress(
    press,
    period,
    outcome.ok ? toast("success", text[step.done]) : refusal(deps, person, outcome),
  );
}

/** Why a step of the quarter cannot be taken, and what to do about it. */
function refusal(deps: Deps, person: Person, refused: StepRefusal): CardAnswer {
  const done = ["published", "already", "already_open", "no_step"].includes(refused.reason);
  return toast(done ? "info" : "warning", refusalText(refused, deps.programme, person.locale));
}

async function progress(press: Press, period: PeriodId, say?: CardAnswer): Promise<CardAnswer> {
  const { deps, event, person } = press;
  const stands = { kind: "progress", subject: progressSubject(period) } as const;
  const drawn = await drawProgress(deps, stands.subject, person);
  if (!drawn) return toast("warning", noticeText[person.locale].gone);
  return showPrivately(deps, event, person, { ...drawn, view: "overview", stands, ...(say ? { say } : {}) });
}

async function sendAgain({ deps, event, person }: Press, id: string): Promise<CardAnswer> {
  const text = noticeText[person.locale];
  const entry = await findOutbox(deps.db, id);
  if (entry?.status !== "unsure") return toast("info", text.already);
  const now = deps.clock.now();
  const audit = { actor: person.openId, kind: "outbox.resend", subject: id };
  const change = {
    audit,
    inbox: [`event:${event.eventId}`],
    writes: resend(deps.db, entry, now),
    touched: [`outbox ${id}`],
  };
  try {
    await commit(deps.db, change, now);
  } catch (error) {
    // Two members of the office pressed at once: the step is taken once.
    if (error instanceof Conflict) return toast("info", text.already);
    throw error;
  }
  return toast("success", text.resent);
}
