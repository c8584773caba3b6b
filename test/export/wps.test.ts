import { expect, test } from "vitest";
import { readRosterFile } from "../../src/cli/roster-file.ts";
import { readPlan } from "../../src/domain/plan/read-plan.ts";
import type { YearPlan } from "../../src/domain/report/year-plan.ts";
import { writeBook } from "../../src/export/book/write-book.ts";
import { planTemplate } from "../../src/export/plan-template.ts";
import { programmeBook } from "../../src/export/programme/programme-book.ts";
import { readBook } from "../../src/export/programme/read-book.ts";
import { readWorkbook } from "../../src/export/xlsx/read-workbook.ts";
import { towns } from "../domain/programmes.ts";
import { faultsOf } from "./strict-xlsx.ts";
import { savedByWps } from "./wps-file.ts";

// What people edit comes back from WPS as it was: WPS saves workbooks in its own way.

/** A workbook of ours, opened and saved in WPS. */
async function throughWps(bytes: Uint8Array) {
  const sheets = (await readWorkbook(bytes)) ?? [];
  const saved = savedByWps(sheets.filter(({ hidden }) => !hidden?.sheet));
  expect(faultsOf(saved)).toEqual([]);
  return (await readWorkbook(saved)) ?? [];
}

test("a pack", async () => {
  const read = readBook(await throughWps(await writeBook(programmeBook(towns), "zh-CN")));
  expect(read.ok ? read.programme : read.problems).toEqual(towns);
});

test("a year's plan", async () => {
  const project = { id: "p1", name: "古镇保护 <三期> & 停车场", total: 18_000.55 };
  const plan: YearPlan = {
    investment: 12_000.5,
    schedule: [0.15, 0.4, 0.7, 1],
    dueFrom: { "facilities.1": 1, "appearance.3": 4 },
    projects: [{ ...project, planned: [23, 45, 80, 100] }],
  };
  const template = await planTemplate(towns, 2026, new Map([["qikou", plan]]));
  const read = readPlan(await throughWps(template), towns, [2026]);
  const expected = readPlan((await readWorkbook(template)) ?? [], towns, [2026]);
  expect(expected).toMatchObject({ ok: true, file: { year: 2026 } });
  expect(read.ok && read.file).toEqual(expected.ok && expected.file);
});

test("a roster, whose hidden sheet of WPS's own is nothing to speak of", async () => {
  const lines = [
    ["姓名", "open_id", "角色", "区域"],
    ["高文斌", "ou_1", "镇填报人", "碛口镇"],
    ["田文斌", "ou_2", "县级审核人", "临县"],
    ["王丽芳", "ou_3", "市领导小组办公室", ""],
  ];
  const rows = lines.map((cells, i) => ({
    row: i + 1,
    cells: cells.map((text, n) => ({ address: `${"ABCD"[n]}${i + 1}`, text })),
  }));
  const read = await readRosterFile(savedByWps([{ name: "名单", rows }]), "名单.xlsx", towns);
  expect(read.ok ? read.rows.map(({ name, openId, role }) => [name, openId, role]) : read).toEqual([
    ["高文斌", "ou_1", "town_official"],
    ["田文斌", "ou_2", "county_reviewer"],
    ["王丽芳", "ou_3", "city_office"],
  ]);
  expect(read.notes).toEqual([]);
});
