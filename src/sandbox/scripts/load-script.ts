import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { parseJson } from "../parse-json.ts";
import { readScript, type Script } from "./script-schema.ts";

/**
 * Loads a script: JSON, or a module (.ts, .js, .mjs) whose default export is a script or a function that
 * returns one. Refuses an unreadable file, and an invalid script with one line for each mistake.
 */
export async function loadScript(
  path: string,
): Promise<{ ok: true; script: Script } | { ok: false; problems: string[] }> {
  try {
    return readScript(/\.[cm]?[jt]s$/.test(path) ? await fromModule(path) : await fromJson(path));
  } catch (error) {
    return { ok: false, problems: [error instanceof Error ? error.message : String(error)] };
  }
}

async function fromJson(path: string): Promise<unknown> {
  const json = parseJson(await readFile(path, "utf8"));
  if (json === undefined) throw new Error("the file is not JSON");
  return json;
}

async function fromModule(path: string): Promise<unknown> {
  const { default: made }: { default?: unknown } = await import(pathToFileURL(resolve(path)).href);
  return typeof made === "function" ? made() : made;
}
