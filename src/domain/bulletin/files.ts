import * as z from "zod";
import { lastTaken, type ProcedureRecord } from "../procedure/record.ts";

// An issued bulletin's files as they were sent and archived, and its number and day.

export const filesSchema = z.array(
  z.object({ name: z.string(), size: z.number(), sha256: z.string(), url: z.string() }),
);
export type BulletinFiles = z.infer<typeof filesSchema>;

/** The archived files; empty before it is sent. */
export function bulletinFiles({ data }: Pick<ProcedureRecord, "data">): BulletinFiles {
  return filesSchema.parse(data.files ?? []);
}

/** Its number and when it was signed (UTC ms); null before it is issued. */
export function issuedAs(record: Pick<ProcedureRecord, "data" | "state" | "log">): {
  number: number;
  at: number;
} | null {
  const signed = lastTaken(record, "sign");
  return record.state === "issued" && signed ? { number: Number(record.data.number), at: signed.at } : null;
}
