import { costOfNoPhotos } from "../../src/domain/explain/points-at-stake.ts";
import { isSupplementNow } from "../../src/domain/quarter/supplement.ts";
import { type SectionId, sectionsOf } from "../../src/domain/report/content.ts";
import type { Card } from "../card.ts";
import { button, grid, md } from "../elements.ts";
import { sectionName } from "../names.ts";
import { CELL_TEXT } from "../text/cells.ts";
import { pointsLost } from "../text/points-lost.ts";
import { REPORT_TEXT } from "../text/report.ts";
import { record, reportCard } from "./report-card.ts";
import type { ReportView } from "./view.ts";

/** Asks for missing required photos; the report may be submitted without them at the stated cost in points. */
export function photosMissingCard(view: ReportView & { sections: SectionId[] }): Card {
  const { programme, locale, report, basis } = view;
  const text = REPORT_TEXT[locale];
  const names = CELL_TEXT[locale].list(view.sections.map((s) => sectionName(programme, s, locale)));
  const { scheme, excused } = view.stakes ?? { scheme: basis.programme.scheme, excused: [] };
  const lost = costOfNoPhotos({ report, basis, excused }, scheme, view.sections);
  const points = pointsLost(lost, locale) || text.noPoints;
  // A report that is not ranked loses no points.
  const unranked = isSupplementNow(report, view.quarter);
  const submit = unranked ? text.submitSupplement : text.submit;
  const again = { ...record(view), revision: String(report.revision) };
  return reportCard(view, { kind: text.kinds.photos, template: "yellow" }, [
    md(text.photosText(names, submit)),
    button(submit, { kind: "submit", ...again }, { type: "primary" }),
    unranked
      ? button(text.submitUnranked, { kind: "submit_bare", ...again })
      : button(
          text.submitBare(points),
          { kind: "submit_bare", ...again },
          { confirm: { title: text.submitBareTitle, text: text.submitBareText(points) } },
        ),
    button(text.backToOverview, { kind: "overview", ...record(view) }),
  ]);
}

/** Asks for the section of photos that came without one. `message`: the message that brought them. */
export function attachCard(
  view: ReportView & { message: string; count: number; duplicates?: number | undefined },
): Card {
  const { programme, locale } = view;
  const text = REPORT_TEXT[locale];
  const required = new Set(programme.requiredPhotos);
  const sections = sectionsOf(programme);
  const order = [...sections.filter((s) => required.has(s)), ...sections.filter((s) => !required.has(s))];
  const buttons = order.map((section) =>
    button(
      sectionName(programme, section, locale),
      { kind: "attach", ...record(view), section, message: view.message },
      { type: required.has(section) ? "primary" : "default" },
    ),
  );
  return reportCard(view, { kind: text.kinds.attach, template: "wathet" }, [
    md(text.attachText(view.count)),
    ...(view.duplicates ? [md(text.duplicates(view.duplicates))] : []),
    grid(buttons, 2),
  ]);
}

/** Where the photos were filed, with a link to the report. */
export function attachedCard(view: ReportView & { section: SectionId }): Card {
  const { programme, locale } = view;
  const text = REPORT_TEXT[locale];
  return reportCard(view, { kind: text.kinds.attached, template: "green" }, [
    md(text.attachedText(sectionName(programme, view.section, locale))),
    button(text.openOverview, { kind: "overview", ...record(view) }),
  ]);
}
