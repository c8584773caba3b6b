import { describe, expect, it } from "vitest";
import {
  checkDecision,
  checkProposal,
  claimable,
  type Misreport,
  withMisreports,
} from "../../../src/domain/checkup/verify-misreport.ts";
import type { Person } from "../../../src/domain/people.ts";
import { schemeV1 as scheme } from "../scoring/scheme-v1.ts";

const person = (openId: string, role: Person["role"] = "city_office"): Person => ({
  openId,
  name: openId,
  role,
  area: "",
  locale: "zh-CN",
});
const proposal = { town: "qikou", indicator: "inv", claimed: 8820, found: 6500, reason: "抽查凭证" };
const misreport: Misreport = {
  id: "m1",
  period: "2026Q3",
  ...proposal,
  proposedBy: "ou_a",
  proposedAt: 0,
  confirmed: null,
  decidedBy: null,
  decidedAt: null,
};
const check = (change: Partial<typeof proposal>, earlier: Misreport[] = []) =>
  checkProposal({ ...proposal, ...change }, person("ou_a"), scheme, earlier);

describe("who may find a figure misreported", () => {
  it("the office may, about a ratio of done to due, with a gap and a reason", () => {
    expect(check({})).toBeNull();
    expect(checkProposal(proposal, person("ou_t", "town_official"), scheme, [])).toBe("not_yours");
    // The form starts without a choice, and what nobody chose is asked for by name.
    expect(check({ town: "" })).toBe("no_town");
    expect(check({ indicator: "" })).toBe("not_an_indicator");
    expect(check({ indicator: "time" })).toBe("not_an_indicator");
    expect(check({ claimed: 0 })).toBe("nothing_claimed");
    expect(check({ found: 8820 })).toBe("no_gap");
    expect(check({ found: -1 })).toBe("not_a_number");
    expect(check({ reason: "  " })).toBe("empty");
  });

  it("once for each figure, unless the first was dropped", () => {
    expect(check({}, [misreport])).toBe("already");
    expect(check({}, [{ ...misreport, confirmed: false }])).toBeNull();
    expect(check({ indicator: "img" }, [misreport])).toBeNull();
  });

  it("another person confirms; the proposer can only withdraw; nothing is decided twice", () => {
    expect(checkDecision(misreport, person("ou_a"), true)).toBe("second_person");
    expect(checkDecision(misreport, person("ou_a"), false)).toBeNull();
    expect(checkDecision(misreport, person("ou_b"), true)).toBeNull();
    expect(checkDecision({ ...misreport, confirmed: true }, person("ou_b"), true)).toBe("decided");
    expect(checkDecision(misreport, person("ou_l", "leader"), true)).toBe("not_yours");
  });
});

describe("what follows", () => {
  const row = { id: "qikou", values: { invested: 8820, invested_due: 8400, image_actual: 72, deduct: 0 } };

  it("every confirmed figure counts nothing and its points add up", () => {
    const second = { ...misreport, id: "m2", indicator: "img", claimed: 72, found: 30, confirmed: true };
    const counted = withMisreports(scheme, row, [{ ...misreport, confirmed: true }, second]);
    expect(counted.values).toMatchObject({ invested: 0, invested_due: 8400, image_actual: 0, deduct: 4.5 });
  });

  it("proposals, dropped ones and other towns' change nothing", () => {
    const dropped = { ...misreport, confirmed: false };
    const others = { ...misreport, town: "xinyi", confirmed: true };
    expect(withMisreports(scheme, row, [misreport, dropped, others])).toEqual(row);
  });

  it("only ratios can be claimed, each in its own unit", () => {
    expect(claimable(scheme).map(({ id }) => id)).toContain("inv");
    expect(claimable(scheme).map(({ id }) => id)).not.toContain("qual");
  });
});
