import type { Handler } from "./answer.ts";

type Method = "GET" | "POST" | "PATCH" | "PUT" | "DELETE";

/**
 * One API. `scopes`: one of them must be granted; empty means no scope is needed. `perSecond`: its rate limit
 * if other than 50.
 */
export type PlatformRoute = {
  method: Method;
  path: string;
  body: "none" | "json" | "multipart";
  handler: Handler;
  scopes: string[];
  perSecond?: number;
};

/** Defines an API that needs a tenant token. */
export function route(
  method: Method,
  path: string,
  body: PlatformRoute["body"],
  handler: Handler,
  scopes: string[] = [],
  perSecond?: number,
): PlatformRoute {
  return { method, path, body, handler, scopes, ...(perSecond === undefined ? {} : { perSecond }) };
}
