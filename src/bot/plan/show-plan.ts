import { asOf } from "../../../cards/living/living.ts";
import { yearPlanCard } from "../../../cards/plan/year-plan.ts";
import { planText } from "../../../cards/text/plan.ts";
import { loadPlans } from "../../../db/periods.ts";
import type { Deps } from "../../deps.ts";
import { quarterAt, yearOf } from "../../domain/calendar/period.ts";
import { isOff } from "../../domain/procedure/definition.ts";
import { plan as planProcedure } from "../../domain/procedure/plan.ts";
import type { Town } from "../../domain/programme/programme.ts";
import { plannableYears } from "../procedures/effects/plan.ts";
import { type Asker, visibleTowns } from "../roster/asker.ts";
import type { Reply } from "../sending/enqueue-message.ts";

/**
 * "年度计划", "碛口的年度计划": the plans of a year as far as the asker and the group may see them; the office finds the
 * form for a change of one figure beside each town. `year` is the present one where none is named.
 */
export async function answerPlan(
  deps: Deps,
  asker: Asker,
  { year = yearOf(quarterAt(deps.clock.now())), town }: { year?: number; town?: Town },
): Promise<Reply> {
  const { person, chat } = asker;
  const { programme } = deps;
  const visible = visibleTowns(deps, asker);
  const asked = town ? [town] : programme.towns;
  const towns = asked.filter(({ slug }) => visible.has(slug));
  if (towns.length === 0) return { text: planText(person.locale).forOffice };
  const now = deps.clock.now();
  const office = chat === null && person.role === "city_office";
  const card = yearPlanCard({
    programme,
    year,
    plans: await loadPlans(deps.db, year),
    towns,
    mayChange: office && plannableYears(now).includes(year) && !isOff(planProcedure, programme),
    locale: person.locale,
  });
  return { card: asOf(card, now, person.locale), stands: { kind: "plan", subject: "" } };
}
