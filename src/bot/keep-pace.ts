import { noticeText } from "../../cards/text/notices.ts";
import { commit } from "../../db/commit.ts";
import type { Deps } from "../deps.ts";
import type { Locale } from "../domain/programme/people.ts";
import { Postponed } from "./pace.ts";
import { enqueueText } from "./sending/enqueue-message.ts";

/**
 * Throws `Postponed` for a message or tap beyond the person's limit of a minute: it stays stored, and is
 * answered later. The first one is told in words.
 */
export async function keepPace(deps: Deps, openId: string, locale: Locale): Promise<void> {
  const pace = (await deps.pace?.(openId)) ?? "within";
  if (pace === "within") return;
  if (pace === "first_beyond") {
    const now = deps.clock.now();
    const said = enqueueText({ openId }, noticeText[locale].messagesWait, `pace ${openId} ${now}`, now);
    await commit(
      deps.db,
      { audit: { actor: openId, kind: "person.paced", subject: openId }, outbox: [said] },
      now,
    );
  }
  throw new Postponed("more in a minute than is taken");
}
