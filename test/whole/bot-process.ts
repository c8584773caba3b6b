import type { RunningSandbox } from "../../src/sandbox/start.ts";
import { type Child, startChild } from "./child.ts";

/** The bot as a process that can be killed and started again on the same files. */
export type BotProcess = {
  /** Starts it at a rehearsal's time (ISO); resolves with its address once it listens. */
  start: (now: string) => Promise<string>;
  /** Like a power failure, unless another signal is given. */
  kill: (signal?: NodeJS.Signals) => Promise<void>;
  /** The present process, if one was started. */
  child: () => Child | undefined;
};

/** The environment of a bot whose platform is this sandbox. `domain`: instead, the address it reaches it by. */
export function envOf(
  sandbox: Pick<RunningSandbox, "apps" | "url">,
  folder: string,
  domain = sandbox.url,
): Record<string, string> {
  const [app] = sandbox.apps;
  if (!app) throw new Error("no app");
  return {
    FEISHU_APP_ID: app.app_id,
    FEISHU_APP_SECRET: app.app_secret,
    FEISHU_ENCRYPT_KEY: app.encrypt_key,
    FEISHU_VERIFICATION_TOKEN: app.verification_token,
    FEISHU_DOMAIN: domain,
    DATABASE_URL: `file:${folder}/test.db`,
    EVIDENCE_URL: `file:${folder}/evidence`,
  };
}

/** `bundle`: the product's; `limited`: its disk may be filled (`fillDisk`). */
export function botProcess(env: Record<string, string>, bundle: string, limited = false): BotProcess {
  let child: Child | undefined;
  return {
    child: () => child,
    start: async (now) => {
      child = startChild({ bundle, env: { ...env, REHEARSAL_NOW: now }, limited });
      const [, port] = await child.said(/"what":"listening","port":(\d+)/);
      return `http://127.0.0.1:${port}`;
    },
    kill: async (signal) => void (await child?.kill(signal)),
  };
}
