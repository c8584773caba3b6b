import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import * as z from "zod";
import type { SandboxMessage } from "../../src/sandbox/protocol.ts";
import { redirectEnv } from "../../src/sandbox/redirect/redirect-env.ts";
import { type RunningSandbox, startSandbox } from "../../src/sandbox/start.ts";
import { runClient } from "./run-client.ts";

export const ANNA = "ou_anna";
export const GROUP = "oc_office";

/** A sandbox with one app and two groups, for one test. */
export async function openSandbox() {
  const sandbox = await startSandbox(
    {
      people: [{ name: "Anna", open_id: ANNA }],
      groups: [
        { name: "Office", chat_id: GROUP, members: ["Anna"] },
        { name: "Garden", members: ["Anna"] },
      ],
    },
    { https: { port: 0 } },
  );
  onTestFinished(() => sandbox.close());
  const [app] = sandbox.apps;
  if (app === undefined) throw new Error("the sandbox has no app");
  const post = async (path: string, body: unknown): Promise<unknown> => {
    const headers = { "content-type": "application/json" };
    return (await fetch(sandbox.url + path, { method: "POST", headers, body: JSON.stringify(body) })).json();
  };
  const say = (chat: object, text: string) =>
    post("/sandbox/act", { act: "send", as: ANNA, ...chat, content: { kind: "text", text } });
  return { sandbox, app, post, say };
}

/** The next message of a bot after `doing`. */
export async function answerTo(
  sandbox: RunningSandbox,
  doing: () => Promise<unknown>,
): Promise<SandboxMessage> {
  const response = await fetch(`${sandbox.url}/sandbox/stream`);
  const eventSchema = z.object({
    kind: z.literal("message"),
    message: z.custom<SandboxMessage>(
      (message) => z.object({ sender: z.object({ type: z.literal("app") }) }).safeParse(message).success,
    ),
  });
  await doing();
  let text = "";
  for await (const part of response.body ?? []) {
    text += Buffer.from(part).toString("utf8");
    for (const [, json = ""] of text.matchAll(/^data: (.*)$/gm)) {
      const event = eventSchema.safeParse(JSON.parse(json));
      if (event.success) return event.data.message;
    }
  }
  throw new Error("the stream ended without an answer");
}

/** Runs a Node program with fixed platform hosts in a separate process that is redirected to the sandbox. */
export async function runRedirected(sandbox: RunningSandbox, program: string, env: Record<string, string>) {
  const folder = await mkdtemp(join(tmpdir(), "third-party-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const { url, https } = sandbox;
  const front = { url, httpsUrl: https?.url ?? "", certificate: https?.certificate ?? "" };
  const redirected = Object.entries(await redirectEnv(front, folder, process.env, "preload"));
  const defined = redirected.flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  return runClient([program], { ...Object.fromEntries(defined), ...env });
}
