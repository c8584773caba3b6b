import type { Cache } from "@larksuiteoapi/node-sdk";

export type TokenCache = Cache & {
  /** The present token, for later comparison. */
  held: () => unknown;
  /** Drops the token, unless it was replaced since `seen`. */
  drop: (seen: unknown) => void;
};

/**
 * The SDK's token cache for one app; the SDK's own is process-wide and cannot drop tokens. The SDK keeps one entry (the
 * tenant token) with an absolute expiry, three minutes early (feishu-contract 4.2).
 */
export const createTokenCache = (): TokenCache => {
  let entry: { key: string; value: unknown; until: number } | undefined;
  return {
    get: async (key) => (entry?.key === String(key) && entry.until > Date.now() ? entry.value : undefined),
    set: async (key, value: unknown, until = Number.POSITIVE_INFINITY) => {
      entry = { key: String(key), value, until };
      return true;
    },
    held: () => entry?.value,
    drop: (seen) => {
      if (entry?.value === seen) entry = undefined;
    },
  };
};
