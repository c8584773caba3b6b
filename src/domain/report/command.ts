import type { Person } from "../people.ts";
import type { Timetable } from "../quarter/timetable.ts";
import type { Cell } from "./cells.ts";
import type { Missing } from "./completeness.ts";
import type { Basis, SectionId } from "./content.ts";
import type { Problem } from "./hard-checks.ts";
import type { RawInputs } from "./inputs.ts";
import type { Report } from "./report.ts";
import type { Flag } from "./soft-checks.ts";
import type { SumWay } from "./sums.ts";

// What people can do to a report, and what comes of it.

export type Command =
  | { kind: "save"; raw: RawInputs; section: SectionId; baseRevision: number }
  /** Saves a form and says which way of giving the sum is right; `amount`: 万元 its button named. */
  | {
      kind: "settle";
      raw: RawInputs;
      section: SectionId;
      baseRevision: number;
      right: SumWay;
      amount: number;
    }
  | { kind: "answer"; answers: Record<string, string> }
  | { kind: "submit"; photos: Record<SectionId, number>; withoutPhotos: boolean }
  | { kind: "approve"; baseRevision: number }
  | { kind: "return"; cells: string[]; reason: string; baseRevision: number };

export type Refusal =
  | { reason: "not_yours" }
  /** The quarter is not over, or nobody has opened it. */
  | { reason: "not_open" }
  | { reason: "in_review" }
  | { reason: "approved" }
  | { reason: "not_submitted" }
  | { reason: "stale" }
  /** A form from before the return says something new about cells that did not come back (keys). */
  | { reason: "not_returned"; cells: string[] }
  /** The section was saved since this card was drawn; what was typed is kept. `own`: by the same person, elsewhere. */
  | { reason: "conflict"; byName: string; own: boolean; at: number; cells: Cell[] }
  | { reason: "problems"; problems: Problem[] }
  | { reason: "incomplete"; missing: Missing[] }
  | { reason: "photos"; sections: SectionId[] }
  | { reason: "no_cells" }
  | { reason: "no_reason" };

export type Decision =
  /** `flags`: soft questions to ask now, for the first time. `repeated`: the very same press came before. */
  | { ok: true; report: Report; flags: Flag[]; repeated: boolean }
  /** `keep`: the report with what was typed kept as pending, when there is something to keep. */
  | { ok: false; refusal: Refusal; keep?: Report };

/** What the caller knows beside the report: where its quarter stands, and who acts. */
export type Situation = {
  basis: Basis;
  quarter: Timetable;
  actor: Person;
  now: number;
  /** The report as the pressed card showed it, where others have changed it since. */
  drawn?: Report | undefined;
};
