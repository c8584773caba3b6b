import { existsSync, readFileSync } from "node:fs";
import * as z from "zod";
import { type PeriodId, parsePeriod } from "../../domain/calendar/period.ts";
import { LOCALES, ROLES } from "../../domain/programme/people.ts";
import { packPath } from "../../load-programme.ts";

// The demo data of a pack: people, groups, plans and earlier quarters of a running programme.

const period = z.string().transform((text, ctx): PeriodId => {
  const parsed = parsePeriod(text);
  if (parsed) return parsed;
  ctx.addIssue("not a quarter such as 2026Q3");
  return z.NEVER;
});
const moment = z.iso.datetime({ offset: true }).transform((text) => Date.parse(text));
const plan = z.strictObject({
  investment: z.number(),
  dueFrom: z.record(z.string(), z.number()),
  projects: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      total: z.number(),
      planned: z.tuple([z.number(), z.number(), z.number(), z.number()]),
    }),
  ),
});
const figures = z.strictObject({
  cumulative: z.number(),
  sources: z.record(z.string(), z.number()),
  /** Project id -> actual image progress, %. */
  actual: z.record(z.string(), z.number()),
  /** Area id -> done share of the items due; null where none is due. */
  shares: z.record(z.string(), z.number().nullable()),
  problems: z.record(z.string(), z.string()).optional(),
  /** Area id -> what the town says it will do next. */
  next: z.record(z.string(), z.string()).optional(),
  /** Figures of the pack's own fields, by id; of projects, each has the same. */
  own: z.record(z.string(), z.number()).optional(),
});
/** A time in the script, Shanghai time: `2026-10-16T09:00`. */
const minute = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/);
/** The course of a scripted quarter; towns are slugs. */
const quarterPlan = z.strictObject({
  period,
  name: z.string(),
  opens: minute,
  /** When the reviews are finished, provisional scores announced, and the ranking published. */
  reviewed: minute,
  announced: minute,
  published: minute,
  /** Town -> when it finally reports. */
  late: z.record(z.string(), minute),
  silent: z.array(z.string()),
  /** Towns that submit without a photo, and those whose report is returned once. */
  bare: z.array(z.string()),
  returned: z.array(z.string()),
  /** The objection of the town a leader asks about, by the indicator's id, and the office's answer, which is no. */
  objection: z
    .strictObject({
      at: minute,
      indicator: z.string(),
      text: z.string(),
      answered: minute,
      answer: z.string(),
    })
    .optional(),
});
/** The year's assessment after its last quarter: every county's words, the office's scores by town, and the decisions. */
const yearPlan = z.strictObject({
  assessed: minute,
  self: z.number(),
  did: z.string(),
  appraised: minute,
  appraisal: z.record(z.string(), z.number()),
  drafted: minute,
  objected: minute,
  objection: z.string(),
  answered: minute,
  answer: z.string(),
  frozen: minute,
  decision: z.string(),
  commended: minute,
  /** The counties put forward, by slug. */
  advanced: z.array(z.string()),
  reason: z.string(),
});
/** The invented holiday notice of the year the next quarter ends in; `card`: part of its card's title. */
const noticePlan = z.strictObject({ at: minute, card: z.string(), text: z.string() });
/** A running year task: proposed and countersigned at `agreed`, with progress since. `due` and `start` are days. */
const task = z.strictObject({
  town: z.string(),
  area: z.string(),
  title: z.string(),
  ownerPost: z.string(),
  weight: z.number(),
  start: z.iso.date(),
  due: z.iso.date(),
  steps: z.array(z.strictObject({ name: z.string(), due: z.iso.date(), share: z.number() })),
  evidenceNeeded: z.string(),
  agreed: moment,
  reported: moment,
  percent: z.number(),
  words: z.string(),
  /** The blocker, and the department that should remove it. */
  blocked: z.strictObject({ department: z.string(), reason: z.string() }).optional(),
});
/** A record by its procedure and some of its values. */
const found = z.strictObject({ procedure: z.string(), where: z.record(z.string(), z.string()) });
/**
 * A step of any procedure. `record`: the name the demo knows a record by, given to the one this step `begins`; `child`: of
 * that record, the one of a procedure it began that has these values. `period`, `ref`: what a new one is about; `about`: the
 * record it is about, in place of `ref`. Before it, a drawn `photo` is sent, or a file called `paper`. `told`: its
 * messages reach their receivers' chats.
 */
const act = z.strictObject({
  at: moment,
  by: z.strictObject({ role: z.enum(ROLES), area: z.string().default("") }),
  record: z.string(),
  begins: z.string().optional(),
  child: found.optional(),
  step: z.string(),
  /** The town a new record is about, where whoever begins it is not of one. */
  town: z.string().default(""),
  period: z.string().default(""),
  ref: z.string().default(""),
  about: found.optional(),
  values: z.record(z.string(), z.unknown()).default({}),
  photo: z.literal(true).optional(),
  paper: z.string().optional(),
  told: z.boolean().default(false),
});
const STAGES = ["draft", "submitted", "returned", "approved"] as const;

const demoSchema = z.strictObject({
  people: z.array(
    z.strictObject({
      openId: z.string(),
      name: z.string(),
      nameEn: z.string(),
      role: z.enum(ROLES),
      area: z.string(),
      title: z.string(),
      titleEn: z.string(),
      locale: z.enum(LOCALES),
    }),
  ),
  groups: z.array(
    z.strictObject({
      chatId: z.string(),
      name: z.string(),
      nameEn: z.string(),
      kind: z.enum(["leading_group", "all_towns", "county", "office"]).nullable(),
      area: z.string(),
      members: z.array(z.string()),
    }),
  ),
  plans: z.record(z.string(), z.record(z.string(), plan)),
  history: z.array(
    z.strictObject({
      period,
      opened: moment,
      submitted: moment,
      /** When the provisional scores were announced, after the lock. */
      announced: moment,
      published: moment,
      late: z.record(z.string(), moment),
      withoutPhoto: z.array(z.string()),
    }),
  ),
  current: z.strictObject({
    period,
    /** The start of the rehearsal clock. */
    now: moment,
    opened: moment,
    stages: z.record(z.string(), z.enum(STAGES)),
    /** The newest weekly digest: its week, `2026-W42`, and when it was sent. */
    digest: z.strictObject({ week: z.string().regex(/^\d{4}-W\d{2}$/), at: moment }),
  }),
  figures: z.record(z.string(), z.record(z.string(), figures)),
  tasks: z.array(task).default([]),
  /** What else is under way; steps of the same time in the order they happened. */
  acts: z.array(act).default([]),
  /** What can be played from the demo's start; `asked`: the town a leader asks about. */
  script: z
    .strictObject({
      asked: z.string(),
      rest: quarterPlan,
      next: quarterPlan,
      notice: noticePlan,
      year: yearPlan,
    })
    .optional(),
});

export type Demo = z.infer<typeof demoSchema>;
export type ScriptedQuarter = z.infer<typeof quarterPlan>;
export type TownFigures = z.infer<typeof figures>;

/** The demo of a pack; null when it has none. */
export function loadDemo(programme: string): Demo | null {
  const path = packPath(programme).replace(/\.json$/, ".demo.json");
  if (!existsSync(path)) return null;
  return demoSchema.parse(JSON.parse(readFileSync(path, "utf8")));
}
