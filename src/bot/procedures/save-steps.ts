import type { ProcedureKit } from "../../../cards/record/kit.ts";
import { Conflict, commit, type OutboxRow } from "../../../db/commit.ts";
import { saveRecord } from "../../../db/records.ts";
import { withdrawReminders } from "../../../db/reminder-steps.ts";
import type { Write } from "../../../db/written.ts";
import type { Deps } from "../../deps.ts";
import { openness } from "../../domain/procedure/keys.ts";
import { owed } from "../../domain/procedure/owed.ts";
import type { ProcedureRecord } from "../../domain/procedure/record.ts";
import { withData } from "../../domain/procedure/take.ts";
import type { Person } from "../../domain/programme/people.ts";
import { recordItem } from "../../domain/reminders/owed-item.ts";
import { listedUnder } from "../../domain/reminders/owed-subject.ts";
import { withoutAway } from "./away.ts";
import type { Followed } from "./effects/effect.ts";
import { followUp } from "./effects.ts";
import { noticesOf, toldBy } from "./notices.ts";
import { kitFor } from "./record-view.ts";

/** Additional writes and messages in the batch of a step. */
export type Beside = { writes?: Write[]; outbox?: OutboxRow[] };

/** The taker of a step (null: automatic), the inbox keys of the event, and the pressed card. */
export type StepCause = {
  actor: Person | null;
  inbox: string[];
  pressedMessageId?: string;
  /** Computed once the resulting record is known. */
  beside?: (after: ProcedureRecord, before: ProcedureRecord | null) => Beside | Promise<Beside>;
};

/** A step about to be stored; `before` null when it creates the record. */
export type Change = {
  kit: ProcedureKit;
  before: ProcedureRecord | null;
  after: ProcedureRecord;
  step: string;
};
export type Saved = { kind: "done"; records: ProcedureRecord[] } | { kind: "clash"; table: string };

/** Stores these steps in one batch, all or none; returns the violated key if another writer was first. */
export async function saveSteps(deps: Deps, changes: Change[], cause: StepCause): Promise<Saved> {
  const now = deps.clock.now();
  const taken = await Promise.all(changes.map((change) => partOf(deps, change, cause)));
  const [first, ...more] = taken;
  if (!first) return { kind: "done", records: [] };
  const audit = {
    actor: cause.actor?.openId ?? "",
    kind: `${first.record.procedure}.${first.step}`,
    subject: more.length === 0 ? first.record.id : `${taken.length} records`,
    detail:
      more.length === 0
        ? first.detail
        : { records: taken.map(({ record, detail }) => ({ id: record.id, ...detail })) },
  };
  const parts = taken.flatMap((part) => [part, ...part.also]);
  try {
    await commit(
      deps.db,
      {
        audit,
        inbox: cause.inbox,
        writes: parts.flatMap(({ writes }) => writes),
        outbox: [...noticesOf(deps, parts), ...parts.flatMap(({ outbox }) => outbox)],
        touched: [...new Set(parts.flatMap(({ touched }) => touched))],
        pressed: cause.pressedMessageId,
      },
      now,
    );
    for (const { afterwards } of parts) if (afterwards) deps.defer(afterwards);
    return { kind: "done", records: taken.map(({ record }) => record) };
  } catch (error) {
    if (error instanceof Conflict) return { kind: "clash", table: error.table };
    throw error;
  }
}

async function partOf(deps: Deps, change: Change, cause: StepCause) {
  const followed = await followUp(deps, change.step, change);
  const record = withData(change.after, followed.data ?? {});
  const beside = (await cause.beside?.(record, change.before)) ?? {};
  // What these bring about in turn is not followed: no procedure does.
  const also = await Promise.all(
    (await withoutAway(deps, followed.also ?? [])).map(async (one) => {
      const part = { kit: kitFor(deps, one.after), ...one };
      const then = await followUp(deps, one.step, part);
      return stored(deps, part, one.after, { ...then, tells: [...(one.tells ?? []), ...(then.tells ?? [])] });
    }),
  );
  return { ...stored(deps, change, record, followed, beside), also };
}

/** What is written and sent for one step. */
function stored(
  deps: Deps,
  { kit, before, step }: Omit<Change, "after">,
  record: ProcedureRecord,
  followed: Followed,
  beside: Beside = {},
) {
  const { period, town, ref, state } = record;
  const also = (followed.also ?? []).map(({ after, step: by }) => `${after.procedure}.${by} ${after.id}`);
  return {
    record,
    step,
    detail: {
      ...{ about: [period, town, ref], from: before?.state ?? "", to: state },
      ...(also.length > 0 ? { also } : {}),
    },
    receivers: [...toldBy(deps, record, kit.definition.steps[step]?.tells ?? []), ...(followed.tells ?? [])],
    writes: [
      ...saveRecord(deps.db, record, openness(kit.definition, record)),
      // Cancels unsent reminders about the step just taken.
      ...(before ? withdrawReminders(deps.db, remindedOf(deps, kit, before)) : []),
      ...(followed.writes ?? []),
      ...(beside.writes ?? []),
    ],
    outbox: [...(followed.outbox ?? []), ...(beside.outbox ?? [])],
    touched: [
      ...touchedBy(record),
      ...listsOf(deps, kit, before, record),
      ...(kit.touches ?? []),
      ...(followed.touched ?? []),
    ],
    afterwards: followed.afterwards,
  };
}

/** The keys the reminders of a record's obligations are recorded under. */
function remindedOf({ programme }: Deps, { definition }: ProcedureKit, record: ProcedureRecord): string[] {
  return owed(definition, record, programme).map(({ what }) => recordItem(record.id, what));
}

/** The lists of those who owed a step before or owe one now, and of those above them. */
function listsOf(
  { programme }: Deps,
  { definition }: ProcedureKit,
  before: ProcedureRecord | null,
  after: ProcedureRecord,
): string[] {
  const debts = [before, after].flatMap((record) => (record ? owed(definition, record, programme) : []));
  return debts.flatMap(({ to }) => listedUnder(to, programme));
}

/** The cards of the record, of the one it belongs to and of its quarter. */
function touchedBy({ id, period, ref }: ProcedureRecord): string[] {
  return [
    `record ${id}`,
    ...(ref === "" ? [] : [`record ${ref}`]),
    ...(period === "" ? [] : [`progress ${period}`, `quarter ${period}`, "figures"]),
  ];
}
