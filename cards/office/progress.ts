import type { PeriodId } from "../../src/domain/calendar/period.ts";
import { shanghaiDay } from "../../src/domain/calendar/shanghai-time.ts";
import type { RankBands } from "../../src/domain/explain/bands.ts";
import { claimable } from "../../src/domain/misreport/verify-misreport.ts";
import { isOff } from "../../src/domain/procedure/definition.ts";
import type { ProcedureRecord } from "../../src/domain/procedure/record.ts";
import type { Locale } from "../../src/domain/programme/people.ts";
import type { Programme } from "../../src/domain/programme/programme.ts";
import type { NextStep } from "../../src/domain/quarter/steps.ts";
import type { Timetable } from "../../src/domain/quarter/timetable.ts";
import type { Publication } from "../../src/domain/ranking/publication.ts";
import type { Ranking } from "../../src/domain/ranking/ranked-town.ts";
import type { CheckupOverview, ProgressRow } from "../../src/domain/views.ts";
import type { Card, CardElement } from "../card.ts";
import { button, card, md, row } from "../elements.ts";
import { dayName, distinctTownName, nameOf, periodName, townName } from "../names.ts";
import { STATE_FONT } from "../picture/colours.ts";
import { query } from "../query.ts";
import { alikeNote } from "../ranking/alike-note.ts";
import { originText } from "../record/form.ts";
import type { ProcedureKit } from "../record/kit.ts";
import { askText } from "../text/ask.ts";
import { misreportText } from "../text/misreport.ts";
import { type OfficeText, officeText } from "../text/office.ts";
import { quarterLine, supplementTerm } from "../text/quarter.ts";
import { rankingText } from "../text/ranking.ts";
import { stateTerm, type Term } from "../text/terms.ts";
import { weighingText } from "../text/weighing.ts";
import { nextStepLines } from "./next-step.ts";
import { checkupPanel, recordPanels } from "./progress-panels.ts";
import { progressPicture } from "./progress-picture.ts";

/**
 * `rows`: every town of the programme, in list order. `ranked`: the provisional or published result; null before there
 * is one.
 */
export type ProgressView = {
  programme: Programme;
  period: PeriodId;
  quarter: Timetable;
  rows: ProgressRow[];
  next: NextStep;
  /** Accepted objections whose figures are still those of the provisional result. */
  unmended: ProcedureRecord[];
  /** The quarter may be locked by hand, because its lock day is unknown. */
  closable: boolean;
  /** The records of procedures about this quarter. */
  records: ProcedureRecord[];
  kits: readonly ProcedureKit[];
  /** The published result in force; null before publication. */
  published: Pick<Publication, "seq" | "hash"> | null;
  checkup: CheckupOverview;
  ranked: { ranking: Ranking; bands: RankBands | null; provisional: boolean } | null;
  locale: Locale;
};

/** Towns listed; the others are counted. */
const LISTED = 40;

const STATES = ["approved", "submitted", "returned", "draft", "not_started"] as const;

/**
 * The city office's card of a quarter: a picture of who stands where, the state of every report, the next step with its
 * button, and pending matters.
 */
export function progressCard(view: ProgressView): Card {
  const { programme, period, rows, locale } = view;
  const text = officeText(locale);
  const published = view.next.step === "published";
  const owing = rows.some(({ state }) => state === "not_started" || state === "draft");
  const counts = STATES.map((state) =>
    text.count(
      STATE_FONT[state],
      stateTerm(state, locale).text,
      rows.filter((line) => line.state === state).length,
    ),
  );
  const late = rows.filter((line) => (line.late ?? 0) > 0).length;
  const supplements = rows.filter((line) => line.supplement).length;
  const aside = (late > 0 ? text.late(late) : "") + (supplements > 0 ? text.supplements(supplements) : "");
  return card(
    {
      title: text.progressTitle(periodName(period, locale)),
      subtitle: nameOf(programme, locale),
      template: published ? "green" : "blue",
      tags: published ? [{ text: text.published, color: "green" }] : [],
    },
    [
      ...progressPicture(view),
      md(text.counts(rows.length, counts.join(" · ")) + aside),
      md(quarterLine(view.quarter, locale, owing), "notation"),
      ...nextStepLines(view),
      ...certainty(view, text),
      ...recordPanels(view),
      ...checkupPanel(view.checkup, view),
      ...townLines(view, text),
      officeTools(view, text),
      ...(published ? [md(text.exportHint, "notation")] : []),
    ],
  );
}

/** The towns one a line: a table of both languages would be too wide for a phone in a group. */
function townLines({ rows, locale }: ProgressView, text: OfficeText): CardElement[] {
  const lines = rows.slice(0, LISTED).map((line) => {
    const { town, state, late, supplement, at } = line;
    const said = [
      stateOf(line, locale, text).text,
      ...(late ? [text.daysLate(late)] : []),
      ...(supplement ? [supplementTerm(locale).text] : []),
      ...(at === null ? [] : [dayName(shanghaiDay(at), locale)]),
    ];
    return text.townLine(STATE_FONT[state], townName(town, locale), said.join(" · "));
  });
  const left = rows.length - LISTED;
  return [md(lines.join("<br>")), ...(left > 0 ? [md(text.notListed(left), "notation")] : [])];
}

/** `填报中 3/8`: the state of a report, with what is filled in while its town is at it. */
function stateOf({ state, done, sections }: ProgressRow, locale: Locale, text: OfficeText): Term {
  const term = stateTerm(state, locale);
  if (state !== "draft" && state !== "returned") return term;
  return { ...term, text: text.filled[state](`${done}/${sections}`) };
}

/** Neighbouring places whose order is uncertain; shown before publication only. */
function certainty({ programme, ranked, locale }: ProgressView, text: OfficeText): CardElement[] {
  if (!ranked?.bands) return [];
  const { ranking, bands, provisional } = ranked;
  const name = ({ town }: (typeof ranking.rows)[number]) => distinctTownName(programme, town, locale);
  const note = alikeNote(ranking.rows, bands, name, rankingText(locale));
  if (note === "") return [];
  return [md(provisional ? text.provisionally(note) : note, "notation")];
}

/** The office's tools that are not steps of the quarter. */
function officeTools({ programme, period, rows, locale }: ProgressView, text: OfficeText): CardElement {
  const weigh = button(weighingText(locale).open, { kind: "weigh_form", period });
  const verify = button(misreportText(locale).open, {
    kind: "new",
    procedure: "misreport",
    about: originText({ period, town: "", ref: "" }),
  });
  const year = button(text.year, { kind: "annual", year: period.slice(0, 4) });
  const verifiable = claimable(programme.scheme).length > 0 && !isOff({ id: "misreport" }, programme);
  const missing = button(askText(locale).buttons.missing, query.missing(period));
  const tools = [
    ...(rows.length > LISTED ? [[missing]] : []),
    ...(verifiable ? [[verify]] : []),
    [weigh],
    [year],
    [button(text.refresh, { kind: "progress", period })],
  ];
  return row(tools, [], "flow");
}
