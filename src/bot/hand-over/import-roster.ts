import { Conflict, commit } from "../../../db/commit.ts";
import { listPeople, putPerson, removePeople } from "../../../db/roster.ts";
import { staleByReader } from "../../../db/stale-cards.ts";
import type { Deps } from "../../deps.ts";
import {
  planRoster,
  type RosterChange,
  type RosterLine,
  type RosterProblem,
} from "../../domain/programme/roster.ts";
import { listedUnder } from "../../domain/reminders/owed-subject.ts";
import { handOver } from "./hand-over.ts";

export type Imported = { ok: true; change: RosterChange } | { ok: false; problems: RosterProblem[] };

/** Retries when a report is saved while it changes hands. */
const TRIES = 20;

/**
 * Applies a roster file completely or not at all; with `dryRun` only returns the changes. Open items pass on with their
 * post.
 */
export async function importRoster(
  deps: Deps,
  lines: RosterLine[],
  by: string,
  dryRun: boolean,
): Promise<Imported> {
  for (let attempt = 1; ; attempt += 1) {
    const planned = planRoster(await listPeople(deps.db), lines);
    if (!planned.ok || dryRun) return planned;
    try {
      await apply(deps, planned.change, by);
      return planned;
    } catch (error) {
      if (!(error instanceof Conflict) || attempt >= TRIES) throw error;
    }
  }
}

async function apply(deps: Deps, change: RosterChange, by: string): Promise<void> {
  const put = [...change.added, ...change.changed.map(({ after }) => after)];
  const removed = change.removed.map((person) => person.openId);
  const told = await handOver(deps, change);
  const audit = {
    actor: by,
    kind: "roster.import",
    subject: "roster",
    detail: {
      added: change.added.map((p) => p.openId),
      changed: change.changed.map((c) => c.after.openId),
      removed,
    },
  };
  const now = deps.clock.now();
  const known = [...change.changed.map(({ after }) => after.openId), ...removed];
  const people = [
    ...put.map((person) => putPerson(deps.db, person)),
    ...(removed.length > 0 ? [removePeople(deps.db, removed)] : []),
    ...(known.length > 0 ? [staleByReader(deps.db, known, now)] : []),
  ];
  await commit(
    deps.db,
    {
      audit,
      writes: [...people, ...told.writes],
      outbox: told.outbox,
      touched: [...told.touched, ...listsOf(deps, change)],
    },
    now,
  );
}

/** The lists of the posts that change hands, and of those above them. */
function listsOf({ programme }: Deps, change: RosterChange): string[] {
  const moved = change.changed.flatMap(({ before, after }) => [before, after]);
  const people = [...change.added, ...moved, ...change.removed];
  return [...new Set(people.flatMap(({ role, area }) => listedUnder({ role, area }, programme)))];
}
