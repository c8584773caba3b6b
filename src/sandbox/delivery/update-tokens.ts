import { freshId } from "../ids.ts";

const LIFE_MS = 30 * 60_000;
const USES = 2;

type TokenFound = { ok: true; messageId: string } | { ok: false; code: 200310 | 300020 | 300030 | 300040 };

export type UpdateTokens = {
  /** Issues a token that allows the app to update this card. */
  issue(appId: string, messageId: string): string;
  /** The card of a token, or the refusal code; does not count as a use. */
  find(token: string, appId: string): TokenFound;
  countUse(token: string): void;
};

/** Card update tokens: valid for 30 minutes of the sandbox clock and for two uses (feishu-contract 2.5). */
export function createUpdateTokens(now: () => number): UpdateTokens {
  const tokens = new Map<string, { appId: string; messageId: string; until: number; uses: number }>();
  return {
    issue(appId, messageId) {
      for (const [token, { until }] of tokens) if (until < now()) tokens.delete(token);
      const token = freshId("c-", 40);
      tokens.set(token, { appId, messageId, until: now() + LIFE_MS, uses: 0 });
      return token;
    },
    find(token, appId) {
      if (!/^c-[0-9a-f]{40}$/.test(token)) return { ok: false, code: 300020 };
      const known = tokens.get(token);
      if (known === undefined || now() > known.until) return { ok: false, code: 300030 };
      if (known.appId !== appId) return { ok: false, code: 200310 };
      if (known.uses >= USES) return { ok: false, code: 300040 };
      return { ok: true, messageId: known.messageId };
    },
    countUse(token) {
      const known = tokens.get(token);
      if (known !== undefined) known.uses += 1;
    },
  };
}
