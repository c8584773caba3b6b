import type { Person } from "../programme/people.ts";
import type { Timetable } from "../quarter/timetable.ts";
import type { Cell } from "./cells.ts";
import type { Missing } from "./completeness.ts";
import type { Basis, SectionId } from "./content.ts";
import type { Problem } from "./hard-checks.ts";
import type { RawInputs } from "./inputs.ts";
import type { Report } from "./report.ts";
import type { Flag } from "./soft-checks.ts";
import type { SumWay } from "./sums.ts";

// The commands on a report, and their possible outcomes.

export type Command =
  | { kind: "save"; raw: RawInputs; section: SectionId; baseRevision: number }
  /** Saves a form and chooses which of the disagreeing sums is right; `amount`: 万元, as its button named it. */
  | {
      kind: "settle";
      raw: RawInputs;
      section: SectionId;
      baseRevision: number;
      right: SumWay;
      amount: number;
    }
  | { kind: "answer"; answers: Record<string, string> }
  /** Takes photos and files out again. `evidence`: their ids; at least one of them is still the report's. */
  | { kind: "take_out"; evidence: readonly string[] }
  | { kind: "submit"; photos: Record<SectionId, number>; withoutPhotos: boolean }
  | { kind: "approve"; baseRevision: number }
  | { kind: "return"; cells: string[]; reason: string; baseRevision: number };

export type Refusal =
  | { reason: "not_yours" }
  /** The quarter has not ended, or has not been opened. */
  | { reason: "not_open" }
  | { reason: "in_review" }
  | { reason: "approved" }
  | { reason: "not_submitted" }
  | { reason: "stale" }
  /** A form drawn before the return changes cells that were not returned (keys). */
  | { reason: "not_returned"; cells: string[] }
  /**
   * The section was saved after this card was drawn; the typed values are kept. `own`: by the same person, elsewhere.
   */
  | { reason: "conflict"; byName: string; own: boolean; at: number; cells: Cell[] }
  | { reason: "problems"; problems: Problem[] }
  | { reason: "incomplete"; missing: Missing[] }
  | { reason: "photos"; sections: SectionId[] }
  | { reason: "no_cells" }
  | { reason: "no_reason" };

/** The outcome of a command: the new report, or a refusal. */
export type Decision =
  /** `flags`: soft questions to ask now, once. `repeated`: the same press was already processed. */
  | { ok: true; report: Report; flags: Flag[]; repeated: boolean }
  /** `keep`: the report with the typed values stored as pending, when there are any. */
  | { ok: false; refusal: Refusal; keep?: Report };

/** What a command depends on besides the report: the quarter's stage, and the actor. */
export type Situation = {
  basis: Basis;
  quarter: Timetable;
  actor: Person;
  now: number;
  /** The report as the pressed card showed it, if it was changed since. */
  drawn?: Report | undefined;
};
