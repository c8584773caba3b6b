import * as z from "zod";
import { parseJson } from "../../parse-json.ts";
import { type Answer, type Call, refuse, refused, success } from "../answer.ts";
import { readFields } from "../read-fields.ts";
import { findGroup } from "./find-group.ts";

const bodySchema = z.object({
  revision: z.union([z.string(), z.number()]),
  requests: z.array(z.string()).min(1),
});

/**
 * GET /im/v1/chats/:id/announcement: a group without one has an empty document at revision 0. Times in
 * seconds.
 */
export function getAnnouncement(call: Call<"store">): Answer {
  const found = findGroup(call);
  if (!found.ok) return refused(found.refusal);
  const { announcement } = found.chat;
  const by = announcement?.by ?? call.app.app_id;
  return success({
    content: JSON.stringify({ body: { blocks: (announcement?.requests ?? []).map(parseJson) } }),
    revision: String(announcement?.revision ?? 0),
    create_time: seconds(announcement?.create_time),
    update_time: seconds(announcement?.update_time),
    owner_id_type: "app_id",
    owner_id: by,
    modifier_id_type: "app_id",
    modifier_id: by,
  });
}

/**
 * PATCH /im/v1/chats/:id/announcement: applies change requests based on a given revision; an outdated
 * revision is refused.
 */
export function patchAnnouncement(call: Call<"clock" | "store">): Answer {
  const body = readFields(bodySchema, call.body);
  if (!body.ok) return refused(body.refusal);
  const found = findGroup(call);
  if (!found.ok) return refused(found.refusal);
  const { chat } = found;
  const { store, clock } = call.sandbox;
  const { requests, revision } = body.fields;
  const now = clock.now();
  const before = chat.announcement;
  if (Number(revision) !== (before?.revision ?? 0)) return refuse(232018, "revision is not the newest");
  if (requests.some((one) => parseJson(one) === undefined)) return refuse(232001, "requests are not JSON");
  store.putChat({
    ...chat,
    announcement: {
      revision: Number(revision) + 1,
      requests: [...(before?.requests ?? []), ...requests],
      create_time: before?.create_time ?? now,
      update_time: now,
      by: call.app.app_id,
    },
  });
  return success({});
}

function seconds(ms: number | undefined): string {
  return ms === undefined ? "0" : String(Math.floor(ms / 1000));
}
