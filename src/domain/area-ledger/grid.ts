import * as z from "zod";
import { type PeriodId, quarterAt } from "../calendar/period.ts";
import { shanghaiDay } from "../calendar/shanghai-time.ts";
import type { ProcedureRecord } from "../procedure/record.ts";
import { sentSchema } from "./entries.ts";

// The grid of an area: what was seen of each problem at each place, with its photos.

/** `found`: a problem to be mended; `mended`: it is gone; `clear`: there was none. */
export const VERDICTS = ["found", "mended", "clear"] as const;
export type Verdict = (typeof VERDICTS)[number];

const lookSchema = z.object({
  place: z.string(),
  problems: z.array(z.string()),
  verdict: z.enum(VERDICTS),
  note: z.string().default(""),
  until: z.string().default(""),
  sent: sentSchema.default([]),
});

/** A photo of a cell; `at`: when it was entered (UTC ms). */
export type CellPhoto = { ref: string; at: number };
/** A problem at a place as it was seen last. `until`: the day it is to be mended by, while it is there. */
export type Cell = {
  place: string;
  problem: string;
  verdict: Verdict;
  note: string;
  day: string;
  until: string | null;
  photos: CellPhoto[];
};

/** The cells that were looked at, with all their photos, the oldest first. */
export function cellsOf({ log }: Pick<ProcedureRecord, "log">): Cell[] {
  const cells = new Map<string, Cell>();
  for (const { step, values, at } of log) {
    if (step !== "look") continue;
    const { place, problems, verdict, note, until, sent } = lookSchema.parse(values);
    const photos = sent.flatMap(({ ref, photo }) => (photo ? [{ ref, at }] : []));
    for (const problem of problems) {
      const key = `${place} ${problem}`;
      const before = cells.get(key)?.photos ?? [];
      const due = verdict === "found" && until !== "" ? until : null;
      const seen = { place, problem, verdict, note, day: shanghaiDay(at), until: due };
      cells.set(key, { ...seen, photos: [...before, ...photos] });
    }
  }
  return [...cells.values()];
}

/** The problems that are still to be mended, the one due first at the head. */
export function unmended(cells: readonly Cell[]): Cell[] {
  return cells
    .filter(({ verdict }) => verdict === "found")
    .sort((a, b) => (a.until ?? "9").localeCompare(b.until ?? "9"));
}

/** The newest photo of a cell, and the newest of the last quarter before that has one. */
export type SpotPair = { place: string; problem: string; before: CellPhoto; after: CellPhoto };

/** The cells with photos of two quarters; those photographed last come first. */
export function spotPairs(cells: readonly Cell[]): SpotPair[] {
  const quarter = ({ at }: CellPhoto): PeriodId => quarterAt(at);
  return cells
    .flatMap(({ place, problem, photos }): SpotPair[] => {
      const after = photos.at(-1);
      const before = after && photos.findLast((photo) => quarter(photo) < quarter(after));
      return before ? [{ place, problem, before, after }] : [];
    })
    .sort((a, b) => b.after.at - a.after.at);
}
