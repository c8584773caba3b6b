import { isDeepStrictEqual } from "node:util";
import type { Procedure } from "../../../src/domain/procedure/definition.ts";
import { type Asks, boxOf, type Field, optionsOf } from "../../../src/domain/procedure/field.ts";
import type { ProcedureRecord, Values } from "../../../src/domain/procedure/record.ts";
import { begin, take } from "../../../src/domain/procedure/take.ts";
import { type Person, ROLES } from "../../../src/domain/programme/people.ts";
import { countyOf, type Programme } from "../../../src/domain/programme/programme.ts";

// A record in any state of its procedure, reached by the shortest way, with all inputs at full length.

export const START = Date.UTC(2026, 9, 12, 2);
const A_YEAR = 366 * 86_400_000;

/** Procedures whose records are of a year, which is their `ref`. */
const OF_A_YEAR = ["annual", "appraisal", "assessment", "award", "calendar", "commendation", "plan"];

/** What one form of a record holds, of the form that holds most. */
export function longestForm({ steps }: Procedure, { data }: ProcedureRecord): Values {
  const forms = Object.values(steps).map(({ asks }) =>
    Object.fromEntries(Object.entries(data).filter(([name]) => name in asks)),
  );
  const size = (form: Values) => JSON.stringify(form).length;
  return forms.reduce((most, form) => (size(form) > size(most) ? form : most), {});
}

/** One person for each post that may be involved in a town's record, and a second one of the office. */
export function everyone(programme: Programme): Person[] {
  const [town] = programme.towns;
  if (!town) throw new Error("a programme without towns");
  const areas: Record<string, string> = {
    town_official: town.slug,
    town_principal: town.slug,
    county_reviewer: countyOf(programme, town).slug,
    county_principal: countyOf(programme, town).slug,
    department: programme.departments[0]?.slug ?? "",
  };
  const people = ROLES.map((role, i): Person => {
    return { openId: `ou_${i}`, name: `同志${i}`, role, area: areas[role] ?? "", locale: "zh-CN" };
  });
  return [...people, { openId: "ou_9", name: "另一位", role: "city_office", area: "", locale: "zh-CN" }];
}

/** A text of so many characters. */
type Words = (n: number) => string;

const FULL: Words = (n) => "字".repeat(n);

type Play = { programme: Programme; words: Words; given: Record<string, unknown> };

/** What was played before: with the same words the same steps lead to the same records. */
const before = new WeakMap<Procedure, Array<{ play: Play; records: readonly ProcedureRecord[] }>>();

/** A record of this procedure in each state reachable by steps, with the values the code would supply. */
export function playedTo(...of: Parameters<typeof playedEvery>): Map<string, ProcedureRecord> {
  const every = playedEvery(...of);
  return new Map(every.toReversed().map((record) => [record.state, record]));
}

/** A record in every state, after each step that leads there; played once in a process. */
export function playedEvery(
  definition: Procedure,
  programme: Programme,
  given: Record<string, unknown>,
  words = FULL,
): readonly ProcedureRecord[] {
  const plays = before.get(definition) ?? [];
  const known = plays.find(
    ({ play }) =>
      play.programme === programme && play.words === words && isDeepStrictEqual(play.given, given),
  );
  if (known) return known.records;
  const play = { programme, words, given };
  // What the pack leaves out was begun before it did.
  const records = played(definition, { ...play, programme: usingAll(programme) });
  before.set(definition, [...plays, { play, records }]);
  return records;
}

function usingAll(programme: Programme): Programme {
  const used = Object.entries(programme.procedures).map(([id, one]) => [id, { ...one, off: false }] as const);
  return { ...programme, procedures: Object.fromEntries(used) };
}

function played(definition: Procedure, { programme, words, given }: Play): ProcedureRecord[] {
  const found = new Map<string, ProcedureRecord>();
  const [town] = programme.towns;
  const ref = OF_A_YEAR.includes(definition.id) ? "2026" : "";
  const origin = { id: "0123456789abcdef", town: town?.slug ?? "", period: "2026Q3", ref };
  const inputs = (asks: Asks, record: ProcedureRecord | null, actor: Person | null) =>
    inputsFor(asks, { programme, words, given, record, actor });
  const at = (actor: Person | null, n: number) => ({
    actor,
    now: START + n * 60_000,
    programme,
    // Steps that need more than the ones before find it.
    evidence: 3 + n,
  });
  const fullest = new Map<string, ProcedureRecord>();
  const keep = (record: ProcedureRecord) => {
    const key = `${record.state} ${record.log.at(-1)?.step}`;
    if (!found.has(key)) found.set(key, record);
    // Where a step needs what several others filled in, it is taken from the fullest record of its state.
    if (filledIn(record) <= filledIn(fullest.get(record.state))) return;
    fullest.set(record.state, record);
  };
  const steps = Object.entries(definition.steps);
  for (const actor of everyone(programme))
    for (const [name, { asks }] of steps) {
      const taken = begin(definition, origin, name, inputs(asks, null, actor), at(actor, 0));
      if (taken.ok) keep(taken.record);
    }
  const tried = new Set<ProcedureRecord>();
  const untried = () => [...found.values(), ...fullest.values()].filter((record) => !tried.has(record));
  for (let records = untried(); records.length > 0; records = untried())
    for (const record of records) {
      tried.add(record);
      const open = steps.filter(([, { from }]) => from !== "start" && from.includes(record.state));
      for (const actor of [...everyone(programme), null])
        for (const [name, { asks }] of open) {
          // Automatic steps are last: a year later all of them are due.
          const when = actor ? at(actor, record.revision) : { ...at(null, 0), now: START + A_YEAR };
          const taken = take(definition, record, name, inputs(asks, record, actor), when);
          if (taken.ok) keep(taken.record);
        }
    }
  return [...found.values()].map((record, i) => ({
    ...record,
    id: `0123456789abcd${String(i).padStart(2, "0")}`,
  }));
}

/** The number of values filled in so far; 0 without a record. */
function filledIn(record: ProcedureRecord | undefined): number {
  return Object.keys(record?.data ?? {}).length;
}

/** What a person would fill into these fields, at full length, beside what the code supplies. */
export function inputsFor(asks: Asks, filling: Filling): Record<string, unknown> {
  return { ...fill(asks, filling), ...filling.given };
}

export type Filling = Play & {
  record: ProcedureRecord | null;
  actor: Person | null;
};

export function fill(asks: Asks, filling: Filling): Record<string, unknown> {
  const { programme, record } = filling;
  return Object.fromEntries(
    Object.entries(asks).flatMap(
      ([name, field]): Array<[string, unknown]> =>
        field.kind === "figures"
          ? field.of(programme, record, null).map(({ id }, i) => [boxOf(name, id), String(90 - i)])
          : [[name, sample(field, filling)]],
    ),
  );
}

function sample(field: Field, { programme, words, given, record, actor }: Filling): unknown {
  switch (field.kind) {
    case "words":
      return words(field.longest);
    case "amount":
      return "8,820";
    case "percent":
      return "100%";
    case "area":
      return "3.5";
    case "count":
    case "number":
      return "12";
    case "day":
      return "2026-12-31";
    case "choice": {
      const options = optionsOf(field, given, record, { programme, actor });
      return field.many ? options.map(({ id }) => id) : options[0]?.id;
    }
    default:
      return undefined;
  }
}
