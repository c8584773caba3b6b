import { recordCard } from "../../../cards/record/record.ts";
import { cardsOf } from "../../../db/chats.ts";
import type { OutboxRow } from "../../../db/commit.ts";
import type { Deps } from "../../deps.ts";
import { parsePeriod } from "../../domain/period.ts";
import { maySeeRecord } from "../../domain/procedure/owed.ts";
import type { ProcedureRecord } from "../../domain/procedure/record.ts";
import { progressUpdates } from "../quarter/progress.ts";
import { personOf } from "../roster/people.ts";
import { enqueueUpdate } from "../sending/enqueue-message.ts";
import { kitFor, recordViewOf } from "./record-view.ts";

/** Every other card that states how this record stands: its own, and the office's board of its quarter. */
export async function redrawCards(
  deps: Deps,
  record: ProcedureRecord,
  pressedMessageId: string | undefined,
): Promise<OutboxRow[]> {
  const cause = `face record ${record.id} ${record.revision}`;
  const cards = (await cardsOf(deps.db, record.id)).filter(
    ({ messageId, view }) => messageId !== pressedMessageId && view === "overview",
  );
  const own = await Promise.all(
    cards.map(async ({ messageId, openId }): Promise<OutboxRow[]> => {
      const reader = openId === "" ? null : await personOf(deps, openId);
      const { definition } = kitFor(deps, record);
      const may = openId === "" || (reader && maySeeRecord(definition, record, reader, deps.programme));
      if (!may) return [];
      const card = recordCard(recordViewOf(deps, record, reader));
      return [enqueueUpdate(messageId, card, cause, deps.clock.now())];
    }),
  );
  const period = parsePeriod(record.period);
  const board = period ? await progressUpdates(deps, period, cause, { record }) : [];
  return [...own.flat(), ...board];
}
