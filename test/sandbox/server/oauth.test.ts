import { createHash } from "node:crypto";
import { withUserAccessToken } from "@larksuiteoapi/node-sdk";
import { expect, test } from "vitest";
import { z } from "zod";
import { createSignIns } from "../../../src/sandbox/platform/oauth/sign-ins.ts";
import { ANNA, APP_ID, BEN, CONFIG, type Desk, handClock, OTHER_APP_ID, openDesk } from "./desk.ts";
import { sdkClient } from "./sdk.ts";

const AUTHORIZE = "/open-apis/authen/v1/authorize";
const TOKEN = "/open-apis/authen/v2/oauth/token";
const BACK = "https://bot.example.com/signed-in?from=feishu";
const client = { client_id: APP_ID, client_secret: "secret one" };
const ask = { client_id: APP_ID, response_type: "code", redirect_uri: BACK, state: "s 1" };

const tokenSchema = z.object({ access_token: z.string(), refresh_token: z.string().optional() });

/** The actions of a person's browser: open the page, choose, follow the redirect. */
async function choose(desk: Desk, query: Record<string, string>, form: Record<string, string>): Promise<URL> {
  const url = `${desk.url}${AUTHORIZE}?${new URLSearchParams(query)}`;
  const body = new URLSearchParams(form);
  const answer = await fetch(url, { method: "POST", body, redirect: "manual" });
  expect(answer.status).toBe(302);
  return new URL(answer.headers.get("location") ?? "");
}

async function signIn(desk: Desk, more: Record<string, string> = {}, as = ANNA): Promise<string> {
  return (await choose(desk, { ...ask, ...more }, { as })).searchParams.get("code") ?? "";
}

const exchange = (desk: Desk, body: object) =>
  desk.post(TOKEN, { grant_type: "authorization_code", ...client, ...body });
const refresh = (desk: Desk, refresh_token: string | undefined, body: object = {}) =>
  desk.post(TOKEN, { grant_type: "refresh_token", ...client, refresh_token, ...body });
const refused = (code: number, status = 400) => ({ status, body: { code, error: expect.any(String) } });

test("a person agrees, the app trades the code for a token and learns who it is", async () => {
  const desk = await openDesk();
  const page = await fetch(
    `${desk.url}${AUTHORIZE}?${new URLSearchParams({ ...ask, scope: "contact:user.email:readonly" })}`,
  );
  const html = await page.text();
  expect(page.status).toBe(200);
  expect(html).toContain("Anna");
  expect(html).toContain("contact:user.email:readonly");
  expect(html).not.toContain("Gone");
  const back = await choose(desk, { ...ask, scope: "contact:user.email:readonly" }, { as: ANNA });
  expect(back.origin + back.pathname).toBe("https://bot.example.com/signed-in");
  expect(back.searchParams.get("from")).toBe("feishu");
  expect(back.searchParams.get("state")).toBe("s 1");
  const issued = await exchange(desk, { code: back.searchParams.get("code"), redirect_uri: BACK });
  expect(issued).toMatchObject({
    status: 200,
    body: {
      code: 0,
      expires_in: 7200,
      token_type: "Bearer",
      scope: "auth:user.id:read user_profile contact:user.email:readonly",
    },
  });
  expect(issued.body).not.toHaveProperty("refresh_token");
  const { access_token } = tokenSchema.parse(issued.body);
  expect(access_token.length).toBeGreaterThan(1000);
  const who = await sdkClient(desk).authen.v1.userInfo.get({}, withUserAccessToken(access_token));
  expect(who.data).toMatchObject({ open_id: ANNA, name: "Anna", email: "anna@example.com" });
  expect(who.data).not.toHaveProperty("mobile");
  expect(who.data).not.toHaveProperty("user_id");
});

test("a person who refuses is led back without a code", async () => {
  const desk = await openDesk();
  const back = await choose(desk, ask, { decision: "refuse" });
  expect(Object.fromEntries(back.searchParams)).toEqual({
    from: "feishu",
    error: "access_denied",
    state: "s 1",
  });
});

test("a wrong sign-in link shows its error and leads nowhere", async () => {
  const [app] = CONFIG.apps ?? [];
  const desk = await openDesk({
    apps: [{ ...app, redirect_urls: [BACK], scopes: ["offline_access"] }],
    groups: [],
  });
  const open = async (query: Record<string, string>) => {
    const answer = await fetch(`${desk.url}${AUTHORIZE}?${new URLSearchParams({ ...ask, ...query })}`);
    return { status: answer.status, text: await answer.text() };
  };
  const shows = (code: number) => ({ status: 400, text: expect.stringContaining(`Error ${code}`) });
  expect(await open({})).toMatchObject({ status: 200 });
  expect(await open({ redirect_uri: "https://elsewhere.example.com/" })).toMatchObject(shows(20029));
  expect(await open({ redirect_uri: "javascript:alert(1)" })).toMatchObject(shows(20029));
  expect(await open({ client_id: "cli_0000000000000000" })).toMatchObject(shows(20048));
  expect(await open({ response_type: "token" })).toMatchObject(shows(20001));
  expect(await open({ scope: "task:task:read" })).toMatchObject(shows(20027));
  expect((await open({ scope: "<script>" })).text).not.toContain("<script>");
});

test("a code is good once, for five minutes, for its own app and page", async () => {
  const clock = handClock();
  const desk = await openDesk({}, { clock });
  const code = await signIn(desk);
  expect(await exchange(desk, { code: "none" })).toMatchObject(refused(20003));
  expect(await exchange(desk, { code, client_id: OTHER_APP_ID, client_secret: "secret two" })).toMatchObject(
    refused(20024),
  );
  expect(await exchange(desk, { code, redirect_uri: "https://bot.example.com/" })).toMatchObject(
    refused(20071),
  );
  expect(await exchange(desk, { code })).toMatchObject({ body: { code: 0 } });
  expect(await exchange(desk, { code })).toMatchObject(refused(20065));
  const late = await signIn(desk);
  clock.forward(300_000);
  expect(await exchange(desk, { code: late })).toMatchObject(refused(20004));
});

test("PKCE: the verifier must fit the challenge, hashed or plain", async () => {
  const desk = await openDesk();
  const verifier = "TxYmzM4PHLBlqm5NtnCmwxMH8mFlRWl_ipie3O0aVzo";
  const code_challenge = createHash("sha256").update(verifier).digest("base64url");
  const hashed = () => signIn(desk, { code_challenge, code_challenge_method: "S256" });
  expect(await exchange(desk, { code: await hashed() })).toMatchObject(refused(20049));
  expect(await exchange(desk, { code: await hashed(), code_verifier: "x".repeat(43) })).toMatchObject(
    refused(20049),
  );
  expect(await exchange(desk, { code: await hashed(), code_verifier: verifier })).toMatchObject({
    body: { code: 0 },
  });
  const plain = await signIn(desk, { code_challenge: verifier });
  expect(await exchange(desk, { code: plain, code_verifier: verifier })).toMatchObject({ body: { code: 0 } });
});

test("requests that are none have the platform's codes", async () => {
  const desk = await openDesk();
  const code = await signIn(desk);
  expect(await exchange(desk, { code, client_secret: "guess" })).toMatchObject(refused(20002));
  expect(await exchange(desk, { code, client_id: "cli_0000000000000000" })).toMatchObject(refused(20048));
  expect(await exchange(desk, { code, grant_type: "password" })).toMatchObject({
    body: { code: 20036, error: "unsupported_grant_type" },
  });
  expect(await exchange(desk, {})).toMatchObject(refused(20001));
  expect(await desk.post(TOKEN, client)).toMatchObject(refused(20001));
  expect(await desk.post(TOKEN, "{")).toMatchObject(refused(20063));
  expect(await desk.post(TOKEN, { ...client, code: 7 })).toMatchObject(refused(20063));
  expect(
    await desk.post(TOKEN, "a=b", { "content-type": "application/x-www-form-urlencoded" }),
  ).toMatchObject(refused(20063));
  const basic = { authorization: `Basic ${Buffer.from("a:b").toString("base64")}` };
  const both = { grant_type: "authorization_code", ...client, code };
  expect(await desk.post(TOKEN, both, basic)).toMatchObject(refused(20070));
  await desk.post("/sandbox/faults", { status_5xx: { value: true, next: 1 } });
  expect(await exchange(desk, { code })).toMatchObject(refused(20050, 500));
  await desk.post("/sandbox/faults", { status_5xx: { value: 503, next: 1 } });
  expect(await exchange(desk, { code })).toMatchObject(refused(20072, 503));
  expect(await exchange(desk, { code })).toMatchObject({ body: { code: 0 } });
});

test("a person who left, or whom the app is not for, gets no token", async () => {
  const [app] = CONFIG.apps ?? [];
  const desk = await openDesk({ apps: [{ ...app, available_to: [ANNA] }], groups: [] });
  expect(await exchange(desk, { code: await signIn(desk, {}, BEN) })).toMatchObject(refused(20010));
  const code = await signIn(desk);
  const issued = await exchange(desk, { code: await signIn(desk) });
  await desk.post(`/sandbox/people/${ANNA}`, { resigned: true });
  expect(await exchange(desk, { code })).toMatchObject(refused(20066));
  const { access_token } = tokenSchema.parse(issued.body);
  const who = await desk.call("GET", "/open-apis/authen/v1/user_info", undefined, {
    authorization: `Bearer ${access_token}`,
  });
  expect(who).toMatchObject({ status: 200, body: { code: 20021 } });
});

test("scopes can be narrowed, not widened or repeated, and what was granted adds up", async () => {
  const desk = await openDesk();
  await signIn(desk, { scope: "contact:user.email:readonly" });
  const again = () => signIn(desk, { scope: "contact:user.phone:readonly" });
  expect(await exchange(desk, { code: await again() })).toMatchObject({
    body: { scope: "auth:user.id:read user_profile contact:user.email:readonly contact:user.phone:readonly" },
  });
  const narrow = (scope: string, code: string) => exchange(desk, { code, scope });
  expect(await narrow("user_profile", await again())).toMatchObject({ body: { scope: "user_profile" } });
  expect(await narrow("user_profile user_profile", await again())).toMatchObject(refused(20067));
  expect(await narrow("task:task:read", await again())).toMatchObject(refused(20068));
});

test("a refresh token works once and for a week; used twice, its kin is revoked", async () => {
  const clock = handClock();
  const desk = await openDesk({}, { clock });
  const issue = async () => {
    const code = await signIn(desk, { scope: "offline_access" });
    const { body } = await exchange(desk, { code });
    expect(body).toMatchObject({ refresh_token_expires_in: 604_800 });
    return tokenSchema.parse(body);
  };
  const first = await issue();
  const second = await refresh(desk, first.refresh_token);
  expect(second).toMatchObject({ status: 200, body: { code: 0, token_type: "Bearer" } });
  expect(await refresh(desk, first.refresh_token)).toMatchObject(refused(20073));
  expect(await refresh(desk, tokenSchema.parse(second.body).refresh_token)).toMatchObject(refused(20064));
  expect(await refresh(desk, "none")).toMatchObject(refused(20026));
  expect(await refresh(desk, undefined)).toMatchObject(refused(20001));
  const other = { client_id: OTHER_APP_ID, client_secret: "secret two" };
  const third = await issue();
  expect(await refresh(desk, third.refresh_token, other)).toMatchObject(refused(20024));
  clock.forward(7 * 86_400_000);
  expect(await refresh(desk, third.refresh_token)).toMatchObject(refused(20037));
});

test("refreshing ends a year after the person agreed", async () => {
  const clock = handClock();
  const desk = await openDesk({}, { clock });
  let { body } = await exchange(desk, { code: await signIn(desk, { scope: "offline_access" }) });
  for (let week = 0; week < 52; week += 1) {
    clock.forward(7 * 86_400_000 - 1);
    ({ body } = await refresh(desk, tokenSchema.parse(body).refresh_token));
  }
  expect(body).toMatchObject({ code: 0, refresh_token_expires_in: 86_400 });
  clock.forward(86_400_000 + 52);
  expect(await refresh(desk, tokenSchema.parse(body).refresh_token)).toMatchObject(refused(20037));
});

test("how long a refresh token lives is told from one moment, however the time goes on meanwhile", () => {
  let ms = 0;
  const signIns = createSignIns(() => ms++);
  const code = signIns.agree({
    app_id: APP_ID,
    open_id: ANNA,
    scopes: ["offline_access"],
    redirect_uri: BACK,
  });
  expect(signIns.redeem(code, ["offline_access"])).toMatchObject({ refresh_token_expires_in: 604_800 });
});

test("a user token is good for two hours and for user_info only", async () => {
  const clock = handClock();
  const desk = await openDesk({}, { clock });
  const { access_token } = tokenSchema.parse((await exchange(desk, { code: await signIn(desk) })).body);
  const call = (path: string, token: string) =>
    desk.call("GET", path, undefined, { authorization: `Bearer ${token}` });
  const info = "/open-apis/authen/v1/user_info";
  expect(await call(info, access_token)).toMatchObject({ status: 200, body: { code: 0 } });
  expect(await call("/open-apis/im/v1/chats", access_token)).toMatchObject({
    status: 400,
    body: { code: 99991668, msg: "user access token not support" },
  });
  expect(await call("/open-apis/im/v1/chats", "u-none")).toMatchObject({
    status: 400,
    body: { code: 99991668 },
  });
  expect(await call(info, "eyJnone")).toMatchObject({ status: 200, body: { code: 20005 } });
  expect(await desk.call("GET", info)).toMatchObject({ status: 400, body: { code: 99991661 } });
  clock.forward(7_200_000);
  expect(await call(info, access_token)).toMatchObject({ status: 200, body: { code: 20005 } });
});

test("the inspector shows sign-ins without secrets and tokens", async () => {
  const desk = await openDesk();
  const { access_token } = tokenSchema.parse((await exchange(desk, { code: await signIn(desk) })).body);
  const { text } = await desk.call("GET", "/sandbox/exchanges?path=oauth");
  expect(text).toContain("oauth/token");
  expect(text).not.toContain("secret one");
  expect(text).not.toContain(access_token);
});

test("the older sign-in on the passport host: a form for a token, and who it is in OpenID's names", async () => {
  const desk = await openDesk();
  const passport = `${desk.url}/suite/passport/oauth`;
  const query = new URLSearchParams({ ...ask, scope: "offline_access" });
  const agreed = await fetch(`${passport}/authorize?${query}`, {
    method: "POST",
    body: new URLSearchParams({ as: ANNA }),
    redirect: "manual",
  });
  const code = new URL(agreed.headers.get("location") ?? "").searchParams.get("code") ?? "";
  const trade = async (form: Record<string, string>) => {
    const answer = await fetch(`${passport}/token`, { method: "POST", body: new URLSearchParams(form) });
    return { status: answer.status, body: await answer.json() };
  };
  const issued = await trade({ grant_type: "authorization_code", ...client, code, redirect_uri: BACK });
  expect(issued).toMatchObject({ status: 200, body: { token_type: "Bearer", refresh_expires_in: 604_800 } });
  expect(issued.body).not.toHaveProperty("code");
  const { access_token, refresh_token = "" } = tokenSchema.parse(issued.body);
  const user = (token: string) =>
    fetch(`${passport}/userinfo`, { headers: { authorization: `Bearer ${token}` } });
  expect(await (await user(access_token)).json()).toMatchObject({ sub: ANNA, open_id: ANNA, name: "Anna" });
  expect((await user("nonsense")).status).toBe(401);
  expect(await trade({ grant_type: "refresh_token", refresh_token })).toMatchObject({ status: 200 });
  const again = await trade({ grant_type: "authorization_code", ...client, code });
  expect(again).toMatchObject({ status: 400, body: { error: "invalid_grant" } });
});
