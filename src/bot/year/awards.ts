import type { Action } from "../../../cards/action.ts";
import { nameOf } from "../../../cards/names.ts";
import { type AwardRefusal, annualText } from "../../../cards/text/annual.ts";
import { noticeText } from "../../../cards/text/notices.ts";
import { type AwardView, awardCard } from "../../../cards/year/awards.ts";
import { findPublication, newestPublication } from "../../../db/publications.ts";
import { findRecordByKey } from "../../../db/records.ts";
import type { Deps } from "../../deps.ts";
import { type PeriodId, parsePeriod } from "../../domain/calendar/period.ts";
import { award } from "../../domain/procedure/award.ts";
import { keyOf } from "../../domain/procedure/keys.ts";
import type { ProcedureRecord } from "../../domain/procedure/record.ts";
import type { Person } from "../../domain/programme/people.ts";
import { awardOptions, readTerms } from "../../domain/year/awards.ts";
import type { FeishuCallback } from "../../feishu/envelope.ts";
import type { Asker } from "../roster/asker.ts";
import { type CardAnswer, toast } from "../sending/card-answer.ts";
import type { Reply } from "../sending/enqueue-message.ts";
import { rawInputs } from "../sending/raw-inputs.ts";
import { showPrivately } from "../sending/show-privately.ts";
import { annualStands, maySeeYear } from "./annual.ts";

type AwardAction = Extract<Action, { kind: "award_form" | "award" }>;
type Asked = { deps: Deps; event: FeishuCallback; person: Person };
type Shown = Pick<AwardView, "options" | "typed"> & { problem?: string };

const EMPTY: Shown = { options: null, typed: {} };

/**
 * Answers "奖补怎么分": the form for splitting a pot by a published quarter, in private, for the office and the
 * leaders.
 */
export async function answerAwards(deps: Deps, { person, chat }: Asker, period?: PeriodId): Promise<Reply> {
  const text = annualText(person.locale);
  if (!maySeeYear(person)) return { text: text.restricted(nameOf(deps.programme.office, person.locale)) };
  if (chat !== null) return { text: text.inPrivate };
  const publication = await newestPublication(deps.db, period);
  if (!publication) return { text: text.awardRefused.no_ranking };
  return { card: await draw(deps, person, publication.period, EMPTY), stands: annualStands };
}

/**
 * Handles a split's buttons: showing the form, and calculating a pot. The office's choice is a record of its
 * own procedure.
 */
export async function handleAwards(asked: Asked, action: AwardAction): Promise<CardAnswer> {
  const { deps, event, person } = asked;
  const text = annualText(person.locale);
  if (!maySeeYear(person))
    return toast("warning", text.restricted(nameOf(deps.programme.office, person.locale)));
  const period = parsePeriod(action.period);
  const publication = period && (await findPublication(deps.db, period));
  if (!period || !publication) return toast("info", noticeText[person.locale].gone);
  if (action.kind === "award_form") return show(asked, period, EMPTY);
  const typed = rawInputs(event.callback.action.formValue);
  const terms = readTerms(typed);
  const refuse = (reason: AwardRefusal, options: Shown["options"]) => {
    const problem = text.awardRefused[reason];
    return show(asked, period, { typed, options, problem }, toast("warning", problem));
  };
  if (typeof terms === "string") return refuse(terms, null);
  const options = { terms, found: awardOptions(publication, terms) };
  return show(asked, period, { typed, options });
}

/** The record of the split chosen for a quarter; null before there is one. */
async function chosenFor({ db }: Deps, period: PeriodId): Promise<ProcedureRecord | null> {
  return findRecordByKey(db, keyOf(award, { id: "", town: "", period, ref: "", data: {} }));
}

async function draw(deps: Deps, person: Person, period: PeriodId, shown: Shown) {
  return awardCard({
    programme: deps.programme,
    period,
    chosen: await chosenFor(deps, period),
    office: person.role === "city_office",
    locale: person.locale,
    ...shown,
  });
}

async function show(asked: Asked, period: PeriodId, shown: Shown, say?: CardAnswer): Promise<CardAnswer> {
  const { deps, event, person } = asked;
  const card = await draw(deps, person, period, shown);
  const view = "form awards";
  return showPrivately(deps, event, person, { card, view, stands: annualStands, ...(say ? { say } : {}) });
}
