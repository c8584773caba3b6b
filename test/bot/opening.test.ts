import { expect, it } from "vitest";
import { commit } from "../../db/commit.ts";
import { findPeriod } from "../../db/periods.ts";
import { findReport, listReports, saveReport } from "../../db/reports.ts";
import { openPeriod, planOpening } from "../../src/bot/quarter/open-period.ts";
import { problemLine } from "../../src/domain/programme/pack-problem.ts";
import { parsePack } from "../../src/domain/programme/programme.ts";
import pack from "../fixtures/villages.json" with { type: "json" };
import { startWorld } from "./world.ts";

// A quarter is opened some towns at a time; it is open when its own row is there, and only then.

it("stopped half-way is done again; late a second time, it changes nothing of what was entered", async () => {
  const parsed = parsePack(pack);
  if (!parsed.ok) throw new Error(parsed.problems.map(problemLine).join("\n"));
  const world = await startWorld({ programme: parsed.programme, people: [] });
  const { deps } = world;
  const stopped = await planOpening(deps, "2026Q3", "operator");
  await stopped?.before?.();
  expect(await findPeriod(deps.db, "2026Q3")).toBeNull();

  expect(await openPeriod(deps, "2026Q3", "operator", [])).toEqual({ ok: true });
  const [opened, ...others] = await listReports(deps.db, "2026Q3");
  if (!opened) throw new Error("no report");
  expect([opened, ...others].map(({ revision }) => revision)).toEqual(deps.programme.towns.map(() => 1));

  const investment = { ...opened.content.investment, words: "到位顺利。" };
  const saved = { ...opened, revision: 2, content: { ...opened.content, investment } };
  await commit(deps.db, { audit: null, writes: saveReport(deps.db, saved, "ou_official", 1) }, 1);
  await stopped?.before?.();
  expect(await findReport(deps.db, "2026Q3", opened.town)).toEqual(saved);
  expect(await openPeriod(deps, "2026Q3", "operator", [])).toEqual({ ok: false, reason: "already_open" });
  await world.close();
});
