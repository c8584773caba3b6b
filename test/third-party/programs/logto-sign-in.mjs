import { createInterface } from "node:readline/promises";
import createConnector from "@logto/connector-feishu-web";

// Logto's Feishu connector: prints where the browser has to go, reads the code it came back with, prints who that is.
// APP_ID, APP_SECRET.

const { APP_ID: appId, APP_SECRET: appSecret } = process.env;
const redirectUri = "https://logto.example.com/callback/feishu";
const connector = await createConnector({ getConfig: async () => ({ appId, appSecret }) });
console.log(JSON.stringify({ uri: await connector.getAuthorizationUri({ state: "s", redirectUri }) }));
const lines = createInterface({ input: process.stdin });
for await (const code of lines) {
  const answer = await connector
    .getUserInfo({ code, redirectUri })
    .catch((error) => ({ failed: error.code }));
  console.log(JSON.stringify({ user: answer }));
}
