import * as z from "zod";
import { readAs } from "./read-as.ts";

const recalled = z.object({ message_id: z.string().min(1) });

/** The id of a recalled message (`im.message.recalled_v1`); `null` when none is named. The event does not say by whom. */
export const parseRecallEvent = (event: unknown): string | null =>
  readAs(recalled, event)?.message_id ?? null;
