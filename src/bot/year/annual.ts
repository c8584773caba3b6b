import type { Action } from "../../../cards/action.ts";
import { asOf } from "../../../cards/living/living.ts";
import { nameOf } from "../../../cards/names.ts";
import { annualText } from "../../../cards/text/annual.ts";
import { noticeText } from "../../../cards/text/notices.ts";
import { annualCard } from "../../../cards/year/annual.ts";
import { findCard } from "../../../db/cards.ts";
import { commit } from "../../../db/commit.ts";
import { loadPlans } from "../../../db/periods.ts";
import { allPublications, latestPublication } from "../../../db/publications.ts";
import { findRecordByKey } from "../../../db/records.ts";
import type { Deps } from "../../deps.ts";
import { quarterAt, yearOf } from "../../domain/calendar/period.ts";
import { annual } from "../../domain/procedure/annual.ts";
import { appraisal, appraisalsOf } from "../../domain/procedure/appraisal.ts";
import { keyOf } from "../../domain/procedure/keys.ts";
import type { ProcedureRecord } from "../../domain/procedure/record.ts";
import type { Person } from "../../domain/programme/people.ts";
import { type AnnualTable, annualTable } from "../../domain/year/annual.ts";
import type { FeishuCallback } from "../../feishu/envelope.ts";
import type { Asker } from "../roster/asker.ts";
import { type CardAnswer, toast } from "../sending/card-answer.ts";
import type { Reply } from "../sending/enqueue-message.ts";
import { enqueueCard } from "../sending/enqueue-message.ts";
import { showPrivately } from "../sending/show-privately.ts";

type AnnualAction = Extract<Action, { kind: "annual" }>;
type Asked = { deps: Deps; event: FeishuCallback; person: Person };

/** The kind and subject under which a year's cards are recorded. */
export const annualStands = { kind: "annual", subject: "annual" } as const;

/** Whether a person may see the year's table and its awards. */
export function maySeeYear({ role }: Person): boolean {
  return role === "city_office" || role === "leader";
}

/** Answers "年度考核" and "县区得分": the year's table so far, for the office and the leaders. */
export async function answerAnnual(deps: Deps, { person, chat }: Asker, year?: number): Promise<Reply> {
  const { programme } = deps;
  const text = annualText(person.locale);
  const open = chat === null || chat.kind === "leading_group";
  if (!maySeeYear(person) || !open) return { text: text.restricted(nameOf(programme.office, person.locale)) };
  return {
    card: await yearCard(deps, person, year ?? (await yearAtHand(deps)), chat === null),
    stands: annualStands,
  };
}

/** The year of the last published quarter; before there is one, the current year. */
export async function yearAtHand(deps: Deps): Promise<number> {
  const last = await latestPublication(deps.db);
  return yearOf(last?.period ?? quarterAt(deps.clock.now()));
}

/** The year's table from its publications and appraisals. */
export async function yearOfTowns(deps: Deps, year: number): Promise<AnnualTable> {
  const [publications, plans, record] = await Promise.all([
    allPublications(deps.db),
    loadPlans(deps.db, year),
    appraisalRecord(deps, year),
  ]);
  return annualTable(deps.programme, year, publications, plans, appraisalsOf(record));
}

/** The record of the year's appraisals; null before there is one. */
async function appraisalRecord({ db }: Deps, year: number): Promise<ProcedureRecord | null> {
  return findRecordByKey(db, keyOf(appraisal, { id: "", town: "", period: "", ref: String(year), data: {} }));
}

/** The record of the year's assessment; null before it is started. */
export async function assessmentOf({ db }: Deps, year: number): Promise<ProcedureRecord | null> {
  return findRecordByKey(db, keyOf(annual, { id: "", town: "", period: "", ref: String(year), data: {} }));
}

async function yearCard(deps: Deps, person: Person, year: number, isPrivate: boolean) {
  const [table, assessment] = await Promise.all([yearOfTowns(deps, year), assessmentOf(deps, year)]);
  const card = annualCard({
    programme: deps.programme,
    table,
    // Forms and amounts of money are shown only in private chats.
    awardsOf: isPrivate ? (table.published.at(-1) ?? null) : null,
    office: isPrivate && person.role === "city_office",
    appraisal: (await appraisalRecord(deps, year))?.id ?? null,
    assessment: isPrivate && assessment ? { id: assessment.id, settled: isSettled(assessment) } : null,
    locale: person.locale,
  });
  return asOf(card, deps.clock.now(), person.locale);
}

/** Whether the year has a frozen result. */
export function isSettled({ log }: ProcedureRecord): boolean {
  return log.some(({ step }) => step === "freeze");
}

/** Shows the year's table after a press. */
export async function handleAnnual(asked: Asked, action: AnnualAction): Promise<CardAnswer> {
  const { deps, person } = asked;
  const text = annualText(person.locale);
  const year = Number(action.year);
  if (!Number.isInteger(year)) return toast("info", noticeText[person.locale].gone);
  if (!maySeeYear(person))
    return toast("warning", text.restricted(nameOf(deps.programme.office, person.locale)));
  return show(asked, year);
}

async function show(asked: Asked, year: number): Promise<CardAnswer> {
  const { deps, event, person } = asked;
  const card = await yearCard(deps, person, year, true);
  const known = await findCard(deps.db, event.callback.messageId);
  if (known?.kind === annualStands.kind)
    return showPrivately(deps, event, person, {
      card,
      view: "overview",
      stands: annualStands,
    });
  // The pressed card is about something else and stays.
  const now = deps.clock.now();
  const to = { openId: person.openId };
  const said = enqueueCard(
    to,
    card,
    `press ${event.eventId}`,
    annualText(person.locale).fallback,
    now,
    annualStands,
  );
  const audit = { actor: person.openId, kind: "press.annual", subject: event.callback.messageId };
  await commit(deps.db, { audit, inbox: [`shown:${event.eventId}`], outbox: [said] }, now);
  return toast("info", noticeText[person.locale].answering);
}
