import { expect } from "vitest";
import type { Desk } from "./desk.ts";

/** A call's table of codes: HTTP status and text of each, from its documentation page. */
export type Table = Record<number, readonly [status: number, words: string | RegExp]>;

/** A wrong call: the expected code, what is wrong with it, `METHOD path`, and its body. */
export type Wrong = readonly [code: number, what: string, call: string, body?: unknown];

/**
 * A call's documentation page against the sandbox: the codes tried, and why each other code cannot occur
 * here.
 */
export type Page = {
  name: string;
  table: Table;
  tried: readonly Wrong[];
  never: ReadonlyArray<readonly [why: string, codes: number[]]>;
};

/** The codes of the page, and those tried or explained; each list sorted, each code once. */
export function codesOf({ table, tried, never }: Page): { documented: number[]; accounted: number[] } {
  const codes = [...new Set(tried.map(([code]) => code)), ...never.flatMap(([, not]) => not)];
  const inOrder = (list: number[]) => list.toSorted((a, b) => a - b);
  return { documented: inOrder(Object.keys(table).map(Number)), accounted: inOrder(codes) };
}

/**
 * Makes a wrong call and compares its code, HTTP status and text with the table; names in capitals are
 * replaced from `ids`.
 */
export async function expectRefusal(
  desk: Desk,
  headers: Record<string, string>,
  [code, , call, body]: Wrong,
  table: Table,
  ids: Record<string, string> = {},
): Promise<void> {
  const [method = "", path = ""] = call.split(" ");
  const named = path.replace(/[A-Z_]{4,}/g, (name) => ids[name] ?? name);
  const reply = await desk.call(method, named, body, headers);
  const [status, words] = table[code] ?? [];
  const msg = typeof words === "string" ? words : expect.stringMatching(words ?? /^$/);
  expect({ status: reply.status, ...Object(reply.body) }).toMatchObject({
    status,
    code,
    msg,
    error: { log_id: expect.any(String) },
  });
}
