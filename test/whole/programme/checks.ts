import { asc } from "drizzle-orm";
import { stageNames } from "../../../cards/text/stage-names.ts";
import { listRecords } from "../../../db/records.ts";
import { audit } from "../../../db/schema.ts";
import { kitFor } from "../../../src/bot/procedures/record-view.ts";
import { holdersOf, personOf } from "../../../src/bot/roster/people.ts";
import { shanghaiDay } from "../../../src/domain/calendar/shanghai-time.ts";
import { owed } from "../../../src/domain/procedure/owed.ts";
import { type LogEntry, type ProcedureRecord, stateOn } from "../../../src/domain/procedure/record.ts";
import { standingOn } from "../../../src/domain/stages/history.ts";
import type { World } from "../../bot/world.ts";
import type { Desk } from "./desk.ts";
import { type Programme, YEARS } from "./start-programme.ts";

// What has to be true of every record after the programme was played; each answers with what is not, one line each.

/** A step and its row are a moment apart, ms: the clock runs on between them. */
const APART = 10_000;

/** Steps without a row of the audit chain that says who took them, when, and in which record. */
export async function unaudited({ deps }: World): Promise<string[]> {
  const rows = await deps.db.select().from(audit).orderBy(asc(audit.seq));
  const told = new Map<string, number[]>();
  for (const { at, actor, kind, subject, detail } of rows)
    for (const id of [subject, ...(detail.match(/[0-9a-f]{16}/g) ?? [])])
      for (const one of [kind, ...(detail.match(/[a-z_]+\.[a-z_]+/g) ?? [])]) {
        const key = `${actor} ${one} ${id}`;
        told.set(key, [...(told.get(key) ?? []), at]);
      }
  return every(await listRecords(deps.db, {}), ({ id, procedure }, { at, by, step }) => {
    const found = told.get(`${by} ${procedure}.${step} ${id}`) ?? [];
    return found.some((one) => Math.abs(one - at) < APART) ? null : "is in no row of the audit";
  });
}

/** Steps that ask for a reason and have none. */
export async function unexplained({ deps }: World): Promise<string[]> {
  return every(await listRecords(deps.db, {}), (record, { step, values }) => {
    const asks = Object.entries(kitFor(deps, record).definition.steps[step]?.asks ?? {});
    const empty = asks.filter(([name, field]) => field.kind === "words" && !field.optional && !values[name]);
    return empty.length === 0 ? null : `says nothing of ${empty.map(([name]) => name).join(", ")}`;
  });
}

/** Open records whose next step nobody on the roster may take. */
export async function ownerless({ deps }: World): Promise<string[]> {
  const records = await listRecords(deps.db, { open: true });
  const found = await Promise.all(
    records.map(async (record) => {
      const waits = owed(kitFor(deps, record).definition, record, deps.programme);
      const held = await Promise.all(
        waits.map(async ({ to }) =>
          "openId" in to
            ? (await personOf(deps, to.openId)) !== null
            : (await holdersOf(deps, `${to.role} ${to.area}`)).length > 0,
        ),
      );
      return held.every(Boolean) ? [] : [`${nameOf(record)} in ${record.state} is owed to nobody`];
    }),
  );
  return found.flat();
}

/** States that presses led to, and that the record does not say of the end of their day. */
export async function misremembered({ deps }: World, { led }: Desk): Promise<string[]> {
  const records = new Map((await listRecords(deps.db, {})).map((record) => [record.id, record]));
  return led.flatMap(({ id, at, state }) => {
    const record = records.get(id);
    if (!record) return [`${id} is gone`];
    const day = shanghaiDay(at);
    // A later step of the same day counts for its end.
    const last = record.log.findLast((entry) => shanghaiDay(entry.at) === day);
    const wanted = last !== undefined && last.at > at ? last.to : state;
    return stateOn(record, day) === wanted || last?.at === at
      ? []
      : [`${nameOf(record)} on ${day}: ${stateOn(record, day)}, not ${wanted}`];
  });
}

/** Towns that a leader asks about on a past day, and is answered otherwise than their record says. */
export async function unasked({ world, desk, towns, who }: Programme): Promise<string[]> {
  const leader = who("leader");
  const { stages } = stageNames("zh-CN");
  const days = YEARS.flatMap((year) => [`${year}-03-31`, `${year}-08-24`]);
  const today = shanghaiDay(world.clock.now());
  const wrong: string[] = [];
  for (const [n, { slug, short }] of towns.entries()) {
    const day = days.filter((one) => one < today).at(n % days.length) ?? days[0] ?? "";
    const [record] = await desk.records("stage", { town: slug });
    const standing = record ? standingOn(record, day) : null;
    const [year, month, date] = day.split("-").map(Number);
    const { words } = await desk.ask(leader, `${short}${year}年${month}月${date}日到哪一步了`);
    const wanted = standing ? stages[standing.stage] : "";
    if (!words.includes(wanted) || !words.includes(`${year}年${month}月${date}日`))
      wrong.push(`${slug} on ${day}: ${words}`);
  }
  return wrong;
}

function every(
  records: readonly ProcedureRecord[],
  problem: (record: ProcedureRecord, entry: LogEntry) => string | null,
): string[] {
  return records.flatMap((record) =>
    record.log.flatMap((entry) => {
      const found = problem(record, entry);
      return found === null ? [] : [`${nameOf(record)} ${entry.step}: ${found}`];
    }),
  );
}

function nameOf({ procedure, id, town }: ProcedureRecord): string {
  return `${procedure} ${id} ${town}`.trim();
}
