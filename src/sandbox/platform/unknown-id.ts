import type { Refusal } from "./refusal.ts";

// Ids that the gateway checks before the API runs (feishu-contract 11): the code, its name for the id, and
// its example.
const KINDS = {
  open_id: [99992351, "open_id", "ou_da5****************dfe"],
  message_id: [99992354, "open_message_id", "om_dc1****************dcf"],
  chat_id: [99992356, "open_chat_id", "oc_a05****************230"],
  user_id: [99992360, "user_id", "4c8****3"],
  union_id: [99992364, "union_id", "on_94a****************29b"],
} as const;

/** The gateway's refusal of an unknown id. */
export function unknownId(kind: keyof typeof KINDS, id: string): Refusal {
  const [code, name, example] = KINDS[kind];
  const why = `The request you send is not a valid {${name}} or not exists`;
  const what = `and the example value is {${example}}. Invalid ids: [${id}] .`;
  const help =
    "Please see field_violations for details and refer to API documentation to correct accordingly and resubmit";
  const field_violations = [{ field: kind, value: id, description: why }];
  return { code, msg: `${why}, ${what} ${help}`, status: 400, error: { field_violations } };
}

/**
 * The gateway's refusal of an unknown receiver. A chat id, or a well-formed open_id that belongs to no one
 * here, is reported as belonging to another app.
 */
export function unknownReceiver(kind: "open_id" | "union_id" | "user_id", id: string): Refusal {
  const isForeign = kind === "open_id" && /^(oc_\w+|ou_[0-9a-f]{32})$/.test(id);
  return isForeign ? { code: 99992361, msg: "open_id cross app", status: 400 } : unknownId(kind, id);
}
