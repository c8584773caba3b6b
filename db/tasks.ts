import { TASK_PROCEDURES, type Task, taskOf } from "../src/domain/task/task.ts";
import type { Db } from "./open.ts";
import { listRecords, type RecordFilter } from "./records.ts";

/** Year tasks and 督办 items as lights, scores and digests read them; of one town, or some alone, where the filter says. */
export async function findTasks(db: Db, filter: RecordFilter = {}): Promise<Task[]> {
  return (await listRecords(db, { procedures: TASK_PROCEDURES, ...filter })).map(taskOf);
}
