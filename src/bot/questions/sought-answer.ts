import { asOf } from "../../../cards/living/living.ts";
import { kitOf } from "../../../cards/record/kit.ts";
import { wordsOfKits } from "../../../cards/record/record-words.ts";
import { type SoughtRecord, soughtCard } from "../../../cards/record/sought.ts";
import { oversightText } from "../../../cards/text/oversight.ts";
import { listRecords } from "../../../db/records.ts";
import type { Deps } from "../../deps.ts";
import { type PeriodId, periodDays } from "../../domain/calendar/period.ts";
import { shanghaiDay } from "../../domain/calendar/shanghai-time.ts";
import type { Procedure } from "../../domain/procedure/definition.ts";
import { withoutRecord } from "../../domain/procedure/keys.ts";
import { isConfidential, maySeeRecord, owed, waitsFor } from "../../domain/procedure/owed.ts";
import type { ProcedureRecord } from "../../domain/procedure/record.ts";
import { type Person, townsOf } from "../../domain/programme/people.ts";
import { countyOf, isOfTowns, type Programme, type Town } from "../../domain/programme/programme.ts";
import { topicSubject } from "../../domain/question/follow-up.ts";
import type { Intent } from "../../domain/question/intent.ts";
import type { RecordWords } from "../../domain/question/record-words.ts";
import {
  beganAt,
  doneAt,
  ITSELF,
  isAbout,
  isOfDepartment,
  isSought,
  ME,
  mayLack,
  recordOn,
  type Sought,
} from "../../domain/question/sought.ts";
import { isWithin, type Span } from "../../domain/question/span.ts";
import { foremost } from "../../domain/question/superlative.ts";
import { listCard, mayBeginIn } from "../procedures/lists.ts";
import type { Asker } from "../roster/asker.ts";
import type { Reply } from "../sending/enqueue-message.ts";
import { stillIn } from "../stages/still-in.ts";
import { MOST_SEARCHED, searchable } from "./search-records.ts";

type Asked = Extract<Intent, { kind: "sought" }>;

/**
 * "谁还没签收", "离石的奖补到账了没有": the records the asker may see that stand so. Others read along in a group: there it is
 * answered to the city's own two only, and without what is confidential.
 */
export async function answerSought(deps: Deps, { person, chat }: Asker, asked: Asked): Promise<Reply> {
  const { sought, towns, period, day: named } = asked;
  const shared = chat !== null;
  const here = !shared || chat.kind === "leading_group" || chat.kind === "office";
  if (!here) return { text: oversightText(person.locale).inPrivate };
  const now = deps.clock.now();
  const today = shanghaiDay(now);
  const { looked, without, day } = await lookedAt(deps, person, asked, shared, today);
  const all = looked.filter((each) => each.found);
  const best = sought.most ? foremost(sought.most, sought.is === "done", all) : null;
  const found = best ?? all;
  // Why it is not so is told by the record that does not stand so.
  const told = asked.why && found.length === 0;
  const [only, more] = told ? looked : found;
  const ofCity = person.role === "city_office" || person.role === "leader";
  // Who sees a part of them is told how many were compared.
  const itself = asked.why || (best === null ? sought.is === "any" || sought.is === "says" : ofCity);
  if (itself && only && !more && !shared && day === null && !asked.partial)
    return { living: { kind: "record", subject: only.record.id } };
  const [scope, other] = sought.of;
  if (
    sought.is === "any" &&
    looked.length === 0 &&
    scope &&
    !other &&
    !shared &&
    mayBeginIn(deps, person, scope)
  )
    return { card: await listCard(deps, person, scope, 1), stands: { kind: "record_list", subject: scope } };
  const card = soughtCard({
    ...{ programme: deps.programme, kits: deps.procedures, sought, towns, looked, without, day, best },
    on: asked.on ?? null,
    searched: asked.partial ? MOST_SEARCHED : null,
    one: asked.one === true || told === true,
    ofCity,
    opens: !shared,
    locale: person.locale,
  });
  const whom = towns.length > 0 ? { towns: [...towns] } : ("all" as const);
  const when = { ...(period ? { period } : {}), ...(named ? { day: named } : {}) };
  const subject = topicSubject({ whom, sought, ...when });
  return { card: asOf(card, now, person.locale), stands: { kind: "sought", subject } };
}

async function lookedAt(
  deps: Deps,
  person: Person,
  { sought, towns, period, day: named, on, ids }: Asked,
  shared: boolean,
  today: string,
): Promise<{ looked: SoughtRecord[]; without: Town[]; day: string | null }> {
  const all = wordsOfKits(deps.procedures).filter(({ definition }) => sought.of.includes(definition.id));
  const words = new Map(all.map((one) => [one.definition.id, one]));
  const slugs = new Set(towns.map(({ slug }) => slug));
  // An invitation is its addressee's, be it the town or its county.
  const places = new Set(
    towns.flatMap((town) => [`town.${town.slug}`, `county.${countyOf(deps.programme, town).slug}`]),
  );
  const stored =
    sought.is === "says" && !ids
      ? (await searchable(deps, person, towns)).all
      : await listRecords(deps.db, ids ? { ids } : { procedures: [...words.keys()] });
  const records = stored.filter((record) => {
    const definition = words.get(record.procedure)?.definition;
    return (
      definition !== undefined &&
      (slugs.size === 0 || isOf(deps.programme, record, slugs, places, sought.is === "any")) &&
      isBy(sought, definition, record, person, deps.programme) &&
      maySeeRecord(definition, record, person, deps.programme) &&
      !(shared && isConfidential(definition, record))
    );
  });
  const { these, day } = on
    ? { these: onDays(records, on), day: null }
    : named
      ? asOn(records, named)
      : ofTime(records, period, today);
  const at = { programme: deps.programme, today };
  const looked = these.flatMap((record) => {
    const own = words.get(record.procedure);
    return own && isAbout(sought, own, record) ? [judged(sought, own, record, at)] : [];
  });
  const [first] = all;
  const kit = first && kitOf(deps.procedures, first.definition.id);
  // A town that is named and has none is said to have none in the procedure's own words.
  const ofNamed = sought.is === "any" && slugs.size > 0 && kit?.words[person.locale].without !== undefined;
  const asked = all.some((one) => mayLack(sought, one)) && slugs.size === 0;
  const lacks = (asked || ofNamed) && day === null;
  const definition = first?.definition;
  const seen = townsOf(person, deps.programme).filter(({ slug }) => slugs.size === 0 || slugs.has(slug));
  const none = lacks && definition ? withoutRecord(definition, these, seen, Number(today.slice(0, 4))) : [];
  const without = await stillIn(deps, none);
  return { looked: looked.toSorted(byDue), without, day };
}

/** Whether a record is of one of these towns: by itself, by whom it is addressed to, or as one that is of all or of several. */
function isOf(
  programme: Programme,
  { town, data: { to, towns, host } }: ProcedureRecord,
  slugs: ReadonlySet<string>,
  places: ReadonlySet<string>,
  all: boolean,
): boolean {
  if (isOfTowns(programme, slugs, town) || places.has(String(to))) return true;
  // Where a meeting is held is said of all its invitations.
  if (slugs.has(String(host))) return true;
  if (Array.isArray(towns)) return towns.some((one) => slugs.has(String(one)));
  return all && town === "" && to === undefined;
}

function byDue(a: SoughtRecord, b: SoughtRecord): number {
  return (a.record.due ?? "9").localeCompare(b.record.due ?? "9");
}

/** Records of the quarter that was named; those of none as they stood at its end, if that is past. */
function ofTime(records: ProcedureRecord[], period: PeriodId | undefined, today: string) {
  if (period === undefined) return { these: records, day: null };
  const quarterOf = (record: ProcedureRecord) => record.period || record.data.quarter || "";
  const ofQuarter = records.filter((record) => quarterOf(record) === period);
  const ofNone = records.filter((record) => quarterOf(record) === "");
  if (ofQuarter.length > 0 || ofNone.length === 0) return { these: ofQuarter, day: null };
  const { last } = periodDays(period);
  return last >= today ? { these: ofNone, day: null } : asOn(ofNone, last);
}

/** What takes place on these days; its notices are told by the visit itself, to whoever sees it. */
function onDays(records: readonly ProcedureRecord[], on: Span): ProcedureRecord[] {
  const these = records.filter((record) => isWithin(record, on));
  const ids = new Set(these.map(({ id }) => id));
  return these.filter(({ ref }) => !ids.has(ref));
}

function asOn(records: ProcedureRecord[], day: string) {
  const isOn = (at: number) => shanghaiDay(at) <= day;
  return { these: records.flatMap((record) => recordOn(record, day, isOn) ?? []), day };
}

/** Whether a record is the department's that was named, or waits for the asker. */
function isBy(
  { by }: Sought,
  definition: Procedure,
  record: ProcedureRecord,
  person: Person,
  programme: Programme,
): boolean {
  if (by === undefined) return true;
  if (by === ME) return owed(definition, record, programme).some((one) => waitsFor(one, person));
  return by === `${ITSELF}${record.id}` || isOfDepartment(record, by);
}

/** What is asked may have a day of its own. */
const DATED: Partial<Record<Sought["is"], typeof doneAt>> = { done: doneAt, waits: beganAt };

function judged(
  sought: Sought,
  words: RecordWords,
  record: ProcedureRecord,
  at: Parameters<typeof isSought>[3],
): SoughtRecord {
  return {
    record,
    found: isSought(sought, words, record, at),
    by: DATED[sought.is]?.(words, sought.word, record) ?? null,
  };
}
