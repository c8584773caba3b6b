import type { ExchangeFilter } from "../exchange-log.ts";

const STANDARD = 1_000;
const MOST = 20_000;

/**
 * Parses the query of `/sandbox/exchanges`: `since` and `before` (exchange ids), `person`, `chat_id`, `path`
 * (substring), `direction` and `limit`.
 */
export function exchangeQuery(query: URLSearchParams): { filter: ExchangeFilter; limit: number } {
  const filter: ExchangeFilter = {};
  const since = Number(query.get("since"));
  if (since > 0) filter.after = since;
  const before = Number(query.get("before"));
  if (before > 0) filter.before = before;
  for (const name of ["person", "chat_id", "path", "direction"] as const) {
    const value = query.get(name);
    if (value !== null && value !== "") filter[name] = value;
  }
  const asked = Number(query.get("limit"));
  return { filter, limit: asked >= 1 ? Math.min(MOST, Math.floor(asked)) : STANDARD };
}
