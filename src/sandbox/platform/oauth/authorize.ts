import * as z from "zod";
import type { Sandbox } from "../../sandbox.ts";
import type { AppRecord } from "../../store.ts";
import { isGranted } from "../scopes.ts";
import { consentPage, errorPage } from "./consent-page.ts";

const MOST_SCOPES = 50;
/** Scopes of every user token, whether requested or not. */
const ALWAYS = ["auth:user.id:read", "user_profile"];

const querySchema = z.object({
  client_id: z.string(),
  response_type: z.literal("code"),
  redirect_uri: z.url({ protocol: /^https?$/ }),
  scope: z.string().default(""),
  state: z.string().optional(),
  code_challenge: z.string().min(1).optional(),
  code_challenge_method: z.enum(["S256", "plain"]).default("plain"),
});

type Asked = z.infer<typeof querySchema> & { app: AppRecord; scopes: string[] };

/** GET /authen/v1/authorize: the page on which a person (here chosen freely) agrees to sign in to an app. */
export async function showAuthorize(
  sandbox: Pick<Sandbox, "store">,
  query: URLSearchParams,
): Promise<Response> {
  const asked = readQuery(sandbox, query);
  if (!asked.ok) return pageAnswer(errorPage(asked.code, asked.reason), 400);
  const people = sandbox.store.people().filter((person) => !person.resigned);
  return pageAnswer(consentPage(asked.value.app.name, asked.value.scopes, people), 200);
}

/** The page's form: `as` a person, or a refusal. Redirects to the app with a code or with access_denied. */
export async function answerAuthorize(
  sandbox: Pick<Sandbox, "signIns" | "store">,
  query: URLSearchParams,
  form: URLSearchParams,
): Promise<Response> {
  const asked = readQuery(sandbox, query);
  if (!asked.ok) return pageAnswer(errorPage(asked.code, asked.reason), 400);
  const { app, scopes, redirect_uri, state, code_challenge, code_challenge_method: method } = asked.value;
  const back = new URL(redirect_uri);
  if (form.get("decision") === "refuse") back.searchParams.set("error", "access_denied");
  else {
    const person = sandbox.store.person(form.get("as") ?? "");
    if (person === undefined) return pageAnswer(errorPage(20008, "The user does not exist."), 400);
    const consent = {
      app_id: app.app_id,
      open_id: person.open_id,
      redirect_uri,
      scopes: [...ALWAYS, ...scopes],
    };
    const challenge = code_challenge === undefined ? {} : { challenge: { value: code_challenge, method } };
    back.searchParams.set("code", sandbox.signIns.agree({ ...consent, ...challenge }));
  }
  if (state !== undefined) back.searchParams.set("state", state);
  return new Response(null, { status: 302, headers: { location: back.href } });
}

type Read = { ok: true; value: Asked } | { ok: false; code: number; reason: string };

function readQuery(sandbox: Pick<Sandbox, "store">, query: URLSearchParams): Read {
  const parsed = querySchema.safeParse(Object.fromEntries(query));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const field = issue?.path.join(".");
    const code = field === "redirect_uri" ? 20029 : 20001;
    return { ok: false, code, reason: `${field}: ${issue?.message}` };
  }
  const app = sandbox.store.app(parsed.data.client_id);
  if (app === undefined) return { ok: false, code: 20048, reason: "The specified app does not exist." };
  const { redirect_uri } = parsed.data;
  if (app.redirect_urls !== undefined && !app.redirect_urls.includes(redirect_uri)) {
    return {
      ok: false,
      code: 20029,
      reason: `redirect_uri ${redirect_uri} is not among the app's redirect URLs`,
    };
  }
  const scopes = parsed.data.scope.split(/\s+/).filter((scope) => scope !== "");
  const missing = scopes.filter((scope) => !isGranted(app, [scope]));
  if (missing.length > 0 || scopes.length > MOST_SCOPES) {
    return {
      ok: false,
      code: 20027,
      reason: `the app may not ask for ${missing.join(" ") || "so many scopes"}`,
    };
  }
  return { ok: true, value: { ...parsed.data, app, scopes } };
}

async function pageAnswer(page: ReturnType<typeof errorPage>, status: number): Promise<Response> {
  const headers = {
    "content-type": "text/html; charset=utf-8",
    "cache-control": "no-store",
    "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'",
    "x-frame-options": "DENY",
  };
  return new Response(String(await page), { status, headers });
}
