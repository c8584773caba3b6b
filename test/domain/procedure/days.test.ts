import { expect, test } from "vitest";
import { KITS } from "../../../cards/record/kits.ts";
import { payment } from "../../../src/domain/procedure/payment.ts";
import type { ProcedureRecord } from "../../../src/domain/procedure/record.ts";
import { begin, beginFor, take } from "../../../src/domain/procedure/take.ts";
import type { Person, Role } from "../../../src/domain/programme/people.ts";
import { supervision } from "../../../src/domain/task/supervision.ts";
import { towns } from "../../domain/programmes.ts";

// Days: one that others have to keep is a working day, or is said why not; none is before the step it follows.

/** Monday, 12 October 2026. */
const NOW = Date.UTC(2026, 9, 12, 2);
const person = (role: Role, area = ""): Person => ({
  ...{ openId: `${role} ${area}`, name: role, role, area, locale: "zh-CN" },
});
const at = (actor: Person, now = NOW) => ({ actor, now, programme: towns, evidence: 1 });
const reasonOf = (taken: ReturnType<typeof take>) => (taken.ok ? null : taken.refusal.reason);

/** A year's arrangement is made in months, and a visit's last day follows its first. */
const OTHERWISE = ["year_task.due", "visit.to"];

test("every day that somebody is given to keep asks why, where it is a day off", () => {
  const free = KITS.flatMap(({ definition: { id, states, asides = {}, steps } }) => {
    const kept = [...Object.values(states), ...Object.values(asides)].flatMap(({ owes }) =>
      typeof owes?.within === "object" && "day" in owes.within ? [owes.within.day] : [],
    );
    return Object.values(steps).flatMap(({ asks }) =>
      Object.entries(asks).flatMap(([name, field]) =>
        field.kind === "day" && kept.includes(name) && !field.workingDay ? [`${id}.${name}`] : [],
      ),
    );
  });
  expect([...new Set(free)].sort()).toEqual([...OTHERWISE].sort());
});

test("a 督办 item may be due on a Sunday with a reason, and on no day that is over", () => {
  const item = (due: string, day_off: string) => {
    const values = { to: "town.qikou", title: "拨付配套资金", owner: "分管领导", due, day_off };
    const typed = { ...values, origin: "problem", evidence_needed: "", number: "2026/9" };
    const about = { id: "s1", town: "", period: "", ref: "" };
    return reasonOf(begin(supervision, about, "issue", typed, at(person("city_office"))));
  };
  expect(item("2026-11-15", "")).toBe("not_working_day");
  expect(item("2026-11-15", "现场会当天验收")).toBeNull();
  expect(item("2026-11-16", "")).toBeNull();
  expect(item("2026-10-11", "补记")).toBe("before_start");
});

test("an award is not paid before it was decided to pay it", () => {
  const cause = { step: "start_payment", from: "", to: "", by: "o", name: "", post: "", at: NOW, values: {} };
  const about = { id: "p1", town: "qikou", period: "2026Q2", ref: "a1" };
  const order = { amount: 100, payer: "department.finance" };
  const ordered = beginFor(payment, about, "order", order, cause, { programme: towns });
  const due: ProcedureRecord | null = ordered.ok ? ordered.record : null;
  const paid = (paid_on: string) =>
    due &&
    reasonOf(
      take(
        payment,
        due,
        "pay",
        { paid_on, paper: "财〔2026〕7号" },
        at(person("department", "finance"), NOW),
      ),
    );
  expect(paid("2026-10-11")).toBe("before_order");
  expect(paid("2026-10-13")).toBe("in_future");
  expect(paid("2026-10-12")).toBeNull();
});
