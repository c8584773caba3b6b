import { periodName, townName } from "../../../cards/names.ts";
import { refusalText } from "../../../cards/report/refusal.ts";
import { picturesText } from "../../../cards/text/pictures.ts";
import type { OutboxRow } from "../../../db/commit.ts";
import { evidenceOfMessage } from "../../../db/evidence.ts";
import type { Deps } from "../../deps.ts";
import { parsePeriod } from "../../domain/calendar/period.ts";
import type { Person } from "../../domain/programme/people.ts";
import { townBySlug } from "../../domain/programme/programme.ts";
import { personOf } from "../roster/people.ts";
import { enqueueText } from "../sending/enqueue-message.ts";
import { changeReport, type Outcome } from "./change-report.ts";

/**
 * A message was recalled: what it brought to a report is taken out again, as if its sender had pressed the button, so
 * that the same rules decide. The sender is told what came of it.
 */
export async function handleRecalled(deps: Deps, messageId: string, eventId: string): Promise<void> {
  const brought = await evidenceOfMessage(deps.db, messageId);
  const [first] = brought;
  if (!first) return;
  const sender = await personOf(deps, first.by);
  const [quarter = "", town = ""] = first.report.split("/");
  const period = parsePeriod(quarter);
  // A former official's message may not change the report of a successor.
  if (!sender || !period) return deps.log("info", "recalled by nobody of the roster", { id: messageId });
  const evidence = brought.map(({ id }) => id);
  await changeReport(deps, period, town, [{ kind: "take_out", evidence }], {
    actor: sender,
    // Events of one recall may differ in their id.
    inbox: [`event:${eventId}`, `recalled:${messageId}`],
    tells: (outcome) => tell(deps, { sender, messageId, n: evidence.length }, outcome),
  });
}

function tell(
  deps: Deps,
  { sender, messageId, n }: { sender: Person; messageId: string; n: number },
  { kind, context, ...outcome }: Outcome,
): OutboxRow[] {
  const town = townBySlug(deps.programme, context.report.town);
  if (kind === "repeated" || !town) return [];
  const { locale, openId } = sender;
  const text = picturesText(locale);
  const of = [townName(town, locale), periodName(context.report.period, locale)] as const;
  const said =
    "refusal" in outcome
      ? text.recalledLate(n, ...of, refusalText(outcome.refusal, deps.programme, locale))
      : text.recalled(n, ...of);
  return [enqueueText({ openId }, said, `recalled ${messageId}`, deps.clock.now())];
}
