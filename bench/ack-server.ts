import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { getRequestListener } from "@hono/node-server";
import * as lark from "@larksuiteoapi/node-sdk";
import { openDatabase } from "../db/open.ts";
import { createApp } from "../src/app.ts";
import { warmUp } from "../src/bot/questions/warm-up.ts";
import type { Deps } from "../src/deps.ts";
import { depsOver } from "./bench-deps.ts";
import { grownProgramme } from "./grown-programme.ts";
import { fillQuarters } from "./questions-world.ts";
import { SECRETS } from "./signed-request.ts";

// What is compared in acks.ts, each in a process of its own: `bot` (the product over a database file; nothing is sent)
// or `sdk` (the official SDK's adapter with a handler that does nothing).

const folder = mkdtempSync(join(tmpdir(), "tentowns-acks-"));
process.on("SIGTERM", () => {
  rmSync(folder, { recursive: true, force: true });
  process.exit(0);
});
const listener = process.argv[2] === "sdk" ? sdk() : await bot();
const server = createServer(listener);
server.listen(0, "127.0.0.1", () => {
  const { port }: AddressInfo = addressOf(server.address());
  console.log(JSON.stringify({ url: `http://127.0.0.1:${port}/feishu/webhook` }));
});

function addressOf(address: AddressInfo | string | null): AddressInfo {
  if (typeof address === "object" && address) return address;
  throw new Error("no port");
}

function sdk(): RequestListener {
  const dispatcher = new lark.EventDispatcher({
    encryptKey: SECRETS.FEISHU_ENCRYPT_KEY,
    verificationToken: SECRETS.FEISHU_VERIFICATION_TOKEN,
    loggerLevel: lark.LoggerLevel.error,
  }).register({ "im.message.receive_v1": async () => {} });
  return lark.adaptDefault("/feishu/webhook", dispatcher);
}

async function bot(): Promise<RequestListener> {
  const programme = grownProgramme(13);
  const { db } = await openDatabase(`file:${join(folder, "acks.db")}`);
  const deps: Deps = {
    ...depsOver(db, programme, folder),
    defer: (work) => setImmediate(() => void work()),
  };
  await fillQuarters(deps);
  await warmUp(deps);
  return getRequestListener(createApp(deps, undefined, async () => {}).fetch);
}
