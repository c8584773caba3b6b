import { expect } from "vitest";
import type { Desk } from "./desk.ts";

/** A call's own table of codes: the HTTP status and words its page gives each. */
export type Table = Record<number, readonly [status: number, words: string | RegExp]>;

/** A wrong call: the code it should get, what is wrong with it, `METHOD path`, and its body. */
export type Wrong = readonly [code: number, what: string, call: string, body?: unknown];

/** A call's page against the sandbox: what is tried, and why each other code of the page cannot come about here. */
export type Page = {
  name: string;
  table: Table;
  tried: readonly Wrong[];
  never: ReadonlyArray<readonly [why: string, codes: number[]]>;
};

/** The codes of the page, and those that are tried or said not to come about; each list in order, each code once. */
export function codesOf({ table, tried, never }: Page): { documented: number[]; accounted: number[] } {
  const codes = [...new Set(tried.map(([code]) => code)), ...never.flatMap(([, not]) => not)];
  const inOrder = (list: number[]) => list.toSorted((a, b) => a - b);
  return { documented: inOrder(Object.keys(table).map(Number)), accounted: inOrder(codes) };
}

/** Makes a wrong call and compares its code, HTTP status and words with the table; names in capitals stand for `ids`. */
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
