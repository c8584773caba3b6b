import { describe, expect, test } from "vitest";
import type { Person } from "../../../src/domain/programme/people.ts";
import type { Command } from "../../../src/domain/report/command.ts";
import { decide } from "../../../src/domain/report/decide.ts";
import type { Report, ReportStatus } from "../../../src/domain/report/report.ts";
import { quarterIn } from "../quarter/quarters.ts";
import {
  approve,
  approved,
  deputy,
  done,
  filled,
  inState,
  NOW,
  office,
  official,
  opened,
  others,
  outcome,
  quarter,
  returnCells,
  returned,
  reviewer,
  save,
  situation,
  submit,
  submitted,
} from "./given.ts";

const commands: Record<Command["kind"], (report: Report) => Command> = {
  save: (report) => save({ "roads/item.roads.2": "80" }, "roads", report.revision),
  settle: (report) => ({
    kind: "settle",
    raw: { "roads/item.roads.2": "80" },
    section: "roads",
    baseRevision: report.revision,
    right: "cumulative",
    amount: 300,
  }),
  answer: () => ({ kind: "answer", answers: {} }),
  take_out: () => ({ kind: "take_out", evidence: ["om_1/img_1"] }),
  submit: () => submit,
  approve,
  return: (report) => returnCells(report, ["roads/item.roads.2"], "请补充说明"),
};
type Row = [ReportStatus, Record<Command["kind"], string>];

const townRows: Row[] = [
  [
    "draft",
    {
      save: "done",
      settle: "done",
      answer: "done",
      take_out: "done",
      submit: "done",
      approve: "not_yours",
      return: "not_yours",
    },
  ],
  [
    "submitted",
    {
      save: "in_review",
      settle: "in_review",
      answer: "in_review",
      take_out: "in_review",
      submit: "repeated",
      approve: "not_yours",
      return: "not_yours",
    },
  ],
  [
    "returned",
    {
      save: "done",
      settle: "done",
      answer: "done",
      take_out: "done",
      submit: "incomplete",
      approve: "not_yours",
      return: "not_yours",
    },
  ],
  [
    "approved",
    {
      save: "approved",
      settle: "approved",
      answer: "approved",
      take_out: "approved",
      submit: "approved",
      approve: "not_yours",
      return: "not_yours",
    },
  ],
];
const notTown = {
  ...{ save: "not_yours", settle: "not_yours", answer: "not_yours" },
  ...{ take_out: "not_yours", submit: "not_yours" },
};
const reviewRows: Row[] = [
  ["draft", { ...notTown, approve: "not_submitted", return: "not_submitted" }],
  ["submitted", { ...notTown, approve: "done", return: "done" }],
  ["returned", { ...notTown, approve: "not_submitted", return: "not_submitted" }],
  ["approved", { ...notTown, approve: "repeated", return: "approved" }],
];
// The office may reopen an approved report until publication.
const officeRows = reviewRows.map(
  ([status, row]): Row => [status, status === "approved" ? { ...row, return: "done" } : row],
);
const strangerRows: Row[] = (["draft", "submitted", "returned", "approved"] as const).map((status) => [
  status,
  { ...notTown, approve: "not_yours", return: "not_yours" },
]);

const tables: Array<[string, Person[], Row[]]> = [
  ["the town's official and deputy", [official, deputy], townRows],
  ["the county's reviewer", [reviewer], reviewRows],
  ["the city office", [office], officeRows],
  ["everyone else of the roster", others, strangerRows],
];

describe.each(tables)("what %s may do", (_, actors, rows) => {
  test.each(rows)("with a report that is %s", (status, expected) => {
    for (const actor of actors)
      for (const [kind, command] of Object.entries(commands)) {
        const report = inState[status]();
        const decision = decide(command(report), report, situation(actor));
        expect([actor.openId, kind, outcome(decision)]).toEqual([
          actor.openId,
          kind,
          expected[command(report).kind],
        ]);
        if (decision.ok && !decision.repeated) expect(decision.report.revision).toBe(report.revision + 1);
        if (decision.ok && decision.repeated) expect(decision.report).toEqual(report);
      }
  });
});

describe("saving", () => {
  test("puts the figures in place and remembers who saved which section and when", () => {
    const report = filled();
    expect(report.content.investment).toMatchObject({
      cumulative: 300,
      sources: { collective: 160, pairing: 140 },
    });
    expect(Object.keys(report.saved).sort()).toEqual(["image", "investment", "roads"]);
    expect(report.saved.image).toEqual({ revision: 2, by: "ou_official", name: "official", at: NOW });
  });
  test("a refused figure changes nothing and what was typed is kept word for word", () => {
    const raw = { "investment/cumulative": "一大笔", "investment/words": "已付进度款" };
    const decision = decide(save(raw, "investment"), opened(), situation(official));
    if (decision.ok) throw new Error("it was saved");
    expect(decision.refusal).toMatchObject({ reason: "problems" });
    expect(decision.keep?.content).toEqual(opened().content);
    expect(decision.keep?.pending).toEqual([{ by: "ou_official", section: "investment", raw, at: NOW }]);
  });
  test("the kept text goes once the section is saved, another person's and another section's stay", () => {
    const bad = { "investment/cumulative": "?" };
    let report = opened();
    for (const [actor, section] of [
      [official, "investment"],
      [official, "image"],
      [deputy, "investment"],
    ] as const) {
      const refused = decide(save(bad, section), report, situation(actor));
      report = (!refused.ok && refused.keep) || report;
    }
    expect(report.pending.length).toBe(3);
    const saved = done(save(quarter, "investment", report.revision), report, situation(official));
    expect(saved.pending.map((p) => [p.by, p.section])).toEqual([["ou_deputy", "investment"]]);
  });
  test("two officials never overwrite each other: the second is told who was first and keeps what was typed", () => {
    const first = done(save({ "roads/progress": "路灯已立杆" }, "roads"), opened(), situation(official));
    const second = decide(save({ "roads/progress": "路灯在采购" }, "roads"), first, situation(deputy));
    if (second.ok) throw new Error("it was saved");
    expect(second.refusal).toMatchObject({ reason: "conflict", byName: "official", at: NOW });
    expect(second.keep?.content.areas.roads?.words.progress).toBe("路灯已立杆");
    expect(second.keep?.pending[0]?.raw).toEqual({ "roads/progress": "路灯在采购" });
  });
  test("who types a percentage alone has chosen no state, whatever state the other official gave the item meanwhile", () => {
    const boxes = { "water/item.water.3": "", "water/item.water.3.status": "none" };
    const held = opened();
    const first = done(save({ ...boxes, "water/item.water.3": "40" }, "water"), held, situation(official));
    const at = situation(deputy, { drawn: held });
    const second = decide(save({ ...boxes, "water/item.water.3": "60" }, "water"), first, at);
    expect(second).toMatchObject({ refusal: { reason: "conflict", byName: "official" } });
    expect(second).toMatchObject({ keep: { pending: [{ raw: { "water/item.water.3": "60" } }] } });
  });
  test("who chooses a state alone has typed no percentage, whatever percentage stands there meanwhile", () => {
    const boxes = { "water/item.water.2": "20", "water/item.water.2.status": "going" };
    const held = opened();
    const first = done(save({ ...boxes, "water/item.water.2": "30" }, "water"), held, situation(official));
    const at = situation(deputy, { drawn: held });
    const second = decide(save({ ...boxes, "water/item.water.2.status": "done" }, "water"), first, at);
    expect(second).toMatchObject({ refusal: { reason: "conflict", byName: "official" } });
  });
  test("who saved on another card before is told so, not shown oneself as the other", () => {
    const first = done(save({ "roads/progress": "路灯已立杆" }, "roads"), opened(), situation(official));
    const outcomes = [official, deputy].map((actor) =>
      decide(save({ "roads/progress": "路灯在采购" }, "roads"), first, situation(actor)),
    );
    expect(outcomes).toMatchObject([
      { refusal: { reason: "conflict", own: true } },
      { refusal: { reason: "conflict", own: false } },
    ]);
  });
  test("two officials may save different sections from cards drawn at the same moment", () => {
    const first = done(save({ "roads/progress": "甲" }, "roads"), opened(), situation(official));
    const second = done(save({ "water/progress": "乙" }, "water"), first, situation(deputy));
    expect(second.content.areas.roads?.words.progress).toBe("甲");
    expect(second.content.areas.water?.words.progress).toBe("乙");
  });
  test("the same form pressed twice changes nothing the second time, a project of one's own included", () => {
    const raw = {
      "image/project.lane.actual": "72",
      "image/project.new.name": "村口广场",
      "image/project.new.total": "60",
      "image/project.new.planned": "50",
      "image/project.new.actual": "40",
    };
    const once = done(save(raw, "image"), opened(), situation(official));
    const twice = decide(save(raw, "image"), once, situation(official));
    expect(outcome(twice)).toBe("repeated");
    expect(once.content.image.projects.map((p) => p.name)).toEqual(["村道整修", "村口广场"]);
  });
  test("a quarter nobody has opened takes nothing, and keeps what was typed", () => {
    const closed = { quarter: quarterIn("opening") };
    const early = decide(save(quarter, "investment"), opened(), situation(official, closed));
    expect(outcome(early)).toBe("not_open");
    expect(!early.ok && early.keep?.pending[0]?.raw).toEqual(quarter);
    expect(outcome(decide(submit, filled(), situation(official, closed)))).toBe("not_open");
  });
  test.each(["locked", "provisional", "objections", "published"] as const)(
    "a first report is a 补报 when the quarter is %s, for good, and reviewed as any other",
    (stage) => {
      const then = { quarter: quarterIn(stage) };
      const sent = done(submit, filled(), situation(official, then));
      expect(sent).toMatchObject({ status: "submitted", supplement: true });
      const back = done(returnCells(sent, ["roads/item.roads.2"]), sent, situation(reviewer, then));
      const mended = done(
        save({ "roads/item.roads.2": "65" }, "returned", 4),
        back,
        situation(official, then),
      );
      const again = done(submit, mended, situation(official, then));
      expect(again).toMatchObject({ status: "submitted", supplement: true });
      expect(done(approve(again), again, situation(reviewer, then))).toMatchObject({ status: "approved" });
    },
  );
  test.each(["open", "late"] as const)("a first report is none when the quarter is %s", (stage) => {
    const sent = done(submit, filled(), situation(official, { quarter: quarterIn(stage) }));
    expect(sent).not.toHaveProperty("supplement");
  });
  test("what came in time and was returned is ranked after the lock, and a 补报 once the result is out without it", () => {
    const mended = (stage: "locked" | "provisional") => {
      const then = situation(official, { quarter: quarterIn(stage) });
      const raw = { "roads/item.roads.2": "65", "investment/source.collective": "160" };
      return done(submit, done(save(raw, "returned", 4), returned(), then), then);
    };
    expect(mended("locked")).not.toHaveProperty("supplement");
    expect(mended("provisional")).toMatchObject({ supplement: true });
  });
  test("typing into a card drawn before the report went to review is kept and changes no figure", () => {
    const report = submitted();
    const decision = decide(save({ "roads/progress": "补充" }, "roads"), report, situation(deputy));
    if (decision.ok) throw new Error("it was saved");
    expect(decision.keep).toEqual({
      ...report,
      revision: report.revision + 1,
      pending: [{ by: "ou_deputy", section: "roads", raw: { "roads/progress": "补充" }, at: NOW }],
    });
  });
});

test("a published quarter's report is not opened again, and an old card opens none", () => {
  const report = approved();
  const cells = ["roads/item.roads.2"];
  const published = situation(office, { quarter: quarterIn("published") });
  expect(outcome(decide(returnCells(report, cells), report, published))).toBe("approved");
  const late = { ...report, supplement: true } as const;
  expect(done(returnCells(late, cells), late, published)).toMatchObject({ status: "returned" });
  const stale = { ...returnCells(report, cells), baseRevision: 1 } as const;
  expect(outcome(decide(stale, report, situation(office)))).toBe("stale");
  const opened = done(returnCells(report, cells), report, situation(office));
  expect(opened).toMatchObject({ status: "returned", returns: 0 });
});

test("an approved report is final: who approved it and when stay, whatever comes", () => {
  const report = approved();
  expect(report).toMatchObject({ status: "approved", approvedByName: "reviewer", approvedAt: NOW });
  const again = decide(approve(report), report, situation(office, { now: NOW + 5 }));
  expect(again).toEqual({ ok: true, report, flags: [], repeated: true });
});
