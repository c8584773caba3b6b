import { kitOf } from "../../../cards/record/kit.ts";
import { oversightText } from "../../../cards/text/oversight.ts";
import type { Deps } from "../../deps.ts";
import { areaLedger } from "../../domain/area-ledger/area-ledger.ts";
import { listing } from "../../domain/oversight/listing.ts";
import { perTown } from "../../domain/procedure/keys.ts";
import { type Person, townsOf } from "../../domain/programme/people.ts";
import type { Town } from "../../domain/programme/programme.ts";
import type { Intent } from "../../domain/question/intent.ts";
import { listCard, recordsCard, recordsIn } from "../procedures/lists.ts";
import { newRecordForm } from "../procedures/new-record.ts";
import type { Asker } from "../roster/asker.ts";
import type { Reply } from "../sending/enqueue-message.ts";
import { answerSought } from "./sought-answer.ts";

/** "谁被约谈", "红黑榜": the records the asker may see, in private only; a town's only one as itself. */
export async function answerRecords(
  deps: Deps,
  { person, chat }: Asker,
  { of, town, area, one, period }: Extract<Intent, { kind: "records" }>,
): Promise<Reply> {
  const scope = scopeOf(person, of, town);
  if (chat !== null) return { text: oversightText(person.locale).inPrivate };
  if (period !== undefined) {
    const sought = { of: [scope], word: "", is: "any" as const };
    return answerSought(
      deps,
      { person, chat },
      { kind: "sought", sought, towns: [town ?? []].flat(), period },
    );
  }
  const towns = town ? new Set([town.slug]) : null;
  if (area !== undefined) return answerLedger(deps, person, area, town);
  const only = (await theOne(deps, person, scope, town)) ?? (one ? await theOnly(deps, person, scope) : null);
  if (only) return only;
  // Of a town that is named there may be records the asker does not see.
  if (town && (await recordsIn(deps, person, scope, towns)).length === 0) {
    const sought = { of: [scope], word: "", is: "any" as const };
    return answerSought(deps, { person, chat }, { kind: "sought", sought, towns: [town] });
  }
  const card = await listCard(deps, person, scope, 1, towns);
  return { card, stands: { kind: "record_list", subject: scope } };
}

/** The only record there is. */
async function theOnly(deps: Deps, person: Person, scope: string): Promise<Reply | null> {
  const [only, more] = await recordsIn(deps, person, scope, null);
  return only && !more ? { living: { kind: "record", subject: only.id } } : null;
}

/**
 * The only record of the town that is named; of a procedure that has one for each town that of the asker's only town, or
 * the form that begins it. Null where there are several, or none.
 */
async function theOne(
  deps: Deps,
  person: Person,
  scope: string,
  town: Town | undefined,
): Promise<Reply | null> {
  const definition = kitOf(deps.procedures, scope)?.definition;
  const single = definition !== undefined && perTown(definition) === "one";
  const [own, other] = townsOf(person, deps.programme);
  const of = town ?? (single && !other ? own : undefined);
  if (!of) return null;
  const [only, more] = await recordsIn(deps, person, scope, new Set([of.slug]));
  if (only) return more ? null : { living: { kind: "record", subject: only.id } };
  // What a county begins on purpose for a chosen town is not begun by asking how far it is.
  const chosen =
    person.area !== of.slug &&
    Object.values(definition?.steps ?? {}).some(({ from, asks }) => from === "start" && asks.town);
  const mayBegin = single && !chosen && [own, other].includes(of) && !other;
  const origin = { town: of.slug, period: "", ref: "" };
  const form = mayBegin ? await newRecordForm(deps, person, scope, origin) : null;
  return form && { card: form, stands: { kind: "record_new", subject: "" } };
}

/** One area's ledger of a town; where there is none, the form that begins it for whoever may, else the list. */
async function answerLedger(
  deps: Deps,
  person: Person,
  area: string,
  town: Town | undefined,
): Promise<Reply> {
  const [own, other] = townsOf(person, deps.programme);
  const of = town ?? (other ? undefined : own);
  const found = await recordsIn(deps, person, areaLedger.id, of ? new Set([of.slug]) : null);
  const records = found.filter(({ data }) => data.area === area);
  const [only, more] = records;
  if (only && !more) return { living: { kind: "record", subject: only.id } };
  const origin = { town: of?.slug ?? "", period: "", ref: area };
  const form = only || !of ? null : await newRecordForm(deps, person, areaLedger.id, origin);
  if (form) return { card: form, stands: { kind: "record_new", subject: "" } };
  const card = recordsCard(deps, person, { scope: areaLedger.id, records, page: 1 });
  return { card, stands: { kind: "record_list", subject: areaLedger.id } };
}

/** The whole list is for those who decide; a town and its county have their own entry. */
function scopeOf({ role }: Person, of: Extract<Intent, { kind: "records" }>["of"], town?: Town): string {
  const whole = (role === "city_office" || role === "leader") && !town;
  return of === "honours" && !whole ? listing.id : of;
}
