/** Converts anything to text without secrets, tokens or mobile numbers. */
export type Redact = (value: unknown) => string;

const hidden = "[hidden]";
const secretName =
  "app_?secret|client_secret|[a-z_]*token|authorization|access_key|ticket|password|encrypt_?key|mobiles?|phone";
const secretKey = new RegExp(`^(?:${secretName})$`, "i");

// A named secret in JSON (with single or escaped quotes) or in a query string.
const named = new RegExp(`("|\\b)(${secretName})(\\\\*"\\s*[:=]\\s*\\\\*"|=)[^"\\\\&\\s]+`, "gi");
const bearer = /\bBearer\s+[^\s"',}\\]+/gi;
const tokenShape = /\b[tuac]-[A-Za-z0-9_.-]{16,}/g;
const mobile = /(?<![\d.])(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)|\+\d{7,15}(?!\d)/g;

/**
 * @param secrets this app's own secrets, hidden wherever they stand and however they are quoted
 */
export const createRedact = (secrets: readonly string[]): Redact => {
  const own = secrets.filter((secret) => secret !== "");
  return (value) => {
    let text = asText(value);
    for (const secret of own) text = text.replaceAll(secret, hidden);
    return text
      .replace(bearer, `Bearer ${hidden}`)
      .replace(named, `$1$2$3${hidden}`)
      .replace(tokenShape, hidden)
      .replace(mobile, hidden);
  };
};

// An error's own properties are left out: HTTP clients attach the whole request to it.
const asText = (value: unknown): string => {
  if (typeof value === "string") return value;
  if (value instanceof Error) return `${value.name}: ${value.message}`;
  try {
    return JSON.stringify(value, withoutSecrets) ?? String(value);
  } catch {
    return "[cannot be shown]";
  }
};

const withoutSecrets = (key: string, value: unknown): unknown => {
  if (secretKey.test(key)) return hidden;
  return value instanceof Error ? `${value.name}: ${value.message}` : value;
};
