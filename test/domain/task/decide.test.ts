import { describe, expect, test } from "vitest";
import { shanghaiTime } from "../../../src/domain/shanghai-time.ts";
import type { Command } from "../../../src/domain/task/command.ts";
import { decide } from "../../../src/domain/task/decide.ts";
import { towns as programme } from "../programmes.ts";
import {
  closed,
  closing,
  colleague,
  deputyReviewer,
  draft,
  finished,
  having,
  housing,
  item,
  land,
  leader,
  NOW,
  nowhere,
  office,
  official,
  opened,
  otherOfficial,
  otherReviewer,
  outcome,
  person,
  proposed,
  put,
  reviewer,
  slip,
} from "./given.ts";

describe("a task is agreed to before it counts", () => {
  test("the county's reviewer countersigns; the office may stand in; nobody else", () => {
    expect(
      [reviewer, office, official, otherReviewer, leader, land].map((who) =>
        outcome(proposed, who, { kind: "countersign" }),
      ),
    ).toEqual(["done", "done", "not_yours", "not_yours", "not_yours", "not_yours"]);
    expect(opened).toMatchObject({ status: "open", revision: 2 });
  });

  test("whoever put it forward does not countersign it", () => {
    const own = put(draft, reviewer);
    expect(outcome(own, reviewer, { kind: "countersign" })).toBe("own_request");
    expect(outcome(own, deputyReviewer, { kind: "countersign" })).toBe("done");
  });

  test("a refusal needs a reason and ends it", () => {
    expect(outcome(proposed, reviewer, { kind: "refuse", reason: " " })).toBe("no_reason");
    expect(having(proposed, [reviewer, { kind: "refuse", reason: "与年度计划重复" }]).status).toBe(
      "withdrawn",
    );
  });

  test("the office's own 督办 item is open at once; a county's or a leader's waits for the office", () => {
    expect(item.status).toBe("open");
    for (const by of [reviewer, leader]) {
      const asked = put(slip, by);
      expect(asked.status).toBe("proposed");
      expect(outcome(asked, deputyReviewer, { kind: "countersign" })).toBe("not_yours");
      expect(outcome(asked, office, { kind: "countersign" })).toBe("done");
    }
  });

  test("the proposer takes it back; once agreed to, only who decides about it, with a reason", () => {
    expect(outcome(proposed, official, { kind: "withdraw", reason: "重复" })).toBe("done");
    expect(outcome(proposed, reviewer, { kind: "withdraw", reason: "重复" })).toBe("not_yours");
    expect(outcome(opened, official, { kind: "withdraw", reason: "重复" })).toBe("not_yours");
    expect(outcome(opened, reviewer, { kind: "withdraw", reason: "" })).toBe("no_reason");
    expect(outcome(closed, office, { kind: "withdraw", reason: "重复" })).toBe("wrong_status");
  });
});

describe("progress", () => {
  const report = (percent: number, words = ""): Command => ({ kind: "progress", percent, words });

  test("is its addressee's alone, while it is open", () => {
    expect(
      [official, otherOfficial, reviewer, office].map((who) => outcome(opened, who, report(40))),
    ).toEqual(["done", "not_yours", "not_yours", "not_yours"]);
    expect([proposed, closing, closed].map((task) => outcome(task, official, report(40)))).toEqual([
      "wrong_status",
      "wrong_status",
      "wrong_status",
    ]);
  });

  test("is 0 to 100; less than before needs a word of why", () => {
    const at80 = having(opened, [official, report(80)]);
    expect([101, -1, Number.NaN].map((n) => outcome(at80, official, report(n)))).toEqual(
      Array(3).fill("percent_range"),
    );
    expect(outcome(at80, official, report(60))).toBe("backwards");
    expect(outcome(at80, official, report(60, "返工"))).toBe("done");
    expect(at80).toMatchObject({ percent: 80, movedAt: NOW, revision: 3 });
    expect(at80.log.at(-1)).toMatchObject({ kind: "progress", by: official.openId, percent: 80 });
  });

  test("of a county's and a department's item is theirs; a department person of no department has none", () => {
    const ofCounty = put({ ...slip, to: { kind: "county", slug: "linxian" } }, office);
    const ofLand = put({ ...slip, to: { kind: "department", slug: "land" } }, office);
    expect([reviewer, official, otherReviewer].map((who) => outcome(ofCounty, who, report(10)))).toEqual([
      "done",
      "not_yours",
      "not_yours",
    ]);
    expect([land, housing, nowhere].map((who) => outcome(ofLand, who, report(10)))).toEqual([
      "done",
      "not_yours",
      "not_yours",
    ]);
  });

  test("签收 counts as a movement, once until the task is opened again", () => {
    const signed = having(item, [official, { kind: "sign" }]);
    expect(signed.movedAt).toBe(NOW);
    expect(outcome(signed, official, { kind: "sign" })).toBe("signed_already");
    const again = having(closed, [office, { kind: "reopen", reason: "回潮" }]);
    expect(outcome(again, official, { kind: "sign" })).toBe("done");
  });

  test("a card drawn before the last change is stale; the very same press twice is taken once", () => {
    const first: Command = { ...report(40, "基坑"), revision: 2 };
    const now = having(opened, [official, first]);
    expect(outcome(now, official, first)).toBe("repeated");
    expect(outcome(now, official, { ...report(50), revision: 2 })).toBe("stale");
    expect(outcome(now, official, { ...report(50), revision: 3 })).toBe("done");
    expect(outcome(now, official, report(50))).toBe("done");
  });

  test("what is too long is not taken", () => {
    expect(outcome(opened, official, report(50, "长".repeat(501)))).toBe("too_long");
  });
});

describe("more time", () => {
  const ask = (to: string, reason = "雨季停工"): Command => ({ kind: "request_extension", to, reason });
  const asked = having(opened, [official, ask("2026-10-15")]);

  test("the new day is a working day after the old one", () => {
    const answers = {
      "2026-09-30": "not_later",
      "2026-08-01": "not_later",
      "2026-10-03": "not_working_day",
      "2026-13-01": "bad_date",
    };
    for (const [day, answer] of Object.entries(answers))
      expect(outcome(opened, official, ask(day))).toBe(answer);
    expect(outcome(opened, official, ask("2026-10-10"))).toBe("done");
    expect(outcome(opened, official, ask("2026-10-15", ""))).toBe("no_reason");
    const late = shanghaiTime("2026-11-02", "10:00");
    expect(outcome(opened, official, ask("2026-10-30"), late)).toBe("date_past");
  });

  test("a day in a year whose holidays are not known is taken as it is", () => {
    expect(outcome(opened, official, ask("2028-02-14"))).toBe("done");
  });

  test("is decided by the county for a year task, by the office for a 督办 item, never by who asked", () => {
    expect(
      [reviewer, office, official, otherReviewer].map((who) =>
        outcome(asked, who, { kind: "grant_extension" }),
      ),
    ).toEqual(["done", "done", "not_yours", "not_yours"]);
    const ofItem = having(item, [official, ask("2026-06-30")]);
    expect([reviewer, office].map((who) => outcome(ofItem, who, { kind: "grant_extension" }))).toEqual([
      "not_yours",
      "done",
    ]);
    const promoted = person("county_reviewer", "linxian", official.openId);
    expect(outcome(asked, promoted, { kind: "grant_extension" })).toBe("own_request");
  });

  test("granted, it moves the due day; refused, nothing but with a reason; one at a time", () => {
    const granted = having(asked, [reviewer, { kind: "grant_extension" }]);
    expect(granted).toMatchObject({ due: "2026-10-15", extension: null });
    expect(outcome(asked, reviewer, { kind: "refuse_extension", reason: "" })).toBe("no_reason");
    expect(having(asked, [reviewer, { kind: "refuse_extension", reason: "工期充足" }])).toMatchObject({
      due: "2026-09-30",
      extension: null,
    });
    expect(outcome(asked, official, ask("2026-10-20"))).toBe("extension_pending");
    expect(outcome(opened, reviewer, { kind: "grant_extension" })).toBe("no_extension");
  });
});

describe("销号", () => {
  const close = (evidence: number): Command => ({ kind: "ask_close", words: "", evidence });

  test("is asked for at 100 %, with evidence where evidence is needed", () => {
    expect(outcome(opened, official, close(3))).toBe("not_done");
    expect(outcome(finished, official, close(0))).toBe("no_evidence");
    expect(outcome(finished, official, close(1))).toBe("done");
    expect(outcome({ ...finished, evidenceNeeded: "" }, official, close(0))).toBe("done");
  });

  test("is confirmed by county or office; of what a county or department does, by the office", () => {
    const confirm: Command = { kind: "confirm_close", evidence: 1 };
    expect([reviewer, office, official].map((who) => outcome(closing, who, confirm))).toEqual([
      "done",
      "done",
      "not_yours",
    ]);
    const ofCounty = { ...closing, to: { kind: "county", slug: "linxian" } as const };
    expect([reviewer, office].map((who) => outcome(ofCounty, who, confirm))).toEqual(["not_yours", "done"]);
    expect(outcome(closing, reviewer, { kind: "confirm_close", evidence: 0 })).toBe("no_evidence");
    expect(outcome(opened, reviewer, confirm)).toBe("wrong_status");
  });

  test("refused, it is open again; closed, it is opened again with a reason and some days", () => {
    expect(having(closing, [reviewer, { kind: "refuse_close", reason: "照片看不清" }]).status).toBe("open");
    expect(outcome(closed, reviewer, { kind: "reopen", reason: "" })).toBe("no_reason");
    const late = shanghaiTime("2026-11-02", "10:00");
    const decision = decide({ kind: "reopen", reason: "复查未通过" }, closed, office, late, programme);
    expect(decision).toMatchObject({ ok: true, task: { status: "open", reopened: 1, due: "2026-11-09" } });
    expect(having(closed, [office, { kind: "reopen", reason: "复查未通过" }]).due).toBe("2026-09-30");
  });
});

describe("a blocker", () => {
  const blocked = having(opened, [official, { kind: "block", department: "land", reason: "用地手续未批" }]);
  const accepted = having(blocked, [land, { kind: "accept_block" }]);

  test("names a department of the city and why", () => {
    expect(outcome(opened, official, { kind: "block", department: "nobody", reason: "x" })).toBe(
      "unknown_department",
    );
    expect(outcome(opened, official, { kind: "block", department: "land", reason: " " })).toBe("no_reason");
    expect(outcome(opened, reviewer, { kind: "block", department: "land", reason: "x" })).toBe("not_yours");
    const ofLand = put({ ...slip, to: { kind: "department", slug: "land" } }, office);
    expect(outcome(ofLand, land, { kind: "block", department: "land", reason: "x" })).toBe(
      "unknown_department",
    );
  });

  test("is accepted or declined by that department alone", () => {
    expect(
      [land, housing, nowhere, office].map((who) => outcome(blocked, who, { kind: "accept_block" })),
    ).toEqual(["done", "not_yours", "not_yours", "not_yours"]);
    expect(outcome(blocked, land, { kind: "decline_block", reason: "" })).toBe("no_reason");
    expect(having(blocked, [land, { kind: "decline_block", reason: "已于5月批复" }]).blocked).toBeNull();
    expect(outcome(accepted, land, { kind: "accept_block" })).toBe("not_blocked");
  });

  test("ends when the town, the department or who decides says so; until then the task is not closed", () => {
    for (const who of [official, land, reviewer, colleague])
      expect(outcome(accepted, who, { kind: "unblock" })).toBe("done");
    expect(outcome(blocked, land, { kind: "unblock" })).toBe("not_yours");
    const full = having(accepted, [official, { kind: "progress", percent: 100, words: "" }]);
    expect(outcome(full, official, { kind: "ask_close", words: "", evidence: 1 })).toBe("blocked");
  });
});
