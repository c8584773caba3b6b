import type { ProcedureKit } from "./kit.ts";
import { objectionKit } from "./kits/objection.ts";

/** Every procedure of the product. Lists, reminders, digest, hand-over and search know them from here alone. */
export const KITS: readonly ProcedureKit[] = [objectionKit];
