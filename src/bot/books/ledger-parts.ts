import { receiverName } from "../../../cards/receiver.ts";
import { recordTitle } from "../../../cards/record/facts.ts";
import { kitOf, type ProcedureKit } from "../../../cards/record/kit.ts";
import { stateName, stepName } from "../../../cards/record/state-name.ts";
import { listRecords } from "../../../db/records.ts";
import type { Deps } from "../../deps.ts";
import { shanghaiDay } from "../../domain/calendar/shanghai-time.ts";
import { type Colour, isOff, stateOf } from "../../domain/procedure/definition.ts";
import { openness } from "../../domain/procedure/keys.ts";
import { type Owed, owed } from "../../domain/procedure/owed.ts";
import { beginning, type ProcedureRecord } from "../../domain/procedure/record.ts";
import type { Locale } from "../../domain/programme/people.ts";
import { isOverdue } from "../../domain/task/lights.ts";
import { TASK_PROCEDURES, taskOf } from "../../domain/task/task.ts";
import type { Tone } from "../../export/book/book.ts";
import type { LedgerItem, LedgerPart } from "../../export/books/ledger-book.ts";
import { personOf } from "../roster/people.ts";

/** What an office keeps a 台账 of: what somebody has to do by a day, until it is closed. */
const KEPT = ["supervision", "rectification", "promise", "guidance", "acceptance"];
const TONES: Record<Colour, Tone> = {
  ...{ blue: "blue", turquoise: "blue", green: "green", yellow: "yellow", orange: "yellow", red: "red" },
  grey: "grey",
};

/** The records of each kind, open ones first, then by due day. */
export async function ledgerParts(deps: Deps, locale: Locale): Promise<LedgerPart[]> {
  const kits = KEPT.flatMap((id) => kitOf(deps.procedures, id) ?? []).filter(
    ({ definition }) => !isOff(definition, deps.programme),
  );
  return Promise.all(
    kits.map(async (kit) => {
      const records = await listRecords(deps.db, { procedure: kit.definition.id });
      const items = await Promise.all(records.map((record) => itemOf(deps, kit, record, locale)));
      return { name: kit.words[locale].name, items: items.toSorted(byUrgency) };
    }),
  );
}

function byUrgency(a: LedgerItem, b: LedgerItem): number {
  const open = ({ ended }: LedgerItem) => Number(ended !== null);
  return open(a) - open(b) || (a.due ?? "9").localeCompare(b.due ?? "9");
}

async function itemOf(
  deps: Deps,
  kit: ProcedureKit,
  record: ProcedureRecord,
  locale: Locale,
): Promise<LedgerItem> {
  const { definition } = kit;
  const { programme, clock } = deps;
  const today = shanghaiDay(clock.now());
  const state = stateOf(definition, record.state);
  const [next] = owed(definition, record, programme);
  const last = record.log.at(-1);
  const due = dueOf(record, next);
  const overdue = openness(definition, record).open && isLate(record, due, today);
  return {
    town: record.town,
    title: recordTitle({ programme, kit, record, locale }),
    state: stateName(kit, record, locale),
    tone: TONES[state.colour],
    owner: next ? await ownerOf(deps, next, locale) : "",
    begun: shanghaiDay(beginning(record).at),
    due,
    overdue,
    last: last ? `${shanghaiDay(last.at)} ${stepName(kit, last.step, locale)}` : "",
    ended: state.ends ? shanghaiDay(last?.at ?? 0) : null,
  };
}

/** Of a task its own day; of anything else the day its next step is due. */
function dueOf(record: ProcedureRecord, next: Owed | undefined): string | null {
  return TASK_PROCEDURES.includes(record.procedure) ? taskOf(record).due : (next?.due ?? record.due);
}

function isLate(record: ProcedureRecord, due: string | null, today: string): boolean {
  if (TASK_PROCEDURES.includes(record.procedure)) return isOverdue(taskOf(record), today);
  return due !== null && due < today;
}

/** The post that owes the next step; a person that a field names by their post. */
async function ownerOf(deps: Deps, { to }: Owed, locale: Locale): Promise<string> {
  const person = "openId" in to ? await personOf(deps, to.openId) : { ...to, openId: "", name: "", locale };
  return receiverName({ kind: "person", person }, deps.programme, locale);
}
