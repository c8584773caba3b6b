import { expect, test } from "vitest";
import { advancedCounties, commendation, commended } from "../../../src/domain/oversight/commendation.ts";
import { begin, take } from "../../../src/domain/procedure/take.ts";
import type { Person, Role } from "../../../src/domain/programme/people.ts";
import { towns } from "../programmes.ts";

// 先进县 of a year: put forward by the rule from the frozen assessment, decided by a leader.

const person = (role: Role, openId: string = role): Person => ({
  ...{ openId, name: role, role, area: "", locale: "zh-CN" },
});
const at = (actor: Person) => ({ actor, now: Date.UTC(2027, 1, 1, 2), programme: towns, evidence: 0 });
const [office, leader] = [person("city_office"), person("leader")];
const county = (
  slug: string,
  score: number | null,
  rank: number | null,
  grade: "excellent" | "good" | null,
) => ({
  ...{ county: slug, score, rank, grade },
});
const settled = {
  towns: [],
  counties: [
    county("linxian", 95.2, 1, "excellent"),
    county("lishi", 91, 2, "excellent"),
    county("xiaoyi", 88, 3, "good"),
    county("lanxian", null, null, null),
  ],
  hash: "a",
};
const named = (slugs: string[]) => slugs.map((id) => ({ id, name: id, nameEn: id }));
const origin = { id: "c1", town: "", period: "", ref: "2026" };
const propose = (counties: string[], list: unknown = { counties: advancedCounties(settled), hash: "a" }) =>
  begin(
    commendation,
    origin,
    "propose",
    { counties, reason: "年度考核优秀。", list, choices: named(["linxian", "lishi"]) },
    at(office),
  );
const reasonOf = (taken: ReturnType<typeof take>) => (taken.ok ? "done" : taken.refusal.reason);

test("the rule puts forward whom the frozen assessment graded excellent, and nobody else", () => {
  expect(advancedCounties(settled).map((one) => one.county)).toEqual(["linxian", "lishi"]);
  expect(reasonOf(propose(["linxian"]))).toBe("done");
  expect(reasonOf(propose(["xiaoyi"]))).toBe("unknown_choice");
  expect(reasonOf(propose(["linxian"], null))).toBe("not_frozen");
  expect(reasonOf(propose(["linxian"], { counties: [], hash: "a" }))).toBe("nobody");
});

test("a leader decides, on the result it was made from, and the counties that were chosen are told", () => {
  const proposed = propose(["lishi"]);
  if (!proposed.ok) throw new Error("refused");
  const decide = (actor: Person, hash: string) => {
    const list = { counties: advancedCounties(settled), hash };
    return take(commendation, proposed.record, "adopt", { decision: "同意。", list }, at(actor));
  };
  expect(reasonOf(decide(office, "a"))).toBe("not_yours");
  expect(reasonOf(decide(leader, "b"))).toBe("moved");
  const adopted = decide(leader, "a");
  if (!adopted.ok) throw new Error("refused");
  expect(commended(adopted.record)).toEqual([{ county: "lishi", score: 91, rank: 2 }]);
  expect(adopted.record.data.told).toEqual(["county.lishi"]);
});
