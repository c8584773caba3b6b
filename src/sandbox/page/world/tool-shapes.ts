import * as z from "zod/mini";

const mode = z.enum(["webhook", "long_connection"]);
const words = z.exactOptional(z.array(z.string()));

const settings = z.object({
  event_url: z.string(),
  callback_url: z.string(),
  event_mode: mode,
  callback_mode: mode,
  events: words,
  callbacks: words,
  scopes: words,
  available_to: words,
});

/** The answer of `GET /sandbox/apps/:app_id/console`. */
export const consoleShape = z.object({
  strict: z.boolean(),
  version: z.number(),
  unpublished: z.array(z.string()),
  settings,
  acting: settings,
});

export type Console = z.infer<typeof consoleShape>;

const knownFault = z.object({
  name: z.string(),
  /** Possible values, as JSON schema. */
  value: z.record(z.string(), z.unknown()),
  about: z.object({ zh_cn: z.string(), en_us: z.string() }),
});

export type KnownFault = z.infer<typeof knownFault>;

const template = z.object({
  template_id: z.string(),
  name: z.string(),
  /** Oldest first. */
  versions: z.array(z.string()),
  /** Types of the newest version's variables, by name. */
  variables: z.record(z.string(), z.string()),
});

export type Template = z.infer<typeof template>;

/** The answer of `GET /sandbox/templates`. */
export const templatesShape = z.object({ templates: z.array(template) });

/** The answer of `GET /sandbox/faults`. */
export const knownFaultsShape = z.object({ known: z.array(knownFault) });
