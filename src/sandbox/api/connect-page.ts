import { html } from "hono/html";
import type { AppRecord } from "../store.ts";

type Html = ReturnType<typeof html>;

/**
 * `GET /sandbox/connect`: for each app, code to copy that connects a bot built on an official SDK to this
 * sandbox.
 */
export function connectPage(url: string, apps: AppRecord[]): Html {
  return html`<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>接入机器人 · Connect your bot</title><style>
:root{color-scheme:light dark;font:16px/1.6 system-ui,sans-serif}body{max-width:56rem;margin:2rem auto;padding:0 1rem}
pre{padding:.8rem 1rem;border:1px solid GrayText;border-radius:.5rem;overflow-x:auto;font-size:.85rem}h2{margin-top:2.5rem}
</style></head><body><h1>接入机器人 <span lang="en">Connect your bot</span></h1>
<p>以下凭证只在这个本地沙盒里有效。<br><span lang="en">These credentials are good in this local sandbox only.</span></p>
${apps.map((app) => appSection(url, app))}</body></html>`;
}

function appSection(url: string, app: AppRecord): Html {
  return html`<h2>${app.name} (${app.app_id})</h2>
${Object.entries(linesFor(url, app)).map(([sdk, lines]) => html`<h3>${sdk}</h3><pre>${lines.join("\n")}</pre>`)}`;
}

/** By SDK: the code for the API client, for the long-connection client, and for starting the latter. */
function linesFor(url: string, app: Pick<AppRecord, "app_id" | "app_secret">): Record<string, string[]> {
  const [id, secret, at] = [app.app_id, app.app_secret, url].map((text) => JSON.stringify(text));
  return {
    Node: [
      `const client = new lark.Client({ appId: ${id}, appSecret: ${secret}, domain: ${at} });`,
      `const ws = new lark.WSClient({ appId: ${id}, appSecret: ${secret}, domain: ${at} });`,
      "ws.start({ eventDispatcher });",
    ],
    Python: [
      `client = lark.Client.builder().app_id(${id}).app_secret(${secret}).domain(${at}).build()`,
      `ws = lark.ws.Client(${id}, ${secret}, event_handler=handler, domain=${at})`,
      "ws.start()",
    ],
    Go: [
      `client := lark.NewClient(${id}, ${secret}, lark.WithOpenBaseUrl(${at}))`,
      `ws := larkws.NewClient(${id}, ${secret}, larkws.WithEventHandler(handler), larkws.WithDomain(${at}))`,
      "err := ws.Start(context.Background())",
    ],
    Java: [
      `Client client = Client.newBuilder(${id}, ${secret}).openBaseUrl(${at}).build();`,
      `var ws = new com.lark.oapi.ws.Client.Builder(${id}, ${secret}).eventHandler(handler).domain(${at}).build();`,
      "ws.start();",
    ],
    Webhook: [
      `curl -X POST ${url}/sandbox/apps/${app.app_id}/urls -H 'content-type: application/json' \\`,
      `  -d '{"event_url": "http://127.0.0.1:3000/events", "callback_url": "http://127.0.0.1:3000/events"}'`,
    ],
  };
}
