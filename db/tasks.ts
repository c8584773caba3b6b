import { and, asc, count, eq, inArray, isNotNull, ne, or, sql } from "drizzle-orm";
import type { Addressee, Task, TaskStatus } from "../src/domain/task/task.ts";
import type { Write } from "./commit.ts";
import type { Db } from "./open.ts";
import { task, taskEvidence, taskRevision } from "./task-schema.ts";

export type TaskEvidence = typeof taskEvidence.$inferSelect;

/** Filter; omitted fields match all. `to`: any of these addressees. */
export type TaskFilter = {
  kind?: Task["kind"];
  year?: number;
  statuses?: TaskStatus[];
  to?: Addressee[];
  ids?: string[];
};

export async function findTask(db: Db, id: string): Promise<Task | null> {
  const [row] = await db.select({ doc: task.doc }).from(task).where(eq(task.id, id)).limit(1);
  return row?.doc ?? null;
}

/** Tasks by due day, the earliest first. */
export async function listTasks(db: Db, filter: TaskFilter = {}): Promise<Task[]> {
  const { kind, year, statuses, to, ids } = filter;
  const rows = await db
    .select({ doc: task.doc })
    .from(task)
    .where(
      and(
        kind ? eq(task.kind, kind) : undefined,
        year ? eq(task.year, year) : undefined,
        statuses ? inArray(task.status, statuses) : undefined,
        ids ? inArray(task.id, ids) : undefined,
        to
          ? or(sql`0`, ...to.map((one) => and(eq(task.toKind, one.kind), eq(task.toSlug, one.slug))))
          : undefined,
      ),
    )
    .orderBy(asc(task.due), asc(task.id));
  return rows.map((row) => row.doc);
}

/** Stores a task's next revision. A second writer of the same revision causes a `Conflict` on task_revision. */
export function saveTask(db: Db, doc: Task, by: string, now: number): Write[] {
  const row = {
    kind: doc.kind,
    year: doc.year,
    toKind: doc.to.kind,
    toSlug: doc.to.slug,
    due: doc.due,
    status: doc.status,
    revision: doc.revision,
    doc,
    updatedAt: now,
  };
  return [
    db
      .insert(task)
      .values({ id: doc.id, ...row })
      .onConflictDoUpdate({ target: task.id, set: row }),
    db.insert(taskRevision).values({ task: doc.id, revision: doc.revision, at: now, by, doc }),
  ];
}

/** The number of photos and files of each task, including those still being downloaded. */
export async function evidenceCounts(
  db: Db,
  tasks: string[],
): Promise<Map<string, { images: number; files: number }>> {
  const counts = new Map(tasks.map((id) => [id, { images: 0, files: 0 }]));
  if (tasks.length === 0) return counts;
  const rows = await db
    .select({ task: taskEvidence.task, kind: taskEvidence.kind, n: count() })
    .from(taskEvidence)
    .where(inArray(taskEvidence.task, tasks))
    .groupBy(taskEvidence.task, taskEvidence.kind);
  for (const row of rows) {
    const of = counts.get(row.task);
    if (of) of[row.kind === "image" ? "images" : "files"] = row.n;
  }
  return counts;
}

export async function findTaskEvidence(db: Db, id: string): Promise<TaskEvidence | null> {
  const [row] = await db.select().from(taskEvidence).where(eq(taskEvidence.id, id)).limit(1);
  return row ?? null;
}

export function putTaskEvidence(db: Db, row: typeof taskEvidence.$inferInsert): Write {
  const { id, ...rest } = row;
  return db.insert(taskEvidence).values(row).onConflictDoUpdate({ target: taskEvidence.id, set: rest });
}

/** Stores the result of a download. */
export function putTaskDownloaded(
  db: Db,
  id: string,
  found: Pick<TaskEvidence, "kind" | "url" | "sha256" | "size">,
): Write {
  return db.update(taskEvidence).set(found).where(eq(taskEvidence.id, id));
}

export function removeTaskEvidence(db: Db, id: string): Write {
  return db.delete(taskEvidence).where(eq(taskEvidence.id, id));
}

/** Another file of any task with the same bytes: the same photo sent twice. */
export async function sameTaskBytes(db: Db, sha256: string, exceptId: string): Promise<TaskEvidence | null> {
  const [row] = await db
    .select()
    .from(taskEvidence)
    .where(and(eq(taskEvidence.sha256, sha256), ne(taskEvidence.id, exceptId), isNotNull(taskEvidence.url)))
    .orderBy(asc(taskEvidence.at))
    .limit(1);
  return row ?? null;
}
