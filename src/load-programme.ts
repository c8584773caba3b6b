import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { BadConfig } from "./config.ts";
import { problemLine } from "./domain/programme/pack-problem.ts";
import { type Programme, parsePack } from "./domain/programme/programme.ts";

const FOLDER = fileURLToPath(new URL("../db/programmes/", import.meta.url));

/** The path of a pack: a name in db/programmes, or a path to another file. */
export function packPath(nameOrPath: string): string {
  const shipped = join(FOLDER, `${nameOrPath}.json`);
  return existsSync(shipped) ? shipped : nameOrPath;
}

/** Loads a pack; throws `BadConfig` with one line for each problem: path in the file and reason. */
export function loadProgramme(nameOrPath: string): Programme {
  const path = packPath(nameOrPath);
  if (!existsSync(path)) throw new BadConfig(`PROGRAMME: no pack called ${nameOrPath}, and no such file`);
  const parsed = parsePack(readJson(path));
  if (!parsed.ok)
    throw new BadConfig(parsed.problems.map((problem) => `${path}: ${problemLine(problem)}`).join("\n"));
  return parsed.programme;
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch (cause) {
    throw new BadConfig(`${path}: not JSON (${cause instanceof Error ? cause.message : "unreadable"})`);
  }
}
