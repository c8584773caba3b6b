import type { InValue } from "@libsql/client/http";
import * as z from "zod";
import { DatabaseUnusable, databaseTrouble, isBusy, rootMessage } from "../../db/database-unusable.ts";
import { isValue } from "../../db/statement.ts";
import type { Outcome } from "../../db/writer.ts";
import { type Counter, isCounter } from "../metrics.ts";

// What a worker and the process that writes say to each other.

/** How often a worker says what memory it holds, ms; one that says nothing for long is hung. */
export const TELL = 3_000;

const labels = z.record(z.string(), z.string());
const changeSchema = z.object({
  audit: z
    .object({
      actor: z.string(),
      kind: z.string(),
      subject: z.string(),
      detail: z.string(),
      made: z.string(),
    })
    .nullable(),
  now: z.number(),
  statements: z.array(z.object({ sql: z.string(), args: z.array(z.custom<InValue>(isValue)) })),
});

/** From a worker. `n` numbers its changes, so that one can be cancelled. */
export const toWriterSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("ready") }),
  z.object({ kind: z.literal("commit"), n: z.number(), change: changeSchema }),
  z.object({ kind: z.literal("cancel"), n: z.number() }),
  z.object({ kind: z.literal("pace"), openId: z.string() }),
  z.object({ kind: z.literal("count"), counter: z.custom<Counter>(isCounter), labels }),
  z.object({ kind: z.literal("counts") }),
  z.object({ kind: z.literal("memory"), rss: z.number(), heapUsed: z.number() }),
  z.object({ kind: z.literal("send") }),
  z.object({ kind: z.literal("trouble"), why: z.string() }),
]);
export type ToWriter = z.infer<typeof toWriterSchema>;

/** To a worker: something it keeps in memory was changed; or it is to finish what it has begun, and end. */
export const toWorkerSchema = z.object({ kind: z.enum(["adopted", "stop"]) });
export type ToWorker = z.infer<typeof toWorkerSchema>;

export const paceSchema = z.enum(["within", "first_beyond", "beyond"]);

export const metricsSchema = z.array(
  z.object({
    name: z.string(),
    help: z.string(),
    type: z.enum(["counter", "gauge"]),
    samples: z.array(z.object({ labels, value: z.number() })),
  }),
);

const outcomeSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("written") }),
  z.object({ kind: z.literal("clash"), table: z.string() }),
  z.object({ kind: z.literal("not_saved") }),
  z.object({ kind: z.literal("failed"), why: z.string(), cause: z.enum(["busy", "unusable", "other"]) }),
]);

/** An outcome as it is told: of an error what its receiver distinguishes. */
export function toldOutcome(outcome: Outcome): z.infer<typeof outcomeSchema> {
  if (outcome.kind !== "failed") return outcome;
  const { error } = outcome;
  const trouble = databaseTrouble(error);
  const cause = trouble ? "unusable" : isBusy(error) ? "busy" : "other";
  return { kind: "failed", why: trouble?.message ?? rootMessage(error), cause };
}

export function heardOutcome(told: unknown): Outcome {
  const outcome = outcomeSchema.parse(told);
  if (outcome.kind !== "failed") return outcome;
  const { why, cause } = outcome;
  if (cause === "unusable") return { kind: "failed", error: new DatabaseUnusable(why) };
  const error = new Error(why);
  return { kind: "failed", error: cause === "busy" ? Object.assign(error, { code: "SQLITE_BUSY" }) : error };
}
