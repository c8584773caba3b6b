import { printValue, recordTitle } from "../../../cards/record/facts.ts";
import { wordsOfKits } from "../../../cards/record/record-words.ts";
import { refusalText } from "../../../cards/record/refusal.ts";
import { stateName } from "../../../cards/record/state-name.ts";
import { formGroups } from "../../../cards/record/steps.ts";
import { noticeText } from "../../../cards/text/notices.ts";
import { recordText } from "../../../cards/text/record.ts";
import type { CardMessage } from "../../../db/cards.ts";
import { commit, type OutboxRow } from "../../../db/commit.ts";
import { findRecord } from "../../../db/records.ts";
import type { Write } from "../../../db/written.ts";
import type { Deps } from "../../deps.ts";
import { quarterAt } from "../../domain/calendar/period.ts";
import { type Reply, stateOf, takesEvidence } from "../../domain/procedure/definition.ts";
import { holds } from "../../domain/procedure/posts.ts";
import type { ProcedureRecord } from "../../domain/procedure/record.ts";
import type { Person } from "../../domain/programme/people.ts";
import { townBySlug } from "../../domain/programme/programme.ts";
import { understand } from "../../domain/question/understand.ts";
import type { IncomingMessage } from "../../feishu/message-event.ts";
import { cardsAbove } from "../sending/addressed.ts";
import { enqueueCard, enqueueLiving, enqueueText } from "../sending/enqueue-message.ts";
import { type Attached, keptFor, partsOf, unusedParts } from "./attached.ts";
import { kitFor, recordViewOf } from "./record-view.ts";
import type { Beside } from "./save-steps.ts";
import { drawStepForm } from "./step-form.ts";
import { takeStep } from "./take-step.ts";

type Received = {
  deps: Deps;
  person: Person;
  message: IncomingMessage;
  inbox: string[];
  record: ProcedureRecord;
  attached: Attached[];
};

/**
 * Handles text, photos or files in reply to a record's card, if the procedure interprets them as a step of
 * this sender: the step is taken, or its form is shown with what was read. Returns whether the reply was
 * handled; any other reply is an ordinary message.
 */
export async function replyToRecord(
  deps: Deps,
  person: Person,
  message: IncomingMessage,
  eventId: string,
): Promise<boolean> {
  const quoted = (await cardsAbove(deps, message)).find(({ kind }) => kind === "record");
  const record = quoted ? await findRecord(deps.db, quoted.subject) : null;
  const { text, attached } = partsOf(message);
  if (!record || !quoted) return false;
  const inbox = [`event:${eventId}`, `message:${message.messageId}`];
  const received: Received = { deps, person, message, inbox, record, attached };
  if (text === "" && attached.length === 0)
    return message.content.kind === "text" && showAgain(received, quoted);
  const reply = readReply(received, text);
  if (!reply) return keepAlone(received);
  if (!isTheirs(received, reply.step)) return false;
  if (reply.loose && attached.length === 0 && asksSomething(received, text)) return false;
  if (reply.asks === undefined) await take(received, reply);
  else
    await askBack(
      received,
      reply,
      reply.asks === "" ? undefined : recordText(person.locale).doubtful(reply.asks),
    );
  return true;
}

/**
 * The step meant by the text; photos or files without a step in the text mean the procedure's step for
 * evidence.
 */
function readReply({ deps, record, attached }: Received, text: string): Reply | null {
  const { definition } = kitFor(deps, record);
  const read = text === "" ? null : (definition.reply?.(text, record, deps.programme) ?? null);
  if (read || attached.length === 0 || definition.shows === undefined) return read;
  return { step: definition.shows, typed: { words: text } };
}

/** A card quoted without a word is shown anew to whoever it was sent to. */
async function showAgain(received: Received, { openId, subject }: CardMessage): Promise<boolean> {
  const { deps, person, message } = received;
  if (openId !== person.openId) return false;
  const { cardFallback } = noticeText[person.locale];
  const living = { kind: "record", subject } as const;
  const cause = `answer ${message.messageId}`;
  await store(received, [enqueueLiving({ openId }, living, cause, cardFallback, deps.clock.now())]);
  return true;
}

/** Stores photos and files for a later step, whose form counts them. */
async function keepAlone(received: Received): Promise<boolean> {
  const { deps, record, attached, person } = received;
  const kit = kitFor(deps, record);
  const { steps } = kit.definition;
  const asking = Object.keys(steps).filter((step) =>
    Object.values(steps[step]?.asks ?? {}).some(({ kind }) => kind === "evidence"),
  );
  if (attached.length === 0 || !asking.some((step) => isTheirs(received, step))) return false;
  const taken = asking.some((step) => steps[step]?.from.includes(record.state));
  if (stateOf(kit.definition, record.state).ends && !taken) {
    const title = recordTitle({ programme: deps.programme, kit, record, locale: person.locale });
    const state = stateName(kit, record, person.locale);
    await store(received, [say(received, recordText(person.locale).keptNoMore(title, state))]);
    return true;
  }
  const { writes, outbox } = keptFor(received);
  await store(received, outbox, writes);
  return true;
}

function isTheirs({ deps, person, record }: Received, step: string): boolean {
  const who = kitFor(deps, record).definition.steps[step]?.who ?? [];
  return who.some((post) => holds(person, post, record, deps.programme));
}

/** Whether the text is a question, which is answered like any other. */
function asksSomething({ deps, person }: Received, text: string): boolean {
  const own = person.role === "town_official" ? townBySlug(deps.programme, person.area) : undefined;
  const period = quarterAt(deps.clock.now());
  const records = wordsOfKits(deps.procedures);
  const { kind } = understand(text, deps.programme, { period, records, ...(own ? { own } : {}) });
  // What is to be done is said of the record that is quoted.
  return kind !== "unknown" && kind !== "action";
}

/**
 * Takes the step with its attachments; after a refusal the attachments are kept and the form is shown again.
 */
async function take(received: Received, { step, typed }: Pick<Reply, "step" | "typed">): Promise<void> {
  const { deps, person, record, inbox, attached } = received;
  const kit = kitFor(deps, record);
  const beside = (after: ProcedureRecord, before: ProcedureRecord | null): Beside => {
    const kept = keptFor(received);
    const said = receipt(received, step, after, before);
    return { writes: kept.writes, outbox: [...kept.outbox, ...(said === "" ? [] : [say(received, said)])] };
  };
  const outcome = await takeStep(deps, { actor: person, inbox, beside }, { id: record.id, step }, typed);
  if (outcome.kind !== "refused") return;
  const problem = refusalText(kit, outcome.refusal, person.locale);
  const view = await recordViewOf(deps, record, person);
  const asks = formGroups(view).some((group) => group.includes(step));
  if (asks && step !== kit.definition.shows) return askBack(received, { step, typed }, problem);
  if (attached.length > 0 && kit.definition.shows !== undefined && step !== kit.definition.shows)
    return take(received, { step: kit.definition.shows, typed: {} });
  await store(received, [say(received, problem)]);
}

/** The immediate answer; the receipt of a photo follows when it is stored. */
function receipt(
  { deps, person: { locale }, attached }: Received,
  step: string,
  after: ProcedureRecord,
  before: ProcedureRecord | null,
): string {
  const kit = kitFor(deps, after);
  const { programme } = deps;
  if (step === kit.definition.shows && attached.length > 0) return "";
  const words = kit.words[locale].steps[step];
  const valueIn = (record: ProcedureRecord) => (field: string) =>
    printValue({ programme, kit, locale }, field, record.data, record);
  return words?.receipt?.(valueIn(after), valueIn(before ?? after)) ?? words?.done ?? "";
}

/** Shows the step's form with what was read so far. Attachments are stored first. */
async function askBack(
  received: Received,
  { step, typed }: Pick<Reply, "step" | "typed">,
  problem?: string,
): Promise<void> {
  const { deps, person, record, inbox, attached } = received;
  const { definition } = kitFor(deps, record);
  const { shows } = definition;
  if (attached.length === 0 || shows === undefined) {
    const kept = takesEvidence(definition) ? keptFor(received) : { writes: [], outbox: [] };
    const form = await formFor(received, record, step, typed, problem);
    return store(received, [...kept.outbox, form], kept.writes);
  }
  const beside = async (after: ProcedureRecord): Promise<Beside> => {
    const kept = keptFor(received);
    return {
      writes: kept.writes,
      outbox: [...kept.outbox, await formFor(received, after, step, typed, problem)],
    };
  };
  await takeStep(deps, { actor: person, inbox, beside }, { id: record.id, step: shows }, { words: "" });
}

async function formFor(
  received: Received,
  record: ProcedureRecord,
  step: string,
  typed: Record<string, unknown>,
  problem?: string,
): Promise<OutboxRow> {
  const { deps, person, message } = received;
  const view = await recordViewOf(deps, record, person);
  const card = await drawStepForm(deps, view, step, { typed, ...(problem ? { problem } : {}) });
  if (!card) return say(received, refusalText(view.kit, { reason: "wrong_state" }, person.locale));
  const state = stateName(view.kit, record, person.locale);
  const fallback = recordText(person.locale).fallback(recordTitle(view), state);
  const stands = { kind: "record", subject: record.id, view: `form ${step}` } as const;
  return enqueueCard(
    receiver(received),
    card,
    `answer ${message.messageId}`,
    fallback,
    deps.clock.now(),
    stands,
  );
}

/** Answers without changing the record; a repeated delivery is answered once. */
async function store(
  { deps, person, message, inbox, record }: Received,
  outbox: OutboxRow[],
  writes: Write[] = [],
): Promise<void> {
  const audit = { actor: person.openId, kind: "message.record", subject: message.messageId };
  const touched = writes.length > 0 ? [`record ${record.id}`] : [];
  const unused = unusedParts(deps, person, message).filter(({ id }) => outbox.every((row) => row.id !== id));
  await commit(deps.db, { audit, inbox, outbox: [...outbox, ...unused], writes, touched }, deps.clock.now());
}

/** Quotes the reply, so that whoever quotes this answer is still under the record's card. */
function say({ deps, message }: Received, text: string): OutboxRow {
  const to = { replyTo: message.messageId };
  return enqueueText(to, text, `answer ${message.messageId}`, deps.clock.now());
}

function receiver({ message, person }: Received): { replyTo: string } | { openId: string } {
  return message.chatType === "group" ? { replyTo: message.messageId } : { openId: person.openId };
}
