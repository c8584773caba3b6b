import type { Card } from "../card.ts";
import { button, card, md, row } from "../elements.ts";
import { nameOf, periodName } from "../names.ts";
import { officeText } from "../text/office.ts";
import { quarterLine } from "../text/quarter.ts";
import type { ProgressView } from "./progress.ts";

export type OpenPeriodView = Pick<ProgressView, "programme" | "period" | "quarter" | "locale">;

/** Takes the place of the progress card while a quarter is not opened: explains what opening does, and offers it. */
export function openPeriodCard({ programme, period, quarter, locale }: OpenPeriodView): Card {
  const text = officeText(locale);
  const towns = programme.towns.length;
  const title = text.openTitle(periodName(period, locale));
  return card({ title, subtitle: nameOf(programme, locale), template: "blue" }, [
    md(text.openText(towns)),
    md(quarterLine(quarter, locale, false), "notation"),
    row(
      [
        [
          button(
            text.open,
            { kind: "quarter", step: "open", period },
            { type: "primary", confirm: { title, text: text.openConfirm(towns) } },
          ),
        ],
        [button(text.refresh, { kind: "progress", period })],
      ],
      [],
      "flow",
    ),
  ]);
}
