import * as z from "zod";
import type { Action } from "../../../cards/action.ts";
import { nameOf } from "../../../cards/names.ts";
import { type AwardRefusal, annualText } from "../../../cards/text/annual.ts";
import { noticeText } from "../../../cards/text/notices.ts";
import { type AwardChoice, type AwardView, awardCard, LONGEST_REASON } from "../../../cards/year/awards.ts";
import { lastEntry } from "../../../db/audit-chain.ts";
import { commit } from "../../../db/commit.ts";
import { findPublication, newestPublication } from "../../../db/publications.ts";
import type { Deps } from "../../deps.ts";
import { AWARD_METHODS, type AwardMethod, type AwardTerms, awardOptions } from "../../domain/awards.ts";
import { foldWidth } from "../../domain/fold-text.ts";
import { readAmount } from "../../domain/numbers.ts";
import type { Person } from "../../domain/people.ts";
import { type PeriodId, parsePeriod } from "../../domain/period.ts";
import type { Publication } from "../../domain/publication.ts";
import type { FeishuCallback } from "../../feishu/envelope.ts";
import type { Asker } from "../roster/asker.ts";
import { personOf } from "../roster/people.ts";
import { type CardAnswer, toast } from "../sending/card-answer.ts";
import type { Reply } from "../sending/enqueue-message.ts";
import { rawInputs } from "../sending/raw-inputs.ts";
import { showPrivately } from "../sending/show-privately.ts";
import { annualStands, maySeeYear } from "./annual.ts";

type AwardAction = Extract<Action, { kind: "award_form" | "award" | "choose_award" }>;
type Asked = { deps: Deps; event: FeishuCallback; person: Person };
type Shown = Pick<AwardView, "options" | "typed"> & { problem?: string };

const CHOSEN = "award.choose";
const EMPTY: Shown = { options: null, typed: {} };

/** "奖补怎么分": the form to split a pot by a published quarter, in private and for the office and the leaders. */
export async function answerAwards(deps: Deps, { person, chat }: Asker, period?: PeriodId): Promise<Reply> {
  const text = annualText(person.locale);
  if (!maySeeYear(person)) return { text: text.restricted(nameOf(deps.programme.office, person.locale)) };
  if (chat !== null) return { text: text.inPrivate };
  const publication = await newestPublication(deps.db, period);
  if (!publication) return { text: text.awardRefused.no_ranking };
  return { card: await draw(deps, person, publication.period, EMPTY), stands: annualStands };
}

/** The buttons of a split: the form, trying a pot, and recording which way the office chose and why. */
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
  if (action.kind === "award") return show(asked, period, { typed, options });
  if (person.role !== "city_office") return toast("warning", noticeText[person.locale].notForYou);
  const method = AWARD_METHODS.find((one) => one === typed.method);
  const reason = (typed.reason ?? "").trim();
  if (!method || !options.found.splits[method]) return refuse("no_method", options);
  if (reason === "" || [...reason].length > LONGEST_REASON) return refuse("no_reason", options);
  await record(asked, publication, { method, terms, reason });
  return show(asked, period, { typed, options }, toast("success", text.chosenDone));
}

/** Who chose which way for what pot, with every sum and the hash of the result they follow from: a row of the audit log. */
async function record(
  { deps, event, person }: Asked,
  publication: Publication,
  { method, terms, reason }: { method: AwardMethod; terms: AwardTerms; reason: string },
): Promise<void> {
  const split = awardOptions(publication, terms).splits[method];
  const { period, hash } = publication;
  const audit = {
    actor: person.openId,
    kind: CHOSEN,
    subject: period,
    detail: { method, ...terms, reason, awards: split?.awards, reserve: split?.reserve, hash },
  };
  await commit(deps.db, { audit, inbox: [`event:${event.eventId}`] }, deps.clock.now());
}

const choiceSchema = z.object({ method: z.enum(AWARD_METHODS), pot: z.number(), reason: z.string() });

async function chosenFor(deps: Deps, period: PeriodId): Promise<AwardChoice | null> {
  const row = await lastEntry(deps.db, CHOSEN, period);
  if (!row) return null;
  const choice = choiceSchema.parse(JSON.parse(row.detail));
  return { ...choice, by: (await personOf(deps, row.actor))?.name ?? "", at: row.at };
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

function readTerms(typed: Record<string, string>): AwardTerms | AwardRefusal {
  const pot = readAmount(typed.pot ?? "");
  if (!pot.ok || pot.value <= 0) return "bad_pot";
  const [floor, base] = [readNumber(typed.floor ?? ""), readNumber(typed.base ?? "")];
  if (floor === null || base === null) return "bad_number";
  return { pot: pot.value, floor, base, tied: typed.tied === "by_id" ? "by_id" : "equal" };
}

/** Nothing typed is 0. */
function readNumber(text: string): number | null {
  const folded = foldWidth(text).replaceAll(" ", "");
  if (folded === "") return 0;
  return /^\d+(\.\d+)?$/.test(folded) ? Number(folded) : null;
}
