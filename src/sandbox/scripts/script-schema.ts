import * as z from "zod";

// A script: the actions of a group of people, in sequence. Strings may contain {{variables}}; see
// fill-template.ts.

const text = z.string().min(1);

/**
 * A message: a string is part of a card's title. Means the newest matching message that the person can see.
 */
const cardRef = z.union([
  text,
  z.strictObject({
    /** A part of the card's title, in any of its languages. */
    title: text.exactOptional(),
    /** A part of any of its texts. */
    text: text.exactOptional(),
    /** Only in this group; by default in any chat of the person. */
    group: text.exactOptional(),
  }),
]);

const common = {
  /** Time of the step: an ISO time, "09:30", "+2h", "+3d", "+1d 09:00"; the clock is moved there first. */
  at: text.exactOptional(),
  /** The person, by name or open_id. */
  who: text,
  /** Skipped unless truthy after variables are replaced. */
  when: z.unknown().exactOptional(),
  /** Attempted once without waiting (unless `patience_ms` is given), and skipped when impossible. */
  optional: z.boolean().exactOptional(),
  /** How long this step waits for its card, ms of the machine's clock; default the script's. */
  patience_ms: z.int().min(0).max(600_000).exactOptional(),
  /** Part of the toast that must be shown afterwards. */
  toast: text.exactOptional(),
  /** Expects the client to show an error with this text or code. */
  fails: text.exactOptional(),
};

/** One action of one person; exactly one of the verbs must be given. */
const actionSchema = z.strictObject({
  ...common,
  /** Sends a text: privately to the bot, or to `group`. `@Name` of a bot mentions it. */
  say: text.exactOptional(),
  /** Goes on once the bot has answered what was said, with anything. */
  answered: z.literal(true).exactOptional(),
  /** Sends a picture or file of this name, as a reply to the card `on` if given. */
  photo: text.exactOptional(),
  file: text.exactOptional(),
  /** Replies to the card `on` with a text. */
  reply: text.exactOptional(),
  /** Presses the component with this visible text or name; `fill` or `knows` fill in its form first. */
  press: text.exactOptional(),
  /** Values by label or name; the form must have all of them. `*` fills every other empty text box. */
  fill: z.unknown().exactOptional(),
  /** Values by label or name; those the form does not ask for are not used. */
  knows: z.unknown().exactOptional(),
  /**
   * The option of a select, overflow or picker; the text of an input outside a form; the state of a checker.
   */
  choose: text.exactOptional(),
  type: text.exactOptional(),
  tick: z.boolean().exactOptional(),
  /** Chooses a bot menu item, by text or event_key. */
  menu: text.exactOptional(),
  /** Opens the chat with the bot. */
  enter: z.literal(true).exactOptional(),
  /** Opens the chat with the bot, or the group, which marks it as read. */
  read: z.union([z.literal(true), text]).exactOptional(),
  react: text.exactOptional(),
  /** Waits for a matching message. */
  wait: cardRef.exactOptional(),
  /** Does nothing; the text says what the person forgot. */
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

/** Changes other than a person's action: faults, a person's attributes, or the clock alone. */
const sceneSchema = z
  .strictObject({
    at: text.exactOptional(),
    when: z.unknown().exactOptional(),
    /** In the form of `POST /sandbox/faults`. */
    faults: z.record(z.string(), z.unknown()).exactOptional(),
    /** The person to change; the changes are in the form of `POST /sandbox/people/:open_id`. */
    person: text.exactOptional(),
    change: z.record(z.string(), z.unknown()).exactOptional(),
  })
  .refine(
    (scene) => scene.at !== undefined || scene.faults !== undefined || scene.person !== undefined,
    "a step needs who, at, faults, person, for or chapter",
  )
  .refine(
    (scene) => (scene.person === undefined) === (scene.change === undefined),
    "person goes with change",
  );
export type Scene = z.infer<typeof sceneSchema>;

export type Loop = {
  /** The variable's name. */
  for: string;
  /** A list, a `{{variable}}` with a list, or people of the sandbox. */
  in: string | unknown[] | { members: string } | { titled: string };
  when?: unknown;
  do: Step[];
};
/** A part of a script, with what a spectator reads meanwhile. */
export type Chapter = {
  chapter: string;
  chapter_en?: string;
  /** Whom the sentence invites to be, by name or open_id. */
  as?: string;
  /** Skipped once this person can see such a message of a bot. */
  unless?: { who: string; on: CardRef };
  do: Step[];
};
export type Step = Action | Scene | Loop | Chapter;

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

const chapterSchema: z.ZodType<Chapter> = z.lazy(() =>
  z.strictObject({
    chapter: text,
    chapter_en: text.exactOptional(),
    as: text.exactOptional(),
    unless: z.strictObject({ who: text, on: cardRef }).exactOptional(),
    do: z.array(stepSchema),
  }),
);

/** The schema of a step of the kind its keys say. */
function schemaOf(keys: object) {
  if ("chapter" in keys) return chapterSchema;
  if ("for" in keys) return loopSchema;
  return "who" in keys ? checkedAction : sceneSchema;
}

// The kind of step is determined from its keys, so that mistakes are reported for that kind only.
const stepSchema: z.ZodType<Step> = z.lazy(() =>
  z.unknown().transform((step, ctx): Step => {
    const keys = typeof step === "object" && step !== null ? step : {};
    const parsed = schemaOf(keys).safeParse(step);
    if (parsed.success) return parsed.data;
    for (const { path, message } of parsed.error.issues) ctx.addIssue({ code: "custom", path, message });
    return z.NEVER;
  }),
);

/** A whole script. */
export const scriptSchema = z.strictObject({
  title: z.string().default(""),
  /** English title, where the script is offered. */
  title_en: text.exactOptional(),
  /** The bot that people talk to, by name or app_id; default the first. */
  app: text.exactOptional(),
  let: z.record(z.string(), z.unknown()).default({}),
  /** How long a step waits for its card on the machine's clock, ms. */
  patience_ms: z.int().min(0).max(600_000).default(10_000),
  /** Pause before every step, ms, for watching. */
  pace_ms: z.int().min(0).max(60_000).default(0),
  steps: z.array(stepSchema).min(1),
});

export type Script = z.infer<typeof scriptSchema>;
/** The file format of a script; everything but the steps is optional. */
export type ScriptFile = z.input<typeof scriptSchema>;

/** Validates a script; a refusal has one line for each wrong path. */
export function readScript(input: unknown): { ok: true; script: Script } | { ok: false; problems: string[] } {
  const parsed = scriptSchema.safeParse(input);
  if (parsed.success) return { ok: true, script: parsed.data };
  return {
    ok: false,
    problems: parsed.error.issues.map((issue) => `${issue.path.join(".") || "(root)"}: ${issue.message}`),
  };
}

/** An action with its variables replaced; throws for an invalid one, naming the mistake. */
export function readAction(filled: unknown): Action {
  const parsed = checkedAction.safeParse(filled);
  if (parsed.success) return parsed.data;
  throw new Error(z.prettifyError(parsed.error));
}
