import { kitOf, type ProcedureKit } from "../../../cards/record/kit.ts";
import { refusalText } from "../../../cards/record/refusal.ts";
import { wordingText } from "../../../cards/text/not-understood.ts";
import { noticeText } from "../../../cards/text/notices.ts";
import { recordText } from "../../../cards/text/record.ts";
import { latestPeriod } from "../../../db/periods.ts";
import { findRecordByKey } from "../../../db/records.ts";
import type { Deps } from "../../deps.ts";
import { quarterAt } from "../../domain/calendar/period.ts";
import { naming } from "../../domain/pack/naming.ts";
import { isOff, type Procedure } from "../../domain/procedure/definition.ts";
import type { Asks } from "../../domain/procedure/field.ts";
import { keyOf } from "../../domain/procedure/keys.ts";
import { objection } from "../../domain/procedure/objection.ts";
import { maySeeRecord } from "../../domain/procedure/owed.ts";
import { roleOf } from "../../domain/procedure/posts.ts";
import { question } from "../../domain/procedure/question.ts";
import type { Origin } from "../../domain/procedure/record.ts";
import type { Person, Role } from "../../domain/programme/people.ts";
import { type Filling, filledFrom } from "../../domain/question/filled-from.ts";
import type { Intent } from "../../domain/question/intent.ts";
import { whyNone } from "../procedures/away.ts";
import { givenTo } from "../procedures/effects.ts";
import { listCard } from "../procedures/lists.ts";
import { newRecordForm, startsOf } from "../procedures/new-record.ts";
import type { Asker } from "../roster/asker.ts";
import type { Reply } from "../sending/enqueue-message.ts";

/** Their forms do not ask which town they are about. */
const OF_ONE_TOWN: readonly string[] = [naming.id, question.id];

type About = Pick<Origin, "town" | "period" | "ref">;

/**
 * "新建督办事项", "咨询财政局：…": the form, with what the sentence says in it, in private; the record where one is open already;
 * else who may begin one. Several that go by the same name are listed, each with its button.
 */
export async function answerBegin(
  deps: Deps,
  { person, chat }: Asker,
  { of, towns }: Extract<Intent, { kind: "begin" }>,
  typed: string,
): Promise<Reply> {
  if (chat !== null) return { text: noticeText[person.locale].inPrivate };
  const kits = of.flatMap((id) => kitOf(deps.procedures, id) ?? []);
  const [first] = kits;
  if (!first) throw new Error(`no procedure ${of.join()}`);
  const about = await originOf(deps, person, first, towns[0]?.slug);
  const mine = kits.filter(({ definition }) => startsFor(deps, definition, about, person).length > 0);
  const [kit, other] = mine;
  if (!kit) return { text: whoMay(deps, first, person) };
  if (about.town === "" && OF_ONE_TOWN.includes(kit.definition.id))
    return { text: recordText(person.locale).saysNoTown(kit.words[person.locale].name) };
  if (other) {
    const card = await listCard(deps, person, "all", 1);
    return { card, stands: { kind: "record_list", subject: "all" } };
  }
  return formOf(deps, person, kit, about, { typed, towns, programme: deps.programme });
}

async function formOf(
  deps: Deps,
  person: Person,
  kit: ProcedureKit,
  about: About,
  said: Pick<Filling, "typed" | "towns" | "programme">,
): Promise<Reply> {
  const { definition } = kit;
  const key = keyOf(definition, { ...about, id: "", data: {} });
  const open = await findRecordByKey(deps.db, key);
  if (open && maySeeRecord(definition, open, person, deps.programme))
    return { living: { kind: "record", subject: open.id } };
  const away = await whyNone(deps, definition, about, person);
  if (away) return { text: refusalText(kit, away, person.locale) };
  const [step = ""] = startsFor(deps, definition, about, person);
  const asking = { about, record: null, typed: {}, actor: person };
  const given = await givenTo(deps, `${definition.id}.${step}`, asking);
  if (typeof given.barred === "string")
    return { text: refusalText(kit, { reason: given.barred }, person.locale) };
  const at = { ...said, given, actor: person, now: deps.clock.now() };
  const asks = definition.steps[step]?.asks ?? {};
  const typed = { ...filledFrom(asks, at), ...wordedIn(kit, asks, said.typed) };
  const card = await newRecordForm(deps, person, definition.id, about, { again: { typed } });
  if (!card) return { text: whoMay(deps, kit, person) };
  return { card, stands: { kind: "record_new", subject: "" } };
}

/** The choices that have words of their own, where the sentence says just one of these: 约谈, not 提醒 or 问责. */
function wordedIn(kit: ProcedureKit, asks: Asks, typed: string): Record<string, string> {
  const worded = Object.entries(kit.words["zh-CN"].choices ?? {}).filter(([field]) => field in asks);
  const saying = worded.flatMap(([field, choices]) => {
    const [only, more] = Object.entries(choices).filter(([, words]) => typed.includes(words));
    return only && !more ? [[field, only[0]] as const] : [];
  });
  return Object.fromEntries(saying);
}

/**
 * A town's people begin for their own town; of others the form asks, unless it is about the one named. An objection is to
 * the quarter, a question about what is known of the town in it.
 */
async function originOf(
  deps: Deps,
  person: Person,
  { definition }: ProcedureKit,
  named = "",
): Promise<About> {
  const own = person.role === "town_official" ? person.area : "";
  const asksTown = Object.values(definition.steps).some(
    ({ from, asks }) => from === "start" && ("town" in asks || "towns" in asks),
  );
  const town = own === "" && !asksTown ? named : own;
  if (definition.id !== objection.id && definition.id !== question.id) return { town, period: "", ref: "" };
  const period = (await latestPeriod(deps.db))?.id ?? quarterAt(deps.clock.now());
  return definition.id === objection.id
    ? { town, period, ref: "" }
    : { town, period: "", ref: town === "" ? "" : `${period}/${town}` };
}

function startsFor({ programme, clock }: Deps, definition: Procedure, about: About, actor: Person): string[] {
  return startsOf(definition, about, { actor, now: clock.now(), programme, evidence: 0 });
}

function whoMay({ programme }: Deps, kit: ProcedureKit, { locale }: Person): string {
  if (isOff(kit.definition, programme)) return refusalText(kit, { reason: "switched_off" }, locale);
  const starts = Object.values(kit.definition.steps).filter(({ from, along }) => from === "start" && !along);
  const roles = starts.flatMap(({ who }) =>
    who.flatMap((post): Role[] => (typeof post === "string" ? [roleOf(post)] : [])),
  );
  const names = [...new Set(roles)].map((role) => wordingText(locale).roles[role]);
  return recordText(locale).begunBy(kit.words[locale].name, names);
}
