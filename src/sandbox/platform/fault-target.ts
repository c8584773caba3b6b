import { isRecord } from "../card/is-record.ts";
import type { Where } from "../faults.ts";
import type { Sandbox } from "../sandbox.ts";

/** The target of a call, from its URL, token and body, for faults limited to some targets. */
export function faultTarget(
  { store, tokens }: Pick<Sandbox, "store" | "tokens">,
  path: string,
  authorization: string | undefined,
  body: unknown,
): Where {
  const where: Where = { path };
  const known = tokens.check(authorization?.replace(/^Bearer\s+/i, "") ?? "");
  if (known.ok) where.app_id = known.appId;
  const receiver = isRecord(body) && typeof body.receive_id === "string" ? [body.receive_id] : [];
  for (const id of [...path.split("/"), ...receiver]) {
    const chat = store.chat(id) ?? store.chat(store.message(id)?.chat_id ?? "");
    const person = store.person(id)?.open_id ?? (chat?.type === "p2p" ? chat.members[0] : undefined);
    if (chat !== undefined) where.chat_id = chat.chat_id;
    if (person !== undefined) where.person = person;
  }
  return where;
}
