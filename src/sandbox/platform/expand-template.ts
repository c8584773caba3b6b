import { isRecord } from "../card/is-record.ts";
import type { CardTemplates } from "../card/templates.ts";
import { platformError } from "../card-rules/check-card.ts";
import { parseJson } from "../parse-json.ts";
import type { Call } from "./answer.ts";
import type { Refusal } from "./refusal.ts";

type Expanded = { ok: true; content: string } | { ok: false; refusal: Refusal };

/** The card to store: `{"type":"template"}` is expanded, other content is returned unchanged. */
export function expandTemplate(call: Call<"templates">, content: string, msgType = "interactive"): Expanded {
  if (msgType !== "interactive") return { ok: true, content };
  return expandFor(call.sandbox.templates, call.app.app_id, content);
}

/** Expands a template for any sender: an app, or a custom bot by its id. */
export function expandFor(templates: CardTemplates, senderId: string, content: string): Expanded {
  if (!content.includes('"template_id"')) return { ok: true, content };
  const parsed = parseJson(content);
  if (!isRecord(parsed) || parsed.type !== "template") return { ok: true, content };
  const made = templates.make(senderId, parsed.data);
  if (made.ok) return { ok: true, content: JSON.stringify(made.card) };
  const { code, message } = made;
  return { ok: false, refusal: { ...platformError({ code, path: "ROOT", message }), status: 400 } };
}
