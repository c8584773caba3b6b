import { momentName } from "../../../../cards/names.ts";
import { urgentText } from "../../../../cards/text/urgent.ts";
import { latestPeriod } from "../../../../db/periods.ts";
import { listRecords } from "../../../../db/records.ts";
import { listReports } from "../../../../db/reports.ts";
import { holders } from "../../../../db/roster.ts";
import type { Deps } from "../../../deps.ts";
import type { Offered } from "../../../domain/procedure/field.ts";
import { placeChoice } from "../../../domain/procedure/place-choice.ts";
import { beginning, lastTaken, type ProcedureRecord } from "../../../domain/procedure/record.ts";
import { mayApprove, mayEnd, urgentFacts } from "../../../domain/procedure/urgent.ts";
import type { Locale, Person } from "../../../domain/programme/people.ts";
import type { Programme } from "../../../domain/programme/programme.ts";
import { refuse } from "../../../domain/quarter/may.ts";
import { timetable } from "../../../domain/quarter/timetable.ts";
import { urgentEnds, urgentSpans } from "../../../domain/urgent/urgent-times.ts";
import { townStates } from "../../quarter/progress.ts";
import { cityOffice, townOfficials } from "../../roster/people.ts";
import { enqueueForPost } from "../../sending/enqueue-message.ts";
import { presentPack, programmeIn } from "../../stages/still-in.ts";
import type { Effect, Given } from "./effect.ts";
import { personChoice } from "./person-choice.ts";

/** The choice "all towns that have not reported"; no town slug starts with `@`. */
const ALL_MISSING = "@missing";

/**
 * Choices of receivers, approvers and end times, the number of urgent messages so far, and the receivers of
 * the current choice.
 */
export const urgentDraft: Given = async (deps, { typed, actor }) => {
  const [missing, approvers, price] = await Promise.all([
    missingTowns(deps),
    actor ? approversFor(deps, actor) : [],
    priceNow(deps),
  ]);
  const chosen = Array.isArray(typed.towns) ? typed.towns : [typed.towns];
  const wanted = new Set([...chosen, ...(chosen.includes(ALL_MISSING) ? missing : [])]);
  const to = deps.programme.towns.map(({ slug }) => slug).filter((slug) => wanted.has(slug));
  const officials = await Promise.all(to.map((town) => townOfficials(deps, town)));
  return {
    places: placesToChoose(await presentPack(deps), missing.length),
    approvers: approvers.map((person) => personChoice(deps, person)),
    ends: endsToChoose(deps.clock.now(), typed.until),
    to,
    receivers: officials.flat().length,
    ...price,
  };
};

/** The towns that have not reported since the proposal, and the number of receivers. */
export const townsLeft: Given = async (deps, { record }) => {
  if (!record) return { sendTo: [], officials: 0 };
  const settled = await settledTowns(deps, record);
  const sendTo = urgentFacts(record).to.filter((town) => !settled.has(town));
  const officials = await Promise.all(sendTo.map((town) => townOfficials(deps, town)));
  return { sendTo, officials: officials.flat().length };
};

/** Sends the card to every official of the remaining towns, each marked urgent. */
export const sendToTowns: Effect = async (deps, { after }) => {
  const { sendTo, words, until } = urgentFacts(after);
  const fallbackIn = (locale: Locale) => urgentText(locale).newsFallback(words, momentName(until, locale));
  return {
    outbox: sendTo.map((area) => {
      const subject = townSubject(after.id, area);
      const post = { role: "town_official", area } as const;
      const card = { kind: "urgent_news", subject } as const;
      return enqueueForPost(post, card, subject, fallbackIn, deps.clock.now());
    }),
  };
};

/** After the end time every town's card says that the message is over. */
export const endForTowns: Effect = async (_, { after }) => ({
  touched: urgentFacts(after).sendTo.map((town) => townSubject(after.id, town)),
});

/** The subject of the cards to one town's officials. */
function townSubject(id: string, town: string): string {
  return `urgent ${id}/${town}`;
}

/**
 * Towns whose report of the open quarter was submitted after the proposal. For a town that had reported
 * before, the message must be about something else, so it lasts until its end time.
 */
export async function settledTowns(deps: Deps, record: ProcedureRecord): Promise<Set<string>> {
  const period = await latestPeriod(deps.db);
  const reports = period ? await listReports(deps.db, period.id) : [];
  const settled = reports.filter(
    ({ submittedAt, status }) =>
      (status === "submitted" || status === "approved") &&
      submittedAt !== null &&
      submittedAt >= beginning(record).at,
  );
  return new Set(settled.map(({ town }) => town));
}

/** The people who may approve this person's proposal. */
export async function approversFor(deps: Deps, proposer: Person): Promise<Person[]> {
  const all = [...(await cityOffice(deps)), ...(await holders(deps.db, "leader"))];
  return all.filter((person) => mayApprove(person, proposer.openId));
}

function placesToChoose({ towns }: Programme, missing: number): Offered {
  const all = urgentText("zh-CN").allMissing(missing);
  return [
    ...(missing > 0 ? [{ id: ALL_MISSING, name: all, nameEn: urgentText("en").allMissing(missing) }] : []),
    ...towns.map(placeChoice),
  ];
}

/** The usual end times, and the one that an earlier form offered. */
function endsToChoose(now: number, typed: unknown): Offered {
  const usual = urgentEnds(now);
  const earlier = Number(typed);
  const ends = usual.includes(earlier) || !mayEnd(earlier, now) ? usual : [...usual, earlier];
  return ends.map((at) => ({
    id: String(at),
    name: momentName(at, "zh-CN"),
    nameEn: momentName(at, "en"),
  }));
}

/** The number of urgent messages sent this month and this quarter; one to several towns counts once. */
async function priceNow({ db, clock }: Deps): Promise<{ month: number; quarter: number }> {
  const spans = urgentSpans(clock.now());
  const records = await listRecords(db, { procedure: "urgent", openOrSince: spans.quarter });
  const sent = records.map((record) => lastTaken(record, "approve")?.at ?? 0);
  const since = (from: number) => sent.filter((at) => at >= from).length;
  return { month: since(spans.month), quarter: since(spans.quarter) };
}

async function missingTowns(deps: Deps): Promise<string[]> {
  const period = await latestPeriod(deps.db);
  if (!period) return [];
  const quarter = timetable(period.id, deps.programme, period, deps.clock.now());
  if (refuse("urge", "city_office", quarter)) return [];
  const states = await townStates(deps, period.id, (await programmeIn(deps, period.id)).towns);
  return states
    .filter(({ state }) => state !== "submitted" && state !== "approved")
    .map(({ town }) => town.slug);
}
