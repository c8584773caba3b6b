import type { Card } from "../../../cards/card.ts";
import { asOf } from "../../../cards/living/living.ts";
import { originText } from "../../../cards/record/form.ts";
import { kitOf } from "../../../cards/record/kit.ts";
import { inOrder, LIGHT_SCOPES, type RecordListView, recordListCard } from "../../../cards/record/list.ts";
import { lightOn } from "../../../cards/record/state-name.ts";
import { causeId } from "../../../db/outbox.ts";
import { listRecords } from "../../../db/records.ts";
import type { Deps } from "../../deps.ts";
import { shanghaiDay, shanghaiYear } from "../../domain/calendar/shanghai-time.ts";
import { isOff, type Procedure, stateOf } from "../../domain/procedure/definition.ts";
import { perTown, withoutRecord } from "../../domain/procedure/keys.ts";
import {
  concerns,
  isConfidential,
  maySeeRecord,
  owed,
  waitsFor,
  waitsOn,
} from "../../domain/procedure/owed.ts";
import type { ProcedureRecord } from "../../domain/procedure/record.ts";
import { mayBegin, offered } from "../../domain/procedure/take.ts";
import { type Person, townsOf } from "../../domain/programme/people.ts";
import { isOfTowns } from "../../domain/programme/programme.ts";
import type { FeishuCallback } from "../../feishu/envelope.ts";
import type { CardAnswer } from "../sending/card-answer.ts";
import { showPrivately } from "../sending/show-privately.ts";
import { awayTowns, stillIn } from "../stages/still-in.ts";
import { kitFor } from "./record-view.ts";

/** The records that concern this person now, because they owe a step or follow it; the most urgent first. */
export async function recordsOf(deps: Deps, person: Person): Promise<ProcedureRecord[]> {
  const records = await listRecords(deps.db, { open: true });
  return records.filter((record) => {
    const kit = kitOf(deps.procedures, record.procedure);
    return kit ? concerns(kit.definition, record, person, deps.programme) : false;
  });
}

/**
 * The records of a scope that a person may see; `towns`: only of these, where given; `shared`: others read it too, so that
 * nothing confidential is in it.
 */
export async function recordsIn(
  deps: Deps,
  person: Person,
  scope: string,
  towns: ReadonlySet<string> | null,
  shared = false,
): Promise<ProcedureRecord[]> {
  const found = await (LIGHT_SCOPES.some((one) => one === scope) || kitOf(deps.procedures, scope)
    ? listed(deps, person, scope)
    : recordsOf(deps, person));
  const records = found.filter(
    (record) =>
      (towns === null || isOfTowns(deps.programme, towns, record.town)) &&
      !(shared && isConfidential(kitFor(deps, record).definition, record)),
  );
  return inOrder(lineView(deps, person), records);
}

async function listed(deps: Deps, person: Person, scope: string): Promise<ProcedureRecord[]> {
  const kits = deps.procedures.filter(
    ({ definition, light }) =>
      definition.id === scope || (LIGHT_SCOPES.some((one) => one === scope) && light !== undefined),
  );
  const records = await listRecords(deps.db, { procedures: kits.map(({ definition }) => definition.id) });
  const line = lineView(deps, person);
  return records.filter((record) => {
    const kit = kitFor(deps, record);
    const state = stateOf(kit.definition, record.state);
    if (!maySeeRecord(kit.definition, record, person, deps.programme)) return false;
    if (scope === "red") return lightOn({ ...line, kit, record })?.colour === "red";
    if (scope === "closed") return state.ends === true && state.colour === "green";
    return kit.light === undefined || !state.ends;
  });
}

function lineView({ programme, procedures, clock }: Deps, { locale }: Person) {
  return { programme, kits: procedures, now: clock.now(), locale };
}

/** Number of these records that wait for this person. */
function owedBy(deps: Deps, person: Person, records: readonly ProcedureRecord[]): number {
  const { programme, clock } = deps;
  const today = shanghaiDay(clock.now());
  return records.filter((record) =>
    owed(kitFor(deps, record).definition, record, programme).some(
      (one) => waitsFor(one, person) && waitsOn(one, today),
    ),
  ).length;
}

/** A list as a card, with what the reader may create, and steps they may take for several records at once. */
export async function listCard(
  deps: Deps,
  person: Person,
  scope: string,
  page: number,
  towns: ReadonlySet<string> | null = null,
  shared = false,
): Promise<Card> {
  const records = await recordsIn(deps, person, scope, towns, shared);
  // A list in a group has no such steps, because others read it too.
  if (towns !== null)
    return recordsCard(deps, person, {
      ...{ scope, records, page },
      ...(shared ? {} : await withoutIn(deps, person, scope, records, towns)),
    });
  return recordsCard(deps, person, {
    ...{ scope, records, page, begins: beginsFor(deps, person, scope, records, await awayTowns(deps)) },
    ...(await withoutIn(deps, person, scope, records)),
    ...(scope === "mine" ? { owes: owedBy(deps, person, records) } : {}),
    // Only records that wait for the reader; a press takes the step for exactly these.
    together: scope === "mine" ? togetherFor(deps, person, records) : [],
  });
}

/** A list's card for this person, with its time in the last line. */
export function recordsCard(
  deps: Deps,
  person: Person,
  list: Pick<
    RecordListView,
    "scope" | "records" | "page" | "owes" | "says" | "begins" | "together" | "without"
  >,
): Card {
  const card = recordListCard({ ...lineView(deps, person), ...list });
  return asOf(card, deps.clock.now(), person.locale);
}

/** Towns without such a record, where the procedure says so: as far as the reader may see, each has or owes one. */
async function withoutIn(
  deps: Deps,
  person: Person,
  scope: string,
  records: readonly ProcedureRecord[],
  of: ReadonlySet<string> | null = null,
): Promise<Pick<RecordListView, "without">> {
  const { procedures, programme, clock } = deps;
  const kit = kitOf(procedures, scope);
  if (!kit?.words[person.locale].without || isOff(kit.definition, programme)) return {};
  const year = shanghaiYear(clock.now());
  const seen = townsOf(person, programme).filter(({ slug }) => of === null || of.has(slug));
  const towns = await stillIn(deps, withoutRecord(kit.definition, records, seen, year));
  const ofCity = person.role === "city_office" || person.role === "leader";
  return towns.length > 0 ? { without: { towns, ofCity } } : {};
}

/**
 * The procedures with a button on this list of which this person may create records; a town's people for their own
 * town. On the list of one procedure that is its own, unless each of their towns has the one it may have.
 */
function beginsFor(
  { procedures, programme, clock }: Deps,
  person: Person,
  scope: string,
  records: readonly ProcedureRecord[],
  away: ReadonlyMap<string, unknown> = new Map(),
) {
  const now = clock.now();
  const town = person.role === "town_official" ? person.area : "";
  const towns = townsOf(person, programme).filter(({ slug }) => !away.has(slug));
  const at = { actor: person, now, programme, evidence: 0 };
  const origin = { town, period: "", ref: "" };
  const own = kitOf(procedures, scope);
  const ofOne = own !== undefined && own.inLists !== true;
  const isFull = (definition: Procedure) =>
    perTown(definition) === "one" &&
    withoutRecord(definition, records, towns, shanghaiYear(now)).length === 0;
  return procedures
    .filter((kit) => (ofOne ? kit === own && kit.inLists === "own" : kit.inLists === true))
    .filter(
      ({ definition }) =>
        Object.keys(definition.steps).some((step) => mayBegin(definition, step, origin, at)) &&
        !(ofOne && isFull(definition)) &&
        (definition.outlasts === true ||
          (town === "" ? towns.length > 0 || away.size === 0 : !away.has(town))),
    )
    .map(({ definition: { id } }) => ({ procedure: id, about: originText(origin) }));
}

/** Whether this procedure's list has a button with which this person creates a record. */
export function mayBeginIn(deps: Deps, person: Person, procedure: string): boolean {
  return beginsFor(deps, person, procedure, []).some((one) => one.procedure === procedure);
}

/** Steps this person may take for more than one of these records at once. */
function togetherFor(deps: Deps, person: Person, records: readonly ProcedureRecord[]) {
  return deps.procedures.flatMap(({ definition }) =>
    Object.keys(definition.steps)
      .filter((step) => definition.steps[step]?.together)
      .map((step) => ({ step, these: offeredIn(deps, person, records, definition.id, step) }))
      .filter(({ these }) => these.length > 1)
      .map(({ step, these }) => ({ procedure: definition.id, step, n: these.length, seen: seenOf(these) })),
  );
}

/** The records of a list for which this person may take a step now. */
export function offeredIn(
  deps: Deps,
  person: Person,
  records: readonly ProcedureRecord[],
  procedure: string,
  step: string,
): ProcedureRecord[] {
  const at = { actor: person, now: deps.clock.now(), programme: deps.programme, evidence: 0 };
  return records.filter(
    (record) =>
      record.procedure === procedure && offered(kitFor(deps, record).definition, record, at).includes(step),
  );
}

/** Identifies a list by its records and their revisions. */
export function seenOf(records: readonly ProcedureRecord[]): string {
  return causeId(
    records
      .map(({ id, revision }) => `${id}/${revision}`)
      .sort()
      .join(),
  ).slice(0, 16);
}

type Asked = { deps: Deps; event: FeishuCallback; person: Person };

/** Answers a press with a list; a press in a group is answered in private. */
export async function showList(
  { deps, event, person }: Asked,
  scope: string,
  page: number,
  say?: CardAnswer,
): Promise<CardAnswer> {
  const card = await listCard(deps, person, scope, page);
  const stands = { kind: "record_list", subject: scope } as const;
  return showPrivately(deps, event, person, { card, view: "overview", stands, ...(say ? { say } : {}) });
}
