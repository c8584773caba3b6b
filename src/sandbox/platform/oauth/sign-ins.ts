import { randomBytes } from "node:crypto";

const CODE_MS = 5 * 60_000;
const ACCESS_MS = 7_200_000;
const REFRESH_MS = 7 * 86_400_000;
/** After a year the person has to agree again. */
const CHAIN_MS = 365 * 86_400_000;

/** A person's consent on the authorize page. */
export type Consent = {
  app_id: string;
  open_id: string;
  scopes: string[];
  redirect_uri: string;
  /** PKCE challenge, if the app sent one. */
  challenge?: { value: string; method: "S256" | "plain" };
};

type Code = Consent & { until: number; used: boolean };
type Chain = { app_id: string; open_id: string; scopes: string[]; until: number; revoked: boolean };
type Access = { app_id: string; open_id: string; scopes: string[]; until: number };
type Refresh = { chain: Chain; until: number; used: boolean };

export type Issued = {
  access_token: string;
  expires_in: number;
  scope: string;
  refresh_token?: string;
  refresh_token_expires_in?: number;
};

export type SignIns = ReturnType<typeof createSignIns>;

/**
 * Codes and user tokens. They use the machine's clock, because the bot's client measures lifetimes with the
 * real time (feishu-contract 4.9).
 */
export function createSignIns(machine: () => number) {
  const { take, ...codes } = createCodes(machine);
  const { issue, ...tokens } = createTokens(machine);
  return {
    ...codes,
    ...tokens,
    /** Tokens for a valid code, which is consumed. */
    redeem(code: string, scopes: string[]): Issued | undefined {
      const consent = take(code);
      if (consent === undefined) return undefined;
      const { app_id, open_id } = consent;
      const until = machine() + CHAIN_MS;
      return issue({ app_id, open_id, scopes: consent.scopes, until, revoked: false }, scopes);
    },
  };
}

function createCodes(machine: () => number) {
  const codes = new Map<string, Code>();
  const granted = new Map<string, Set<string>>();
  return {
    /** Every scope a person has ever granted an app. */
    grantedTo: (appId: string, openId: string) => [...(granted.get(`${appId} ${openId}`) ?? [])],
    /** A code for a consent, valid once and for five minutes. Granted scopes accumulate. */
    agree(consent: Consent): string {
      const all = granted.get(`${consent.app_id} ${consent.open_id}`) ?? new Set();
      for (const scope of consent.scopes) all.add(scope);
      granted.set(`${consent.app_id} ${consent.open_id}`, all);
      const code = randomBytes(48).toString("base64url");
      codes.set(code, { ...consent, scopes: [...all], until: machine() + CODE_MS, used: false });
      return code;
    },
    code(code: string): { state: "unknown" } | { state: "good" | "expired" | "used"; consent: Consent } {
      const known = codes.get(code);
      if (known === undefined) return { state: "unknown" };
      const state = known.used ? "used" : machine() < known.until ? "good" : "expired";
      return { state, consent: known };
    },
    /** The consent of a known code, which is consumed. */
    take(code: string): Consent | undefined {
      const known = codes.get(code);
      if (known !== undefined) known.used = true;
      return known;
    },
  };
}

function createTokens(machine: () => number) {
  const access = new Map<string, Access>();
  const refresh = new Map<string, Refresh>();

  /** Issues tokens for these scopes; a refresh token only if offline_access was granted. */
  function issue(chain: Chain, scopes: string[]): Issued {
    const { app_id, open_id } = chain;
    const token = userToken(app_id);
    const now = machine();
    access.set(token, { app_id, open_id, scopes, until: now + ACCESS_MS });
    const issued: Issued = { access_token: token, expires_in: ACCESS_MS / 1000, scope: scopes.join(" ") };
    if (!scopes.includes("offline_access")) return issued;
    const until = Math.min(now + REFRESH_MS, chain.until);
    const refresh_token = userToken(app_id);
    refresh.set(refresh_token, { chain, until, used: false });
    return { ...issued, refresh_token, refresh_token_expires_in: Math.floor((until - now) / 1000) };
  }

  return {
    issue,
    refreshToken(
      token: string,
    ): { state: "unknown" } | { state: "good" | "expired" | "used" | "revoked"; chain: Chain } {
      const known = refresh.get(token);
      if (known === undefined) return { state: "unknown" };
      const { chain } = known;
      if (known.used) return { state: "used", chain };
      if (chain.revoked) return { state: "revoked", chain };
      return { state: machine() < known.until ? "good" : "expired", chain };
    },
    /** New tokens for a valid refresh token, which is consumed. */
    renew(token: string, scopes: string[]): Issued | undefined {
      const known = refresh.get(token);
      if (known === undefined) return undefined;
      known.used = true;
      return issue(known.chain, scopes);
    },
    /** Revokes all tokens of a sign-in, because a refresh token was used twice and so may be stolen. */
    revokeKin(token: string): void {
      const known = refresh.get(token);
      if (known !== undefined) known.chain.revoked = true;
    },
    /** The person and scopes of a user token; undefined when expired or unknown. */
    check(token: string): Access | undefined {
      const known = access.get(token);
      return known !== undefined && machine() < known.until ? known : undefined;
    },
  };
}

/** As long as the platform's own tokens, so that columns too narrow for them are noticed. */
function userToken(appId: string): string {
  const part = (json: object) => Buffer.from(JSON.stringify(json)).toString("base64url");
  const payload = { iss: "sandbox", aud: appId, jti: randomBytes(512).toString("hex") };
  return `${part({ alg: "ES256", typ: "JWT" })}.${part(payload)}.${randomBytes(64).toString("base64url")}`;
}
