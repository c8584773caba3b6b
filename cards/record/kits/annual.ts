import { annual, frozenYears, settledOf } from "../../../src/domain/procedure/annual.ts";
import type { Locale } from "../../../src/domain/programme/people.ts";
import { type Programme, townBySlug } from "../../../src/domain/programme/programme.ts";
import type { Settled, SettledCounty, SettledTown } from "../../../src/domain/year/settled.ts";
import type { CardElement } from "../../card.ts";
import { md, panel, table } from "../../elements.ts";
import { distinctTownName, nameOf } from "../../names.ts";
import { pointsText } from "../../ranking/points.ts";
import { type AssessmentText, assessmentText } from "../../text/assessment.ts";
import { annualWords } from "../../text/procedures/annual.ts";
import { originText } from "../form.ts";
import type { ProcedureKit, RecordView } from "../kit.ts";

type View = Pick<RecordView, "programme" | "locale">;

export const annualKit: ProcedureKit = {
  definition: annual,
  words: annualWords,
  body,
  /** The office's way to what counties wrote and object to, and to the scores. */
  links: ({ record, reader, locale }) => {
    const text = assessmentText(locale);
    if (reader?.role !== "city_office" && reader?.role !== "leader") return [];
    return [
      { text: text.seeSelf, action: { kind: "list", scope: "assessment", page: "1" } },
      { text: text.seeYear, action: { kind: "annual", year: record.ref } },
      ...(record.state === "frozen" && reader.role === "city_office" ? [commending(record.ref, text)] : []),
    ];
  },
};

function commending(year: string, text: AssessmentText) {
  const about = originText({ period: "", town: "", ref: year });
  return { text: text.commend, action: { kind: "new", procedure: "commendation", about } as const };
}

function body(view: RecordView): CardElement[] {
  const { record, programme, locale } = view;
  const text = assessmentText(locale);
  const settled = settledOf(record);
  if (!settled) return [md(text.start), md(text.rule(programme.grades), "notation")];
  const said = { self: text.start, draft: text.draft, frozen: text.frozen, correcting: text.correcting };
  const states: Record<string, string> = said;
  return [
    md(states[record.state] ?? ""),
    ...corrections(view, frozenYears(record)),
    countyTable(view, settled, text),
    panel(text.towns(settled.towns.length), [
      md(settled.towns.map((one) => townLine(view, one, text)).join("<br>")),
    ]),
    md([text.rule(programme.grades), ...(hasBook(view) ? [text.asFile] : [])].join("<br>"), "notation"),
  ];
}

/** Whether the reader may have the year's workbook. */
function hasBook({ reader, record }: RecordView): boolean {
  return record.state !== "draft" && (reader?.role === "city_office" || reader?.role === "leader");
}

/** The counties whose result the last correction changed. */
function corrections(view: View, results: readonly Settled[]): CardElement[] {
  const [before, after] = results.slice(-2);
  if (!before || !after) return [];
  const text = assessmentText(view.locale);
  const line = (one: SettledCounty) => resultText(one, text).join(" ");
  const changed = after.counties.flatMap((now) => {
    const was = before.counties.find(({ county }) => county === now.county);
    if (!was || line(was) === line(now)) return [];
    return [text.change(countyName(now.county, view), line(was), line(now))];
  });
  return [md([text.corrected(results.length - 1), ...changed].join("<br>"))];
}

function countyTable(view: View, { counties }: Settled, text: AssessmentText): CardElement {
  const { columns } = text;
  const right = { data_type: "text", horizontal_align: "right" } as const;
  return table(
    [
      { name: "county", display_name: columns.county, data_type: "text" },
      { name: "score", display_name: columns.score, ...right },
      { name: "rank", display_name: columns.rank, ...right },
      { name: "grade", display_name: columns.grade, data_type: "text" },
    ],
    counties.map((one) => {
      const [score = "", rank = "", grade = ""] = resultText(one, text);
      return { county: countyName(one.county, view), score, rank, grade };
    }),
  );
}

function townLine(view: View, one: SettledTown, text: AssessmentText): string {
  const [score = "", rank = "", grade = ""] = resultText(one, text);
  const town = townBySlug(view.programme, one.town);
  const name = town ? distinctTownName(view.programme, town, view.locale) : one.town;
  return text.town(rank, name, score, grade);
}

/** Score, rank and grade as text. */
export function resultText(
  { score, rank, grade }: Pick<SettledCounty, "score" | "rank" | "grade">,
  text: AssessmentText,
): [score: string, rank: string, grade: string] {
  return [
    score === null ? text.none : pointsText(score, 2),
    rank === null ? text.none : String(rank),
    grade === null ? text.noGrade : text.grades[grade],
  ];
}

/** The pack's name of a county; its slug where it is no longer in the pack. */
export function countyName(
  slug: string,
  { programme, locale }: { programme: Programme; locale: Locale },
): string {
  const county = programme.counties.find((one) => one.slug === slug);
  return county ? nameOf(county, locale) : slug;
}
