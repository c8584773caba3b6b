import { annualText } from "../../../cards/text/annual.ts";
import { listRecords } from "../../../db/records.ts";
import type { Deps } from "../../deps.ts";
import { assessment } from "../../domain/procedure/assessment.ts";
import { maySeeRecord } from "../../domain/procedure/owed.ts";
import { townsOf } from "../../domain/programme/people.ts";
import { listCard } from "../procedures/lists.ts";
import type { Asker } from "../roster/asker.ts";
import type { Reply } from "../sending/enqueue-message.ts";
import { answerAnnual, assessmentOf, isSettled, maySeeYear, yearAtHand } from "../year/annual.ts";

/**
 * Answers "年度考核", "考核结果": the year's table for the office and the leaders. A town and its county get their own
 * assessment, and once it is settled everybody the counties' table; before that, when they will.
 */
export async function answerYear(deps: Deps, asker: Asker, year?: number): Promise<Reply> {
  const { person, chat } = asker;
  if (maySeeYear(person) || chat !== null) return answerAnnual(deps, asker, year);
  const asked = year ?? (await yearAtHand(deps));
  const towns = new Set(townsOf(person, deps.programme).map(({ slug }) => slug));
  const records = await listRecords(deps.db, { procedure: assessment.id });
  const own = records.filter(
    (one) =>
      one.ref === String(asked) &&
      towns.has(one.town) &&
      maySeeRecord(assessment, one, person, deps.programme),
  );
  const [only, more] = own;
  if (only && !more) return { living: { kind: "record", subject: only.id } };
  if (more) {
    const card = await listCard(deps, person, assessment.id, 1);
    return { card, stands: { kind: "record_list", subject: assessment.id } };
  }
  const whole = await assessmentOf(deps, asked);
  if (whole && isSettled(whole)) return { living: { kind: "record", subject: whole.id } };
  return { text: annualText(person.locale).notYet(asked) };
}
