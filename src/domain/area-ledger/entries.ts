import * as z from "zod";
import { shanghaiDay } from "../calendar/shanghai-time.ts";
import type { ProcedureRecord } from "../procedure/record.ts";

// What a ledger says of each of its items: the newest entry about it, and the files of all of them.

/** A photo or file that came with an entry; `ref` names it on cards. */
export const sentSchema = z.array(z.object({ ref: z.string(), name: z.string(), photo: z.boolean() }));
export type Sent = z.infer<typeof sentSchema>;

export const ITEM_STATES = ["done", "going", "none"] as const;
export type ItemState = (typeof ITEM_STATES)[number];

const entrySchema = z.object({
  /** Before several could be entered at once it was one. */
  item: z.union([z.string().transform((one) => [one]), z.array(z.string())]),
  state: z.enum(ITEM_STATES),
  percent: z.number().nullable().default(null),
  note: z.string().default(""),
  sent: sentSchema.default([]),
});

/** `percent`: of an item under way, where it was given. `day`: of the newest entry, `YYYY-MM-DD`. `files`: the oldest first. */
export type ItemEntry = { state: ItemState; percent: number | null; note: string; day: string; files: Sent };

/** The items a ledger has entries of. */
export function itemEntries({ log }: Pick<ProcedureRecord, "log">): Map<string, ItemEntry> {
  const entries = new Map<string, ItemEntry>();
  for (const { step, values, at } of log) {
    if (step !== "register") continue;
    const { item, sent, ...entry } = entrySchema.parse(values);
    for (const one of item) {
      const files = [...(entries.get(one)?.files ?? []), ...sent];
      entries.set(one, { ...entry, day: shanghaiDay(at), files });
    }
  }
  return entries;
}

/** What came with the entries of a ledger so far. */
export function sentSoFar({ log }: Pick<ProcedureRecord, "log">): Set<string> {
  return new Set(
    log.flatMap(({ values }) => (sentSchema.safeParse(values.sent).data ?? []).map(({ ref }) => ref)),
  );
}
