import { describe, expect, test } from "vitest";
import { findCell, sectionCells } from "../../../src/domain/report/cells.ts";
import { missingParts, sectionState } from "../../../src/domain/report/completeness.ts";
import { sectionsOf } from "../../../src/domain/report/content.ts";
import { askedCells, decide } from "../../../src/domain/report/decide.ts";
import {
  basis,
  done,
  official,
  opened,
  outcome,
  returnCells,
  returned,
  reviewer,
  save,
  situation,
  submit,
  submitted,
} from "./given.ts";

describe("returning", () => {
  test("needs a cell and a reason, and a card that is not stale", () => {
    const report = submitted();
    const at = situation(reviewer);
    const reasons = [
      returnCells(report, []),
      returnCells(report, ["roads/item.nothing", "investment/quarter"]),
      returnCells(report, ["roads/next"]),
      returnCells(report, ["roads/item.roads.2"], "  "),
      { ...returnCells(report, ["roads/item.roads.2"]), baseRevision: report.revision - 1 } as const,
    ].map((command) => outcome(decide(command, report, at)));
    expect(reasons).toEqual(["no_cells", "no_cells", "no_cells", "no_reason", "stale"]);
  });
  test("remembers the cells as they were, who sent them back and why", () => {
    expect(returned()).toMatchObject({
      status: "returned",
      returns: 1,
      returned: {
        cells: ["investment/source.collective", "roads/item.roads.2"],
        reason: "请核对",
        byName: "reviewer",
        revision: 4,
        before: { "investment/source.collective": 160, "roads/item.roads.2": 70 },
      },
    });
  });
  test("the very same return pressed twice changes nothing", () => {
    const report = submitted();
    const command = returnCells(report, ["roads/item.roads.2"], "请核对");
    const once = done(command, report, situation(reviewer));
    expect(decide(command, once, situation(reviewer))).toEqual({
      ok: true,
      report: once,
      flags: [],
      repeated: true,
    });
  });
  test("a returned report keeps every other cell, whatever the card brings back", () => {
    const raw = Object.fromEntries(
      sectionsOf(basis.programme).flatMap((section) =>
        sectionCells(section, returned().content, basis).map((cell) => [cell.key, "90"]),
      ),
    );
    const mended = done(save(raw, "returned", 4), returned(), situation(official));
    const changed = sectionsOf(basis.programme).flatMap((section) =>
      sectionCells(section, mended.content, basis)
        .filter((cell) => findCell(cell.key, returned().content, basis)?.value !== cell.value)
        .map((cell) => cell.key),
    );
    // The town gave the cumulative sum itself: it is kept, although the returned source no longer adds up to
    // it.
    expect(changed).toEqual(["roads/item.roads.2", "investment/source.collective"]);
  });
  test("a section's form opened before the return: what did not come back is refused by name, and kept", () => {
    const before = submitted();
    const raw = { "roads/item.roads.1": "100", "roads/item.roads.2": "80", "roads/next": "下季度安装护栏。" };
    const at = situation(official, { drawn: before });
    const decision = decide(save(raw, "roads", before.revision), returned(), at);
    expect(decision).toMatchObject({ ok: false, refusal: { reason: "not_returned", cells: ["roads/next"] } });
    if (decision.ok) throw new Error("it was saved");
    expect(decision.keep?.pending).toEqual([
      expect.objectContaining({
        section: "roads",
        raw: expect.objectContaining({ "roads/next": "下季度安装护栏。" }),
      }),
    ]);
  });
  test("the cumulative sum goes back with its fund sources, for alone it could not be changed", () => {
    const report = submitted();
    const back = done(returnCells(report, ["investment/cumulative"]), report, situation(reviewer));
    expect(back.returned?.cells).toEqual([
      "investment/cumulative",
      "investment/source.collective",
      "investment/source.pairing",
    ]);
    const raw = { "investment/cumulative": "310", "investment/source.collective": "170" };
    const mended = done(save(raw, "returned", back.revision), back, situation(official));
    expect(outcome(decide(submit, mended, situation(official)))).toBe("done");
    const both = ["investment/cumulative", "investment/source.pairing"];
    expect(done(returnCells(report, both), report, situation(reviewer)).returned?.cells).toEqual(both);
  });
  test("it is not submitted again before every section with a returned cell has been looked at", () => {
    const half = done(
      save({ "investment/source.collective": "160" }, "returned", 4),
      returned(),
      situation(official),
    );
    const decision = decide(submit, half, situation(official));
    expect(!decision.ok && decision.refusal).toEqual({
      reason: "incomplete",
      missing: [{ kind: "returned", section: "roads", cells: ["roads/item.roads.2"] }],
    });
    const whole = done(
      save({ "roads/item.roads.2": "70" }, "returned", half.revision),
      half,
      situation(official),
    );
    expect(outcome(decide(submit, whole, situation(official)))).toBe("done");
  });
  test("every section with a returned cell lacks its own, and none of them is done before it is changed", () => {
    const report = returned();
    expect(missingParts(report, basis)).toEqual([
      { kind: "returned", section: "investment", cells: ["investment/source.collective"] },
      { kind: "returned", section: "roads", cells: ["roads/item.roads.2"] },
    ]);
    for (const section of ["investment", "roads"])
      expect(sectionState(report, basis, section)).toBe("partial");
  });
  test("only the returned cells are asked for; a report with the county asks nothing", () => {
    expect(askedCells(returned(), "roads", basis).map((cell) => cell.key)).toEqual([
      "investment/source.collective",
      "roads/item.roads.2",
    ]);
    expect(askedCells(opened(), "roads", basis).length).toBe(5);
    expect(askedCells(submitted(), "roads", basis)).toEqual([]);
  });
});
