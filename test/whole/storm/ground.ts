import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { findReport } from "../../../db/reports.ts";
import { computeRanking } from "../../../src/bot/quarter/publish.ts";
import { changeReport } from "../../../src/bot/report/change-report.ts";
import { loadBasis } from "../../../src/bot/report/load-report-contexts.ts";
import { type Demo, loadDemo } from "../../../src/cli/demo/demo-file.ts";
import { figureInputs } from "../../../src/cli/demo/figure-inputs.ts";
import type { Deps } from "../../../src/deps.ts";
import type { Person } from "../../../src/domain/programme/people.ts";
import { countyOf, townBySlug } from "../../../src/domain/programme/programme.ts";
import type { FrozenRow } from "../../../src/domain/ranking/publication.ts";
import type { Command } from "../../../src/domain/report/command.ts";
import type { RawInputs } from "../../../src/domain/report/inputs.ts";
import type { Report } from "../../../src/domain/report/report.ts";
import { loadProgramme } from "../../../src/load-programme.ts";
import { IN_MEMORY } from "../../in-memory.ts";
import { quarter, withQuarter, writeQuarter } from "../quarter-on-disk.ts";
import { yearPeople } from "../year/year-script.ts";

const PROGRAMME = "luliang-ten-towns";
/** When the storm begins; the quarter was opened and its cards wait to be sent. */
export const NOW = "2026-10-12T10:00:00+08:00";

/** What every run begins with: a database to be copied, and what each town will report. */
export type Ground = {
  people: Person[];
  towns: readonly string[];
  wanted: ReadonlyMap<string, RawInputs>;
  /** The towns a county reviews. */
  reviewedBy: (county: string) => string[];
  /** Copies database and files into a folder. */
  into: (folder: string) => void;
  /** The ranking if these reports had been handed in on a calm day. */
  calmRanking: (reports: readonly Report[]) => Promise<FrozenRow[]>;
  remove: () => void;
};

/** `towns`: only these take part, with their counties; by default all thirteen and about sixty people. */
export async function prepareGround(towns?: readonly string[]): Promise<Ground> {
  const folder = mkdtempSync(join(IN_MEMORY, "tentowns-ground-"));
  const env = offline(folder);
  const demo = part(loadDemo(PROGRAMME), towns);
  await writeQuarter(env, demo);
  const slugs = Object.keys(demo.figures[quarter()] ?? {});
  const wanted = await withQuarter(env, async (deps) => {
    const inputs = slugs.map(async (town) => {
      const figures = demo.figures[quarter()]?.[town];
      if (!figures) throw new Error(`no figures of ${town}`);
      return [town, figureInputs(figures, await loadBasis(deps, quarter(), town))] as const;
    });
    return new Map(await Promise.all(inputs));
  });
  return {
    people: demo.people.map(({ openId, name, role, area, locale }) => ({ openId, name, role, area, locale })),
    towns: slugs,
    wanted,
    reviewedBy: (county) => slugs.filter((town) => countyOfTown(town) === county),
    // The last changes may still be in the log beside the database.
    into: (target) => cpSync(folder, target, { recursive: true }),
    calmRanking: async (reports) => {
      const calm = mkdtempSync(join(IN_MEMORY, "tentowns-calm-"));
      try {
        cpSync(folder, calm, { recursive: true });
        return await withQuarter(offline(calm), (deps) => handIn(deps, demo.people, wanted, reports));
      } finally {
        rmSync(calm, { recursive: true, force: true });
      }
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function countyOfTown(town: string): string {
  const programme = loadProgramme(PROGRAMME);
  const found = townBySlug(programme, town);
  return found ? countyOf(programme, found).slug : "";
}

function offline(folder: string): Record<string, string> {
  return {
    DATABASE_URL: `file:${folder}/test.db`,
    EVIDENCE_URL: `file:${folder}/evidence`,
    REHEARSAL_NOW: NOW,
  };
}

function part(demo: Demo | null, towns: readonly string[] | undefined): Demo {
  if (!demo) throw new Error("the pack has no demo");
  const all = { ...demo, people: yearPeople(demo), groups: [] };
  if (!towns) return all;
  const figures = Object.entries(demo.figures).map(([period, of]) => [
    period,
    Object.fromEntries(Object.entries(of).filter(([town]) => towns.includes(town))),
  ]);
  const people = all.people.filter(({ role, area }) => !role.startsWith("town_") || towns.includes(area));
  return { ...all, people, figures: Object.fromEntries(figures) };
}

async function handIn(
  deps: Deps,
  people: readonly Person[],
  wanted: ReadonlyMap<string, RawInputs>,
  reports: readonly Report[],
): Promise<FrozenRow[]> {
  for (const { town, missingPhotos, status } of reports) {
    const actor = people.find(({ role, area }) => role === "town_official" && area === town);
    if (!actor || status !== "approved") continue;
    const county = countyOfTown(town);
    const reviewer = people.find(({ role, area }) => role === "county_reviewer" && area === county);
    if (!reviewer) throw new Error(`nobody reviews ${town}`);
    const act = async (who: Person, command: Command) => {
      const changed = await changeReport(deps, quarter(), town, [command], { actor: who, inbox: [] });
      if (changed.kind !== "done") throw new Error(`${command.kind} of ${town}: ${JSON.stringify(changed)}`);
    };
    // What people fill in in a storm; the six areas keep last quarter's values.
    const inputs = Object.entries(wanted.get(town) ?? {}).filter(([name]) =>
      /^(investment|image)\//.test(name),
    );
    const raw = Object.fromEntries(inputs);
    await act(actor, { kind: "save", raw, section: "investment", baseRevision: 1 });
    const photos = missingPhotos.length > 0 ? {} : { image: 1 };
    await act(actor, { kind: "submit", photos, withoutPhotos: true });
    const sent = await findReport(deps.db, quarter(), town);
    await act(reviewer, { kind: "approve", baseRevision: sent?.submittedRevision ?? 0 });
  }
  return [...(await computeRanking(deps, quarter())).result.rows];
}
