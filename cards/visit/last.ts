import type { Locale } from "../../src/domain/programme/people.ts";
import type { Programme } from "../../src/domain/programme/programme.ts";
import type { VisitSeen } from "../../src/domain/visit/summary.ts";
import type { Card } from "../card.ts";
import { button, card, md, panel, row } from "../elements.ts";
import { dayName, nameOf, townNamed } from "../names.ts";
import { visitText } from "../text/visits.ts";
import { mendingLine, noteLines } from "./lines.ts";

/** `opens`: the reader may see the visit itself. */
type LastView = { programme: Programme; seen: VisitSeen; opens: boolean; locale: Locale };

/** The last inspection: where it was, what it found and how that stands, and what it praised. */
export function lastVisitCard({ programme, seen, opens, locale }: LastView): Card {
  const text = visitText(locale);
  const { id, plan, towns, notes, mendings } = seen;
  const days = text.days(dayName(plan.from, locale), dayName(plan.to, locale));
  const names = towns.map((slug) => townNamed(programme, slug, locale)).join(text.comma);
  const praised = notes.filter(({ verdict }) => verdict === "praise");
  const closed = mendings.filter(({ state }) => state === "closed").length;
  return card(
    {
      title: text.lastTitle(days.replaceAll("**", "")),
      subtitle: nameOf(programme, locale),
      template: mendings.some(({ late }) => late) ? "red" : "blue",
    },
    [
      md(
        [text.went(names), mendings.length > 0 ? text.found(mendings.length, closed) : text.noneFound].join(
          "<br>",
        ),
      ),
      ...(mendings.length > 0
        ? [md(mendings.map((one) => mendingLine(programme, one, locale)).join("\n"))]
        : []),
      ...(praised.length > 0
        ? [panel(`${text.praised} ${praised.length}`, [md(noteLines(programme, praised, locale))])]
        : []),
      row(
        [
          ...(opens ? [[button(text.seeVisit, { kind: "show", id })]] : []),
          [button(text.seeMending, { kind: "list", scope: "rectification", page: "1" })],
        ],
        [],
        "flow",
      ),
    ],
  );
}
