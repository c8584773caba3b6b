import type { OutboxRow, Write } from "../../../../db/commit.ts";
import type { Deps } from "../../../deps.ts";
import type { Person } from "../../../domain/people.ts";
import type { Group } from "../../../domain/procedure/definition.ts";
import type { Address } from "../../../domain/procedure/posts.ts";
import type { Origin, ProcedureRecord, Values } from "../../../domain/procedure/record.ts";

// What a step does beside changing the record's state, and what it has to know that nobody types.

/** Who is told: a post or person by the roster of the moment the message goes out, or the groups of a kind. */
export type Receiver = Address | { group: Group; county: string };

/** `after` has taken the step and is not stored yet. */
export type Taking = { before: ProcedureRecord | null; after: ProcedureRecord };

/**
 * Written and said in the step's own batch. `data` is kept in the record; `tells`: others than the definition's;
 * `touched`: subjects whose cards are drawn again beside the record's own.
 */
export type Followed = {
  data?: Values;
  writes?: Write[];
  outbox?: OutboxRow[];
  tells?: Receiver[];
  touched?: string[];
};

export type Effect = (deps: Deps, taking: Taking) => Promise<Followed>;

/** Who is about to take a step of what, with what is typed so far; `record` null: it begins one. */
export type Asking = {
  about: Pick<Origin, "town" | "period" | "ref">;
  record: ProcedureRecord | null;
  typed: Record<string, unknown>;
  actor: Person | null;
};

/** The values of a step's `given` fields, as far as whoever takes it may know them. */
export type Given = (deps: Deps, asking: Asking) => Promise<Values>;
