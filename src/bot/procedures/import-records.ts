import { kitOf, type ProcedureKit } from "../../../cards/record/kit.ts";
import { causeId } from "../../../db/outbox.ts";
import { findRecordByKey } from "../../../db/records.ts";
import type { Deps } from "../../deps.ts";
import type { Refusal } from "../../domain/procedure/definition.ts";
import { keyOf } from "../../domain/procedure/keys.ts";
import { lastTaken, type ProcedureRecord } from "../../domain/procedure/record.ts";
import { begin, take } from "../../domain/procedure/take.ts";
import type { Person } from "../../domain/programme/people.ts";
import { townOfficials } from "../roster/people.ts";
import { whyAway } from "./away.ts";
import { type Change, saveSteps } from "./save-steps.ts";

// Imports records from a sheet: each row has the values of the form that creates a record.

export type SheetRow = { line: number; values: Record<string, unknown> };
/** How rows become records: the step that creates one, and the step that proposes a rejected one again. */
export type SheetKind = { procedure: string; begins: string; amends: string };
/** `taken`: already agreed, so the import does not change it; `nobody`: the town has no official. */
/** `at`: the index of the row. */
export type ImportProblem = { line: number; at: number } & (
  | { reason: "taken" | "nobody" }
  | { reason: "refused"; refusal: Refusal }
);
export type ImportedRecords =
  | { ok: true; added: ProcedureRecord[]; changed: ProcedureRecord[]; unchanged: number }
  | { ok: false; problems: ImportProblem[] };

/** Retries, because a record may be agreed to during the import. */
const TRIES = 20;

/**
 * Creates or updates records from a file's rows, all or none, with one message for each post; with `dryRun`
 * it only reports the changes. Importing the same file again changes nothing.
 */
export async function importRecords(
  deps: Deps,
  kind: SheetKind,
  rows: SheetRow[],
  actor: Person,
  dryRun: boolean,
): Promise<ImportedRecords> {
  const kit = kitOf(deps.procedures, kind.procedure);
  if (!kit) throw new Error(`no procedure ${kind.procedure}`);
  for (let attempt = 1; ; attempt += 1) {
    const planned = await Promise.all(rows.map((row, at) => planRow(deps, kit, kind, row, at, actor)));
    const problems = planned.flatMap((one) => (one.kind === "problem" ? [one.problem] : []));
    if (problems.length > 0) return { ok: false, problems };
    const changes = planned.flatMap((one) => (one.kind === "change" ? [one.change] : []));
    const added = changes.filter(({ before }) => before === null).map(({ after }) => after);
    const changed = changes.filter(({ before }) => before !== null).map(({ after }) => after);
    const outcome = { ok: true, added, changed, unchanged: rows.length - changes.length } as const;
    if (dryRun || changes.length === 0) return outcome;
    const saved = await saveSteps(deps, changes, { actor, inbox: [] });
    if (saved.kind === "done") return outcome;
    if (attempt >= TRIES) throw new Error(`an import kept clashing on ${saved.table}`);
  }
}

type Planned =
  | { kind: "change"; change: Change }
  | { kind: "same" }
  | { kind: "problem"; problem: ImportProblem };

async function planRow(
  deps: Deps,
  kit: ProcedureKit,
  { begins, amends }: SheetKind,
  { line, values }: SheetRow,
  row: number,
  actor: Person,
): Promise<Planned> {
  const { definition } = kit;
  const problem = { line, at: row };
  const at = { actor, now: deps.clock.now(), programme: deps.programme, evidence: 0 };
  const begun = begin(definition, { id: "", town: "", period: "", ref: "" }, begins, values, at);
  if (!begun.ok)
    return { kind: "problem", problem: { ...problem, reason: "refused", refusal: begun.refusal } };
  const away = await whyAway(deps, definition, begun.record);
  if (away) return { kind: "problem", problem: { ...problem, reason: "refused", refusal: away } };
  if ((await townOfficials(deps, begun.record.town)).length === 0)
    return { kind: "problem", problem: { ...problem, reason: "nobody" } };
  const key = keyOf(definition, begun.record);
  const held = await findRecordByKey(deps.db, key);
  if (!held) {
    // The id is derived from the row, so every import of it refers to the same record.
    const after = { ...begun.record, id: causeId(`record ${key}`).slice(0, 16) };
    return { kind: "change", change: { kit, before: null, after, step: begins } };
  }
  const names = Object.keys(definition.steps[begins]?.asks ?? {});
  if (saidIn(held, [begins, amends], names) === saidIn(begun.record, [begins], names))
    return { kind: "same" };
  const amended = take(definition, held, amends, values, at);
  if (!amended.ok) return { kind: "problem", problem: { ...problem, reason: "taken" } };
  return { kind: "change", change: { kit, before: held, after: amended.record, step: amends } };
}

/** The values a record was last proposed with, whatever its present state. */
function saidIn(record: ProcedureRecord, steps: string[], names: string[]): string {
  const values = lastTaken(record, steps)?.values ?? {};
  return JSON.stringify(names.map((name) => values[name] ?? null));
}
