import type { Card } from "../../../cards/card.ts";
import { momentName } from "../../../cards/names.ts";
import { replyText } from "../../../cards/text/replies.ts";
import { type UrgentRefusal, urgentText } from "../../../cards/text/urgent.ts";
import { ALL_MISSING, type UrgentTyped, urgentFormCard } from "../../../cards/urgent/form.ts";
import { latestPeriod } from "../../../db/periods.ts";
import { holders } from "../../../db/roster.ts";
import type { Deps } from "../../deps.ts";
import type { Person } from "../../domain/people.ts";
import type { Town } from "../../domain/programme.ts";
import { refuse } from "../../domain/quarter/may.ts";
import { timetable } from "../../domain/quarter/timetable.ts";
import { quietUntil } from "../../domain/quiet-hours.ts";
import { urgentEnds } from "../../domain/urgent/urgent-times.ts";
import { mayApprove } from "../../domain/urgent-request.ts";
import { progressRows } from "../quarter/progress.ts";
import type { Asker } from "../roster/asker.ts";
import { cityOffice } from "../roster/people.ts";
import type { Reply } from "../sending/enqueue-message.ts";
import { priceNow } from "./faces.ts";

/** Answers "加急": the form for the city office in its private chat, a reason for everybody else. */
export async function answerUrgent(deps: Deps, { person, chat }: Asker, towns: Town[]): Promise<Reply> {
  const text = urgentText(person.locale);
  if (person.role !== "city_office") return { text: replyText(person.locale).officeOnly(deps.programme) };
  if (chat !== null) return { text: text.inPrivate };
  if (quietUntil(deps.clock.now()) > deps.clock.now())
    return { text: refusal(deps, person, "outside_hours") };
  const approvers = await approversFor(deps, person);
  if (approvers.length === 0) return { text: refusal(deps, person, "nobody_approves") };
  const typed = { towns: towns.map(({ slug }) => slug) };
  return { card: await formFor(deps, person, { typed }), stands: { kind: "urgent_form", subject: "" } };
}

/** The form with what was written so far. */
export async function formFor(
  deps: Deps,
  person: Person,
  shown: { typed: Partial<UrgentTyped>; problem?: string },
): Promise<Card> {
  const [price, missing, approvers] = await Promise.all([
    priceNow(deps),
    missingTowns(deps),
    approversFor(deps, person),
  ]);
  return urgentFormCard({
    programme: deps.programme,
    price,
    missing: missing.length,
    approvers,
    ends: urgentEnds(deps.clock.now()),
    locale: person.locale,
    ...shown,
  });
}

/** Why something cannot be done, with the next working hour where that is the answer. */
export function refusal(deps: Deps, person: Person, why: UrgentRefusal): string {
  const next = momentName(quietUntil(deps.clock.now()), person.locale);
  return urgentText(person.locale).refused(why, next);
}

/** The towns chosen, those that have not reported in place of the choice that stands for them. */
export async function chosenTowns(deps: Deps, chosen: readonly string[]): Promise<string[]> {
  const missing = chosen.includes(ALL_MISSING) ? await missingTowns(deps) : [];
  const wanted = new Set([...chosen, ...missing]);
  return deps.programme.towns.map(({ slug }) => slug).filter((slug) => wanted.has(slug));
}

async function missingTowns(deps: Deps): Promise<string[]> {
  const period = await latestPeriod(deps.db);
  if (!period) return [];
  const quarter = timetable(period.id, deps.programme, period, deps.clock.now());
  if (refuse("urge", "city_office", quarter)) return [];
  const rows = await progressRows(deps, period.id);
  return rows
    .filter(({ state }) => state !== "submitted" && state !== "approved")
    .map(({ town }) => town.slug);
}

async function approversFor(deps: Deps, proposer: Person): Promise<Person[]> {
  const all = [...(await cityOffice(deps)), ...(await holders(deps.db, "leader"))];
  return all.filter((person) => mayApprove(person, proposer.openId));
}
