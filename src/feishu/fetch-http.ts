import type { HttpInstance } from "@larksuiteoapi/node-sdk";
import * as z from "zod";
import { FeishuRefused, FeishuUnreachable } from "./feishu-error.ts";
import { readAnswer, readBytes } from "./read-answer.ts";
import type { Redact } from "./redact.ts";
import { singleFlight } from "./single-flight.ts";

type Ask = {
  url?: string;
  method?: string;
  headers?: Record<string, unknown>;
  params?: Record<string, unknown>;
  data?: unknown;
  responseType?: string;
  maxContentLength?: number;
};

const tokenPath = "/open-apis/auth/v3/tenant_access_token/internal";
const transferMs = 60_000;

/**
 * The SDK's HTTP layer over `fetch`, for both Node and Workers (feishu-contract 6). Returns the parsed answer; for
 * `responseType: "arraybuffer"`, `Bytes` or `too_large` above `maxContentLength`. Throws only `FeishuRefused` and
 * `FeishuUnreachable`. Only one token request runs at a time. `timeoutMs` is for the whole exchange; uploads and
 * downloads get a minute.
 */
export const createFetchHttp = (options: {
  timeoutMs: number;
  redact: Redact;
  fetch: typeof fetch;
}): HttpInstance => {
  const oneToken = singleFlight<unknown>(options.timeoutMs);

  function request<R>(ask: Ask): Promise<R>;
  async function request(ask: Ask): Promise<unknown> {
    const url = withQuery(ask);
    const method = (ask.method ?? "GET").toUpperCase();
    const run = () => exchange(ask, url, method, options);
    return url.pathname.endsWith(tokenPath) ? oneToken(run) : run();
  }
  const plain =
    (method: string) =>
    <T, R = T>(url: string, ask?: Ask): Promise<R> =>
      request<R>({ ...ask, url, method });
  const withData =
    (method: string) =>
    <T, R = T>(url: string, data?: unknown, ask?: Ask): Promise<R> =>
      request<R>({ ...ask, url, method, data });
  return {
    request,
    get: plain("GET"),
    delete: plain("DELETE"),
    head: plain("HEAD"),
    options: plain("OPTIONS"),
    post: withData("POST"),
    put: withData("PUT"),
    patch: withData("PATCH"),
  };
};

const exchange = async (
  ask: Ask,
  url: URL,
  method: string,
  options: { timeoutMs: number; redact: Redact; fetch: typeof fetch },
): Promise<unknown> => {
  const name = `${method} ${url.pathname}`;
  const body = bodyOf(method, ask);
  const wantsBytes = ask.responseType === "arraybuffer";
  const slow = wantsBytes || body instanceof FormData;
  try {
    const response = await options.fetch(url, {
      method,
      headers: headersOf(ask, body),
      body,
      // Following a redirect could send the secret to another host.
      redirect: "manual",
      signal: AbortSignal.timeout(slow ? Math.max(options.timeoutMs, transferMs) : options.timeoutMs),
    });
    if (wantsBytes && response.ok)
      return await readBytes(response, ask.maxContentLength ?? Number.MAX_SAFE_INTEGER);
    return await readAnswer(name, response, options.redact);
  } catch (error) {
    if (error instanceof FeishuRefused) throw error;
    const harmless = method === "GET" || url.pathname.endsWith(tokenPath) || wasNotSent(error);
    throw new FeishuUnreachable(name, options.redact(error), !harmless);
  }
};

const withQuery = (ask: Ask): URL => {
  const url = new URL(ask.url ?? "");
  for (const [name, value] of Object.entries(ask.params ?? {})) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== null) url.searchParams.append(name, String(one));
    }
  }
  return url;
};

// The SDK passes `{}` with every GET and DELETE; fetch does not allow a body there.
const bodyOf = (method: string, ask: Ask): string | FormData | null => {
  const data = ask.data ?? {};
  const empty = typeof data === "object" && Object.keys(data).length === 0;
  if (method === "GET" || method === "HEAD" || (method === "DELETE" && empty)) return null;
  return isMultipart(ask) ? formOf(data) : JSON.stringify(data);
};

const formOf = (data: object): FormData => {
  const form = new FormData();
  const fields: [string, unknown][] = Object.entries(data);
  const fileName = fields.find(([name]) => name === "file_name")?.[1];
  for (const [name, value] of fields) {
    if (value instanceof Uint8Array)
      form.append(name, new Blob([new Uint8Array(value)]), String(fileName ?? name));
    else if (value !== undefined && value !== null) form.append(name, String(value));
  }
  return form;
};

const headersOf = (ask: Ask, body: string | FormData | null): Headers => {
  const headers = new Headers();
  for (const [name, value] of Object.entries(ask.headers ?? {})) headers.set(name, String(value));
  headers.delete("content-type");
  if (typeof body === "string") headers.set("content-type", "application/json; charset=utf-8");
  return headers;
};

const isMultipart = (ask: Ask): boolean =>
  Object.entries(ask.headers ?? {}).some(
    ([name, value]) => name.toLowerCase() === "content-type" && String(value).startsWith("multipart/"),
  );

const unsent = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "ENETUNREACH",
  "EHOSTUNREACH",
  "UND_ERR_CONNECT_TIMEOUT",
]);
const withCause = z.object({ cause: z.object({ code: z.string() }) });

const wasNotSent = (error: unknown): boolean => {
  const read = withCause.safeParse(error);
  return read.success && unsent.has(read.data.cause.code);
};
