import type { Db } from "../../../db/open.ts";
import { listRecords, type RecordFilter } from "../../../db/records.ts";
import { TASK_PROCEDURES, type Task, taskOf } from "../../domain/task/task.ts";

/** Year tasks and 督办 items as lights, scores and digests read them; of one town, or some alone, where the filter says. */
export async function findTasks(db: Db, filter: RecordFilter = {}): Promise<Task[]> {
  return (await listRecords(db, { procedures: TASK_PROCEDURES, ...filter })).map(taskOf);
}
