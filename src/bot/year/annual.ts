import type { Action } from "../../../cards/action.ts";
import { asOf } from "../../../cards/living/living.ts";
import { nameOf } from "../../../cards/names.ts";
import { type AppraisalRefusal, annualText } from "../../../cards/text/annual.ts";
import { noticeText } from "../../../cards/text/notices.ts";
import { APPRAISAL, annualCard, appraisalCard } from "../../../cards/year/annual.ts";
import { findCard } from "../../../db/cards.ts";
import { commit } from "../../../db/commit.ts";
import { loadPlans, putPlan } from "../../../db/periods.ts";
import { allPublications, latestPublication } from "../../../db/publications.ts";
import type { Deps } from "../../deps.ts";
import { type AnnualTable, annualTable } from "../../domain/annual.ts";
import { foldWidth } from "../../domain/fold-text.ts";
import type { Person } from "../../domain/people.ts";
import { quarterAt, yearOf } from "../../domain/period.ts";
import { UNPLANNED } from "../../domain/report/plan.ts";
import type { FeishuCallback } from "../../feishu/envelope.ts";
import type { Asker } from "../roster/asker.ts";
import { type CardAnswer, toast } from "../sending/card-answer.ts";
import type { Reply } from "../sending/enqueue-message.ts";
import { enqueueCard } from "../sending/enqueue-message.ts";
import { rawInputs } from "../sending/raw-inputs.ts";
import { showPrivately } from "../sending/show-privately.ts";

type AnnualAction = Extract<Action, { kind: "annual" | "appraisal_form" | "appraise" }>;
type Asked = { deps: Deps; event: FeishuCallback; person: Person };

/** What a year's cards stand for. */
export const annualStands = { kind: "annual", subject: "annual" } as const;

/** Whether a year and its award are this person's to see. */
export function maySeeYear({ role }: Person): boolean {
  return role === "city_office" || role === "leader";
}

/** "年度考核", "县区得分": the year's table so far, for the office and the leaders. */
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

/** The year of the last published quarter; before there is one, the year it is. */
async function yearAtHand(deps: Deps): Promise<number> {
  const last = await latestPublication(deps.db);
  return yearOf(last?.period ?? quarterAt(deps.clock.now()));
}

/** A year as it is published. */
export async function yearOfTowns(deps: Deps, year: number): Promise<AnnualTable> {
  const [publications, plans] = await Promise.all([allPublications(deps.db), loadPlans(deps.db, year)]);
  return annualTable(deps.programme, year, publications, plans);
}

async function yearCard(deps: Deps, person: Person, year: number, isPrivate: boolean) {
  const table = await yearOfTowns(deps, year);
  const card = annualCard({
    programme: deps.programme,
    table,
    // Forms and sums of money are for private chats.
    awardsOf: isPrivate ? (table.published.at(-1) ?? null) : null,
    office: isPrivate && person.role === "city_office",
    locale: person.locale,
  });
  return asOf(card, deps.clock.now(), person.locale);
}

/** The year's buttons: the table, the office's form for appraisals, and saving it. */
export async function handleAnnual(asked: Asked, action: AnnualAction): Promise<CardAnswer> {
  const { deps, event, person } = asked;
  const text = annualText(person.locale);
  const year = Number(action.year);
  if (!Number.isInteger(year)) return toast("info", noticeText[person.locale].gone);
  if (!maySeeYear(person))
    return toast("warning", text.restricted(nameOf(deps.programme.office, person.locale)));
  if (action.kind === "annual") return show(asked, year);
  if (person.role !== "city_office") return toast("warning", text.appraisalRefused.not_yours);
  if (action.kind === "appraisal_form") return appraisals(asked, year);
  const typed = rawInputs(event.callback.action.formValue);
  return saveAppraisals(asked, year, typed);
}

async function show(asked: Asked, year: number, say?: CardAnswer): Promise<CardAnswer> {
  const { deps, event, person } = asked;
  const card = await yearCard(deps, person, year, true);
  const known = await findCard(deps.db, event.callback.messageId);
  if (known?.kind === annualStands.kind)
    return showPrivately(deps, event, person, {
      card,
      view: "overview",
      stands: annualStands,
      ...(say ? { say } : {}),
    });
  // Pressed on a card about something else, which stays as it is.
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

async function appraisals(
  { deps, event, person }: Asked,
  year: number,
  refused?: { typed: Record<string, string>; problem: string },
): Promise<CardAnswer> {
  const table = await yearOfTowns(deps, year);
  const card = appraisalCard({ programme: deps.programme, table, locale: person.locale, ...refused });
  const say = refused ? { say: toast("warning", refused.problem) } : {};
  return showPrivately(deps, event, person, { card, view: "form appraisals", stands: annualStands, ...say });
}

async function saveAppraisals(
  asked: Asked,
  year: number,
  typed: Record<string, string>,
): Promise<CardAnswer> {
  const { deps, event, person } = asked;
  const text = annualText(person.locale);
  const refuse = (reason: AppraisalRefusal) =>
    appraisals(asked, year, { typed, problem: text.appraisalRefused[reason] });
  const plans = await loadPlans(deps.db, year);
  const given = deps.programme.towns.flatMap(({ slug }) => {
    const words = typed[`${APPRAISAL}${slug}`] ?? "";
    return words.trim() === "" ? [] : [{ slug, score: readScore(words) }];
  });
  if (given.some(({ score }) => score === null)) return refuse("not_a_score");
  const changed = given.flatMap(({ slug, score }) =>
    score === null || plans.get(slug)?.appraisal === score ? [] : [{ slug, score }],
  );
  if (changed.length === 0) return refuse("nothing");
  await commit(
    deps.db,
    {
      audit: {
        actor: person.openId,
        kind: "year.appraise",
        subject: String(year),
        detail: Object.fromEntries(changed.map(({ slug, score }) => [slug, score])),
      },
      inbox: [`event:${event.eventId}`],
      writes: changed.map(({ slug, score }) =>
        putPlan(deps.db, year, slug, { ...(plans.get(slug) ?? UNPLANNED), appraisal: score }),
      ),
    },
    deps.clock.now(),
  );
  return show(asked, year, toast("success", text.saved(changed.length)));
}

function readScore(words: string): number | null {
  const folded = foldWidth(words).replaceAll(" ", "").replace(/分$/, "");
  const score = /^\d+(\.\d+)?$/.test(folded) ? Number(folded) : Number.NaN;
  return score >= 0 && score <= 100 ? score : null;
}
