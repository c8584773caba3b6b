import type { OutboxRow } from "../../../../db/commit.ts";
import type { Write } from "../../../../db/written.ts";
import type { Deps } from "../../../deps.ts";
import type { Group } from "../../../domain/procedure/definition.ts";
import type { Address } from "../../../domain/procedure/posts.ts";
import type { Origin, ProcedureRecord, Values } from "../../../domain/procedure/record.ts";
import type { Person } from "../../../domain/programme/people.ts";

// Types of a step's effects besides the change of state, and of values supplied by the code.

/** A receiver: a post or person, resolved from the roster at the time of sending, or the groups of a kind. */
export type Receiver = Address | { group: Group; county: string };

/** `after`: the record with the step taken, not stored yet. */
export type Taking = { before: ProcedureRecord | null; after: ProcedureRecord };

/** A step of another record, stored in the same batch; `tells`: receivers besides those its definition names. */
export type Also = Taking & { step: string; tells?: Receiver[] };

/**
 * Written and sent in the step's own batch. `data`: values added to the record; `tells`: receivers besides the
 * definition's; `touched`: subjects whose cards are redrawn besides the record's own. `also`: other records that begin
 * or move with it (along.ts), whose notices go out as ever. `afterwards`: done once the batch is stored.
 */
export type Followed = {
  data?: Values;
  writes?: Write[];
  outbox?: OutboxRow[];
  tells?: Receiver[];
  touched?: string[];
  also?: Also[];
  afterwards?: () => Promise<unknown>;
};

export type Effect = (deps: Deps, taking: Taking) => Promise<Followed>;

/** A step about to be taken: the taker, the subject and the input so far; `record` null: it creates one. */
export type Asking = {
  about: Pick<Origin, "town" | "period" | "ref">;
  record: ProcedureRecord | null;
  typed: Record<string, unknown>;
  actor: Person | null;
};

/** Supplies the values of a step's `given` fields, limited to what the taker may know. */
export type Given = (deps: Deps, asking: Asking) => Promise<Values>;
