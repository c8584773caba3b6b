import type * as z from "zod";
import { crossChecks } from "./cross-checks.ts";
import { type PackProblem, shapeProblem } from "./pack-problem.ts";
import { packSchema } from "./pack-schema.ts";

// The programme pack: all data of one city's programme. The code itself holds no data of any city.

export type Programme = z.infer<typeof packSchema>;
export type Town = Programme["towns"][number];
export type County = Programme["counties"][number];
export type Area = Programme["areas"][number];
export type ParsedPack = { ok: true; programme: Programme } | { ok: false; problems: PackProblem[] };

/** Parses a pack; an invalid one is refused with every mistake it has. */
export function parsePack(input: unknown): ParsedPack {
  const parsed = packSchema.safeParse(input);
  const problems = [
    ...(parsed.error?.issues ?? []).map((issue) => shapeProblem(issue, input)),
    ...crossChecks(input),
  ];
  return parsed.success && problems.length === 0
    ? { ok: true, programme: parsed.data }
    : { ok: false, problems };
}

const bySlug = new WeakMap<readonly Town[], Map<string, Town>>();

export function townBySlug({ towns }: Pick<Programme, "towns">, slug: string): Town | undefined {
  const known = bySlug.get(towns) ?? new Map(towns.map((town) => [town.slug, town]));
  bySlug.set(towns, known);
  return known.get(slug);
}

/** The town that has this town's open matters: the one it was merged into, else itself; undefined for an unknown one. */
export function presentTown(programme: Programme, slug: string): Town | undefined {
  const into = programme.former.towns.find((one) => one.slug === slug)?.into;
  return townBySlug(programme, into ?? slug);
}

/** Whether a record of `slug` is one of these towns', or of a town that was merged into one of them. */
export function isOfTowns(programme: Programme, towns: ReadonlySet<string>, slug: string): boolean {
  return towns.has(slug) || towns.has(presentTown(programme, slug)?.slug ?? slug);
}

const byCode = new WeakMap<readonly County[], Map<string, County>>();

export function countyOf({ counties }: Pick<Programme, "counties">, town: Town): County {
  const known = byCode.get(counties) ?? new Map(counties.map((county) => [county.code, county]));
  byCode.set(counties, known);
  const county = known.get(town.countyCode);
  if (!county) throw new Error(`town ${town.slug} names an unknown county ${town.countyCode}`);
  return county;
}
