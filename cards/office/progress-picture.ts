import type { Locale } from "../../src/domain/programme/people.ts";
import type { Programme } from "../../src/domain/programme/programme.ts";
import type { RankedTown, Ranking } from "../../src/domain/ranking/ranked-town.ts";
import type { ProgressRow } from "../../src/domain/views.ts";
import type { CardElement } from "../card.ts";
import { md } from "../elements.ts";
import { distinctTownName } from "../names.ts";
import { barPicture, MOST_BARS } from "../picture/bar-picture.ts";
import { chartName } from "../picture/chart-name.ts";
import { STATE_COLOURS } from "../picture/colours.ts";
import { lightLegend } from "../picture/light-legend.ts";
import { rankingChart } from "../ranking/ranking-chart.ts";
import { officeText } from "../text/office.ts";
import { stateTerm } from "../text/terms.ts";

type View = {
  programme: Programme;
  rows: ProgressRow[];
  ranked: { ranking: Ranking; provisional: boolean } | null;
  locale: Locale;
};

/** Furthest behind first, so that whom to chase stands on top. */
const ORDER: ReadonlyArray<ProgressRow["state"]> = [
  "not_started",
  "draft",
  "returned",
  "submitted",
  "approved",
];

/**
 * Who stands where: how much each town has filled in, in the colour of its report's state; once the ranking is out, the
 * towns by points.
 */
export function progressPicture({ programme, rows, ranked, locale }: View): CardElement[] {
  if (ranked && !ranked.provisional) {
    const picture = rankingChart({ programme, ranking: ranked.ranking, locale });
    const towns = ranked.ranking.rows.filter(({ standing }) => standing === "ranked");
    const name = ({ town }: RankedTown) => distinctTownName(programme, town, locale);
    return picture ? [picture, md(lightLegend(towns, name, locale), "notation")] : [];
  }
  const ordered = [...rows].sort(
    (a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state) || filledIn(a) - filledIn(b),
  );
  const left = rows.length - MOST_BARS;
  const text = officeText(locale);
  const bars = ordered.slice(0, MOST_BARS).map((row) => ({
    name: chartName(row.town, { programme, locale }),
    value: filledIn(row),
    shown: `${filledIn(row)}/${row.sections}`,
    kind: stateTerm(row.state, locale).text,
    colour: STATE_COLOURS[row.state],
  }));
  const whole = Math.max(...rows.map(({ sections }) => sections));
  return [
    barPicture(bars, { whole, rest: text.toDo }),
    ...(left > 0 ? [md(text.moreTowns(left), "notation")] : []),
  ];
}

/** A report handed in is whole, whatever its town left as it was; one not started is empty. */
function filledIn({ state, done, sections }: ProgressRow): number {
  if (state === "not_started") return 0;
  return state === "submitted" || state === "approved" ? sections : done;
}
