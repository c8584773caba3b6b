import { asOf } from "../../../cards/living/living.ts";
import { wordsOfKits } from "../../../cards/record/record-words.ts";
import { type SoughtRecord, soughtCard } from "../../../cards/record/sought.ts";
import { oversightText } from "../../../cards/text/oversight.ts";
import { listRecords } from "../../../db/records.ts";
import type { Deps } from "../../deps.ts";
import { type PeriodId, periodDays } from "../../domain/calendar/period.ts";
import { shanghaiDay } from "../../domain/calendar/shanghai-time.ts";
import { isConfidential, maySeeRecord } from "../../domain/procedure/owed.ts";
import type { ProcedureRecord } from "../../domain/procedure/record.ts";
import { type Person, townsOf } from "../../domain/programme/people.ts";
import type { Town } from "../../domain/programme/programme.ts";
import { topicSubject } from "../../domain/question/follow-up.ts";
import type { Intent } from "../../domain/question/intent.ts";
import type { RecordWords } from "../../domain/question/record-words.ts";
import { doneAt, isAbout, isSought, mayLack, recordOn, type Sought } from "../../domain/question/sought.ts";
import type { Asker } from "../roster/asker.ts";
import type { Reply } from "../sending/enqueue-message.ts";

type Asked = Extract<Intent, { kind: "sought" }>;

/**
 * "谁还没签收", "离石的奖补到账了没有": the records the asker may see that stand so. Others read along in a group: there it is
 * answered to the city's own two only, and without what is confidential.
 */
export async function answerSought(deps: Deps, { person, chat }: Asker, asked: Asked): Promise<Reply> {
  const { sought, towns, period } = asked;
  const shared = chat !== null;
  const here = !shared || chat.kind === "leading_group" || chat.kind === "office";
  if (!here) return { text: oversightText(person.locale).inPrivate };
  const now = deps.clock.now();
  const today = shanghaiDay(now);
  const { looked, without, day } = await lookedAt(deps, person, asked, shared, today);
  const [only, more] = looked.filter(({ found }) => found || asked.why);
  if (asked.why && only && !more && !shared) return { living: { kind: "record", subject: only.record.id } };
  const card = soughtCard({
    ...{ programme: deps.programme, kits: deps.procedures, sought, towns, looked, without, day },
    one: asked.one === true || asked.why === true,
    opens: !shared,
    locale: person.locale,
  });
  const whom = towns.length > 0 ? { towns: [...towns] } : ("all" as const);
  const subject = topicSubject({ whom, sought, ...(period ? { period } : {}) });
  return { card: asOf(card, now, person.locale), stands: { kind: "sought", subject } };
}

async function lookedAt(
  deps: Deps,
  person: Person,
  { sought, towns, period }: Asked,
  shared: boolean,
  today: string,
): Promise<{ looked: SoughtRecord[]; without: Town[]; day: string | null }> {
  const all = wordsOfKits(deps.procedures).filter(({ definition }) => sought.of.includes(definition.id));
  const words = new Map(all.map((one) => [one.definition.id, one]));
  const slugs = new Set(towns.map(({ slug }) => slug));
  const records = (await listRecords(deps.db, { procedures: [...words.keys()] })).filter((record) => {
    const definition = words.get(record.procedure)?.definition;
    return (
      definition !== undefined &&
      (slugs.size === 0 || slugs.has(record.town)) &&
      maySeeRecord(definition, record, person, deps.programme) &&
      !(shared && isConfidential(definition, record))
    );
  });
  const { these, day } = ofTime(records, period, today);
  const at = { programme: deps.programme, today };
  const looked = these.flatMap((record) => {
    const own = words.get(record.procedure);
    return own && isAbout(sought, own, record) ? [judged(sought, own, record, at)] : [];
  });
  const lacks = all.some((one) => mayLack(sought, one)) && slugs.size === 0 && day === null;
  const held = new Set(these.map(({ town }) => town));
  const without = lacks ? townsOf(person, deps.programme).filter(({ slug }) => !held.has(slug)) : [];
  return { looked: looked.toSorted(byDue), without, day };
}

function byDue(a: SoughtRecord, b: SoughtRecord): number {
  return (a.record.due ?? "9").localeCompare(b.record.due ?? "9");
}

/** Records of the quarter that was named, where any is of one; else as they stood at its end, if that is past. */
function ofTime(records: ProcedureRecord[], period: PeriodId | undefined, today: string) {
  if (period === undefined) return { these: records, day: null };
  const ofQuarter = records.filter((record) => record.period === period);
  const { last } = periodDays(period);
  if (ofQuarter.length > 0 || last >= today)
    return { these: ofQuarter.length > 0 ? ofQuarter : records, day: null };
  const isOn = (at: number) => shanghaiDay(at) <= last;
  return { these: records.flatMap((record) => recordOn(record, last, isOn) ?? []), day: last };
}

function judged(
  sought: Sought,
  words: RecordWords,
  record: ProcedureRecord,
  at: Parameters<typeof isSought>[3],
): SoughtRecord {
  return {
    record,
    found: isSought(sought, words, record, at),
    by: sought.is === "done" ? doneAt(words, sought.word, record) : null,
  };
}
