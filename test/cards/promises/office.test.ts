import { expect, test } from "vitest";
import { officeText } from "../../../cards/text/office.ts";
import { shanghaiTime } from "../../../src/domain/calendar/shanghai-time.ts";
import { refuse } from "../../../src/domain/quarter/may.ts";
import { checkProvisional } from "../../../src/domain/quarter/steps.ts";
import { type Stage, timetable, UNOPENED } from "../../../src/domain/quarter/timetable.ts";
import type { Publication } from "../../../src/domain/ranking/publication.ts";
import { rankQuarter } from "../../../src/domain/ranking/ranking.ts";
import { verifyPublication } from "../../../src/domain/ranking/verify-publication.ts";
import type { Command } from "../../../src/domain/report/command.ts";
import { correctReport } from "../../../src/domain/report/correct.ts";
import { decide } from "../../../src/domain/report/decide.ts";
import type { Report } from "../../../src/domain/report/report.ts";
import { towns } from "../../domain/programmes.ts";
import { quarterIn } from "../../domain/quarter/quarters.ts";
import {
  approve,
  approved,
  done,
  filled,
  office,
  official,
  outcome,
  quarter,
  returnCells,
  returned,
  reviewer,
  save,
  situation,
  submit,
  submitted,
} from "../../domain/report/given.ts";
import { workedEntrants } from "../../fixtures/worked-reports.ts";
import { promise } from "./promise.ts";

const text = officeText("zh-CN");
const UNRANKED: Stage[] = ["locked", "provisional", "objections", "published"];
const as = (who: typeof office, stage: Stage) => situation(who, { quarter: quarterIn(stage) });
/** The returned report as resubmitted by its town in this stage. */
const mended = (stage: Stage): Report => {
  const report = returned();
  const saved = done(save(quarter, "returned", report.revision), report, as(official, stage));
  return done(submit, saved, as(official, stage));
};

promise("lock", text.close.effect, () => {
  test("what was sent in is reviewed to its end, and ranked", () => {
    const report = submitted();
    const done_ = done(approve(report), report, as(reviewer, "locked"));
    expect(done_.status).toBe("approved");
    expect(done_.supplement).toBeUndefined();
  });
  test("what was sent back is mended, and ranked", () => {
    const again = mended("locked");
    expect(again.supplement).toBeUndefined();
    expect(done(approve(again), again, as(reviewer, "locked")).status).toBe("approved");
  });
  test("the county may send back what it has, and the town mend it, after the lock too", () => {
    const report = submitted();
    const back = done(returnCells(report, ["investment/source.collective"]), report, as(reviewer, "locked"));
    const saved = done(save(quarter, "returned", back.revision), back, as(official, "locked"));
    expect(done(submit, saved, as(official, "locked")).supplement).toBeUndefined();
  });
});

promise("unranked", text.publishMissing(1), () => {
  test.each(UNRANKED)(
    "a first report that comes while %s is kept as typed, reviewed, and a 补报",
    (stage) => {
      const sent = done(submit, filled(), as(official, stage));
      expect(sent).toMatchObject({ status: "submitted", supplement: true, content: filled().content });
      const read = done(approve(sent), sent, as(reviewer, stage));
      expect(read).toMatchObject({ status: "approved", supplement: true });
    },
  );
  test.each(["provisional", "objections", "published"] as const)(
    "what was sent back before the result and comes while %s is one too",
    (stage) => {
      expect(mended(stage).supplement).toBe(true);
    },
  );
  test("whoever has no ranked report stands last, without a rank", () => {
    const entrants = workedEntrants(towns, "2026Q3");
    const { result } = rankQuarter(towns, "2026Q3", entrants, null);
    const last = result.rows.slice(entrants.length);
    expect(last).toHaveLength(towns.towns.length - entrants.length);
    for (const row of last) expect(row).toMatchObject({ standing: "not_reported", rank: null, score: null });
  });
});

promise("announce", text.steps.provisional.effect, () => {
  const now = shanghaiTime("2026-10-30", "10:00");
  const open = { ...UNOPENED, status: "open" as const };
  const facts = {
    towns: 2,
    reports: [{ town: "qikou", status: "approved", returned: null } as const],
    objectionsOpen: 0,
  };
  const allowed = checkProvisional(timetable("2026Q3", towns, open, now), facts, towns, now);
  test("every town may object from the moment of it to the last one that was named, and not after", () => {
    if (!allowed.ok) throw new Error(allowed.reason);
    const record = { status: "closed" as const, provisionalAt: now, objectionsUntil: allowed.until };
    const at = (moment: number) =>
      refuse("object", "town_official", timetable("2026Q3", towns, record, moment));
    expect([at(now), at(allowed.until)]).toEqual([null, null]);
    expect(at(allowed.until + 1)).toBe("objections_over");
    const working = [now, now + 3_600_000, allowed.until - 1].map(at);
    expect(working).toEqual([null, null, null]);
  });
});

promise("publish", text.steps.publish.effect, () => {
  const at = as(office, "published");
  const tries: Array<[string, Command, typeof office]> = [
    ["its town saves", save(quarter, "investment", approved().revision), official],
    ["its town submits", submit, official],
    ["its county returns it", returnCells(approved(), ["roads/item.roads.2"]), reviewer],
    ["the office returns it", returnCells(approved(), ["roads/item.roads.2"]), office],
  ];
  test.each(tries)("a ranked report stays as it is when %s", (_, command, who) => {
    expect(outcome(decide(command, approved(), { ...at, actor: who }))).toBe("approved");
  });
  test("a mistake found later makes a second result; the first one stays, figure by figure", () => {
    const entrants = workedEntrants(towns, "2026Q3");
    const publicationOf = (given: typeof entrants): Publication => ({
      ...{ period: "2026Q3", seq: 1, at: 0, by: "ou_office", hash: "", scheme: towns.scheme },
      ...rankQuarter(towns, "2026Q3", given, null),
    });
    const first = publicationOf(entrants);
    const printed = JSON.stringify(first);
    const [own, ...others] = entrants;
    if (!own) throw new Error("nobody reported");
    const change = { cell: "image/project.all.actual", value: "1", reason: "现场核减" };
    const corrected = correctReport(own.report, change, office.openId, own.basis, 0);
    if (!corrected.ok) throw new Error(corrected.reason);
    const second = publicationOf([{ ...own, report: corrected.report }, ...others]);
    expect(JSON.stringify(first)).toBe(printed);
    expect(JSON.stringify(second.result)).not.toBe(JSON.stringify(first.result));
    for (const one of [first, second]) expect(verifyPublication(one)).toEqual([]);
  });
  test("what comes after it is no part of any ranking", () => {
    expect(done(submit, filled(), as(official, "published")).supplement).toBe(true);
    expect(mended("published").supplement).toBe(true);
  });
});
