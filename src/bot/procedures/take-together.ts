import { kitOf } from "../../../cards/record/kit.ts";
import { refusalText } from "../../../cards/record/refusal.ts";
import { noticeText } from "../../../cards/text/notices.ts";
import { recordText } from "../../../cards/text/record.ts";
import { take } from "../../domain/procedure/take.ts";
import { type CardAnswer, toast } from "../sending/card-answer.ts";
import type { Press } from "../sending/press.ts";
import { offeredIn, recordsOf, seenOf, showList } from "./lists.ts";
import { type Change, saveSteps } from "./save-steps.ts";

/** Takes a step of every record in the list as shown, all or none. */
export async function takeTogether(
  asked: Press,
  { procedure, step, seen }: { procedure: string; step: string; seen: string },
): Promise<CardAnswer> {
  const { deps, event, person } = asked;
  const kit = kitOf(deps.procedures, procedure);
  if (!kit?.definition.steps[step]?.together) return toast("info", noticeText[person.locale].gone);
  const stale = toast("info", refusalText(kit, { reason: "stale" }, person.locale));
  const records = offeredIn(deps, person, await recordsOf(deps, person), procedure, step);
  if (records.length === 0 || seenOf(records) !== seen) return showList(asked, "mine", 1, stale);
  const at = { actor: person, now: deps.clock.now(), programme: deps.programme, evidence: 0 };
  const changes = records.flatMap((before): Change[] => {
    const taken = take(kit.definition, before, step, {}, at);
    return taken.ok ? [{ kit, before, after: taken.record, step }] : [];
  });
  const cause = {
    actor: person,
    inbox: [`event:${event.eventId}`],
    pressedMessageId: event.callback.messageId,
  };
  const saved = await saveSteps(deps, changes, cause);
  if (saved.kind === "done")
    return showList(asked, "mine", 1, toast("success", kit.words[person.locale].steps[step]?.done ?? ""));
  // A repeated press, or another person took the step for one of the records first.
  const again = toast("info", recordText(person.locale).alreadyDone);
  return showList(asked, "mine", 1, saved.table === "inbox" ? again : stale);
}
