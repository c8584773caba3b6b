import type { OutboxRow, Write } from "../../../../db/commit.ts";
import type { Deps } from "../../../deps.ts";
import type { Group } from "../../../domain/procedure/definition.ts";
import type { Address } from "../../../domain/procedure/posts.ts";
import type { Origin, ProcedureRecord, Values } from "../../../domain/procedure/record.ts";

// What a step does beside changing the record's state, and what it has to know that nobody types.

/** Who is told: a post or person by the roster of the moment the message goes out, or the groups of a kind. */
export type Receiver = Address | { group: Group; county: string };

/** `after` has taken the step and is not stored yet. */
export type Taking = { before: ProcedureRecord | null; after: ProcedureRecord };

/** Written and said in the step's own batch. `data` is kept in the record; `tells`: others than the definition's. */
export type Followed = { data?: Values; writes?: Write[]; outbox?: OutboxRow[]; tells?: Receiver[] };

export type Effect = (deps: Deps, taking: Taking) => Promise<Followed>;

/** The values of a step's `given` fields. */
export type Given = (
  deps: Deps,
  about: Pick<Origin, "town" | "period" | "ref">,
  typed: Record<string, unknown>,
) => Promise<Values>;
