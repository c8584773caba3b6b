import { userIds } from "../ids.ts";
import type { SandboxMessage } from "../protocol.ts";
import type { Store } from "../store.ts";

/** The one who did something: a person by open_id, or a bot by app_id. */
export type Operator = SandboxMessage["sender"];

/** The three ids of a person or bot. */
export function operatorIds(store: Store, { id, type }: Operator): ReturnType<typeof userIds> {
  return userIds(type === "user" ? id : (store.app(id)?.bot_open_id ?? id));
}
