import { once } from "node:events";
import { createRequire } from "node:module";
import { createServer } from "node:net";

// A Koishi app as its own documents set one up: the Feishu adapter, and a middleware that says everything again.
// node koishi-echo.mjs http|ws  with SANDBOX, APP_ID, APP_SECRET, ENCRYPT_KEY, VERIFICATION_TOKEN; prints its own port.

const require = createRequire(import.meta.url);
const { Context, Universal } = require("koishi");
const { HTTP } = require("@koishijs/plugin-http");
const { Server } = require("@koishijs/plugin-server");
const { FeishuBot } = require("@satorijs/adapter-lark");

const { SANDBOX, APP_ID, APP_SECRET, ENCRYPT_KEY, VERIFICATION_TOKEN } = process.env;
const protocol = process.argv[2];

// Its server has no "any port": one that was free a moment ago must do.
async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  await once(server, "close");
  return port;
}

const port = await freePort();
const app = new Context();
app.plugin(HTTP);
app.plugin(Server, { host: "127.0.0.1", port });
app.plugin(FeishuBot, {
  platform: "feishu",
  endpoint: `${SANDBOX}/open-apis`,
  appId: APP_ID,
  appSecret: APP_SECRET,
  protocol,
  ...(protocol === "http"
    ? {
        encryptKey: ENCRYPT_KEY,
        verificationToken: VERIFICATION_TOKEN,
        verifyToken: true,
        verifySignature: true,
      }
    : {}),
});
app.middleware((session) => `echo: ${session.content}`);

const ready = { server: false, bot: false };
function isReady(part) {
  ready[part] = true;
  if (ready.server && ready.bot) console.log(JSON.stringify({ url: `http://127.0.0.1:${port}/feishu` }));
}
app.inject(["server"], (ctx) => void ctx.on("server/ready", () => isReady("server")));
app.on("bot-status-updated", (bot) => {
  if (bot.status === Universal.Status.ONLINE) isReady("bot");
});
await app.start();
