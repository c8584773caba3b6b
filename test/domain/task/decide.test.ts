import { describe, expect, test } from "vitest";
import { shanghaiTime } from "../../../src/domain/calendar/shanghai-time.ts";
import { openAside } from "../../../src/domain/procedure/aside.ts";
import { maySeeRecord, owed } from "../../../src/domain/procedure/owed.ts";
import { take } from "../../../src/domain/procedure/take.ts";
import { taskOf } from "../../../src/domain/task/task.ts";
import { yearTask } from "../../../src/domain/task/year-task.ts";
import { towns as programme } from "../programmes.ts";
import {
  closed,
  closing,
  colleague,
  deputyReviewer,
  draft,
  finished,
  give,
  having,
  housing,
  item,
  land,
  leader,
  type Move,
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

const reason = (words: string) => ({ reason: words });

describe("a task is agreed to before it counts", () => {
  test("the county's reviewer countersigns; the office may stand in; nobody else", () => {
    expect(
      [reviewer, office, official, otherReviewer, leader, land].map((who) =>
        outcome(proposed, [who, "countersign"]),
      ),
    ).toEqual(["done", "done", "not_yours", "not_yours", "not_yours", "not_yours"]);
    expect(opened).toMatchObject({ state: "open", revision: 2, town: "qikou", due: "2026-09-30" });
  });

  test("whoever put it forward does not countersign it, nor who put it forward anew", () => {
    const own = put(draft, reviewer);
    expect(outcome(own, [reviewer, "countersign"])).toBe("second_person");
    expect(outcome(own, [deputyReviewer, "countersign"])).toBe("done");
    const amended = having(own, [deputyReviewer, "amend", { ...draft, weight: "12" }]);
    expect(outcome(amended, [deputyReviewer, "countersign"])).toBe("second_person");
    expect(outcome(amended, [reviewer, "countersign"])).toBe("done");
  });

  test("a refusal needs a reason and ends it", () => {
    expect(outcome(proposed, [reviewer, "refuse", reason(" ")])).toBe("empty");
    expect(having(proposed, [reviewer, "refuse", reason("与年度计划重复")]).state).toBe("withdrawn");
  });

  test("the office's own 督办 item is open at once; a county's or a leader's waits for the office", () => {
    expect(item.state).toBe("open");
    for (const by of [reviewer, leader]) {
      const asked = give(slip, by);
      expect(asked.state).toBe("proposed");
      expect(outcome(asked, [deputyReviewer, "countersign"])).toBe("not_yours");
      expect(outcome(asked, [office, "countersign"])).toBe("done");
    }
  });

  test("the proposer takes it back; once agreed to, only who decides about it, with a reason", () => {
    expect(outcome(proposed, [official, "take_back", reason("重复")])).toBe("done");
    expect(outcome(proposed, [reviewer, "take_back", reason("重复")])).toBe("not_yours");
    expect(outcome(opened, [official, "withdraw", reason("重复")])).toBe("not_yours");
    expect(outcome(opened, [reviewer, "withdraw", reason("")])).toBe("empty");
    expect(outcome(closed, [office, "withdraw", reason("重复")])).toBe("wrong_state");
  });

  test("is seen by its own people and their principal, its county and the city", () => {
    const sees = (who: typeof office) => maySeeRecord(yearTask, opened, who, programme);
    const principal = person("town_principal", "qikou");
    expect([official, principal, reviewer, office, leader].map(sees)).toEqual(Array(5).fill(true));
    expect([otherOfficial, otherReviewer, land].map(sees)).toEqual(Array(3).fill(false));
  });
});

describe("progress", () => {
  const report = (percent: string, words = ""): [string, Record<string, unknown>] => [
    "progress",
    { percent, words },
  ];

  test("is its addressee's alone, while it is open", () => {
    expect(
      [official, otherOfficial, reviewer, office].map((who) => outcome(opened, [who, ...report("40")])),
    ).toEqual(["done", "not_yours", "not_yours", "not_yours"]);
    expect([proposed, closing, closed].map((task) => outcome(task, [official, ...report("40")]))).toEqual(
      Array(3).fill("wrong_state"),
    );
  });

  test("is 0 to 100; less than before needs a word of why", () => {
    const at80 = having(opened, [official, ...report("80")]);
    expect(outcome(at80, [official, ...report("101")])).toBe("percent_range");
    expect(outcome(at80, [official, ...report("0.8")])).toBe("not_a_number");
    expect(outcome(at80, [official, ...report("60")])).toBe("backwards");
    expect(outcome(at80, [official, ...report("60", "返工")])).toBe("done");
    expect(taskOf(at80).percent).toBe(80);
    expect(owed(yearTask, at80, programme)).toMatchObject([{ movedAt: NOW }]);
  });

  test("of a county's and a department's item is theirs; a department person of no department has none", () => {
    const ofCounty = give({ ...slip, to: "county.linxian" }, office);
    const ofLand = give({ ...slip, to: "department.land" }, office);
    const by = (task: typeof item, who: typeof office) => outcome(task, [who, ...report("10")]);
    expect([reviewer, official, otherReviewer].map((who) => by(ofCounty, who))).toEqual([
      "done",
      "not_yours",
      "not_yours",
    ]);
    expect([land, housing, nowhere].map((who) => by(ofLand, who))).toEqual([
      "done",
      "not_yours",
      "not_yours",
    ]);
  });

  test("签收 counts as a movement, once until the task is opened again", () => {
    const signed = having(item, [official, "sign"]);
    expect(outcome(signed, [official, "sign"])).toBe("signed_already");
    const again = having(closed, [office, "reopen", reason("回潮")]);
    expect(outcome(again, [official, "sign"])).toBe("done");
  });

  test("a card drawn before the last change is stale; the very same press twice is taken once", () => {
    const now = having(opened, [official, ...report("40", "基坑")]);
    expect(outcome(now, [official, ...report("40", "基坑")], { revision: 2 })).toBe("repeated");
    expect(outcome(now, [official, ...report("50")], { revision: 2 })).toBe("stale");
    expect(outcome(now, [official, ...report("50")], { revision: 3 })).toBe("done");
    expect(outcome(now, [official, ...report("50")])).toBe("done");
  });

  test("what is too long is not taken", () => {
    expect(outcome(opened, [official, ...report("50", "长".repeat(501))])).toBe("too_long");
  });
});

describe("more time", () => {
  const ask = (until: string, why = "雨季停工"): [string, Record<string, unknown>] => [
    "request_extension",
    { until, reason: why },
  ];
  const asked = having(opened, [official, ...ask("2026-10-15")]);

  test("the new day is after the old one, and a day off only with a reason", () => {
    const answers = {
      "2026-09-30": "not_later",
      "2026-08-01": "not_later",
      "2026-10-03": "not_working_day",
      "2026-13-01": "not_a_day",
    };
    for (const [day, answer] of Object.entries(answers))
      expect(outcome(opened, [official, ...ask(day)])).toBe(answer);
    expect(outcome(opened, [official, ...ask("2026-10-10")])).toBe("done");
    const why = { until: "2026-10-03", day_off: "节日期间验收", reason: "雨季停工" };
    expect(outcome(opened, [official, "request_extension", why])).toBe("done");
    expect(outcome(opened, [official, ...ask("2026-10-15", "")])).toBe("empty");
    const late = shanghaiTime("2026-11-02", "10:00");
    expect(outcome(opened, [official, ...ask("2026-10-30")], { now: late })).toBe("date_past");
  });

  test("a day in a year whose holidays are not known is taken as it is", () => {
    expect(outcome(opened, [official, ...ask("2028-02-14")])).toBe("done");
  });

  test("is decided by the county for a year task, by the office for a 督办 item, never by who asked", () => {
    expect(
      [reviewer, office, official, otherReviewer].map((who) => outcome(asked, [who, "grant_extension"])),
    ).toEqual(["done", "done", "not_yours", "not_yours"]);
    const ofItem = having(item, [official, ...ask("2026-06-30")]);
    expect([reviewer, office].map((who) => outcome(ofItem, [who, "grant_extension"]))).toEqual([
      "not_yours",
      "done",
    ]);
    const promoted = person("county_reviewer", "linxian", official.openId);
    expect(outcome(asked, [promoted, "grant_extension"])).toBe("second_person");
  });

  test("granted, it moves the due day and what was due on it; refused, nothing but with a reason; one at a time", () => {
    const last = put({ ...draft, steps: "主体:2026-08-31:70；验收:2026-09-30:100" }, official);
    const granted = having(
      last,
      [reviewer, "countersign"],
      [official, ...ask("2026-10-15")],
      [reviewer, "grant_extension"],
    );
    expect(granted).toMatchObject({ due: "2026-10-15" });
    expect(taskOf(granted).steps.map(({ due }) => due)).toEqual(["2026-08-31", "2026-10-15"]);
    expect(openAside(yearTask, granted, "extension")).toBeNull();
    expect(outcome(asked, [reviewer, "refuse_extension", reason("")])).toBe("empty");
    expect(having(asked, [reviewer, "refuse_extension", reason("工期充足")]).due).toBe("2026-09-30");
    expect(outcome(asked, [official, ...ask("2026-10-20")])).toBe("pending");
    expect(outcome(opened, [reviewer, "grant_extension"])).toBe("not_pending");
  });

  test("is owed by who decides, beside the task itself", () => {
    expect(owed(yearTask, asked, programme)).toMatchObject([
      { what: "open", to: { role: "town_official" }, due: "2026-09-30", ahead: true },
      { what: "extension", to: { role: "county_reviewer" }, due: "2026-06-18", ahead: false },
    ]);
  });
});

describe("销号", () => {
  const close: Move = [official, "ask_close", { words: "" }];

  test("is asked for at 100 %, with evidence where evidence is needed", () => {
    expect(outcome(opened, close, { evidence: 3 })).toBe("not_done");
    expect(outcome(finished, close, { evidence: 0 })).toBe("no_evidence");
    expect(outcome(finished, close, { evidence: 1 })).toBe("done");
    const bare = { ...finished, data: { ...finished.data, evidence_needed: "" } };
    expect(outcome(bare, close, { evidence: 0 })).toBe("done");
  });

  test("is confirmed by county or office; of what a county or department does, by the office", () => {
    const confirm = (who: typeof office): Move => [who, "confirm_close"];
    expect([reviewer, office, official].map((who) => outcome(closing, confirm(who)))).toEqual([
      "done",
      "done",
      "not_yours",
    ]);
    const ofCounty = having(
      give({ ...slip, to: "county.linxian" }, office),
      [reviewer, "progress", { percent: "100" }],
      [reviewer, "ask_close"],
    );
    expect([reviewer, office].map((who) => outcome(ofCounty, confirm(who)))).toEqual(["not_yours", "done"]);
    expect(outcome(closing, confirm(reviewer), { evidence: 0 })).toBe("no_evidence");
    expect(outcome(opened, confirm(reviewer))).toBe("wrong_state");
  });

  test("takes back the time that was asked for, and more may be shown while it is looked at", () => {
    const asked = having(
      finished,
      [official, "request_extension", { until: "2026-10-15", reason: "雨季" }],
      close,
    );
    expect(openAside(yearTask, asked, "extension")).toBeNull();
    expect(having(asked, [official, "show", { words: "补照片" }]).state).toBe("closing");
  });

  test("refused, it is open again; closed, it is opened again with a reason and some days", () => {
    expect(having(closing, [reviewer, "refuse_close", reason("照片看不清")])).toMatchObject({
      state: "open",
      due: "2026-09-30",
    });
    expect(outcome(closed, [reviewer, "reopen", reason("")])).toBe("empty");
    const now = shanghaiTime("2026-11-02", "10:00");
    const at = { actor: office, now, programme, evidence: 1 };
    const late = take(yearTask, closed, "reopen", reason("复查未通过"), at);
    expect(late).toMatchObject({ ok: true, record: { state: "open", due: "2026-11-09" } });
    expect(having(closed, [office, "reopen", reason("复查未通过")]).due).toBe("2026-09-30");
  });
});

describe("a blocker", () => {
  const block = (department: string, why = "用地手续未批"): [string, Record<string, unknown>] => [
    "block",
    { department, reason: why },
  ];
  const blocked = having(opened, [official, ...block("department.land")]);
  const accepted = having(blocked, [land, "accept_block"]);

  test("names a department of the city and why", () => {
    expect(outcome(opened, [official, ...block("department.nobody")])).toBe("unknown_choice");
    expect(outcome(opened, [official, ...block("department.land", " ")])).toBe("empty");
    expect(outcome(opened, [reviewer, ...block("department.land")])).toBe("not_yours");
    const ofLand = give({ ...slip, to: "department.land" }, office);
    expect(outcome(ofLand, [land, ...block("department.land")])).toBe("unknown_choice");
  });

  test("is accepted or declined by that department alone", () => {
    expect([land, housing, nowhere, office].map((who) => outcome(blocked, [who, "accept_block"]))).toEqual([
      "done",
      "not_yours",
      "not_yours",
      "not_yours",
    ]);
    expect(outcome(blocked, [land, "decline_block", reason("")])).toBe("empty");
    expect(taskOf(having(blocked, [land, "decline_block", reason("已于5月批复")])).blocked).toBeNull();
    expect(outcome(accepted, [land, "accept_block"])).toBe("not_pending");
    expect(taskOf(accepted).blocked).toMatchObject({ department: "land", acceptedAt: NOW });
  });

  test("once accepted the task is nobody's delay, and the department finds it among its own", () => {
    expect(owed(yearTask, blocked, programme).map(({ what }) => what)).toEqual(["open", "blocker"]);
    expect(owed(yearTask, accepted, programme)).toEqual([]);
    expect(maySeeRecord(yearTask, accepted, { ...land, openId: "ou_other" }, programme)).toBe(true);
  });

  test("ends when the town, the department or who decides says so; until then the task is not closed", () => {
    for (const who of [official, reviewer, colleague])
      expect(outcome(accepted, [who, "unblock"])).toBe("done");
    expect(outcome(accepted, [land, "clear"])).toBe("done");
    expect(outcome(blocked, [land, "clear"])).toBe("not_pending");
    const full = having(accepted, [official, "progress", { percent: "100" }]);
    expect(outcome(full, [official, "ask_close"])).toBe("pending");
  });
});
