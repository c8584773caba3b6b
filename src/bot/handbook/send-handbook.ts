import { commit } from "../../../db/commit.ts";
import type { OutboxEntry } from "../../../db/outbox.ts";
import type { Deps } from "../../deps.ts";
import { enqueueFile } from "../sending/enqueue-message.ts";

const NAME = "十镇通使用手册.pdf";

/** Uploads the handbook and queues it for whoever asked, once. `read`: the file; null where it is not installed. */
export function handbookSender(read: () => Promise<Uint8Array | null>) {
  return async (deps: Deps, { id, to, cause }: OutboxEntry): Promise<void> => {
    const bytes = await read();
    if (!bytes) return;
    const now = deps.clock.now();
    const key = await deps.feishu.uploadFile(NAME, bytes);
    const file = enqueueFile({ openId: to }, key, `${cause} file`, NAME, now);
    await commit(deps.db, { audit: null, inbox: [`handbook:${id}`], outbox: [file] }, now);
  };
}
