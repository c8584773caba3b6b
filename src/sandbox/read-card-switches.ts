import * as z from "zod";
import type { CardSwitches } from "./card-rules/card-switches.ts";

const allowed = z.enum(["refuse", "allow"]).exactOptional();
const ignored = z.enum(["refuse", "ignore"]).exactOptional();

/** `card_mode` in a configuration, for all or for one app. */
export const cardModeSchema = z.enum(["documented", "observed"]);

/** `card_switches` in a configuration. */
export const cardSwitchesSchema: z.ZodType<CardSwitches> = z.strictObject({
  nesting: z.enum(["count-columns", "ignore-columns"]).exactOptional(),
  "markdown-tables": z.enum(["count", "ignore"]).exactOptional(),
  kilobyte: z.enum(["1024", "1000"]).exactOptional(),
  "standalone-multi-select": allowed,
  "chart-in-form": allowed,
  "table-in-panel": allowed,
  "plain-button-in-form": allowed,
  "required-outside-form": ignored,
  "unknown-initial-option": ignored,
  "string-callback-value": allowed,
  "unlisted-properties": allowed,
  "image-without-alt": allowed,
  "icon-token": allowed,
});
