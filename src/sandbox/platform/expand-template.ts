import { isRecord } from "../card/is-record.ts";
import { platformError } from "../card-rules/check-card.ts";
import { parseJson } from "../parse-json.ts";
import type { Call } from "./answer.ts";
import type { Refusal } from "./refusal.ts";

type Expanded = { ok: true; content: string } | { ok: false; refusal: Refusal };

/** A card as the platform keeps it: what `{"type":"template"}` makes, anything else as it was sent. */
export function expandTemplate(call: Call, content: string, msgType = "interactive"): Expanded {
  if (msgType !== "interactive" || !content.includes('"template_id"')) return { ok: true, content };
  const parsed = parseJson(content);
  if (!isRecord(parsed) || parsed.type !== "template") return { ok: true, content };
  const made = call.sandbox.templates.make(call.app.app_id, parsed.data);
  if (made.ok) return { ok: true, content: JSON.stringify(made.card) };
  const { code, message } = made;
  return { ok: false, refusal: { ...platformError({ code, path: "ROOT", message }), status: 400 } };
}
