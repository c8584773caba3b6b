import type { Json } from "../card/json.ts";
import type { Faults } from "../world/protocol-shapes.ts";

/** The control for a fault: on or off, a number, or one of several values. */
export type FaultControl =
  | { kind: "switch" }
  | { kind: "number"; min: number | undefined; max: number | undefined; first: number }
  | { kind: "choice"; options: ReadonlyArray<string | number> };

const usual = 1000;
/** A larger bound only means "any integer" and is not shown. */
const largest = 10_000_000;

/**
 * The control for a fault's values, given as JSON schema; a fault that accepts `true` gets an on/off switch.
 */
export function faultControl(schema: Json): FaultControl {
  if (schema.type === "boolean" || Array.isArray(schema.anyOf)) return { kind: "switch" };
  if (Array.isArray(schema.enum)) return { kind: "choice", options: schema.enum.filter(isPlain) };
  const { minimum, exclusiveMinimum, maximum } = schema;
  const above = typeof exclusiveMinimum === "number" ? exclusiveMinimum + 1 : undefined;
  const min = typeof minimum === "number" ? minimum : above;
  const max = typeof maximum === "number" && maximum < largest ? maximum : undefined;
  return { kind: "number", min, max, first: Math.min(usual, max ?? usual) };
}

function isPlain(value: unknown): value is string | number {
  return typeof value === "string" || typeof value === "number";
}

export type Aim = "all" | "me" | "chat";

/** The value to send to turn a fault on; a condition on the open chat is omitted when no chat is open. */
export function faultSetting(
  value: string | number | boolean,
  { aim, once, me, chat }: { aim: Aim; once: boolean; me: string; chat: string },
): Faults[string] {
  return {
    value,
    ...(aim === "me" && { person: me }),
    ...(aim === "chat" && chat !== "" && { chat_id: chat }),
    ...(once && { next: 1 }),
  };
}
