import { shanghaiDay } from "../calendar/shanghai-time.ts";
import type { Debtor, OwedItem } from "../reminders/owed-item.ts";
import type { DigestInput } from "./facts.ts";
import type { OwedRow } from "./rows.ts";
import { daysSince } from "./task-rows.ts";

/** What is overdue of the records of every procedure: a step somebody owes and has not taken by its day. */
export function recordRows(
  { records }: Pick<DigestInput, "records">,
  inAudience: (owes: Debtor) => boolean,
  now: number,
): OwedRow[] {
  const today = shanghaiDay(now);
  return records
    .filter(({ owes, confidential }) => !confidential && inAudience(owes))
    .flatMap((item) => (item.due !== null && item.due < today ? [rowOf(item, item.due, today)] : []))
    .sort((a, b) => a.due.localeCompare(b.due) || a.id.localeCompare(b.id));
}

function rowOf({ id, owes, title, titleEn = title }: OwedItem, due: string, today: string): OwedRow {
  const days = daysSince(due, today);
  return { kind: "owed", id, mark: due, town: null, asked: null, owes, title, titleEn, due, days };
}
