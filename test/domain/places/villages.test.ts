import { describe, expect, test } from "vitest";
import type { Person } from "../../../src/domain/programme/people.ts";
import { parsePack } from "../../../src/domain/programme/programme.ts";
import { daysLate, dueDate } from "../../../src/domain/quarter/dates.ts";
import { rankQuarter } from "../../../src/domain/ranking/ranking.ts";
import type { Command } from "../../../src/domain/report/command.ts";
import type { Basis } from "../../../src/domain/report/content.ts";
import { decide } from "../../../src/domain/report/decide.ts";
import { UNPLANNED } from "../../../src/domain/report/plan.ts";
import { type Report, startReport } from "../../../src/domain/report/report.ts";
import pack from "../../fixtures/villages.json" with { type: "json" };
import { villages } from "../programmes.ts";
import { quarterIn } from "../quarter/quarters.ts";

// A second, small programme of another city goes through a whole quarter: other areas, weights, dates and
// lights.

const NOW = Date.parse("2026-10-14T10:00:00+08:00");

test("a pack of another city, with other areas, weights and fund sources, is a programme too", () => {
  expect(parsePack(pack)).toMatchObject({ ok: true });
});

test("its dates are its own: five working days, and an override with its reason", () => {
  expect(dueDate("2026Q3", villages)).toMatchObject({ known: true, due: "2026-10-13" });
  expect(dueDate("2026Q2", villages)).toMatchObject({
    due: "2026-07-15",
    reason: { kind: "override", text: "防汛值守，报送顺延" },
  });
  expect(daysLate("2026Q3", villages, NOW)).toEqual({ known: true, days: 1 });
});

describe("2026Q3 of the three villages", () => {
  const figures = {
    taoyuan: {
      "roads/item.roads.1": "100",
      "roads/item.roads.2": "60",
      "water/item.water.1": "100",
      "water/item.water.2": "50",
      "investment/plan": "400",
      "investment/source.collective": "200",
      "investment/source.donation": "100",
    },
    liuquan: {
      "roads/item.roads.1": "100",
      "roads/item.roads.2": "100",
      "water/item.water.1": "100",
      "water/item.water.2": "100",
      "water/item.water.3": "40",
      "investment/plan": "200",
      "investment/source.pairing": "120",
    },
  };
  const project = {
    "image/project.new.name": "主村道",
    "image/project.new.total": "500",
    "image/project.new.planned": "75",
    "image/project.new.actual": "70",
  };
  const basisOf = (town: string): Basis => ({
    programme: villages,
    town,
    period: "2026Q3",
    plan: UNPLANNED,
    earlier: [],
  });
  const official = (area: string): Person => ({
    openId: `ou_${area}`,
    name: area,
    role: "town_official",
    area,
    locale: "zh-CN",
  });
  const reviewer: Person = {
    openId: "ou_heyang",
    name: "荷阳",
    role: "county_reviewer",
    area: "heyang",
    locale: "zh-CN",
  };
  const act = (report: Report, actor: Person, command: Command): Report => {
    const at = { basis: basisOf(report.town), quarter: quarterIn("open", villages), actor, now: NOW };
    const decision = decide(command, report, at);
    if (!decision.ok) throw new Error(JSON.stringify(decision.refusal));
    return decision.report;
  };
  const submit: Command = { kind: "submit", photos: {}, withoutPhotos: false };
  const submitted = (town: "taoyuan" | "liuquan") => {
    const raw = { ...figures[town], ...project };
    const filled = act(startReport(basisOf(town)), official(town), {
      kind: "save",
      raw,
      section: "investment",
      baseRevision: 1,
    });
    return act(filled, official(town), submit);
  };
  const approved = (report: Report) =>
    act(report, reviewer, { kind: "approve", baseRevision: report.submittedRevision ?? 0 });

  test("opened, filled in, submitted, returned and mended, approved, ranked by its own scheme", () => {
    const returned = act(submitted("taoyuan"), reviewer, {
      kind: "return",
      cells: ["water/item.water.2"],
      reason: "请核对管网长度",
      baseRevision: 3,
    });
    const mended = act(returned, official("taoyuan"), {
      kind: "save",
      raw: { "water/item.water.2": "五成" },
      section: "returned",
      baseRevision: returned.revision,
    });
    const reports = [approved(submitted("liuquan")), approved(act(mended, official("taoyuan"), submit))];
    const entrants = reports.map((report) => ({ report, basis: basisOf(report.town) }));
    const { result } = rankQuarter(villages, "2026Q3", entrants, null);
    // 柳泉 .45×100 + .35×80 + .20×80, 桃园 .45×80 + .35×50 + .20×100; two decimals as the scheme says
    expect(result.rows.map(({ town, rank, score, light }) => [town, rank, score, light])).toEqual([
      ["liuquan", 1, 89, "yellow"],
      ["taoyuan", 2, 73.5, "green"],
      ["shimen", null, null, "grey"],
    ]);
  });
});
