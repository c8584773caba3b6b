// Tokens issued by the sandbox, and every value given as a secret, whether valid or not.
const TOKENS = /\b([tc]-[0-9a-f]{4})[0-9a-f]{36}\b/g;
const TICKETS = /\b((?:access_key|ticket)=[0-9a-f]{4})[0-9a-f]{28}\b/g;
// User tokens, sign-in codes and the values presented for them.
const SIGN_IN = /\b(eyJ[\w-]{5})[\w.-]{40,}/g;
const SECRET_FIELDS = /("(?:app_secret|AppSecret|client_secret)"\s*:\s*"[^"\\]{0,4})[^"\\]*/g;

/**
 * Truncates tokens and secrets in a text to their first characters; `secrets` are the apps' own, masked
 * everywhere.
 */
export function maskSecrets(text: string, secrets: string[]): string {
  let masked = text
    .replace(TOKENS, "$1…")
    .replace(SECRET_FIELDS, "$1…")
    .replace(TICKETS, "$1…")
    .replace(SIGN_IN, "$1…");
  for (const secret of secrets) {
    if (secret !== "") masked = masked.replaceAll(`"${secret}"`, `"${secret.slice(0, 4)}…"`);
  }
  return masked;
}

/** Header values for the inspector, with credentials masked. */
export function maskHeaders(headers: Record<string, string | string[] | undefined>): Record<string, string> {
  const shown: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value === undefined) continue;
    const text = String(value);
    shown[name] = name.toLowerCase() === "authorization" ? `${text.slice(0, 11)}…` : text;
  }
  return shown;
}
