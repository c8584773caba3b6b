import { afterEach, expect, test } from "vitest";
import { calendarWords } from "../../../cards/text/procedures/calendar.ts";
import { misreportWords } from "../../../cards/text/procedures/misreport.ts";
import { objectionWords } from "../../../cards/text/procedures/objection.ts";
import { weightsWords } from "../../../cards/text/procedures/weights.ts";
import { recordText } from "../../../cards/text/record.ts";
import { shanghaiTime } from "../../../src/domain/calendar/shanghai-time.ts";
import { setNoticeYears } from "../../../src/domain/calendar/working-days.ts";
import { calendar } from "../../../src/domain/procedure/calendar.ts";
import type { Procedure } from "../../../src/domain/procedure/definition.ts";
import { misreport } from "../../../src/domain/procedure/misreport.ts";
import { objection } from "../../../src/domain/procedure/objection.ts";
import { maySeeRecord } from "../../../src/domain/procedure/owed.ts";
import type { ProcedureRecord } from "../../../src/domain/procedure/record.ts";
import { begin, take } from "../../../src/domain/procedure/take.ts";
import { schemeInForce, weights } from "../../../src/domain/procedure/weights.ts";
import { dueDate } from "../../../src/domain/quarter/dates.ts";
import { timetable } from "../../../src/domain/quarter/timetable.ts";
import { rankQuarter } from "../../../src/domain/ranking/ranking.ts";
import { GIVEN } from "../../domain/procedure/given.ts";
import { towns } from "../../domain/programmes.ts";
import * as tasks from "../../domain/task/given.ts";
import { workedEntrants } from "../../fixtures/worked-reports.ts";
import { promise } from "./promise.ts";

// Decisions of two members of the office, and countersigning by a county.

const { office, colleague, official } = tasks;
const at = (actor: typeof office, now = shanghaiTime("2026-10-30", "10:00")) => ({
  ...{ actor, now, programme: towns, evidence: 0 },
});
const origin = { id: "r1", town: "", period: "2026Q3", ref: "" };

function begun(
  definition: Procedure,
  step: string,
  typed: Record<string, unknown>,
  actor = office,
): ProcedureRecord {
  const given = { ...GIVEN[definition.id], ...typed };
  const about = actor.role === "town_official" ? { ...origin, town: actor.area } : origin;
  const taken = begin(definition, about, step, given, at(actor));
  if (!taken.ok) throw new Error(taken.refusal.reason);
  return taken.record;
}
function taken(definition: Procedure, record: ProcedureRecord, step: string, actor: typeof office) {
  const after = take(definition, record, step, {}, at(actor));
  return after.ok ? after.record.state : after.refusal.reason;
}

const finding = { town: "qikou", indicator: "inv", found: "6500", reason: "抽查凭证" };

promise("misreport.confirm", misreportWords["zh-CN"].steps.confirm.confirm?.text ?? "", () => {
  test("nothing counts by the word of one: who proposed cannot confirm", () => {
    const record = begun(misreport, "propose", finding);
    expect(taken(misreport, record, "confirm", office)).toBe("second_person");
    expect(taken(misreport, record, "confirm", colleague)).toBe("confirmed");
  });
  test("confirmed, the indicator counts 0, points are deducted, and the row is marked", () => {
    const entrants = workedEntrants(towns, "2026Q3");
    const rowOf = (findings: Parameters<typeof rankQuarter>[4]) =>
      rankQuarter(towns, "2026Q3", entrants, null, findings).result.rows.find(({ town }) => town === "qikou");
    const found = [{ town: "qikou", indicator: "inv", claimed: 8820, found: 6500 }];
    const [before, after] = [rowOf([]), rowOf(found)];
    expect(after).toMatchObject({ misreport: true, contributions: { inv: 0 } });
    expect(after?.unrounded).toBeLessThan((before?.unrounded ?? 0) - (before?.contributions.inv ?? 0));
  });
  test("the town is told, and may read it", () => {
    expect(misreport.steps.confirm?.tells).toContain("town");
    const record = { ...begun(misreport, "propose", finding), state: "confirmed" };
    expect(maySeeRecord(misreport, record, official, towns)).toBe(true);
    expect(maySeeRecord(misreport, record, tasks.otherOfficial, towns)).toBe(false);
  });
});

promise("weights.propose", weightsWords["zh-CN"].steps.propose.confirm?.text ?? "", () => {
  const record = () => begun(weights, "propose", {});
  test("nothing is weighed anew until another one adopts it", () => {
    expect(schemeInForce(towns.scheme, [record()]).id).toBe(towns.scheme.id);
    expect(taken(weights, record(), "adopt", office)).toBe("second_person");
    expect(taken(weights, record(), "adopt", official)).toBe("not_yours");
  });
});

promise("weights.adopt", weightsWords["zh-CN"].steps.adopt.confirm?.text ?? "", () => {
  test("it is in force then", () => {
    const adopted = take(weights, begun(weights, "propose", {}), "adopt", {}, at(colleague));
    if (!adopted.ok) throw new Error(adopted.refusal.reason);
    expect(schemeInForce(towns.scheme, [adopted.record]).id).toBe(`${towns.scheme.id}.1`);
  });
  test("scores of two schemes are not subtracted from each other", () => {
    const before = rankQuarter(towns, "2026Q2", workedEntrants(towns, "2026Q2"), null);
    const changeOf = (schemeId: string) =>
      rankQuarter(towns, "2026Q3", workedEntrants(towns, "2026Q3"), {
        ...{ result: before.result, period: "2026Q2", schemeId },
      }).result.rows.map(({ delta }) => delta);
    expect(changeOf(towns.scheme.id).filter((delta) => delta !== null)).toHaveLength(7);
    expect(changeOf("another").filter((delta) => delta !== null)).toEqual([]);
  });
});

promise("calendar.adopt", calendarWords["zh-CN"].steps.adopt.confirm?.text ?? "", () => {
  afterEach(() => setNoticeYears([]));
  const year = { year: 2027, holidays: [{ day: "2027-01-01", name: "元旦" }], workdays: [] };
  test("nothing changes until another person has checked it", () => {
    const record = begun(calendar, "propose", { text: "…", ref: "2027" });
    expect(taken(calendar, record, "adopt", office)).toBe("second_person");
    expect(dueDate("2026Q4", towns)).toEqual({ known: false, year: 2027 });
  });
  test("due days counted in working days follow it", () => {
    setNoticeYears([year]);
    expect(dueDate("2026Q4", towns)).toMatchObject({ known: true });
  });
  test("a day set by name and objection days that were announced stay", () => {
    const set = { period: "2026Q4" as const, due: "2027-01-11", reason: "按市里通知" };
    const own = { deadline: { ...towns.deadline, overrides: [set] } };
    const record = {
      status: "closed",
      provisionalAt: 1,
      objectionsUntil: shanghaiTime("2027-02-01", "18:00"),
    } as const;
    const now = shanghaiTime("2027-01-20", "10:00");
    const before = timetable("2026Q4", own, record, now);
    setNoticeYears([year]);
    const { due, objectionsUntil, stage } = timetable("2026Q4", own, record, now);
    expect({ due, objectionsUntil, stage }).toEqual({
      ...{ due: "2027-01-11", objectionsUntil: before.objectionsUntil, stage: before.stage },
    });
  });
});

promise("objection", objectionWords["zh-CN"].steps.raise.intro ?? "", () => {
  const typed = { indicator: "inv", text: "口径不同" };
  const record = () => begun(objection, "raise", typed, official);
  test("once for each indicator: an answered one keeps its key", () => {
    for (const state of ["accepted", "rejected"] as const)
      expect(objection.states[state]).toMatchObject({ ends: true, keepsKey: true });
    expect(objection.key(record())).toContain("qikou inv");
  });
  test("the answers are for all towns to read, the objection before it is not", () => {
    expect(maySeeRecord(objection, record(), tasks.otherOfficial, towns)).toBe(false);
    for (const step of ["accept", "reject"]) {
      const answered = take(objection, record(), step, { answer: "按监理月报" }, at(office));
      if (!answered.ok) throw new Error(answered.refusal.reason);
      expect(maySeeRecord(objection, answered.record, tasks.otherOfficial, towns)).toBe(true);
    }
  });
});

promise("together", recordText("zh-CN").allConfirm, () => {
  test("a town's task begins; one's own waits for somebody else", () => {
    expect(tasks.outcome(tasks.put(tasks.draft, official), [tasks.reviewer, "countersign"])).toBe("done");
    expect(tasks.outcome(tasks.put(tasks.draft, tasks.reviewer), [tasks.reviewer, "countersign"])).toBe(
      "second_person",
    );
  });
});
