import * as z from "zod";

// A script: what a group of people do, one after the other. Strings may hold {{variables}}; see fill-template.ts.

const text = z.string().min(1);

/** Which message is meant: a string is a part of a card's title. The newest that fits, and that the person can see. */
const cardRef = z.union([
  text,
  z.strictObject({
    /** A part of the card's title, in any of its languages. */
    title: text.exactOptional(),
    /** A part of anything it says. */
    text: text.exactOptional(),
    /** Only in this group; without it wherever the person is. */
    group: text.exactOptional(),
  }),
]);

const common = {
  /** When: an ISO time, "09:30", "+2h", "+3d", "+1d 09:00"; the clock is moved there first. */
  at: text.exactOptional(),
  /** Name or open_id. */
  who: text,
  /** Skipped unless this is true-ish once its variables are in place. */
  when: z.unknown().exactOptional(),
  /** Tried once without waiting, unless it says how long, and passed over when it cannot be done. */
  optional: z.boolean().exactOptional(),
  /** How long this step waits for its card, ms of the machine; default the script's. */
  patience_ms: z.int().min(0).max(600_000).exactOptional(),
  /** What the person must read after it: a part of the toast. */
  toast: text.exactOptional(),
  /** The client must show an error holding this text or code, instead of none. */
  fails: text.exactOptional(),
};

/** One thing one person does; exactly one of the verbs is given. */
const actionSchema = z.strictObject({
  ...common,
  /** Writes; in private to the bot unless `group` names a group. `@Name` of a bot mentions it. */
  say: text.exactOptional(),
  /** Sends a picture or a file of this name, quoting the card `on` if given. */
  photo: text.exactOptional(),
  file: text.exactOptional(),
  /** Quotes the card `on` with words. */
  reply: text.exactOptional(),
  /** Presses what has this visible text or name; with `fill` or `knows` a form is filled in before. */
  press: text.exactOptional(),
  /** Values by label or name, all of which the form must ask; `*` goes into every other empty text box. */
  fill: z.unknown().exactOptional(),
  /** Values by label or name, of which the form may ask any: what it does not ask stays unsaid. */
  knows: z.unknown().exactOptional(),
  /** The option of a select, overflow or picker; the text of a free-standing input; a checker's tick. */
  choose: text.exactOptional(),
  type: text.exactOptional(),
  tick: z.boolean().exactOptional(),
  /** Chooses an item of the bot's menu, by text or event_key. */
  menu: text.exactOptional(),
  /** Opens the chat with the bot. */
  enter: z.literal(true).exactOptional(),
  /** Reads the chat with the bot, or the group. */
  read: z.union([z.literal(true), text]).exactOptional(),
  react: text.exactOptional(),
  /** Waits until a message that fits is there. */
  wait: cardRef.exactOptional(),
  /** Does nothing; the text says what was forgotten. */
  forget: text.exactOptional(),
  /** Any other act of `POST /sandbox/act`, without `as`. */
  act: z.record(z.string(), z.unknown()).exactOptional(),
  on: cardRef.exactOptional(),
  group: text.exactOptional(),
});

const VERBS = [
  "say",
  "photo",
  "file",
  "reply",
  "press",
  "menu",
  "enter",
  "read",
  "react",
  "wait",
  "forget",
  "act",
] as const;
export type Action = z.infer<typeof actionSchema>;
export type CardRef = z.infer<typeof cardRef>;

const checkedAction = actionSchema.superRefine((action, ctx) => {
  const given = VERBS.filter((verb) => action[verb] !== undefined);
  if (given.length !== 1) ctx.addIssue(`give one of ${VERBS.join(", ")}; this step has ${given.length}`);
  if ((action.reply !== undefined || action.react !== undefined) && action.on === undefined) {
    ctx.addIssue("say which message with `on`");
  }
});

/** Changes of the world between what people do: faults switched, a person changed, only the clock moved. */
const sceneSchema = z
  .strictObject({
    at: text.exactOptional(),
    when: z.unknown().exactOptional(),
    /** As `POST /sandbox/faults`. */
    faults: z.record(z.string(), z.unknown()).exactOptional(),
    /** As `POST /sandbox/people/:open_id`, for the person named. */
    person: text.exactOptional(),
    change: z.record(z.string(), z.unknown()).exactOptional(),
  })
  .refine(
    (scene) => scene.at !== undefined || scene.faults !== undefined || scene.person !== undefined,
    "a step needs who, at, faults, person or for",
  )
  .refine(
    (scene) => (scene.person === undefined) === (scene.change === undefined),
    "person goes with change",
  );
export type Scene = z.infer<typeof sceneSchema>;

export type Loop = {
  /** The variable's name. */
  for: string;
  /** A list, a `{{variable}}` that holds one, or people of the sandbox. */
  in: string | unknown[] | { members: string } | { titled: string };
  when?: unknown;
  do: Step[];
};
export type Step = Action | Scene | Loop;

const loopSchema: z.ZodType<Loop> = z.lazy(() =>
  z.strictObject({
    for: z.string().regex(/^[A-Za-z_]\w*$/, "a variable is a word"),
    in: z.union([
      text,
      z.array(z.unknown()),
      z.strictObject({ members: text }),
      z.strictObject({ titled: text }),
    ]),
    when: z.unknown().exactOptional(),
    do: z.array(stepSchema),
  }),
);

// Which of the three a step is shows in its keys, so that a mistake is reported for that one only.
const stepSchema: z.ZodType<Step> = z.lazy(() =>
  z.unknown().transform((step, ctx): Step => {
    const keys = typeof step === "object" && step !== null ? step : {};
    const schema = "for" in keys ? loopSchema : "who" in keys ? checkedAction : sceneSchema;
    const parsed = schema.safeParse(step);
    if (parsed.success) return parsed.data;
    for (const { path, message } of parsed.error.issues) ctx.addIssue({ code: "custom", path, message });
    return z.NEVER;
  }),
);

/** A whole script. */
export const scriptSchema = z.strictObject({
  title: z.string().default(""),
  /** For readers of English, where the script is offered. */
  title_en: text.exactOptional(),
  /** The bot people talk to, by name or app_id; default the first. */
  app: text.exactOptional(),
  let: z.record(z.string(), z.unknown()).default({}),
  /** How long a step waits for its card on the machine's clock, ms. */
  patience_ms: z.int().min(0).max(600_000).default(10_000),
  /** A rest before every step, ms, for somebody who watches. */
  pace_ms: z.int().min(0).max(60_000).default(0),
  steps: z.array(stepSchema).min(1),
});

export type Script = z.infer<typeof scriptSchema>;
/** A script as it is written: everything but the steps may be left out. */
export type ScriptFile = z.input<typeof scriptSchema>;

/** A script checked step by step; refuses with one line for each wrong path. */
export function readScript(input: unknown): { ok: true; script: Script } | { ok: false; problems: string[] } {
  const parsed = scriptSchema.safeParse(input);
  if (parsed.success) return { ok: true, script: parsed.data };
  return {
    ok: false,
    problems: parsed.error.issues.map((issue) => `${issue.path.join(".") || "(root)"}: ${issue.message}`),
  };
}

/** An action whose variables are in place; throws naming what is wrong with it. */
export function readAction(filled: unknown): Action {
  const parsed = checkedAction.safeParse(filled);
  if (parsed.success) return parsed.data;
  throw new Error(z.prettifyError(parsed.error));
}
