import * as z from "zod";
import { templateSchema } from "./card/templates.ts";
import { hookSchema } from "./change-hooks.ts";
import { cardModeSchema, cardSwitchesSchema } from "./read-card-switches.ts";
import { guideSchema } from "./read-guide.ts";
import type { SandboxConfig } from "./sandbox-config.ts";
import { scriptSchema } from "./scripts/script-schema.ts";

const text = z.string().min(1);
const url = z.union([z.literal(""), z.url({ protocol: /^https?$/ })]);

const menuItem = z
  .strictObject({ text, text_en: text, event_key: text.exactOptional(), send: text.exactOptional() })
  .refine(
    (item) => (item.event_key === undefined) !== (item.send === undefined),
    "give either event_key or send",
  );

const mode = z.enum(["webhook", "long_connection"]).exactOptional();

const app = z.strictObject({
  app_id: z
    .string()
    .regex(/^cli_[0-9a-f]{16}$/, "an app_id is cli_ and 16 hex digits")
    .exactOptional(),
  app_secret: text.exactOptional(),
  encrypt_key: z.string().exactOptional(),
  verification_token: text.exactOptional(),
  name: text.exactOptional(),
  event_url: url.exactOptional(),
  callback_url: url.exactOptional(),
  event_mode: mode,
  callback_mode: mode,
  strict: z.boolean().exactOptional(),
  events: z.array(text).exactOptional(),
  callbacks: z.array(text).exactOptional(),
  scopes: z.array(text).exactOptional(),
  available_to: z.array(text).exactOptional(),
  redirect_urls: z.array(z.url({ protocol: /^https?$/ })).exactOptional(),
  card_mode: cardModeSchema.exactOptional(),
  menu: z.array(menuItem).max(10).exactOptional(),
});

const person = z.strictObject({
  name: text,
  open_id: z
    .string()
    .regex(/^ou_[0-9A-Za-z_]+$/, "an open_id starts with ou_")
    .exactOptional(),
  en_name: z.string().exactOptional(),
  title: z.string().exactOptional(),
  title_en: text.exactOptional(),
  group: text.exactOptional(),
  group_en: text.exactOptional(),
  locale: z.enum(["zh_cn", "en_us"]).exactOptional(),
  mobile: text.exactOptional(),
  email: z.email().exactOptional(),
  resigned: z.boolean().exactOptional(),
  stopped_bots: z.array(text).exactOptional(),
});

const group = z.strictObject({
  name: text,
  en_name: text.exactOptional(),
  hooks: z.array(hookSchema).exactOptional(),
  members: z.array(text),
  bots: z.array(text).exactOptional(),
  chat_id: z
    .string()
    .regex(/^oc_[0-9A-Za-z_]+$/, "a chat_id starts with oc_")
    .exactOptional(),
});

const moment = z.strictObject({
  title: text,
  title_en: text.exactOptional(),
  at: z.iso.datetime({ offset: true }),
});

const configSchema = z.strictObject({
  apps: z.array(app).min(1).exactOptional(),
  people: z.array(person).exactOptional(),
  groups: z.array(group).exactOptional(),
  now: z.iso.datetime({ offset: true }).exactOptional(),
  clock_url: url.exactOptional(),
  title: z.string().exactOptional(),
  title_en: z.string().exactOptional(),
  moments: z.array(moment).exactOptional(),
  guide: guideSchema.exactOptional(),
  card_mode: cardModeSchema.exactOptional(),
  templates: z.array(templateSchema).exactOptional(),
  card_switches: cardSwitchesSchema.exactOptional(),
  faults: z.record(z.string(), z.unknown()).exactOptional(),
  scripts: z
    .array(scriptSchema.refine(({ title }) => title !== "", "a script that is offered needs a title"))
    .exactOptional(),
});

/** Validates a configuration; a refusal has one line for each wrong path. */
export function readConfig(
  input: unknown,
): { ok: true; config: SandboxConfig } | { ok: false; problems: string[] } {
  const parsed = configSchema.safeParse(input);
  if (parsed.success) return { ok: true, config: parsed.data };
  return {
    ok: false,
    problems: parsed.error.issues.map((issue) => `${issue.path.join(".") || "(root)"}: ${issue.message}`),
  };
}
