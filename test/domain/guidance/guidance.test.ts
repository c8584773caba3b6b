import { describe, expect, test } from "vitest";
import { guidance, sameKind } from "../../../src/domain/guidance/guidance.ts";
import { standard, standardOf, townsOf } from "../../../src/domain/guidance/standard.ts";
import { begin, take } from "../../../src/domain/procedure/take.ts";
import type { Person, Role } from "../../../src/domain/programme/people.ts";
import { towns } from "../programmes.ts";

const person = (openId: string, role: Role, area = ""): Person => ({
  ...{ openId, name: openId, role, area },
  locale: "zh-CN",
});
const housing = person("ou_housing", "department", "housing");
const finance = person("ou_finance", "department", "finance");
const qikou = person("ou_qikou", "town_official", "qikou");
const at = (actor: Person) => ({
  ...{ actor, now: Date.parse("2026-10-12T10:00:00+08:00"), programme: towns, evidence: 0 },
});

describe("a standard", () => {
  const draft = (actor: Person, kinds: string[] = []) =>
    begin(
      standard,
      { id: "s1", town: "", period: "", ref: "" },
      "draft",
      { title: "排水管网", text: "雨污分流", kinds },
      at(actor),
    );

  test("is drafted by a department alone, one that the roster names", () => {
    expect(draft(qikou)).toMatchObject({ ok: false, refusal: { reason: "not_yours" } });
    expect(draft(person("ou_x", "department"))).toMatchObject({
      ok: false,
      refusal: { reason: "no_department" },
    });
    expect(draft(housing, ["no such kind"])).toMatchObject({
      ok: false,
      refusal: { reason: "unknown_choice" },
    });
  });

  test("is published by its own department, to the towns of its kinds", () => {
    const drafted = draft(housing, ["tourism"]);
    if (!drafted.ok) throw new Error("not drafted");
    expect(take(standard, drafted.record, "publish", {}, at(finance))).toMatchObject({
      ok: false,
      refusal: { reason: "not_yours" },
    });
    expect(take(standard, drafted.record, "publish", {}, at(housing)).ok).toBe(true);
    const { kinds } = standardOf(drafted.record);
    expect(townsOf(towns, kinds)).toEqual(
      towns.towns.filter((one) => one.group === "tourism").map((one) => one.slug),
    );
    expect(townsOf(towns, [])).toHaveLength(towns.towns.length);
  });
});

describe("a question", () => {
  const asked = () => {
    const taken = begin(
      guidance,
      { id: "g1", town: "qikou", period: "", ref: "" },
      "ask",
      { department: "department.finance", question: "能否列入奖补" },
      at(qikou),
    );
    if (!taken.ok) throw new Error(JSON.stringify(taken.refusal));
    return taken.record;
  };

  test("is asked by a town for itself, and answered by the department it is with", () => {
    const other = begin(
      guidance,
      { id: "g2", town: "xinyi", period: "", ref: "" },
      "ask",
      { department: "department.finance", question: "x" },
      at(qikou),
    );
    expect(other).toMatchObject({ ok: false, refusal: { reason: "not_yours" } });
    const answer = (actor: Person, record = asked()) =>
      take(guidance, record, "answer", { answer: "可以" }, at(actor));
    expect(answer(housing)).toMatchObject({ ok: false, refusal: { reason: "not_yours" } });
    expect(answer(finance).ok).toBe(true);
    const forwarded = take(guidance, asked(), "forward", { department: "department.housing" }, at(finance));
    if (!forwarded.ok) throw new Error("not forwarded");
    expect(answer(finance, forwarded.record).ok).toBe(false);
    expect(answer(housing, forwarded.record).ok).toBe(true);
  });

  test("concerns the other towns of the same kind", () => {
    const kind = towns.towns.find(({ slug }) => slug === "qikou")?.group;
    const others = sameKind(towns, asked());
    expect(others).not.toContain("qikou");
    expect(others).toEqual(
      towns.towns.filter(({ slug, group }) => group === kind && slug !== "qikou").map(({ slug }) => slug),
    );
  });
});
