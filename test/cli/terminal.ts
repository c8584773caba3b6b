import { vi } from "vitest";
import type { ExitCode } from "../../src/cli/outcome.ts";
import { runCommand } from "../../src/cli/run-command.ts";
import type { World } from "../bot/world.ts";

/** The environment a command needs to use this world's database and platform. */
export function environmentOf({ deps }: World): Record<string, string> {
  const { secrets, feishuDomain, databaseUrl } = deps.config;
  return {
    FEISHU_APP_ID: secrets?.appId ?? "",
    FEISHU_APP_SECRET: secrets?.appSecret ?? "",
    FEISHU_ENCRYPT_KEY: secrets?.encryptKey ?? "",
    FEISHU_VERIFICATION_TOKEN: secrets?.verificationToken ?? "",
    FEISHU_DOMAIN: feishuDomain,
    DATABASE_URL: databaseUrl,
  };
}

export type Ended = { code: ExitCode; out: string[]; err: string[] };

/** Runs a command in this process with this environment; returns its exit code and output. */
export async function tentowns(env: Record<string, string>, ...argv: string[]): Promise<Ended> {
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
  const out: string[] = [];
  const err: string[] = [];
  try {
    const code = await runCommand(argv, {
      log: (line) => out.push(line),
      error: (line) => err.push(line instanceof Error ? `FAULT ${line.stack}` : String(line)),
    });
    return { code, out, err };
  } finally {
    vi.unstubAllEnvs();
  }
}

/**
 * The same with `--json`: the exit code and the only document printed; throws if there is not exactly one.
 */
export async function tentownsJson(
  env: Record<string, string>,
  ...argv: string[]
): Promise<{ code: ExitCode; json: unknown }> {
  const { code, out, err } = await tentowns(env, ...argv, "--json");
  const [line] = out;
  if (line === undefined || out.length !== 1 || err.length > 0)
    throw new Error(`not one document: ${JSON.stringify({ out, err })}`);
  return { code, json: JSON.parse(line) };
}
