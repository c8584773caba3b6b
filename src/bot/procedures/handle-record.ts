import type { ActionOf } from "../../../cards/action.ts";
import type { Card } from "../../../cards/card.ts";
import { momentName } from "../../../cards/names.ts";
import type { Again } from "../../../cards/record/form.ts";
import { keptCard } from "../../../cards/record/kept.ts";
import { kitOf, type ProcedureKit } from "../../../cards/record/kit.ts";
import { recordCard } from "../../../cards/record/record.ts";
import { refusalText } from "../../../cards/record/refusal.ts";
import { formGroups } from "../../../cards/record/steps.ts";
import { noticeText } from "../../../cards/text/notices.ts";
import { recordText } from "../../../cards/text/record.ts";
import { findCard } from "../../../db/cards.ts";
import { commit } from "../../../db/commit.ts";
import { causeId } from "../../../db/outbox.ts";
import { findRecordByKey } from "../../../db/records.ts";
import { quietUntil } from "../../domain/calendar/quiet-hours.ts";
import { hasButton, isOff } from "../../domain/procedure/definition.ts";
import { keyOf } from "../../domain/procedure/keys.ts";
import { maySeeRecord } from "../../domain/procedure/owed.ts";
import type { ProcedureRecord } from "../../domain/procedure/record.ts";
import { type CardAnswer, type Shown, toast } from "../sending/card-answer.ts";
import { isCardKind, isLivingKind } from "../sending/card-kinds.ts";
import { enqueueCard } from "../sending/enqueue-message.ts";
import type { Press } from "../sending/press.ts";
import { showPrivately } from "../sending/show-privately.ts";
import { whyNone } from "./away.ts";
import { showList } from "./lists.ts";
import { newRecordForm, readOrigin } from "./new-record.ts";
import { kitFor, recordViewOf } from "./record-view.ts";
import { drawStepForm } from "./step-form.ts";
import { withDueSteps } from "./take-due-steps.ts";
import { beginRecord, type StepOutcome, takeStep } from "./take-step.ts";

type RecordAction = ActionOf<"new" | "begin" | "show" | "form" | "step" | "list">;
type Asked = Press;
type Typed = Record<string, unknown>;

/**
 * Handles a press about a record of any procedure. Permissions come from the roster and the record, never
 * from the button.
 */
export async function handleRecord(asked: Asked, action: RecordAction): Promise<CardAnswer> {
  switch (action.kind) {
    case "new":
      return newForm(asked, action.procedure, action.about);
    case "begin":
      return beginStep(asked, action);
    case "list":
      return showList(asked, action.scope, Number(action.page));
    case "show":
      return withRecord(asked, (record) => showRecord(asked, record));
    case "form":
      return withRecord(asked, (record) => showForm(asked, record, action.step));
    case "step":
      return withRecord(asked, (record) => pressStep(asked, record, action));
  }
}

/** The record of the press, if this person may see it; or a refusal. */
async function withRecord(
  { deps, person, ahead: { record } }: Asked,
  work: (record: ProcedureRecord) => Promise<CardAnswer>,
): Promise<CardAnswer> {
  const kit = record && kitOf(deps.procedures, record.procedure);
  if (!record || !kit) return toast("info", noticeText[person.locale].gone);
  return maySeeRecord(kit.definition, record, person, deps.programme)
    ? work(await withDueSteps(deps, record))
    : toast("warning", refusalText(kit, { reason: "not_yours" }, person.locale));
}

async function newForm(asked: Asked, procedure: string, about: string, again?: Again): Promise<CardAnswer> {
  const { deps, person } = asked;
  const kit = kitOf(deps.procedures, procedure);
  const origin = readOrigin(deps, about);
  if (!kit || !origin) return toast("info", noticeText[person.locale].gone);
  const away = await whyNone(deps, kit.definition, origin, person);
  if (away) return toast("warning", refusalText(kit, away, person.locale));
  const known = await findCard(deps.db, asked.event.callback.messageId);
  const from = known && isLivingKind(known.kind) ? { kind: known.kind, subject: known.subject } : undefined;
  const card = await newRecordForm(deps, person, procedure, origin, { again, from });
  if (!card) {
    const reason = isOff(kit.definition, deps.programme) ? "switched_off" : "not_yours";
    return toast("warning", refusalText(kit, { reason }, person.locale));
  }
  // Where the subject determines the key, an already open record is shown instead of a new form.
  const open = await findRecordByKey(deps.db, keyOf(kit.definition, { ...origin, id: "", data: {} }));
  if (open) return showExisting(asked, kit, open, again?.typed);
  if (kit.apart && origin.ref !== "" && again === undefined) return sendForm(asked, card);
  const say = again?.problem === undefined ? {} : { say: toast("warning", again.problem) };
  // The pressed card keeps showing its record until a new one exists.
  const stands = {
    kind: known && isCardKind(known.kind) ? known.kind : "record_new",
    subject: known?.subject ?? "",
  } as const;
  return show(asked, card, { view: `form new ${procedure}`, stands, ...say });
}

/** Sends the form as a new message; the pressed card stays. */
async function sendForm({ deps, event, person }: Asked, card: Card): Promise<CardAnswer> {
  const now = deps.clock.now();
  const { answering, cardFallback } = noticeText[person.locale];
  const stands = { kind: "record_new", subject: "", view: "form new" } as const;
  const to = { openId: person.openId };
  const said = enqueueCard(to, card, `press ${event.eventId}`, cardFallback, now, stands);
  const audit = { actor: person.openId, kind: "press.new", subject: event.callback.messageId };
  await commit(deps.db, { audit, inbox: [`event:${event.eventId}`], outbox: [said] }, now);
  return toast("info", answering);
}

/** A record is already open: people who may see it see it; others are only informed, and keep their form. */
function showExisting(
  asked: Asked,
  kit: ProcedureKit,
  record: ProcedureRecord,
  typed: Typed = {},
): Promise<CardAnswer> | CardAnswer {
  const { deps, person } = asked;
  const already = refusalText(kit, { reason: "already" }, person.locale);
  return maySeeRecord(kit.definition, record, person, deps.programme)
    ? showKept(asked, record, typed, toast("info", already))
    : toast("info", already);
}

/**
 * Shows the record with the input that was not submitted; the card is recorded as a form, so that it is not
 * redrawn.
 */
async function showKept(
  asked: Asked,
  record: ProcedureRecord,
  typed: Typed,
  say: CardAnswer,
): Promise<CardAnswer> {
  const view = await recordViewOf(asked.deps, record, asked.person);
  const card = keptCard(view, typed, say.toast?.content ?? "");
  if (!card) return showRecord(asked, record, say);
  return show(asked, card, { view: "form kept", stands: { kind: "record", subject: record.id }, say });
}

async function beginStep(asked: Asked, { procedure, about, step }: ActionOf<"begin">): Promise<CardAnswer> {
  const { deps, event, person } = asked;
  const kit = kitOf(deps.procedures, procedure);
  const from = readOrigin(deps, about);
  if (!kit || !from || !hasButton(kit.definition.steps[step]))
    return toast("info", noticeText[person.locale].gone);
  const typed: Typed = event.callback.action.formValue ?? {};
  // A press made again, because its answer was lost, begins the same record.
  const pressed = [event.callback.messageId, person.openId, procedure, about, step, typed];
  const id = causeId(`record ${JSON.stringify(pressed)}`).slice(0, 16);
  const origin = { id, ...from };
  const outcome = await beginRecord(deps, causeOf(asked), { procedure, step, origin }, typed);
  if (outcome.kind === "refused")
    return newForm(asked, procedure, about, {
      typed,
      problem: refusalText(kit, outcome.refusal, person.locale),
    });
  return answer(asked, outcome, step, typed);
}

async function pressStep(
  asked: Asked,
  known: ProcedureRecord,
  { step, revision }: { step: string; revision: string },
): Promise<CardAnswer> {
  const { deps, event } = asked;
  if (!hasButton(kitFor(deps, known).definition.steps[step])) return showForm(asked, known, step);
  const typed: Typed = event.callback.action.formValue ?? {};
  const target = { id: known.id, step, revision: Number(revision), known };
  return answer(asked, await takeStep(deps, causeOf(asked), target, typed), step, typed);
}

/** After a refusal the form is shown again with the input, if the step can still be taken. */
async function answer(asked: Asked, outcome: StepOutcome, step: string, typed: Typed): Promise<CardAnswer> {
  const { deps, person } = asked;
  const { locale } = person;
  if (outcome.kind === "unknown" || outcome.record === null) return toast("info", noticeText[locale].gone);
  const { record } = outcome;
  const kit = kitFor(deps, record);
  const words = kit.words[locale];
  switch (outcome.kind) {
    case "done": {
      const done = words.steps[step]?.done ?? words.name;
      return showRecord(asked, record, toast("success", `${done}${toldLater(asked, kit, step)}`));
    }
    case "repeated":
      return showRecord(asked, record, toast("info", recordText(locale).alreadyDone));
    case "exists":
      return showExisting(asked, kit, record, typed);
    case "refused": {
      const problem = refusalText(kit, outcome.refusal, person.locale);
      const { offers } = await recordViewOf(deps, record, person);
      if (formGroups({ kit, offers }).some((group) => group.includes(step)) && Object.keys(typed).length > 0)
        return showForm(asked, record, step, { typed, problem });
      return showKept(asked, record, typed, toast("warning", problem));
    }
  }
}

/** When a step taken outside working hours will be announced; "" within them or without receivers. */
function toldLater({ deps, person }: Asked, { definition }: ProcedureKit, step: string): string {
  const now = deps.clock.now();
  const at = quietUntil(now);
  if (at <= now || definition.steps[step]?.tells.length === 0) return "";
  return recordText(person.locale).toldLater(momentName(at, person.locale));
}

async function showForm(
  asked: Asked,
  record: ProcedureRecord,
  step: string,
  again?: Again,
): Promise<CardAnswer> {
  const { deps, person } = asked;
  const view = await recordViewOf(deps, record, person);
  const card = await drawStepForm(deps, view, step, again);
  if (!card) return showRecord(asked, record, toast("info", recordText(person.locale).refused.wrong_state));
  const say = again?.problem === undefined ? {} : { say: toast("warning", again.problem) };
  const stands = { kind: "record", subject: record.id } as const;
  return show(asked, card, { view: `form ${step}`, stands, ...say });
}

/** Shows the record on the pressed card; a person who may not see it gets only a message. */
export async function showRecord(
  asked: Asked,
  record: ProcedureRecord,
  say?: CardAnswer,
): Promise<CardAnswer> {
  const card = recordCard(await recordViewOf(asked.deps, record, asked.person));
  const stands = { kind: "record", subject: record.id } as const;
  return show(asked, card, { view: "overview", stands, ...(say ? { say } : {}) });
}

function show({ deps, event, person, ahead }: Asked, card: Card, as: Omit<Shown, "card">) {
  return showPrivately(deps, event, person, { card, ...as }, ahead.place);
}

/** The cause of a step taken by a press. */
export function causeOf({ event, person }: Asked) {
  return {
    actor: person,
    inbox: [`event:${event.eventId}`],
    pressedMessageId: event.callback.messageId,
  };
}
