import type { Locale } from "../../src/domain/programme/people.ts";
import type { Programme } from "../../src/domain/programme/programme.ts";
import { type BoardRow, stageCounts } from "../../src/domain/stages/board.ts";
import type { Action } from "../action.ts";
import type { Card, CardElement } from "../card.ts";
import { button, card, md, panel, row } from "../elements.ts";
import { distinctTownName, longDayName, nameOf } from "../names.ts";
import { stageNames } from "../text/stage-names.ts";
import { stagesText } from "../text/stages.ts";

/** Towns named on one card. */
const MOST = 40;

/** `day`: an earlier day the board is about; null: as it is now. `may`: what the reader is offered. */
export type BoardView = {
  programme: Programme;
  rows: readonly BoardRow[];
  years: ReadonlyMap<number, number | null>;
  day: string | null;
  may: { enlist: boolean; setYears: boolean; list: boolean };
  /** The record of the phases' years, where the reader may change them. */
  yearsSet: string | null;
  locale: Locale;
};

/** 阶段目标: who is at which stage, who is behind, and what is missing. */
export function stageBoardCard(view: BoardView): Card {
  const { programme, rows, day, locale } = view;
  const text = stagesText(locale);
  const late = rows.filter(({ behind }) => behind !== null);
  const title = day === null ? text.title : text.titleOn(longDayName(day, locale));
  return card({ title, subtitle: nameOf(programme, locale), template: late.length > 0 ? "orange" : "blue" }, [
    md(summary(view).join("<br>")),
    md(phaseLines(view).join("<br>")),
    ...groups(view),
    ...offers(view),
  ]);
}

function summary({ programme, rows, years, locale }: BoardView): string[] {
  const text = stagesText(locale);
  const { stages } = stageNames(locale);
  const unknown = rows.filter(({ standing }) => standing === null).length;
  const counts = [
    ...stageCounts(rows).map(([stage, n]) => text.count(stages[stage], n)),
    ...(unknown > 0 ? [text.count(text.unknown, unknown)] : []),
  ];
  const late = rows.filter(({ behind }) => behind !== null);
  const named = late.slice(0, MOST).map(({ town }) => distinctTownName(programme, town, locale));
  const none = [...years.values()].every((year) => year === null) ? text.noYears : text.noneBehind;
  return [
    counts.join(text.comma),
    late.length > 0 ? text.behindHead(late.length, named.join(text.list)) : none,
  ];
}

function phaseLines({ programme, years, locale }: BoardView): string[] {
  const text = stagesText(locale);
  return programme.phases.map(({ phase, goal, goalEn }) =>
    text.phase(phase, yearName(years.get(phase) ?? null, locale), locale === "en" ? goalEn : goal),
  );
}

function yearName(year: number | null, locale: Locale): string {
  const text = stagesText(locale);
  return year === null ? text.noYear : text.year(year);
}

/** The towns by the phase in which they begin, those behind first where not all can be named. */
function groups(view: BoardView): CardElement[] {
  const { rows, locale } = view;
  const text = stagesText(locale);
  const urgent = rows.toSorted((a, b) => Number(a.behind === null) - Number(b.behind === null));
  const shown = new Set(urgent.slice(0, MOST));
  const phases = [...new Set(rows.map(({ town }) => town.phase))].sort((a, b) => a - b);
  const more = rows.length - shown.size;
  return [
    ...phases.flatMap((phase) => {
      const lines = rows.filter((one) => one.town.phase === phase && shown.has(one));
      if (lines.length === 0) return [];
      const shared = sharedBy(view, lines);
      const said = [
        ...(shared.length > 0 ? [text.alike(shared.join(text.comma))] : []),
        ...lines.map((one) => townLine(view, one, shared)),
      ];
      return [panel(text.ofPhase(phase), [md(said.join("<br>"))], true)];
    }),
    ...(more > 0 ? [md(text.more(more), "notation")] : []),
  ];
}

/** What all of several towns have before them, and what all of them are missing: said once. */
function sharedBy(view: BoardView, rows: readonly BoardRow[]): string[] {
  const [first, ...others] = rows.map((one) => [...goalOf(view, one), ...missingOf(view, one)]);
  return others.length === 0 ? [] : (first ?? []).filter((said) => others.every((one) => one.includes(said)));
}

function goalOf({ locale }: BoardView, { goal, behind }: BoardRow): string[] {
  const text = stagesText(locale);
  const { stages } = stageNames(locale);
  if (behind?.year) return [text.behind(stages[behind.stage], behind.year)];
  return goal ? [text.goal(stages[goal.stage], yearName(goal.year, locale))] : [];
}

function missingOf({ locale }: BoardView, { papers }: BoardRow): string[] {
  const text = stagesText(locale);
  return papers.length > 0 ? [text.missing(papers.map((one) => nameOf(one, locale)).join(text.list))] : [];
}

function townLine(view: BoardView, one: BoardRow, shared: readonly string[]): string {
  const { programme, locale } = view;
  const { town, standing, moving } = one;
  const text = stagesText(locale);
  const { stages, sides } = stageNames(locale);
  const parts = [
    ...(standing ? [text.since(longDayName(standing.since, locale))] : []),
    ...(standing?.side ? [text.side(sides[standing.side])] : []),
    ...goalOf(view, one),
    ...(moving ? [text.moving(stages[moving])] : []),
    ...missingOf(view, one),
  ].filter((part) => !shared.includes(part));
  const at = standing ? stages[standing.stage] : text.unknown;
  return [text.town(distinctTownName(programme, town, locale), at), ...parts].join(text.comma);
}

function offers({ may, yearsSet, locale }: BoardView): CardElement[] {
  const text = stagesText(locale);
  const toNew = (procedure: string): Action => ({ kind: "new", procedure, about: "//" });
  const all: Array<[offered: boolean, words: string, action: Action]> = [
    [may.list, text.each, { kind: "list", scope: "stage", page: "1" }],
    [may.enlist, text.enlist, toNew("stage")],
    [may.setYears && yearsSet === null, text.setYears, toNew("phase_years")],
    [may.setYears && yearsSet !== null, text.changeYears, { kind: "show", id: yearsSet ?? "" }],
  ];
  const found = all.filter(([offered]) => offered);
  return found.length === 0
    ? []
    : [
        row(
          found.map(([, words, action]) => [button(words, action)]),
          [],
          "flow",
        ),
      ];
}
