import { onTestFinished } from "vitest";
import { z } from "zod";
import type { Act, SandboxState } from "../../../src/sandbox/protocol.ts";
import type { SandboxConfig } from "../../../src/sandbox/sandbox-config.ts";
import type { SandboxOptions } from "../../../src/sandbox/sandbox-options.ts";
import { startSandbox } from "../../../src/sandbox/start.ts";

export const APP_ID = "cli_0123456789abcdef";
export const OTHER_APP_ID = "cli_fedcba9876543210";
export const ANNA = "ou_anna";
export const BEN = "ou_ben";
export const GROUP = "oc_group";
export const OTHER_GROUP = "oc_other";

export const KEYS = { encrypt_key: "a key for tests", verification_token: "a token for tests" };

export const CONFIG: SandboxConfig = {
  apps: [
    {
      app_id: APP_ID,
      app_secret: "secret one",
      name: "Clerk",
      menu: [{ text: "状态", text_en: "Status", event_key: "status" }],
      ...KEYS,
    },
    { app_id: OTHER_APP_ID, app_secret: "secret two", name: "Other", ...KEYS },
  ],
  people: [
    { open_id: ANNA, name: "Anna", title: "clerk", mobile: "13800000001", email: "anna@example.com" },
    { open_id: BEN, name: "Ben", locale: "en_us" },
    { open_id: "ou_gone", name: "Gone", resigned: true },
  ],
  groups: [
    { chat_id: GROUP, name: "Everybody", members: ["Anna", "Ben"], bots: ["Clerk"] },
    { chat_id: OTHER_GROUP, name: "Without the clerk", members: ["Ben"], bots: ["Other"] },
  ],
};

/** A sandbox for one test, or until the functions passed to `atEnd` run, with helpers. */
export async function openDesk(
  config: SandboxConfig = {},
  options: SandboxOptions = {},
  atEnd: (close: () => Promise<void>) => void = onTestFinished,
) {
  const sandbox = await startSandbox({ ...CONFIG, ...config }, options);
  atEnd(() => sandbox.close());
  const { url } = sandbox;

  async function post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Reply> {
    return call("POST", path, body, headers);
  }

  async function call(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Reply> {
    const init: RequestInit = { method, headers: { "content-type": "application/json", ...headers } };
    if (body !== undefined) init.body = typeof body === "string" ? body : JSON.stringify(body);
    const response = await fetch(url + path, init);
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: jsonOf(text), text };
  }

  async function token(appId = APP_ID, secret = "secret one"): Promise<Record<string, string>> {
    const { body } = await post("/open-apis/auth/v3/tenant_access_token/internal", {
      app_id: appId,
      app_secret: secret,
    });
    return { authorization: `Bearer ${tokenSchema.parse(body).tenant_access_token}` };
  }

  /** Sends a message of the clerk's bot to a person or group; returns the message id. */
  async function send(receive_id: string, msg_type: string, content: unknown): Promise<string> {
    const idType = receive_id.startsWith("oc_") ? "chat_id" : "open_id";
    const body = { receive_id, msg_type, content: JSON.stringify(content) };
    const reply = await post(`/open-apis/im/v1/messages?receive_id_type=${idType}`, body, await token());
    return sentSchema.parse(reply.body).data.message_id;
  }

  const act = (what: Act) => post("/sandbox/act", what);
  const state = async (): Promise<SandboxState> => (await fetch(`${url}/sandbox/state`)).json();
  return { sandbox, url, call, post, token, send, act, state };
}

export type Desk = Awaited<ReturnType<typeof openDesk>>;
export type Reply = { status: number; headers: Headers; body: unknown; text: string };

const tokenSchema = z.object({ tenant_access_token: z.string() });
const sentSchema = z.object({ data: z.object({ message_id: z.string() }) });

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A card with one text and the given elements. */
export function card(...elements: unknown[]) {
  return {
    schema: "2.0",
    config: { update_multi: true },
    body: { elements: [{ tag: "markdown", content: "hello" }, ...elements] },
  };
}

/** A machine clock that is moved by hand. */
export function handClock(start = Date.UTC(2026, 8, 1, 2)) {
  let now = start;
  const clock = () => now;
  return Object.assign(clock, {
    forward(ms: number) {
      now += ms;
    },
  });
}
