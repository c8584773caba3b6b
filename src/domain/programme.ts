import * as z from "zod";
import { parsePeriod } from "./period.ts";
import { checkScheme } from "./scoring/check-scheme.ts";
import { schemeSchema } from "./scoring/scheme.ts";

// The programme pack: all data of one city's programme. The code itself holds no data of any city.

// Slugs are joined with "__" in the names of card buttons, so a slug must not contain two underscores in a row.
const slug = z
  .string()
  .regex(/^[a-z][a-z0-9-]*(_[a-z0-9-]+)*$/, "a slug is lower-case letters, digits, - and single _");
/** Sections every programme has besides its content areas. */
const RESERVED_SECTIONS = ["investment", "image"];
const quarter = z.string().refine((text) => parsePeriod(text) === text, "not a quarter such as 2026Q3");
/** Within the hours people may be written to (09:00 to 18:00). */
const timeOfDay = z.string().regex(/^(09|1[0-7]):[0-5]\d$/, "a time from 09:00 to 17:59");
const named = { name: z.string().min(1), nameEn: z.string().min(1) };

const townSchema = z.strictObject({
  slug,
  code: z.string().min(1),
  ...named,
  short: z.string().min(1),
  countyCode: z.string().min(1),
  positioning: z.string(),
  positioningEn: z.string(),
  group: z.string(),
  phase: z.number().int().positive(),
  aliases: z.array(z.string().min(1)),
  location: z
    .strictObject({ lat: z.number(), lng: z.number(), confidence: z.enum(["high", "medium", "low"]) })
    .optional(),
});

const procedureSchema = z.strictObject({
  off: z.boolean().default(false),
  days: z.record(z.string(), z.number().int().positive()).default({}),
});

const packSchema = z.strictObject({
  id: slug,
  ...named,
  short: z.string(),
  office: z.strictObject(named),
  city: z.strictObject({ code: z.string(), ...named }),
  counties: z.array(z.strictObject({ code: z.string(), slug, ...named, short: z.string() })).min(1),
  towns: z.array(townSchema).min(1),
  ambiguousInitials: z.record(z.string(), z.array(z.string())).default({}),
  groups: z.array(z.strictObject({ id: slug, ...named })),
  areas: z
    .array(
      z.strictObject({
        id: slug,
        ...named,
        items: z.array(z.strictObject({ id: z.string().min(1), ...named })).min(1),
      }),
    )
    .min(1),
  fundSources: z.array(z.strictObject({ id: slug, ...named })).min(1),
  phases: z.array(
    z.strictObject({
      phase: z.number().int(),
      year: z.number().int().nullable(),
      goal: z.string(),
      goalEn: z.string(),
    }),
  ),
  /** Cumulative share of the year's plan due by the end of each quarter. */
  schedule: z.tuple([z.number(), z.number(), z.number(), z.number()]),
  deadline: z.strictObject({
    workingDays: z.number().int().positive(),
    lockAfterWorkingDays: z.number().int().nonnegative(),
    returnWorkingDays: z.number().int().positive(),
    overrides: z.array(
      z.strictObject({
        period: quarter,
        due: z.iso.date(),
        reason: z.string().min(1),
      }),
    ),
  }),
  /**
   * Working days between provisional scores and publication in which towns may object; null: no objections. An override
   * names a quarter's last day for them, for example where a year's holidays are not announced yet.
   */
  objection: z
    .strictObject({
      workingDays: z.number().int().positive(),
      overrides: z
        .array(z.strictObject({ period: quarter, until: z.iso.date(), reason: z.string().min(1) }))
        .default([]),
    })
    .nullable()
    .default(null),
  lights: z.strictObject({ green: z.number(), yellow: z.number() }),
  quality: z.strictObject({
    returnedOnce: z.number(),
    hardOverride: z.number(),
    missingPhoto: z.number(),
    missingPhotoMax: z.number(),
    correctionAfterLock: z.number(),
  }),
  /** The city's departments that 督办 items and blocked tasks can be addressed to. */
  departments: z.array(z.strictObject({ slug, ...named })).default([]),
  /** Working days before the due day on which missing reports are reminded of; 0 is the due day itself. */
  reminders: z.strictObject({ daysBefore: z.array(z.number().int().nonnegative()), at: timeOfDay }).default({
    daysBefore: [5, 2, 1, 0],
    at: "09:05",
  }),
  /** Who is told of an overdue item, by the number of working days without progress. */
  ladder: z
    .array(
      z.strictObject({
        day: z.number().int().positive(),
        to: z.enum(["owner", "principal", "county_group", "leading_group"]),
      }),
    )
    .default([
      { day: 1, to: "owner" },
      { day: 3, to: "principal" },
      { day: 5, to: "county_group" },
      { day: 7, to: "leading_group" },
    ]),
  /** When digests are sent; `weekday` 1 is Monday. A holiday moves it to the next working day. */
  digest: z
    .strictObject({ weekday: z.number().int().min(1).max(5), at: timeOfDay })
    .default({ weekday: 1, at: "09:10" }),
  /** Changes to a procedure: leave it out, or give a state other working days. */
  procedures: z.record(z.string(), procedureSchema).default({}),
  /** Sections that need a photo; each one submitted without costs quality points (scoring.md 2). */
  requiredPhotos: z.array(z.string()).default([]),
  scheme: schemeSchema,
});

export type Programme = z.infer<typeof packSchema>;
export type Town = Programme["towns"][number];
export type County = Programme["counties"][number];
export type Area = Programme["areas"][number];
export type ParsedPack = { ok: true; programme: Programme } | { ok: false; problems: string[] };

/** Parses a pack; an invalid one is refused with one line for each problem: path and reason. */
export function parsePack(input: unknown): ParsedPack {
  const parsed = packSchema.safeParse(input);
  if (!parsed.success)
    return { ok: false, problems: parsed.error.issues.map((i) => `${pathText(i.path)}: ${i.message}`) };
  const problems = crossChecks(parsed.data);
  return problems.length > 0 ? { ok: false, problems } : { ok: true, programme: parsed.data };
}

/** The columns of the score table this pack can fill; its scheme may use no other. */
export function scoreColumns(programme: Pick<Programme, "areas">): string[] {
  return [
    ...programme.areas.flatMap((area) => [`${area.id}.done`, `${area.id}.due`]),
    ...[
      "invested",
      "invested_due",
      "image_actual",
      "image_planned",
      "days_late",
      "penalty",
      "bonus",
      "deduct",
    ],
  ];
}

export function townBySlug(programme: Programme, slug: string): Town | undefined {
  return programme.towns.find((town) => town.slug === slug);
}

export function countyOf(programme: Programme, town: Town): County {
  const county = programme.counties.find((c) => c.code === town.countyCode);
  if (!county) throw new Error(`town ${town.slug} names an unknown county ${town.countyCode}`);
  return county;
}

function crossChecks(pack: Programme): string[] {
  return [
    ...repeated(pack.towns, "towns", "slug"),
    ...repeated(pack.towns, "towns", "code"),
    ...repeated(pack.counties, "counties", "slug"),
    ...repeated(pack.counties, "counties", "code"),
    ...repeated(pack.areas, "areas", "id"),
    ...repeated(pack.fundSources, "fundSources", "id"),
    ...repeated(pack.groups, "groups", "id"),
    ...repeated(pack.departments, "departments", "slug"),
    ...ladderProblems(pack.ladder),
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
