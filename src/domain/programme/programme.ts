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

const byCode = new WeakMap<readonly County[], Map<string, County>>();

export function countyOf({ counties }: Pick<Programme, "counties">, town: Town): County {
  const known = byCode.get(counties) ?? new Map(counties.map((county) => [county.code, county]));
  byCode.set(counties, known);
  const county = known.get(town.countyCode);
  if (!county) throw new Error(`town ${town.slug} names an unknown county ${town.countyCode}`);
  return county;
}
<<<<<<< HEAD
=======

function crossChecks(pack: Programme): string[] {
  return [
    ...repeated(pack.towns, "towns", "slug"),
    ...repeated(pack.towns, "towns", "code"),
    ...repeated(pack.counties, "counties", "slug"),
    ...repeated(pack.counties, "counties", "code"),
    ...repeated(pack.areas, "areas", "id"),
    ...repeated(pack.fundSources, "fundSources", "id"),
    ...repeated(pack.fields, "fields", "id"),
    ...repeated(pack.groups, "groups", "id"),
    ...repeated(pack.departments, "departments", "slug"),
    ...formerProblems(pack, "towns"),
    ...formerProblems(pack, "departments"),
    ...ladderProblems(pack.ladder),
    ...signerProblems(pack),
    ...repeatedItems(pack.areas),
    ...pack.towns.flatMap((town, i) => [
      ...(pack.counties.some((c) => c.code === town.countyCode)
        ? []
        : [`towns[${i}].countyCode: no county has the code ${town.countyCode}`]),
      ...(pack.groups.some((g) => g.id === town.group)
        ? []
        : [`towns[${i}].group: no group has the id ${town.group}`]),
    ]),
    ...scheduleProblems(pack.schedule),
    ...(pack.lights.green < pack.lights.yellow ? ["lights: green must not be below yellow"] : []),
    ...pack.areas.flatMap((area, i) =>
      RESERVED_SECTIONS.includes(area.id)
        ? [`areas[${i}].id: ${area.id} is the name of a section of its own`]
        : [],
    ),
    ...pack.requiredPhotos.flatMap((section, i) =>
      [...RESERVED_SECTIONS, ...pack.areas.map((a) => a.id)].includes(section)
        ? []
        : [`requiredPhotos[${i}]: no section is called ${section}`],
    ),
    ...checkScheme(pack.scheme, scoreColumns(pack)).map((problem) => `scheme: ${problem}`),
  ];
}

function repeated<K extends string>(rows: ReadonlyArray<Record<K, string>>, path: string, key: K): string[] {
  return rows.flatMap((row, i) => {
    const first = rows.findIndex((other) => other[key] === row[key]);
    return first < i ? [`${path}[${i}].${key}: ${row[key]} is already used by ${path}[${first}]`] : [];
  });
}

/** A former unit is none of the present ones, and its successor is. */
function formerProblems(pack: Programme, kind: "towns" | "departments"): string[] {
  const present = new Set(pack[kind].map(({ slug }) => slug));
  return pack.former[kind].flatMap(({ slug, into }, i) => [
    ...(present.has(slug) ? [`former.${kind}[${i}].slug: ${slug} is still one of the ${kind}`] : []),
    ...(present.has(into) ? [] : [`former.${kind}[${i}].into: ${into} is none of the ${kind}`]),
  ]);
}

/** Item ids must be unique across areas, because a year's plan refers to them by id alone. */
function repeatedItems(areas: readonly Area[]): string[] {
  const seen = new Map<string, string>();
  return areas.flatMap((area, i) =>
    area.items.flatMap(({ id }, n) => {
      const path = `areas[${i}].items[${n}]`;
      const first = seen.get(id);
      if (!first) seen.set(id, path);
      return first ? [`${path}.id: ${id} is already used by ${first}`] : [];
    }),
  );
}

/** Counties and departments that a bulletin's signatures name and the pack does not have. */
function signerProblems({ bulletin, counties, departments }: Programme): string[] {
  const known = new Set([
    ...counties.map(({ slug }) => `county.${slug}`),
    ...departments.map(({ slug }) => `department.${slug}`),
  ]);
  const unknown = (post: string) => post.includes(".") && !known.has(post);
  return [
    ...bulletin.countersign.flatMap((post, i) =>
      unknown(post) ? [`bulletin.countersign[${i}]: the pack has no ${post}`] : [],
    ),
    ...(unknown(bulletin.signer) ? [`bulletin.signer: the pack has no ${bulletin.signer}`] : []),
  ];
}

function ladderProblems(ladder: ReadonlyArray<{ day: number }>): string[] {
  const rising = ladder.every(({ day }, i) => day > (ladder[i - 1]?.day ?? 0));
  return rising ? [] : ["ladder: the days must rise"];
}

function scheduleProblems(schedule: readonly number[]): string[] {
  const rising = schedule.every((share, i) => share > 0 && share <= 1 && share >= (schedule[i - 1] ?? 0));
  return rising ? [] : ["schedule: shares must rise from above 0 to at most 1"];
}

function pathText(path: PropertyKey[]): string {
  if (path.length === 0) return "(whole file)";
  return path
    .map((p) => (typeof p === "number" ? `[${p}]` : `.${String(p)}`))
    .join("")
    .replace(/^\./, "");
}
>>>>>>> e618f562 (feat(bulletin): it goes round, is signed, numbered and issued)
