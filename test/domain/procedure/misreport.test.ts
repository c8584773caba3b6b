import { describe, expect, test } from "vitest";
import { findingOf, misreport } from "../../../src/domain/procedure/misreport.ts";
import { begin, offered, take } from "../../../src/domain/procedure/take.ts";
import type { Person } from "../../../src/domain/programme/people.ts";
import { towns } from "../programmes.ts";

const person = (openId: string, role: Person["role"] = "city_office"): Person => ({
  ...{ openId, name: openId, role, area: "" },
  locale: "zh-CN",
});
const at = (actor: Person) => ({ actor, now: Date.UTC(2026, 9, 12), programme: towns, evidence: 0 });
const origin = { id: "m1", town: "", period: "2026Q3", ref: "" };
const typed = { town: "qikou", indicator: "inv", found: "6500", reason: "抽查凭证" };
const figures = { claimed: 8820, found: 6500 };
const propose = (change: Record<string, unknown> = {}, actor = person("ou_a")) =>
  begin(misreport, origin, "propose", { ...typed, figures, unranked: false, ...change }, at(actor));

describe("who may find a figure misreported", () => {
  test.each([
    ["a town", {}, person("ou_t", "town_official"), "not_yours"],
    ["without a town", { town: "" }, person("ou_a"), "not_chosen"],
    ["about no indicator", { indicator: "" }, person("ou_a"), "not_chosen"],
    ["about what is no ratio", { indicator: "time" }, person("ou_a"), "unknown_choice"],
    ["without an approved report", { figures: { claimed: null, found: 1 } }, person("ou_a"), "no_report"],
    ["about a 补报, which no ranking holds", { unranked: true }, person("ou_a"), "supplement"],
    ["where nothing was claimed", { figures: { claimed: 0, found: 1 } }, person("ou_a"), "nothing_claimed"],
    ["without a gap", { figures: { claimed: 8820, found: 8820 } }, person("ou_a"), "no_gap"],
    ["found below nothing", { figures: { claimed: 8820, found: -1 } }, person("ou_a"), "not_a_number"],
    ["without evidence", { reason: " " }, person("ou_a"), "empty"],
  ] as const)("not %s", (_, change, actor, reason) => {
    expect(propose(change, actor)).toMatchObject({ ok: false, refusal: { reason } });
  });

  test("the office does; another one confirms, and who proposed can only withdraw", () => {
    const proposed = propose();
    if (!proposed.ok) throw new Error(proposed.refusal.reason);
    const { record } = proposed;
    expect(record.town).toBe("qikou");
    expect(findingOf(record)).toEqual({ town: "qikou", indicator: "inv", claimed: 8820, found: 6500 });
    expect(offered(misreport, record, at(person("ou_a")))).toEqual(["withdraw"]);
    expect(offered(misreport, record, at(person("ou_b")))).toEqual(["confirm", "drop"]);
    expect(offered(misreport, record, at(person("ou_l", "leader")))).toEqual([]);
    // A former member of the office, now in another post, cannot withdraw it any more.
    expect(offered(misreport, record, at(person("ou_a", "department")))).toEqual([]);
    const own = take(misreport, record, "confirm", {}, at(person("ou_a")));
    expect(own).toMatchObject({ ok: false, refusal: { reason: "second_person" } });
  });
});
