import * as z from "zod";

// The checks of scoring.md 5 that need more than one report (other towns, other quarters, photos, the programme's
// total). Like the soft checks they ask a question and never deduct points.

const KINDS = [
  "twins",
  "bunching",
  "copied_figures",
  "round_hundreds",
  "sandbagged",
  "paid_ahead",
  "photo_reused",
  "photo_date",
  "photo_place",
] as const;
export type CheckupKind = (typeof KINDS)[number];

/** A soft check's flag (`Flag`) of one of these kinds; some are stored with the photo they are about. */
export const checkupFlagSchema = z.object({
  key: z.string(),
  kind: z.enum(KINDS),
  section: z.string(),
  severity: z.enum(["watch", "flag"]),
  values: z.record(z.string(), z.union([z.number(), z.string()])),
});
export type CheckupFlag = z.infer<typeof checkupFlagSchema>;
