import type { Person } from "../people.ts";
import type { Programme } from "../programme.ts";
import { checkDraft, type DraftProblem } from "./draft.ts";
import type { Task, TaskDraft } from "./task.ts";
import { mayPropose } from "./who.ts";

// How a task begins: somebody puts it forward, somebody else agrees to it.

export type Proposal =
  /** `unchanged`: it stands already, just so. */
  | { ok: true; task: Task; unchanged: boolean }
  | { ok: false; reason: "not_yours" | "agreed_already" }
  | { ok: false; reason: "problems"; problems: DraftProblem[] };

/**
 * Puts a task forward, or puts forward anew one that was not agreed to (`before`). A 督办 item of the city office itself
 * needs nobody's agreement: it is open at once. What is agreed to already is not changed this way.
 */
export function propose(
  draft: TaskDraft,
  id: string,
  before: Task | null,
  actor: Person,
  now: number,
  programme: Programme,
): Proposal {
  if (!mayPropose(actor, draft, programme)) return { ok: false, reason: "not_yours" };
  const problems = checkDraft(draft, programme);
  if (problems.length > 0) return { ok: false, reason: "problems", problems };
  if (before && sameDraft(before, draft)) return { ok: true, task: before, unchanged: true };
  if (before && before.status !== "proposed" && before.status !== "withdrawn")
    return { ok: false, reason: "agreed_already" };
  const event = { kind: "propose", by: actor.openId, name: actor.name, at: now, words: "" } as const;
  const task: Task = {
    ...draft,
    id,
    title: draft.title.trim(),
    year: Number(draft.due.slice(0, 4)),
    status: draft.kind === "supervision" && actor.role === "city_office" ? "open" : "proposed",
    percent: 0,
    extension: null,
    blocked: null,
    movedAt: null,
    reopened: 0,
    revision: (before?.revision ?? 0) + 1,
    log: [...(before?.log ?? []), event],
  };
  return { ok: true, task, unchanged: false };
}

/** Whether a task is what the draft says, but for dates an extension has moved since. */
function sameDraft(task: Task, draft: TaskDraft): boolean {
  const extended = task.log.some(({ kind }) => kind === "grant_extension" || kind === "reopen");
  const plain = ({
    to,
    area,
    item,
    title,
    ownerPost,
    weight,
    start,
    due,
    steps,
    evidenceNeeded,
  }: TaskDraft) =>
    JSON.stringify([
      to.kind,
      to.slug,
      area,
      item,
      title.trim(),
      ownerPost,
      weight,
      start,
      evidenceNeeded,
      extended ? "" : due,
      extended ? "" : steps.map((step) => [step.name, step.due, step.share]),
    ]);
  return plain(task) === plain(draft);
}
