import { request } from "node:https";
import { createRequire } from "node:module";

// A bot that knows only the platform's own host: it asks by `fetch`, `node:https` and the official SDK, and prints what it got.
const require = createRequire(import.meta.url);
const { Client } = require("@larksuiteoapi/node-sdk");
const [, , appId, appSecret, openId] = process.argv;
const TOKEN = "https://open.feishu.cn/open-apis/auth/v3/tenant_access_token/internal";
const body = JSON.stringify({ app_id: appId, app_secret: appSecret });
const headers = { "content-type": "application/json" };

const fetched = await (await fetch(TOKEN, { method: "POST", headers, body })).json();
const asked = await new Promise((resolve, reject) => {
  const sent = request(TOKEN, { method: "POST", headers }, async (response) => {
    let text = "";
    for await (const part of response) text += part;
    resolve(JSON.parse(text));
  });
  sent.on("error", reject);
  sent.end(body);
});
const silent = { error() {}, warn() {}, info() {}, debug() {}, trace() {} };
const client = new Client({ appId, appSecret, logger: silent });
const sent = await client.im.v1.message.create({
  params: { receive_id_type: "open_id" },
  data: { receive_id: openId, msg_type: "text", content: '{"text":"from a fixed host"}' },
});
console.log(JSON.stringify({ fetched: fetched.code, asked: asked.code, sent: sent.code }));
