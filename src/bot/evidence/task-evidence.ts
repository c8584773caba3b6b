import { taskStepText } from "../../../cards/text/task-steps.ts";
import { commit } from "../../../db/commit.ts";
import {
  findTask,
  findTaskEvidence,
  putTaskDownloaded,
  removeTaskEvidence,
  sameTaskBytes,
} from "../../../db/tasks.ts";
import type { Deps } from "../../deps.ts";
import { personOf } from "../roster/people.ts";
import { enqueueText } from "../sending/enqueue-message.ts";
import { refusedFile, storeFile } from "./stored-file.ts";

/** Downloads one photo or file shown for a task and tells its sender where it was kept. Doing it again does nothing. */
export async function fetchTaskEvidence(deps: Deps, id: string): Promise<void> {
  const row = await findTaskEvidence(deps.db, id);
  if (!row || row.url) return;
  const stored = await storeFile(deps, row);
  const now = deps.clock.now();
  const touched = [`task ${row.task}`];
  if (!stored.ok) {
    const audit = { actor: row.by, kind: "evidence.refused", subject: row.task, detail: { why: stored.why } };
    const outbox = [await refusedFile(deps, row, stored.why)];
    return commit(deps.db, { audit, writes: [removeTaskEvidence(deps.db, id)], outbox, touched }, now);
  }
  const { file } = stored;
  const text = taskStepText((await personOf(deps, row.by))?.locale ?? "zh-CN");
  const title = (await findTask(deps.db, row.task))?.title ?? "";
  const again = await sameTaskBytes(deps.db, file.sha256, id);
  const said = again ? text.savedAgain(title) : text.saved(title);
  const { sha256, size } = file;
  await commit(
    deps.db,
    {
      audit: { actor: row.by, kind: "evidence.stored", subject: row.task, detail: { sha256, size } },
      writes: [putTaskDownloaded(deps.db, id, file)],
      outbox: [enqueueText({ replyTo: row.messageId }, said, `evidence ${id}`, now)],
      touched,
    },
    now,
  );
}
