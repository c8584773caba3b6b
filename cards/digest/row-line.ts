import type { Asked, DigestRow, RankRow } from "../../src/domain/digest/rows.ts";
import { countyOf, townBySlug } from "../../src/domain/programme/programme.ts";
import type { Debtor } from "../../src/domain/reminders/owed-item.ts";
import type { Addressee } from "../../src/domain/task/task.ts";
import { typed } from "../elements.ts";
import { dayName, distinctTownName, nameOf, periodName, sectionName } from "../names.ts";
import { signedPoints } from "../ranking/points.ts";
import { partLabel } from "../ranking/score-parts.ts";
import { aboutName } from "../record/about-name.ts";
import { type DigestRowText, digestRowText } from "../text/digest-rows.ts";
import { rankingText } from "../text/ranking.ts";
import type { DigestView } from "./view.ts";

/**
 * One row in words, its kind first, followed by what was asked about it; `words`: the longest quotation, in characters.
 */
export function rowLine(view: DigestView, row: DigestRow, words: number): string {
  const text = digestRowText(view.locale);
  const asked = row.asked ? `<br>${askedLine(row.asked, view, words)}` : "";
  return text.label(text.kinds[row.kind], body(view, row, words, text)) + asked;
}

function body(view: DigestView, row: DigestRow, words: number, text: DigestRowText): string {
  const { programme, facts, locale } = view;
  const day = (due: string) => dayName(due, locale);
  switch (row.kind) {
    case "report": {
      const period = periodName(facts.reporting?.period ?? "2000Q1", locale);
      if (row.state === "unranked") return text.reportUnranked(townOf(view, row.town), period);
      const said = row.state === "missing" ? text.reportMissing : text.reportReturned;
      return said(townOf(view, row.town), period, row.days);
    }
    case "red":
      return text.red(placeOf(view, row.to), typed(row.title, words), day(row.due), row.days, row.percent);
    case "blocked": {
      const department = programme.departments.find(({ slug }) => slug === row.department);
      const name = department ? nameOf(department, locale) : row.department;
      const said = row.accepted ? text.blockedAccepted : text.blockedAsked;
      const reason = row.reason.trim() === "" ? "" : text.blockedBy(typed(row.reason, words));
      return said(placeOf(view, row.to), typed(row.title, words), name, row.days) + reason;
    }
    case "step": {
      const [title, step] = [typed(row.title, words), typed(row.step, words)];
      return text.step(placeOf(view, row.to), title, step, day(row.due), row.share, row.percent);
    }
    case "promise": {
      const section = sectionName(programme, row.section, locale);
      return text.promise(townOf(view, row.town), section, typed(row.text, words), day(row.due));
    }
    case "owed": {
      const title = locale === "en" ? row.titleEn : row.title;
      return text.owed(debtorOf(view, row.owes), typed(title, words), day(row.due), row.days);
    }
    case "closed":
      return text.closed(placeOf(view, row.to), typed(row.title, words));
    case "question":
      return text.question(townOf(view, row.town), aboutName(row.about, row.title, programme, locale));
    case "rank":
      return rankLine(view, row, text);
  }
}

function askedLine(asked: Asked, { locale }: DigestView, words: number): string {
  const text = digestRowText(locale);
  return asked.answer === null
    ? text.asked(typed(asked.text, words), dayName(asked.since, locale), asked.days)
    : text.answered(typed(asked.answer, words));
}

function rankLine(view: DigestView, row: RankRow, text: DigestRowText): string {
  const ranking = rankingText(view.locale);
  const was = row.previousRank === null ? null : ranking.rank(row.previousRank, false);
  const print = { text: ranking, locale: view.locale };
  const why = row.why.map(({ id, points }) =>
    text.whyItem(partLabel(view.scheme, id, print), signedPoints(points, 2)),
  );
  const passed = row.passedBy.map((slug) => townOf(view, slug));
  return [
    text.rank(townOf(view, row.town), was, placeText(row, view)),
    why.length > 0 ? text.why(why) : ownChange(row, text),
    passed.length > 0 ? text.passedBy(passed) : "",
  ].join("");
}

/** Says that the score moved in one direction and the rank in the other, because other towns moved more. */
function ownChange({ rank, previousRank, delta }: RankRow, text: DigestRowText): string {
  if (rank === null || previousRank === null || rank === previousRank || delta === null) return "";
  return text.othersMore(signedPoints(delta, 2), rank > previousRank);
}

/** `并列第5名`, or why there is no rank. */
export function placeText(row: RankRow, { locale }: Pick<DigestView, "locale">): string {
  const text = rankingText(locale);
  if (row.rank !== null) return text.rank(row.rank, row.tied);
  return text.standings[row.standing === "not_ranked" ? "not_ranked" : "not_reported"];
}

/** A town's name; the slug itself for a town no longer in the pack. */
export function townOf({ programme, locale }: DigestView, slug: string | null): string {
  const town = townBySlug(programme, slug ?? "");
  return town ? distinctTownName(programme, town, locale) : (slug ?? "");
}

/** Who owes a step: a place, the office, the leading group; "" for one person, who is not named. */
function debtorOf(view: DigestView, owes: Debtor): string {
  const { programme, locale } = view;
  if (owes.kind === "office") return nameOf(programme.office, locale);
  if (owes.kind === "leader") return digestRowText(locale).leader;
  return owes.kind === "person" ? "" : placeOf(view, owes);
}

/** A town with its county, a county, or a department. */
function placeOf(view: DigestView, to: Addressee): string {
  const { programme, facts, locale } = view;
  const town = to.kind === "town" ? townBySlug(programme, to.slug) : undefined;
  if (town) {
    const name = nameOf(town, locale);
    if (facts.audience !== "leading_group") return name;
    return digestRowText(locale).place(name, nameOf(countyOf(programme, town), locale));
  }
  const list = to.kind === "county" ? programme.counties : programme.departments;
  const named = list.find(({ slug }) => slug === to.slug);
  return named ? nameOf(named, locale) : to.slug;
}
