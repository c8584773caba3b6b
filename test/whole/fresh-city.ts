import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { packSchema } from "../../src/domain/programme/pack-schema.ts";
import type { Programme } from "../../src/domain/programme/programme.ts";
import { loadProgramme, packPath } from "../../src/load-programme.ts";
import { type PlanRows, planBytes } from "../bot/plan-file.ts";
import { startWorld, type World } from "../bot/world.ts";
import { environmentOf, tentowns } from "../cli/terminal.ts";
import { NOTICES } from "../domain/holiday-notice/notices.ts";
import { IN_MEMORY } from "../in-memory.ts";

// A city that has just begun: its roster, its plan and the holiday notice are imported, nothing else is there.

/** `people`: lines of a roster, `name,open_id,role,area`; `towns`: of the shipped pack, by default all. */
export type FreshCity = { now: string; people: string[]; plan: PlanRows; towns?: string[] };

/** Starts the city and imports its three files with the commands an operator has. */
export async function startCity({ now, people, plan, towns }: FreshCity): Promise<World> {
  const folder = mkdtempSync(join(IN_MEMORY, "tentowns-city-"));
  const file = (name: string, content: string | Uint8Array) => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };
  const pack = towns ? file("pack.json", smallPack(towns)) : packPath("luliang-ten-towns");
  const programme: Programme = loadProgramme(pack);
  const openIds = people.map((line) => line.split(",")[1] ?? "");
  const world = await startWorld({
    now,
    programme,
    people: openIds.map((openId) => ({ openId, name: "", role: "leader", area: "", locale: "zh-CN" })),
  });
  const env = { ...environmentOf(world), PROGRAMME: pack, REHEARSAL_NOW: now };
  const notice = NOTICES.find(({ year }) => year === 2026)?.text ?? "";
  const files = [
    ["roster", file("roster.csv", ["name,open_id,role,area", ...people].join("\n"))],
    ["plan", file("plan.xlsx", await planBytes(2026, plan))],
    ["calendar", file("notice.txt", notice)],
  ] as const;
  for (const [what, path] of files) {
    const { code, err } = await tentowns(env, what, "import", path);
    expect(err, what).toEqual([]);
    expect(code).toBe(0);
  }
  return {
    ...world,
    close: async () => {
      await world.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The shipped pack with these towns and their counties alone. */
function smallPack(slugs: string[]): string {
  const pack = packSchema.parse(JSON.parse(readFileSync(packPath("luliang-ten-towns"), "utf8")));
  const towns = pack.towns.filter(({ slug }) => slugs.includes(slug));
  const counties = pack.counties.filter(({ code }) => towns.some((town) => town.countyCode === code));
  return JSON.stringify({ ...pack, towns, counties, ambiguousInitials: {} });
}
