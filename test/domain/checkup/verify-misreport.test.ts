import { describe, expect, it } from "vitest";
import { claimable, withMisreports } from "../../../src/domain/misreport/verify-misreport.ts";
import { schemeV1 as scheme } from "../scoring/scheme-v1.ts";

const misreport = { town: "qikou", indicator: "inv", claimed: 8820, found: 6500 };

describe("what follows", () => {
  const row = { id: "qikou", values: { invested: 8820, invested_due: 8400, image_actual: 72, deduct: 0 } };

  it("every confirmed figure counts nothing and its points add up", () => {
    const second = { ...misreport, indicator: "img", claimed: 72, found: 30 };
    const counted = withMisreports(scheme, row, [misreport, second]);
    expect(counted.values).toMatchObject({ invested: 0, invested_due: 8400, image_actual: 0, deduct: 4.5 });
  });

  it("other towns' change nothing", () => {
    expect(withMisreports(scheme, row, [{ ...misreport, town: "xinyi" }])).toEqual(row);
  });

  it("only ratios can be claimed, each in its own unit", () => {
    expect(claimable(scheme).map(({ id }) => id)).toContain("inv");
    expect(claimable(scheme).map(({ id }) => id)).not.toContain("qual");
  });
});
