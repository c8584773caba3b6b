import { parsePeriod } from "../../../src/domain/calendar/period.ts";
import {
  accountability,
  asEarlier,
  earlierThan,
  MEASURES,
  measureOf,
} from "../../../src/domain/oversight/accountability.ts";
import { md, panel, typed } from "../../elements.ts";
import { longDayName, periodName } from "../../names.ts";
import { oversightText } from "../../text/oversight.ts";
import { accountabilityWords } from "../../text/procedures/accountability.ts";
import { originText } from "../form.ts";
import type { ProcedureKit } from "../kit.ts";

/** Earlier ones shown unfolded, and at most. */
const SHOWN = 3;
const MOST = 12;

export const accountabilityKit: ProcedureKit = {
  definition: accountability,
  words: accountabilityWords,
  inLists: "own",
  told: ["to", "measure"],
  /** From a black list, the town it names, with the list as the matter; from an earlier measure, the next for its unit. */
  start: ({ origin: { ref, period }, locale }) => {
    const quarter = parsePeriod(period);
    const [next = "", ...unit] = ref.split(".");
    if (unit.length > 0) return { says: [], typed: { to: unit.join("."), measure: next } };
    if (ref === "" || !quarter) return { says: [], typed: {} };
    const matter = oversightText(locale).matter(periodName(quarter, locale));
    return { says: [], typed: { to: `town.${ref}`, measure: MEASURES[0], matter } };
  },
  /** The office's way to the next measure, which nothing leads to by itself. */
  links: ({ record, reader, locale }) => {
    const next = MEASURES[MEASURES.indexOf(measureOf(record)) + 1];
    if (reader?.role !== "city_office" || !next || !asEarlier(record)) return [];
    const about = originText({ period: "", town: "", ref: `${next}.${record.data.to}` });
    const text = oversightText(locale);
    return [
      { text: text.next(text.measures[next]), action: { kind: "new", procedure: record.procedure, about } },
    ];
  },
  /** Which time it is, and what went before: for those who decide, and for the unit itself. */
  body: ({ record, locale }) => {
    const text = oversightText(locale);
    const measure = measureOf(record);
    const earlier = earlierThan(record);
    const same = earlier.filter((one) => one.measure === measure).length;
    const past = earlier.map((one) =>
      text.past(longDayName(one.day, locale), text.measures[one.measure], typed(one.matter, 200)),
    );
    return [
      md(text.step(text.measures[measure], same + 1)),
      ...(past.length > SHOWN
        ? [panel(text.earlierCount(past.length), [md(past.slice(-MOST).join("<br>"))])]
        : [md(past.length > 0 ? [text.earlier, ...past].join("<br>") : text.none)]),
      md(text.unitsOnly, "notation"),
    ];
  },
};
