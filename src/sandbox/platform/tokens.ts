import { freshId } from "../ids.ts";

const LIFE_MS = 7_200_000;
const REFRESH_MS = 1_800_000;

export type Tokens = {
  /** The app's tenant token and its remaining seconds; a new token when less than 30 minutes remain. */
  issue(appId: string): { token: string; expire: number };
  /** The app of a token, or why the token is invalid. */
  check(token: string): { ok: true; appId: string } | { ok: false; reason: "unknown" | "expired" };
};

/**
 * Tenant tokens. They use the machine's clock, because the bot's client caches them by real time
 * (feishu-contract 4.2).
 */
export function createTokens(machine: () => number): Tokens {
  const tokens = new Map<string, { appId: string; until: number }>();
  const newest = new Map<string, string>();
  return {
    issue(appId) {
      const last = newest.get(appId);
      const left = last === undefined ? 0 : (tokens.get(last)?.until ?? 0) - machine();
      if (last !== undefined && left >= REFRESH_MS) return { token: last, expire: Math.floor(left / 1000) };
      const token = freshId("t-", 40);
      tokens.set(token, { appId, until: machine() + LIFE_MS });
      newest.set(appId, token);
      return { token, expire: LIFE_MS / 1000 };
    },
    check(token) {
      const known = tokens.get(token);
      if (known === undefined) return { ok: false, reason: "unknown" };
      return machine() < known.until ? { ok: true, appId: known.appId } : { ok: false, reason: "expired" };
    },
  };
}
