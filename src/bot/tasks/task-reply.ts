import { taskFormCard } from "../../../cards/task/form.ts";
import { taskFormText } from "../../../cards/text/task-forms.ts";
import { taskStepText } from "../../../cards/text/task-steps.ts";
import { findCard } from "../../../db/cards.ts";
import { commit, type OutboxRow, type Write } from "../../../db/commit.ts";
import { findTask, putTaskEvidence } from "../../../db/tasks.ts";
import type { Deps } from "../../deps.ts";
import { formatPercent } from "../../domain/numbers.ts";
import type { Person } from "../../domain/people.ts";
import { quarterAt } from "../../domain/period.ts";
import type { Command } from "../../domain/task/command.ts";
import { type ReplyReading, readReply } from "../../domain/task/read-reply.ts";
import type { Task } from "../../domain/task/task.ts";
import { answersFor } from "../../domain/task/who.ts";
import { understand } from "../../domain/understand.ts";
import type { IncomingMessage } from "../../feishu/message-event.ts";
import { fetchRow } from "../evidence/enqueue-download.ts";
import { enqueueCard, enqueueText } from "../sending/enqueue-message.ts";
import { changeTask } from "./task-change.ts";
import { taskViewOf } from "./task-view.ts";

type Attached = { key: string; kind: "image" | "file"; name: string };
type Heard = { deps: Deps; person: Person; message: IncomingMessage; inbox: string[]; task: Task };
type FormStep = "progress" | "request_extension";

/**
 * A reply to a task's card by somebody who answers for it: progress (已完成80%), photos and files, more time asked for,
 * 签收. Answers whether it was one; then everything it led to is stored.
 */
export async function replyToTask(
  deps: Deps,
  person: Person,
  message: IncomingMessage,
  eventId: string,
): Promise<boolean> {
  const quoted = message.parentId ? await findCard(deps.db, message.parentId) : null;
  const task = quoted?.kind === "task" ? await findTask(deps.db, quoted.subject) : null;
  if (!task || !answersFor(person, task.to)) return false;
  const { text, attached } = partsOf(message);
  if (text === "" && attached.length === 0) return false;
  const heard: Heard = {
    deps,
    person,
    message,
    task,
    inbox: [`event:${eventId}`, `message:${message.messageId}`],
  };
  const reading = text === "" ? null : readReply(text, task.due, deps.programme);
  const isQuestion = reading?.kind === "words" && attached.length === 0 && asksSomething(heard, text);
  if (isQuestion) return false;
  await act(heard, reading, attached);
  return true;
}

/** A question is answered as any other is. */
function asksSomething({ deps, person }: Heard, text: string): boolean {
  const own = deps.programme.towns.find(
    ({ slug }) => person.role === "town_official" && slug === person.area,
  );
  const period = quarterAt(deps.clock.now());
  return understand(text, deps.programme, { period, ...(own ? { own } : {}) }).kind !== "unknown";
}

async function act(heard: Heard, reading: ReplyReading | null, attached: Attached[]): Promise<void> {
  switch (reading?.kind) {
    case "doubtful": {
      const problem = taskFormText(heard.person.locale).doubtful(reading.raw);
      return offerForm(heard, attached, "progress", { percent: "", words: reading.words }, problem);
    }
    case "extension": {
      const typed = { to: reading.to, reason: reading.words };
      return offerForm(heard, attached, "request_extension", typed);
    }
    case "progress": {
      const { percent, words } = reading;
      return take(heard, attached, { kind: "progress", percent, words });
    }
    case "sign":
      return take(heard, attached, { kind: "sign" });
    default:
      return take(heard, attached, { kind: "show", words: reading?.words ?? "" });
  }
}

/** Takes the step, with what is attached; what is refused for its figure is asked again, photos kept all the same. */
async function take(
  heard: Heard,
  attached: Attached[],
  command: Extract<Command, { kind: "progress" | "sign" | "show" }>,
): Promise<void> {
  const { deps, person, task, inbox } = heard;
  const text = taskStepText(person.locale);
  const changed = await changeTask(deps, task.id, command, { actor: person, inbox }, (after, before) => {
    const { writes, outbox } = kept(heard, attached);
    const said = saidOf(heard, command, after, before, attached.length);
    return {
      writes,
      outbox: [
        ...outbox,
        ...(said === "" ? [] : [enqueueText(receiver(heard), said, cause(heard), now(heard))]),
      ],
    };
  });
  if (changed.kind !== "refused") return;
  const problem = text.refused[changed.refusal];
  if (command.kind === "progress" && task.status === "open")
    return offerForm(
      heard,
      attached,
      "progress",
      { percent: formatPercent(command.percent), words: command.words },
      problem,
    );
  if (attached.length > 0 && command.kind !== "show")
    return take(heard, attached, { kind: "show", words: "" });
  await store(heard, [enqueueText(receiver(heard), problem, cause(heard), now(heard))]);
}

/** What is said back at once; a photo's own receipt follows when it is stored. */
function saidOf({ person }: Heard, command: Command, after: Task, before: Task, attached: number): string {
  const text = taskStepText(person.locale);
  if (command.kind === "progress")
    return text.recorded(formatPercent(after.percent), formatPercent(before.percent));
  if (command.kind === "sign") return text.done.sign;
  return attached > 0 ? "" : text.recordedWords;
}

/** The step's form with what was read already in it. What is attached is kept first. */
async function offerForm(
  heard: Heard,
  attached: Attached[],
  step: FormStep,
  typed: Record<string, string>,
  problem?: string,
): Promise<void> {
  const { deps, person, task, inbox } = heard;
  const form = async (at: Task): Promise<OutboxRow> => {
    const view = await taskViewOf(deps, at, person);
    const text = taskStepText(person.locale);
    if (!view.offers.includes(step)) {
      const why = at.extension && step === "request_extension" ? "extension_pending" : "wrong_status";
      return enqueueText(receiver(heard), text.refused[why], cause(heard), now(heard));
    }
    const card = taskFormCard({ ...view, step, typed, ...(problem ? { problem } : {}) });
    const stands = { kind: "task", subject: task.id, view: `form ${step}` } as const;
    return enqueueCard(receiver(heard), card, cause(heard), text.fallback(task.title), now(heard), stands);
  };
  if (attached.length === 0) return store(heard, [await form(task)]);
  const show: Command = { kind: "show", words: "" };
  await changeTask(deps, task.id, show, { actor: person, inbox }, async (after) => {
    const { writes, outbox } = kept(heard, attached);
    return { writes, outbox: [...outbox, await form(after)] };
  });
}

/** What a message brought, to be downloaded, and filed under the task. */
function kept(
  { deps, person, message, task }: Heard,
  attached: Attached[],
): { writes: Write[]; outbox: OutboxRow[] } {
  const at = deps.clock.now();
  const rows = attached.map(({ key, kind, name }) => ({
    id: `${message.messageId}/${key}`,
    task: task.id,
    messageId: message.messageId,
    fileKey: key,
    kind,
    name,
    by: person.openId,
    at,
  }));
  return {
    writes: rows.map((row) => putTaskEvidence(deps.db, row)),
    outbox: rows.map(({ id }) => fetchRow(id, task.id, at)),
  };
}

/** Says something without changing the task. The same message twice is answered once. */
async function store({ deps, person, message, inbox }: Heard, outbox: OutboxRow[]): Promise<void> {
  const audit = { actor: person.openId, kind: "message.task", subject: message.messageId };
  await commit(deps.db, { audit, inbox, outbox }, deps.clock.now());
}

function partsOf({ content }: IncomingMessage): { text: string; attached: Attached[] } {
  switch (content.kind) {
    case "text":
      return { text: content.text.trim(), attached: [] };
    case "post": {
      const attached = content.imageKeys.map((key): Attached => ({ key, kind: "image", name: "" }));
      return { text: content.text.trim(), attached };
    }
    case "image":
      return { text: "", attached: [{ key: content.imageKey, kind: "image", name: "" }] };
    case "file":
      return { text: "", attached: [{ key: content.fileKey, kind: "file", name: content.fileName }] };
    case "other":
      return { text: "", attached: [] };
  }
}

function receiver({ message, person }: Heard): { replyTo: string } | { openId: string } {
  return message.chatType === "group" ? { replyTo: message.messageId } : { openId: person.openId };
}

function cause({ message }: Heard): string {
  return `task reply ${message.messageId}`;
}

function now({ deps }: Heard): number {
  return deps.clock.now();
}
