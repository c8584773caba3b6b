import type { ListedItem } from "../../../cards/reminders/item-line.ts";
import { lockedOfficeCard, lockedTownCard } from "../../../cards/reminders/locked.ts";
import { myDayCard } from "../../../cards/reminders/my-day.ts";
import { overdueCard } from "../../../cards/reminders/overdue.ts";
import { type Shown, show } from "../../cards/show.ts";
import type { Setting } from "./setting.ts";

const KINDS = ["report", "returned", "review", "record"] as const;

/** Obligations: reminders, escalations, and a locked quarter. */
export function chasing(at: Setting): Shown[] {
  const { programme, locale, period, town } = at;
  const owed = programme.towns.flatMap(({ slug }, i) => itemsOf(at, slug, i % 2 === 0 ? 3 : 0));
  const soon = itemsOf(at, town.slug, 0);
  const person = { programme, locale, owed, watched: owed, unheld: owed, noGroup: true };
  const calm = { ...person, owed: soon, watched: [], unheld: [], noGroup: false };
  const group = { programme, locale, items: owed };
  const half = programme.towns.slice(0, Math.ceil(programme.towns.length / 2));
  const locked = { programme, locale, period };
  return [
    ...show(myDayCard, {
      soon: calm,
      late: person,
      "of others": { ...person, owed: [], unheld: [] },
      "of nobody": { ...calm, owed: [], unheld: soon },
      nothing: { ...calm, owed: [] },
    }),
    ...show(overdueCard, {
      county: { ...group, audience: "county_group" },
      "leading group": { ...group, audience: "leading_group" },
    }),
    ...show(lockedTownCard, { "": { ...locked, town, saved: 3 } }),
    ...show(lockedOfficeCard, {
      some: { ...locked, missing: half, unfinished: half },
      none: { ...locked, missing: [], unfinished: [] },
    }),
  ];
}

/** One of every kind; `days` 0 is due today, more are overdue. */
function itemsOf({ period, words }: Setting, town: string, days: number): ListedItem[] {
  return KINDS.map((kind) => ({
    item: {
      id: `${kind} ${town}`,
      kind,
      owes: { kind: "town", slug: town },
      town,
      period: kind === "record" ? null : period,
      openedOn: "2026-10-08",
      subject: kind === "record" ? `record-${town}` : "",
      title: kind === "record" ? words(200) : "",
      due: "2026-10-15",
      movedOn: null,
    },
    late: days > 0,
    days,
  }));
}
