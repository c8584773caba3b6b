import * as z from "zod";
import { parsePeriod } from "../calendar/period.ts";
import { schemeSchema } from "../scoring/scheme.ts";
import { LADDER, stagesSchema } from "./stage-schema.ts";

// The shape of a programme pack.

// Slugs are joined with "__" in the names of card buttons, so a slug must not contain two underscores in a row.
const slug = z
  .string()
  .regex(/^[a-z][a-z0-9-]*(_[a-z0-9-]+)*$/, "a slug is lower-case letters, digits, - and single _");
/** Sections every programme has besides its content areas. */
export const RESERVED_SECTIONS = ["investment", "image"];
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

/** 万元, %, or whole numbers with a unit of their own. */
export const FIGURE_KINDS = ["amount", "percent", "count"] as const;

/** A figure this programme asks for beside those the rules speak of: see `report/fields.ts`. */
const fieldSchema = z
  .strictObject({
    id: slug,
    of: z.enum(["investment", "project"]),
    kind: z.enum(FIGURE_KINDS),
    required: z.boolean(),
    cumulative: z.boolean(),
    ...named,
    /** What a count counts, `人`, `people`. */
    unit: z.strictObject(named).optional(),
    /** Other words a sentence calls it by. */
    said: z.array(z.string().min(1)).default([]),
  })
  .refine(
    ({ kind, unit }) => (kind === "count") === (unit !== undefined),
    "a count, and only a count, has a unit",
  );

/** What an item is for the ledger of its area: a paper or a control needs its document, places and problems are a grid. */
export const ITEM_KINDS = ["work", "paper", "control", "service", "place", "problem"] as const;

const itemSchema = z.strictObject({
  id: z.string().min(1),
  ...named,
  is: z.enum(ITEM_KINDS).default("work"),
});

const ledgerFigureSchema = z.strictObject({
  id: slug,
  ...named,
  unit: z.strictObject(named),
  /** The item of the area it measures: by the share of its goal that is reached, or by whether it keeps within it. */
  item: z.string().exactOptional(),
  goal: z.enum(["reach", "keep"]).default("reach"),
  said: z.array(z.string().min(2)).default([]),
});

const procedureSchema = z.strictObject({
  off: z.boolean().default(false),
  days: z.record(z.string(), z.number().int().positive()).default({}),
});

/** A unit that is no more; `into`: the slug of its successor, which takes over what it had open. */
const formerSchema = z.strictObject({ slug, ...named, into: slug });
/** Who countersigns or signs: a post of the city, a county's reviewer or a department. */
const signerSchema = z
  .string()
  .regex(
    /^(office|leader|(county|department)\.[a-z][a-z0-9_-]*)$/,
    "office, leader, county.… or department.…",
  );

/**
 * The quarter's 通报: the prefix of its number, whom it is addressed and copied to, who countersigns in which order and who
 * signs. A number is asked for at every issue, so nothing here counts.
 */
const bulletinSchema = z
  .strictObject({
    prefix: z.string().default("特镇办"),
    to: z.string().min(1).default("各县（市、区）人民政府，市直有关单位"),
    cc: z.string().default("市委办公室，市政府办公室，市领导小组成员单位"),
    countersign: z.array(signerSchema).default([]),
    signer: signerSchema.default("leader"),
  })
  .prefault({});

export const packSchema = z.strictObject({
  id: slug,
  ...named,
  short: z.string(),
  office: z.strictObject(named),
  city: z.strictObject({ code: z.string(), ...named }),
  counties: z.array(z.strictObject({ code: z.string(), slug, ...named, short: z.string() })).min(1),
  towns: z.array(townSchema).min(1),
  /** Towns that were merged into another, and departments that were dissolved, once the programme had begun. */
  former: z
    .strictObject({
      towns: z.array(formerSchema).default([]),
      departments: z.array(formerSchema).default([]),
    })
    .prefault({}),
  ambiguousInitials: z.record(z.string(), z.array(z.string())).default({}),
  groups: z.array(z.strictObject({ id: slug, ...named })),
  areas: z
    .array(
      z.strictObject({
        id: slug,
        ...named,
        items: z.array(itemSchema).min(1),
        /** Figures of its ledger. */
        figures: z.array(ledgerFigureSchema).default([]),
        /** Other words a sentence calls it by. */
        said: z.array(z.string().min(2)).default([]),
      }),
    )
    .min(1),
  /** `said`: how people call a source besides its names: 县里, 老板投的. */
  fundSources: z.array(z.strictObject({ id: slug, ...named, said: z.array(z.string()).default([]) })).min(1),
  /** Figures of the investment section or of every project, beside those every programme has. */
  fields: z.array(fieldSchema).default([]),
  phases: z.array(
    z.strictObject({
      phase: z.number().int(),
      year: z.number().int().nullable(),
      goal: z.string(),
      goalEn: z.string(),
      /** The stage the towns of each of these phases have reached at the end of its year. */
      reach: z
        .array(z.strictObject({ phase: z.number().int().positive(), stage: z.enum(LADDER) }))
        .default([]),
    }),
  ),
  stages: stagesSchema,
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
  /** The lowest annual scores of the grades 优秀, 良好 and 合格. */
  grades: z.tuple([z.number(), z.number(), z.number()]).default([90, 80, 60]),
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
    daysBefore: [5, 2, 0],
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
  /** Points of the scheme's bonus: for every meeting on site a town hosted in the quarter (scoring.md 2). */
  bonus: z.strictObject({ hosting: z.number().nonnegative() }).default({ hosting: 0 }),
  bulletin: bulletinSchema,
  /** Changes to a procedure: leave it out, or give a state other working days. */
  procedures: z.record(z.string(), procedureSchema).default({}),
  /** Presses and messages of one person that are taken in a minute; a hand has no use for more. */
  perMinute: z.number().int().min(20).default(120),
  /** Sections that need a photo; each one submitted without costs quality points (scoring.md 2). */
  requiredPhotos: z.array(z.string()).default([]),
  scheme: schemeSchema,
});
