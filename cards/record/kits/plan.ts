import { parsePeriod } from "../../../src/domain/calendar/period.ts";
import { type Concerned, plan, planProposal } from "../../../src/domain/procedure/plan.ts";
import { townBySlug } from "../../../src/domain/programme/programme.ts";
import { UNPLANNED } from "../../../src/domain/report/plan.ts";
import { isOpenToTown } from "../../../src/domain/report/report.ts";
import type { CardElement } from "../../card.ts";
import { md, panel, typed } from "../../elements.ts";
import { periodName, townName } from "../../names.ts";
import { changeLines } from "../../plan/plan-lines.ts";
import { planText } from "../../text/plan.ts";
import { planWords } from "../../text/procedures/plan.ts";
import type { ProcedureKit, RecordView } from "../kit.ts";

/** Towns whose changes are shown unfolded. */
const TOLD = 3;

export const planKit: ProcedureKit = {
  definition: plan,
  words: planWords,
  told: ["figure", "value"],
  // The form offers the plan's present figures, which are supplied by the code.
  start: () => ({ says: [], typed: {} }),
  body: (view) => {
    const { programme, record, locale } = view;
    const { file, changes, concerned } = planProposal(record);
    const text = planText(locale);
    const towns = changes.map(({ town, before, after }) =>
      text.town(nameIn(view, town), changeLines(before ?? UNPLANNED, after, { programme, locale })),
    );
    return [
      ...(file === "" ? [] : [md(text.fromFile(typed(file, 60)), "notation")]),
      ...(towns.length > TOLD
        ? [md(text.changed(towns.length)), panel(text.eachChange, [md(towns.join("<br>"))])]
        : [md(towns.join("<br>"))]),
      ...reportLines(view, concerned),
    ];
  },
};

/** The reports in progress that follow the change, and those that no longer do. */
function reportLines(view: RecordView, concerned: readonly Concerned[]): CardElement[] {
  const text = planText(view.locale);
  const named = (reports: Concerned[]) =>
    [...new Set(reports.map(({ period }) => period))]
      .map((period) => {
        const quarter = parsePeriod(period);
        const towns = reports.filter((one) => one.period === period).map(({ town }) => nameIn(view, town));
        return text.report(towns.join(text.list), quarter ? periodName(quarter, view.locale) : period);
      })
      .join(text.list);
  const follows = ({ state }: Concerned) => state === "not_started" || isOpenToTown({ status: state });
  const [follow, stay] = [concerned.filter(follows), concerned.filter((one) => !follows(one))];
  const lines = [
    ...(follow.length > 0 ? [text.follow(named(follow))] : []),
    ...(stay.length > 0 ? [text.stay(named(stay))] : []),
  ];
  return [md(lines.length > 0 ? lines.join("<br>") : text.noReports)];
}

function nameIn({ programme, locale }: Pick<RecordView, "programme" | "locale">, slug: string): string {
  const town = townBySlug(programme, slug);
  return town ? townName(town, locale) : slug;
}
