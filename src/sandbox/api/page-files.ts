import { readFile } from "node:fs/promises";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * Path of the page in a packed sandbox, defined by pack/pack.ts; not defined when running from the
 * repository.
 */
declare const PACKED_PAGE: string;

const beside = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const isPacked = typeof PACKED_PAGE === "string";
const INDEX = isPacked ? beside(`${PACKED_PAGE}index.html`) : beside("../page/index.html");
const BUILT = isPacked ? beside(PACKED_PAGE) : beside("../../../dist/page/");

const TYPES: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".map": "application/json",
};

/** The chat page's index, or one of its built files by name; undefined for an unknown name. */
export async function pageFile(name: string | undefined): Promise<Response | undefined> {
  if (name !== undefined && !/^[\w-][\w.-]*$/.test(name)) return undefined;
  const path = name === undefined ? INDEX : join(BUILT, name);
  const bytes = await readFile(path).catch(() => undefined);
  if (bytes === undefined) return undefined;
  const type = TYPES[extname(path)] ?? "application/octet-stream";
  return new Response(Uint8Array.from(bytes), {
    headers: { "content-type": type, "cache-control": "no-cache" },
  });
}
