import { expect, test } from "vitest";
import { costText } from "../../../cards/report/newly-due-lines.ts";
import { photosMissingCard } from "../../../cards/report/photos.ts";
import { NEWLY_DUE_TEXT } from "../../../cards/text/newly-due.ts";
import { quarterLine, supplementLine } from "../../../cards/text/quarter.ts";
import { REPORT_TEXT } from "../../../cards/text/report.ts";
import { isSupplementNow } from "../../../src/domain/quarter/supplement.ts";
import { STAGES, type Stage } from "../../../src/domain/quarter/timetable.ts";
import { qualityPenalty } from "../../../src/domain/ranking/ranking.ts";
import { missingPhotos } from "../../../src/domain/report/completeness.ts";
import { decide } from "../../../src/domain/report/decide.ts";
import { newlyDue } from "../../../src/domain/report/newly-due.ts";
import { openingContent } from "../../../src/domain/report/plan.ts";
import { type Report, startReport } from "../../../src/domain/report/report.ts";
import { quarterIn } from "../../domain/quarter/quarters.ts";
import * as villages from "../../domain/report/given.ts";
import { official, qikou, qikouFifthDue, situation, viewOf } from "../report/case.ts";
import { buttons } from "../report/look.ts";
import { promise } from "./promise.ts";

const text = REPORT_TEXT["zh-CN"];
const basis = qikou();

/** 碛口's complete quarter as a draft, without photos. */
function complete(of = basis): Report {
  const by = { revision: 1, by: official.openId, name: official.name, at: 0 };
  const content = openingContent(of);
  content.investment.cumulative = 6000;
  content.investment.sources = { [of.programme.fundSources[0]?.id ?? ""]: 6000 };
  for (const project of content.image.projects) project.actual = 70;
  return { ...startReport(of), content, saved: { investment: by, image: by } };
}
function sent(photos: Record<string, number>, withoutPhotos: boolean, report = complete()): Report {
  const decision = decide({ kind: "submit", photos, withoutPhotos }, report, situation(basis));
  if (!decision.ok) throw new Error(JSON.stringify(decision.refusal));
  return decision.report;
}
const withAll = Object.fromEntries(basis.programme.requiredPhotos.map((section) => [section, 1]));

promise("submit_bare", text.submitBareText("约少0.5分"), () => {
  test("without photos the points are taken that were said", () => {
    expect(qualityPenalty(sent({}, true), basis.programme)).toBeGreaterThan(0);
  });
  test("with the photos sent first none of them are, even by the button that does without", () => {
    expect(missingPhotos(basis, withAll)).toEqual([]);
    for (const pressed of [false, true])
      expect(qualityPenalty(sent(withAll, pressed), basis.programme)).toBe(0);
  });
  test("photos that come later, with a returned report, take the loss back", () => {
    const bare = sent({}, true);
    const again: Report = { ...bare, status: "returned", returned: null };
    expect(sent(withAll, false, again).missingPhotos).toEqual([]);
  });
  test("a 补报 loses no points, so no price is named and nothing is asked", () => {
    const view = { ...viewOf(basis, { quarter: quarterIn("locked") }), sections: ["image"] };
    const card = photosMissingCard(view);
    expect(JSON.stringify(card)).not.toMatch(/分）|扣分|confirm/);
    expect(Object.keys(buttons(card))).toContain(text.submitUnranked);
  });
});

promise("leave_due", NEWLY_DUE_TEXT["zh-CN"].leaveText(1, "约少1.2分"), () => {
  const due = qikouFifthDue();
  const ids = due.programme.areas.flatMap(({ id }) => newlyDue(startReport(due), due, id));
  test("submitted all the same, they count 0 and nothing fills them in", () => {
    expect(ids.length).toBeGreaterThan(0);
    const report = sent(withAll, false, complete(due));
    const items = Object.assign({}, ...Object.values(report.content.areas).map((area) => area.items));
    expect(ids.map((id) => items[id] ?? 0)).toEqual(ids.map(() => 0));
  });
  test("a 补报 is told no price", () => {
    expect(costText(ids, viewOf(due))).toMatch(/约少[\d.]+分/);
    expect(costText(ids, viewOf(due, { quarter: quarterIn("provisional") }))).toBe("");
  });
});

promise("a report sent now", supplementLine("zh-CN", "now"), () => {
  const first = { firstSubmittedAt: null, returned: null };
  test.each(STAGES)("the card says of a first report what it is then taken as: %s", (stage: Stage) => {
    const at = quarterIn(stage);
    const said = quarterLine(at, "zh-CN", true);
    if (stage === "opening") {
      const refused = decide(
        villages.submit,
        villages.filled(),
        villages.situation(villages.official, { quarter: at }),
      );
      expect(villages.outcome(refused)).toBe("not_open");
      expect(said).not.toMatch(/可报|计迟报|补报/);
      return;
    }
    const taken = villages.done(
      villages.submit,
      villages.filled(),
      villages.situation(villages.official, { quarter: at }),
    );
    expect(taken.supplement === true).toBe(said.includes("补报"));
    expect(isSupplementNow(first, at)).toBe(said.includes("补报"));
    expect(said.includes("可报")).toBe(stage === "open");
    expect(said.includes("计迟报")).toBe(stage === "late");
  });
});
