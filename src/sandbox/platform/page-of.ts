import { type Refusal, refusal } from "./refusal.ts";

export type Page<T> = { items: T[]; has_more: boolean; page_token: string };

/**
 * One page of a list, by the query's `page_size` and `page_token`. Refuses, with `code`, a size outside
 * 1..max and an unknown token.
 */
export function pageOf<T>(
  all: T[],
  query: URLSearchParams,
  size: { standard: number; max: number },
  code: 230001 | 231012 | 232001,
): { ok: true; page: Page<T> } | { ok: false; refusal: Refusal } {
  const asked = query.get("page_size");
  const pageSize = asked === null || asked === "" ? size.standard : Number(asked);
  const start = startOf(query.get("page_token"));
  if (!Number.isInteger(pageSize) || pageSize < 1 || pageSize > size.max || start === undefined) {
    return { ok: false, refusal: refusal(code, "invalid page_size or page_token") };
  }
  const items = all.slice(start, start + pageSize);
  const has_more = start + pageSize < all.length;
  const page_token = has_more ? Buffer.from(`at ${start + pageSize}`).toString("base64url") : "";
  return { ok: true, page: { items, has_more, page_token } };
}

function startOf(token: string | null): number | undefined {
  if (token === null || token === "") return 0;
  const [, digits] =
    Buffer.from(token, "base64url")
      .toString()
      .match(/^at (\d{1,9})$/) ?? [];
  return digits === undefined ? undefined : Number(digits);
}
