import { sql } from "drizzle-orm";
import type { ProcedureKit } from "../../../cards/record/kit.ts";
import { putCard } from "../../../db/cards.ts";
import { commit } from "../../../db/commit.ts";
import { openDatabase } from "../../../db/open.ts";
import { putRecordEvidence } from "../../../db/record-evidence.ts";
import { record as recordTable } from "../../../db/record-schema.ts";
import { findRecord, saveRecord } from "../../../db/records.ts";
import { handleCardAction } from "../../../src/bot/handle-card-action.ts";
import type { CardAnswer } from "../../../src/bot/sending/card-answer.ts";
import { hasButton, type Step } from "../../../src/domain/procedure/definition.ts";
import { openness } from "../../../src/domain/procedure/keys.ts";
import type { ProcedureRecord } from "../../../src/domain/procedure/record.ts";
import { offered } from "../../../src/domain/procedure/take.ts";
import type { Person } from "../../../src/domain/programme/people.ts";
import { GIVEN } from "../../domain/procedure/given.ts";
import { everyone, inputsFor, playedEvery, START } from "../../domain/procedure/played.ts";
import { towns } from "../../domain/programmes.ts";
import { startWorld, type World } from "../world.ts";

// Records of every procedure in every state, in one small world, and presses on them by whoever: what a card does not
// offer, too. Two connections to the one file, so that two people press in the same moment.

export type Typed = Record<string, unknown>;
export type AnyState = World & {
  people: Person[];
  /** Stores a record as it was played, alone in the database, with photos enough; under an id of its own. */
  put: (kit: ProcedureKit, played: ProcedureRecord) => Promise<ProcedureRecord>;
  read: (id: string) => Promise<ProcedureRecord>;
  /** A press in the presser's own chat; `on`: on this message, by default a new one; `second`: over another connection. */
  press: (
    by: Pick<Person, "openId">,
    action: string,
    typed?: Typed,
    how?: { on?: string; second?: true },
  ) => Promise<CardAnswer>;
};

/** Steps that a person takes by a button from where a record stands, each with who may take it, two where there are. */
export type Open = { record: ProcedureRecord; name: string; step: Step; who: Person[] };

const PHOTOS = 40;
const short = (n: number) => "字".repeat(Math.min(n, 10));

export async function startAnyState(): Promise<AnyState> {
  const once = everyone(towns);
  const people = [
    ...once,
    ...once.map((one) => ({ ...one, openId: `${one.openId}b`, name: `${one.name}乙` })),
  ];
  const world = await startWorld({ people, now: new Date(START + 3_600_000).toISOString() });
  const { db, config, clock } = world.deps;
  const second = await openDatabase(config.databaseUrl);
  const beside = { ...world.deps, programme: world.deps.programme, db: second.db };
  const own = people.flatMap(({ openId }) =>
    putCard(
      db,
      {
        ...{ messageId: `om_of_${openId}`, chatId: `oc_${openId}`, openId, kind: "text", subject: "" },
        ...{ view: "text", at: 0, shownAt: 0, shown: "" },
      },
      [],
    ),
  );
  await commit(db, { audit: null, writes: own }, clock.now());
  let n = 0;
  const read = async (id: string) => {
    const found = await findRecord(db, id);
    if (!found) throw new Error(`no record ${id}`);
    return found;
  };
  return {
    ...world,
    people,
    read,
    put: async ({ definition }, played) => {
      n += 1;
      const record = { ...played, id: `f${String(n).padStart(15, "0")}` };
      for (const table of ["record_evidence", "record_revision", "record"])
        await db.run(sql.raw(`delete from ${table}`));
      const first = saveRecord(db, { ...record, revision: 1 }, openness(definition, record));
      const photos = Array.from({ length: PHOTOS }, (_, i) =>
        putRecordEvidence(db, {
          ...{ id: `om_${n}/${i}`, record: record.id, messageId: `om_${n}`, fileKey: `${i}`, kind: "image" },
          ...{ name: "", by: "ou_0", at: START },
        }),
      );
      const { revision } = record;
      const later = db.update(recordTable).set({ revision, doc: record });
      await commit(db, { audit: null, writes: [...first, ...photos, later] }, clock.now());
      return record;
    },
    press: async ({ openId }, action, formValue, { on, second: isSecond } = {}) => {
      n += 1;
      const pressed = { tag: "button", value: { action }, name: action, ...(formValue ? { formValue } : {}) };
      const callback = {
        operatorOpenId: openId,
        messageId: on ?? `om_at_${n}`,
        chatId: `oc_${openId}`,
        token: "t",
      };
      const event = { kind: "callback", eventId: `e${n}`, createdAt: 0 } as const;
      return handleCardAction(isSecond ? beside : world.deps, {
        ...event,
        callback: { ...callback, action: pressed },
      });
    },
    close: async () => {
      second.close();
      await world.close();
    },
  };
}

/** Every step with a button of a procedure, from a state in which somebody may take it. */
export function openSteps({ definition }: ProcedureKit, people: readonly Person[]): Open[] {
  const records = playedEvery(definition, towns, GIVEN[definition.id] ?? {}, short);
  return Object.entries(definition.steps).flatMap(([name, step]): Open[] => {
    if (step.from === "start" || !hasButton(step)) return [];
    for (const record of records) {
      const at = { now: START + 3_600_000, programme: towns, evidence: PHOTOS };
      const who = people.filter((actor) => offered(definition, record, { ...at, actor }).includes(name));
      if (who.length > 0) return [{ record, name, step, who }];
    }
    return [];
  });
}

/** A record in one of these states; any for a step that begins one. */
export function inState({ definition }: ProcedureKit, from: Step["from"]): ProcedureRecord | undefined {
  const records = playedEvery(definition, towns, GIVEN[definition.id] ?? {}, short);
  return records.find(({ state }) => from === "start" || from.includes(state));
}

/** What a person fills into the boxes of a step's form. */
export function filledIn(
  { definition }: ProcedureKit,
  { asks }: Step,
  actor: Person,
  record: ProcedureRecord,
) {
  const given = GIVEN[definition.id] ?? {};
  const all = inputsFor(asks, { programme: towns, words: short, given, record, actor });
  return Object.fromEntries(Object.entries(all).filter(([box]) => isBox(asks, box)));
}

function isBox(asks: Step["asks"], box: string): boolean {
  const kind = asks[box.split(".")[0] ?? ""]?.kind;
  return kind !== undefined && kind !== "given" && kind !== "evidence";
}
