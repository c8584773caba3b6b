import * as z from "zod";
import { treeProblem } from "./tree-problem.ts";

// The scheme file (scoring.md 8): one tree of groups and indicators, so that the same engine scores our towns and any
// published index.

const finite = z.number().finite();
const direction = z.union([z.literal(1), z.literal(-1)]).optional();
const range = z.tuple([finite, finite]);
const column = z.string().min(1);

/** The settings of each way to compute an indicator. */
export const valueSchemas = {
  ratio: z.strictObject({
    kind: z.literal("ratio"),
    of: column,
    to: column,
    cap: finite.positive().optional(),
    out: finite.default(100),
    direction: z.literal(1, "a ratio cannot have direction -1; swap of and to instead").optional(),
  }),
  goalposts: z.strictObject({
    kind: z.literal("goalposts"),
    column,
    low: finite,
    high: finite,
    log: z.boolean().default(false),
    clamp: z.boolean().default(true),
    out: range.default([0, 1]),
    direction,
  }),
  minmax: z.strictObject({ kind: z.literal("minmax"), column, out: range.default([0, 100]), direction }),
  efficacy: z.strictObject({
    kind: z.literal("efficacy"),
    column,
    satisfactory: finite,
    unacceptable: finite,
    direction,
  }),
  late: z.strictObject({
    kind: z.literal("late"),
    column,
    perDay: finite.nonnegative(),
    zeroAfter: finite.nonnegative(),
    direction,
  }),
  penalty: z.strictObject({ kind: z.literal("penalty"), column, direction }),
  raw: z.strictObject({ kind: z.literal("raw"), column, direction }),
};

const { ratio, goalposts, minmax, efficacy, late, penalty, raw } = valueSchemas;
const valueSchema = z.discriminatedUnion("kind", [ratio, goalposts, minmax, efficacy, late, penalty, raw], {
  error: `unknown kind; a kind is one of ${Object.keys(valueSchemas).join(", ")}`,
});

// Weights outside these limits would lose precision when added.
const weight = finite
  .refine((w) => w === 0 || (w >= 1e-9 && w <= 1e9), "a weight is 0 or between 1e-9 and 1e9")
  .default(1);

const nodeFields = {
  id: z
    .string()
    .min(1)
    .refine((id) => id !== "__proto__", "this id is reserved"),
  label: z.string().optional(),
  labelEn: z.string().optional(),
  weight,
};

export const leafSchema = z.strictObject({
  ...nodeFields,
  value: valueSchema,
  na: z.enum(["renormalise", "zero", "exclude"]).default("renormalise"),
});

export type Leaf = z.infer<typeof leafSchema>;
export type LeafValue = z.infer<typeof valueSchema>;
export type Group = {
  id: string;
  label?: string | undefined;
  labelEn?: string | undefined;
  weight: number;
  aggregate: "arithmetic" | "geometric" | "harmonic";
  /** Share of the weight that must be present, else the group is N/A. */
  minShare: number;
  children: SchemeNode[];
};
export type SchemeNode = Group | Leaf;

// A plain union would report only "invalid input"; choosing the schema by the presence of `children` keeps the reasons.
const nodeSchema: z.ZodType<SchemeNode> = z.unknown().transform((input, context) => {
  const isGroup = typeof input === "object" && input !== null && "children" in input;
  const parsed = isGroup ? groupSchema.safeParse(input) : leafSchema.safeParse(input);
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues)
    context.addIssue({ code: "custom", message: issue.message, path: [...issue.path] });
  return z.NEVER;
});

export const groupSchema: z.ZodType<Group> = z.strictObject({
  ...nodeFields,
  aggregate: z.enum(["arithmetic", "geometric", "harmonic"]),
  minShare: finite.min(0).max(1).default(0),
  children: z.array(nodeSchema),
});

export const fileSchema = z.strictObject({
  id: z.string().min(1),
  decimals: z.number().int().min(0).max(10).default(4),
  root: groupSchema,
  adjust: z
    .strictObject({
      bonus: z.strictObject({ column, max: finite.nonnegative() }).optional(),
      deduct: z.strictObject({ column }).optional(),
    })
    .optional(),
});

/**
 * A scheme as written in a file or a pack. Structure only; `checkScheme` finds what a schema cannot. A cyclic or too
 * deep graph is refused before it is walked.
 */
export const schemeSchema = z
  .unknown()
  .superRefine((input, context) => {
    const problem = treeProblem(input);
    if (problem) context.addIssue({ code: "custom", message: problem });
  })
  .pipe(fileSchema);

export type Scheme = z.infer<typeof schemeSchema>;
