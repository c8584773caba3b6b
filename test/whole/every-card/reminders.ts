import { lockedOfficeCard, lockedTownCard } from "../../../cards/reminders/locked.ts";
import { overdueCard, reminderCard } from "../../../cards/reminders/reminder.ts";
import type { Reminder } from "../../../src/domain/reminders/plan-reminders.ts";
import { type Shown, show } from "../../cards/show.ts";
import type { Setting } from "./setting.ts";

const KINDS = ["report", "returned", "review", "record"] as const;

/** Obligations: reminders, escalations, and a locked quarter. */
export function chasing(at: Setting): Shown[] {
  const { programme, locale, period, town } = at;
  const owed = programme.towns.flatMap(({ slug }, i) => chasesOf(at, slug, i % 2 === 0 ? 3 : 0));
  const soon = chasesOf(at, town.slug, 0);
  const person = { programme, locale, owed, watched: owed, unheld: owed };
  const group = { programme, locale, reminders: owed, noGroup: false };
  const half = programme.towns.slice(0, Math.ceil(programme.towns.length / 2));
  const locked = { programme, locale, period };
  return [
    ...show(reminderCard, {
      soon: { ...person, owed: soon, watched: [], unheld: [] },
      late: person,
      "of others": { ...person, owed: [], unheld: [] },
      "of nobody": { ...person, owed: [], watched: [], unheld: soon },
    }),
    ...show(overdueCard, {
      county: { ...group, audience: "county_group" },
      "leading group": { ...group, audience: "leading_group" },
      "no group": { ...group, audience: "county_group", noGroup: true },
    }),
    ...show(lockedTownCard, { "": { ...locked, town, saved: 3 } }),
    ...show(lockedOfficeCard, {
      some: { ...locked, missing: half, unfinished: half },
      none: { ...locked, missing: [], unfinished: [] },
    }),
  ];
}

/** One of every kind; `step` 0 is a reminder before the due day, higher ones are overdue. */
function chasesOf({ period, words }: Setting, town: string, step: number): Reminder[] {
  return KINDS.map((kind) => ({
    item: {
      id: `${kind} ${town}`,
      kind,
      owes: { kind: "town", slug: town },
      town,
      period: ["report", "returned", "review"].includes(kind) ? period : null,
      openedOn: "2026-10-08",
      subject: `${kind}-${town}`,
      title: ["report", "returned", "review"].includes(kind) ? "" : words(200),
      due: "2026-10-15",
      movedOn: null,
    },
    step,
    since: "2026-10-15",
    to: "owner",
    days: step,
  }));
}
