import { createHash, timingSafeEqual } from "node:crypto";
import * as z from "zod";
import type { Sandbox } from "../../sandbox.ts";
import type { AppRecord } from "../../store.ts";
import type { Answer } from "../answer.ts";
import { isAvailableTo } from "../availability.ts";
import { type OAuthCode, oauthRefusal } from "./oauth-refusal.ts";
import type { Consent, Issued } from "./sign-ins.ts";

const bodySchema = z.object({
  grant_type: z.string().optional(),
  client_id: z.string().optional(),
  client_secret: z.string().optional(),
  code: z.string().optional(),
  redirect_uri: z.string().optional(),
  code_verifier: z.string().optional(),
  refresh_token: z.string().optional(),
  scope: z.string().optional(),
});

type Fields = z.infer<typeof bodySchema>;
type Found<T> = { ok: true; value: T } | { ok: false; code: OAuthCode };

/**
 * POST /authen/v2/oauth/token: user tokens for a code or a refresh token (feishu-contract 4.9). `input`
 * undefined: invalid JSON.
 */
export function issueUserToken(
  sandbox: Pick<Sandbox, "signIns" | "store">,
  input: unknown,
  authorization: string | undefined,
): Answer {
  const body = bodySchema.safeParse(input);
  if (!body.success) return oauthRefusal(20063);
  const client = findClient(sandbox, body.data, authorization);
  if (!client.ok) return oauthRefusal(client.code);
  const issued =
    body.data.grant_type === "refresh_token"
      ? forRefreshToken(sandbox, client.value, body.data)
      : forCode(sandbox, client.value, body.data);
  if (!issued.ok) return oauthRefusal(issued.code);
  return { kind: "json", status: 200, body: { code: 0, ...issued.value, token_type: "Bearer" } };
}

function findClient(
  sandbox: Pick<Sandbox, "store">,
  fields: Fields,
  authorization: string | undefined,
): Found<AppRecord> {
  const { grant_type, client_id, client_secret } = fields;
  if (!grant_type || !client_id || !client_secret) return { ok: false, code: 20001 };
  if (!["authorization_code", "refresh_token"].includes(grant_type)) return { ok: false, code: 20036 };
  if (/^basic /i.test(authorization ?? "")) return { ok: false, code: 20070 };
  const app = sandbox.store.app(client_id);
  if (app === undefined) return { ok: false, code: 20048 };
  return app.app_secret === client_secret ? { ok: true, value: app } : { ok: false, code: 20002 };
}

function forCode(sandbox: Pick<Sandbox, "signIns" | "store">, app: AppRecord, fields: Fields): Found<Issued> {
  const { signIns } = sandbox;
  if (!fields.code) return { ok: false, code: 20001 };
  const found = signIns.code(fields.code);
  if (found.state === "unknown") return { ok: false, code: 20003 };
  const { consent } = found;
  if (consent.app_id !== app.app_id) return { ok: false, code: 20024 };
  if (found.state === "used") return { ok: false, code: 20065 };
  if (found.state === "expired") return { ok: false, code: 20004 };
  if (fields.redirect_uri !== undefined && fields.redirect_uri !== consent.redirect_uri) {
    return { ok: false, code: 20071 };
  }
  if (!isChallengeMet(consent, fields.code_verifier)) return { ok: false, code: 20049 };
  const scopes = scopesFor(sandbox, app, consent, fields.scope);
  if (!scopes.ok) return scopes;
  return issuedOr(signIns.redeem(fields.code, scopes.value), 20003);
}

function forRefreshToken(
  sandbox: Pick<Sandbox, "signIns" | "store">,
  app: AppRecord,
  fields: Fields,
): Found<Issued> {
  const { signIns } = sandbox;
  const token = fields.refresh_token;
  if (!token) return { ok: false, code: 20001 };
  const found = signIns.refreshToken(token);
  if (found.state === "unknown") return { ok: false, code: 20026 };
  if (found.chain.app_id !== app.app_id) return { ok: false, code: 20024 };
  if (found.state === "used") {
    signIns.revokeKin(token);
    return { ok: false, code: 20073 };
  }
  if (found.state === "revoked") return { ok: false, code: 20064 };
  if (found.state === "expired") return { ok: false, code: 20037 };
  const scopes = scopesFor(sandbox, app, found.chain, fields.scope);
  if (!scopes.ok) return scopes;
  return issuedOr(signIns.renew(token, scopes.value), 20026);
}

function issuedOr(issued: Issued | undefined, code: OAuthCode): Found<Issued> {
  return issued === undefined ? { ok: false, code } : { ok: true, value: issued };
}

/** The token's scopes: those the person granted, or the requested subset. */
function scopesFor(
  sandbox: Pick<Sandbox, "store">,
  app: AppRecord,
  who: { open_id: string; scopes: string[] },
  asked: string | undefined,
): Found<string[]> {
  const person = sandbox.store.person(who.open_id);
  if (person === undefined) return { ok: false, code: 20008 };
  if (person.resigned) return { ok: false, code: 20066 };
  if (!isAvailableTo(app, person.open_id)) return { ok: false, code: 20010 };
  if (asked === undefined || asked.trim() === "") return { ok: true, value: who.scopes };
  const wanted = asked.trim().split(/\s+/);
  if (new Set(wanted).size < wanted.length) return { ok: false, code: 20067 };
  const isPermitted = wanted.every((scope) => who.scopes.includes(scope));
  return isPermitted ? { ok: true, value: wanted } : { ok: false, code: 20068 };
}

function isChallengeMet({ challenge }: Consent, verifier: string | undefined): boolean {
  if (challenge === undefined) return true;
  if (!/^[\w\-.~]{43,128}$/.test(verifier ?? "")) return false;
  const given =
    challenge.method === "plain"
      ? Buffer.from(verifier ?? "")
      : Buffer.from(
          createHash("sha256")
            .update(verifier ?? "")
            .digest("base64url"),
        );
  const expected = Buffer.from(challenge.value);
  return given.length === expected.length && timingSafeEqual(given, expected);
}
