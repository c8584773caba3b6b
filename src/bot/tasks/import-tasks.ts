import { Conflict } from "../../../db/commit.ts";
import { causeId } from "../../../db/outbox.ts";
import { listTasks } from "../../../db/tasks.ts";
import type { Deps } from "../../deps.ts";
import type { Person } from "../../domain/people.ts";
import type { DraftProblem } from "../../domain/task/draft.ts";
import { propose } from "../../domain/task/propose.ts";
import { type Task, type TaskDraft, taskKey } from "../../domain/task/task.ts";
import { townOfficials } from "../roster/people.ts";
import { saveTasks } from "./task-change.ts";
import type { TaskChange } from "./task-step.ts";

export type ImportProblem = {
  line: number;
} /** Agreed to already: an extension or a withdrawal changes it, not a file. */ & (
  | { reason: "agreed_already" }
  /** The town has nobody in the roster who could take it on. */
  | { reason: "nobody" }
  | { reason: "problems"; problems: DraftProblem[] }
);
export type ImportedTasks =
  | { ok: true; added: Task[]; changed: Task[]; unchanged: number }
  | { ok: false; problems: ImportProblem[] };

/** A county may countersign the very task that is imported. */
const TRIES = 20;

/**
 * Puts a file's year tasks forward, all or none, for their counties to countersign on one card each; with `dryRun` only
 * says what would change. The same file again changes nothing.
 */
export async function importTasks(
  deps: Deps,
  rows: Array<{ line: number; draft: TaskDraft }>,
  actor: Person,
  dryRun: boolean,
): Promise<ImportedTasks> {
  for (let attempt = 1; ; attempt += 1) {
    const planned = await plan(deps, rows, actor);
    if (!planned.ok) return planned;
    const { changes, unchanged } = planned;
    const added = changes.filter(({ before }) => before === null).map(({ after }) => after);
    const changed = changes.filter(({ before }) => before !== null).map(({ after }) => after);
    const outcome: ImportedTasks = { ok: true, added, changed, unchanged };
    if (dryRun || changes.length === 0) return outcome;
    try {
      await saveTasks(deps, changes, { actor, inbox: [] });
      return outcome;
    } catch (error) {
      if (!(error instanceof Conflict) || attempt >= TRIES) throw error;
    }
  }
}

type Planned =
  | { ok: true; changes: TaskChange[]; unchanged: number }
  | { ok: false; problems: ImportProblem[] };

async function plan(
  deps: Deps,
  rows: Array<{ line: number; draft: TaskDraft }>,
  actor: Person,
): Promise<Planned> {
  const now = deps.clock.now();
  const ids = rows.map(({ draft }) => idOf(draft));
  const [known, staffed] = await Promise.all([
    listTasks(deps.db, { kind: "plan" }),
    staffedTowns(deps, rows),
  ]);
  const before = new Map(known.filter(({ id }) => ids.includes(id)).map((task) => [task.id, task]));
  const problems: ImportProblem[] = [];
  const changes: TaskChange[] = [];
  for (const [i, { line, draft }] of rows.entries()) {
    const id = ids[i] ?? "";
    const old = before.get(id) ?? null;
    const proposal = propose(draft, id, old, actor, now, deps.programme);
    if (!staffed.has(draft.to.slug)) problems.push({ line, reason: "nobody" });
    if (!proposal.ok && proposal.reason === "not_yours") throw new Error("an import is the city office's");
    if (!proposal.ok)
      problems.push(
        proposal.reason === "problems"
          ? { line, reason: "problems", problems: proposal.problems }
          : { line, reason: "agreed_already" },
      );
    else if (!proposal.unchanged) changes.push({ before: old, after: proposal.task });
  }
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, changes, unchanged: rows.length - changes.length };
}

/** Towns with somebody in the roster who answers for a task. */
async function staffedTowns(deps: Deps, rows: Array<{ draft: TaskDraft }>): Promise<Set<string>> {
  const slugs = [...new Set(rows.map(({ draft }) => draft.to.slug))];
  const officials = await Promise.all(slugs.map((slug) => townOfficials(deps, slug)));
  return new Set(slugs.filter((_, i) => (officials[i]?.length ?? 0) > 0));
}

/** The same task of the same year is the same record, whoever imports it. */
function idOf(draft: TaskDraft): string {
  return causeId(`plan ${taskKey(draft)}`).slice(0, 16);
}
