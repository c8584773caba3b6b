import type { ActOutcome } from "../client/press-card.ts";
import type { Action } from "./script-schema.ts";

/** The result of one action. */
export type Played =
  | { ok: true; did: string; message_id?: string; toast?: string; error?: string }
  | { ok: false; did: string; error: string; message_id?: string; card?: string };

/**
 * Whether an act had the result its step expects: no error or warning, unless the step names it with `fails`
 * or `toast`.
 */
export function judge(action: Action, did: string, outcome: ActOutcome, card?: () => string): Played {
  if (!outcome.ok) return { ok: false, did, error: outcome.error, ...described(card) };
  const message_id = outcome.message_id;
  const { toast, error, code } = outcome.outcome ?? {};
  const about = { did, ...(message_id === undefined ? {} : { message_id }) };
  const failed = (why: string): Played => ({ ok: false, ...about, error: why, ...described(card) });
  const shown = error ?? (code ? String(code) : undefined);
  if (action.fails !== undefined) {
    if (shown === undefined)
      return failed(`no error was shown, but ${JSON.stringify(action.fails)} was expected`);
    if (![String(code), shown].some((text) => text.includes(action.fails ?? "")))
      return failed(`the client showed ${code} ${shown}, not ${JSON.stringify(action.fails)}`);
    return { ok: true, ...about, error: shown };
  }
  if (shown !== undefined) return failed(`the client showed ${code === 0 ? "" : `${code} `}${shown}`);
  const said = toast === undefined ? [] : [toast.content, ...Object.values(toast.i18n ?? {})];
  if (action.toast !== undefined) {
    if (!said.some((text) => text.includes(action.toast ?? "")))
      return failed(
        `the toast was ${JSON.stringify(toast?.content ?? "none")}, not ${JSON.stringify(action.toast)}`,
      );
  } else if (toast?.type === "error" || toast?.type === "warning") {
    return failed(`the bot answered: ${toast.content}`);
  }
  return { ok: true, ...about, ...(toast === undefined ? {} : { toast: toast.content }) };
}

function described(card: (() => string) | undefined): { card?: string } {
  return card === undefined ? {} : { card: card() };
}
