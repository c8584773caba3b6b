import { filedPhotos } from "../../src/domain/evidence/shown-photo.ts";
import type { Flag } from "../../src/domain/report/soft-checks.ts";
import type { Card, CardElement } from "../card.ts";
import { button, grid, hr, md, typed } from "../elements.ts";
import { countyName, townName } from "../names.ts";
import { FEW_PICTURES, pictureBlock } from "../pictures/picture-block.ts";
import { query } from "../query.ts";
import { flagFact } from "../report/flag-text.ts";
import { promiseResults, promisesToCome } from "../report/promise-lines.ts";
import { punctuality } from "../report/punctuality.ts";
import { stepLines, supplementNote } from "../report/receipt.ts";
import { record, reportCard } from "../report/report-card.ts";
import type { ReportView } from "../report/view.ts";
import { problemButtons } from "../task/problem-buttons.ts";
import { picturesText } from "../text/pictures.ts";
import { REVIEW_TEXT } from "../text/review.ts";
import { checkupFact } from "./checkup-fact.ts";
import { figureTable } from "./figure-table.ts";
import { mendedLines } from "./mended-lines.ts";
import { sectionPanels } from "./section-panels.ts";

/** Flags listed; the others are counted. */
const NAMED = 8;

/** A submitted report for its reviewer: figures beside last quarter's, flags, returned cells, and the decision. */
export function reviewCard(view: ReportView & { flags: Flag[] }): Card {
  const { report, locale } = view;
  const text = REVIEW_TEXT[locale];
  const late = punctuality(view);
  const county = { text: countyName(view.programme, view.town, locale), color: "neutral" };
  const head = {
    kind: text.kinds.review,
    template: "blue" as const,
    tags: [county, ...(late ? [late] : [])],
  };
  if (report.status !== "submitted") return reportCard(view, head, [md(text.waitingText)]);
  return reportCard(view, head, [
    ...supplementNote(view),
    md(summaryLines(view).join("\n")),
    ...mendedLines(view),
    figureTable(view),
    md(text.boldChanged, "notation"),
    ...photos(view),
    ...flagLines(view),
    ...sectionPanels(view, [...view.flags, ...(view.checkup ?? [])]),
    ...promiseResults(view),
    ...promisesToCome(view),
    ...problemButtons(view),
    hr(),
    verdict(view),
  ]);
}

function summaryLines(view: ReportView): string[] {
  const text = REVIEW_TEXT[view.locale];
  const { returns } = view.report;
  const noted = [
    // Photos that are there are shown below.
    ...(filedPhotos(view.pictures).length === 0 ? [text.noPhotos] : []),
    ...(returns > 0 ? [text.returns(returns)] : []),
  ];
  return [...stepLines(view), ...(noted.length > 0 ? [noted.join(" · ")] : [])];
}

/** The newest photos, and a way to all of them. */
function photos(view: ReportView): CardElement[] {
  const filed = filedPhotos(view.pictures);
  const all = query.photos(view.town.slug, view.report.period);
  return [
    ...pictureBlock(filed, view, { most: FEW_PICTURES }),
    ...(filed.length > FEW_PICTURES ? [button(picturesText(view.locale).seeAll, all)] : []),
  ];
}

/** Explained estimates: a stored figure alone does not show that it was one. */
function estimates(view: ReportView & { flags: Flag[] }): Flag[] {
  const known = new Set(view.flags.map((flag) => flag.key));
  return Object.entries(view.report.answers).flatMap(([key, answer]): Flag[] => {
    const [, section, field] = /^estimate:([^/]+)\/(.+)$/.exec(key) ?? [];
    if (!section || answer.answer === "" || known.has(key)) return [];
    const values = { cell: `${section}/${field}` };
    return [{ key, kind: "estimate", section, severity: "watch", values }];
  });
}

function flagLines(view: ReportView & { flags: Flag[] }): CardElement[] {
  const text = REVIEW_TEXT[view.locale];
  const asked = [...view.flags, ...estimates(view)].map((flag) => {
    const answer = view.report.answers[flag.key]?.answer ?? "";
    const said = answer === "" ? text.noAnswer : text.answer(typed(answer, 80));
    return `${factLine(flag, flagFact(flag, view))}\n  ${said}`;
  });
  // Findings from other towns, quarters or photos were not asked of the town, so they have no answer.
  const compared = (view.checkup ?? []).map((flag) => factLine(flag, checkupFact(flag, view)));
  const lines = [...asked, ...compared];
  if (lines.length === 0) return [md(text.noFlags, "notation")];
  const more = lines.length > NAMED ? [`- ${text.moreFlags(lines.length - NAMED)}`] : [];
  return [md([text.flagsTitle(lines.length), ...lines.slice(0, NAMED), ...more].join("\n"))];
}

function factLine({ severity }: Pick<Flag, "severity">, fact: string): string {
  return `- <font color='${severity === "flag" ? "orange" : "grey"}'>${typed(fact, 120)}</font>`;
}

function verdict(view: ReportView): CardElement {
  const { locale, report } = view;
  const text = REVIEW_TEXT[locale];
  const of = { ...record(view), revision: String(report.submittedRevision ?? report.revision) };
  const confirm = {
    title: text.approveTitle(townName(view.town, locale)),
    text: report.supplement ? text.approveSupplement : text.approveText,
  };
  return grid(
    [
      button(text.approve, { kind: "approve", ...of }, { type: "primary", confirm }),
      button(text.sendBack, { kind: "return_form", ...of }),
    ],
    2,
  );
}
