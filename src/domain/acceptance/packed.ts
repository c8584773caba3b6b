import * as z from "zod";
import type { ProcedureRecord } from "../procedure/record.ts";

/** The .zip files of an acceptance as they were sent: name, bytes, SHA-256, and how many papers each holds. */
export const packedSchema = z.array(
  z.object({ name: z.string(), size: z.number(), sha256: z.string(), papers: z.number() }),
);
export type Packed = z.infer<typeof packedSchema>;

/** The files that were sent last; empty before any were. */
export function packedFiles({ data }: Pick<ProcedureRecord, "data">): Packed {
  return packedSchema.parse(data.files ?? []);
}
