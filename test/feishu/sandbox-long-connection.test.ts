import { expect, it, onTestFinished } from "vitest";
import type { FeishuCallback, FeishuEvent } from "../../src/feishu/envelope.ts";
import { openLongConnection } from "../../src/feishu/long-connection.ts";
import { parseMessageEvent } from "../../src/feishu/message-event.ts";
import { startSandbox } from "../../src/sandbox/start.ts";

/**
 * The long connection in both directions: our client against the local Feishu, with deliveries in small
 * parts.
 */

const card = {
  schema: "2.0",
  body: {
    elements: [
      {
        tag: "form",
        name: "report",
        elements: [
          { tag: "input", name: "progress" },
          {
            tag: "button",
            name: "submit",
            text: { tag: "plain_text", content: "提交" },
            form_action_type: "submit",
            behaviors: [{ type: "callback", value: { kind: "submit", id: "r1" } }],
          },
        ],
      },
    ],
  },
};

it("a message and a submit arrive over the local Feishu's long connection, and the toast goes back", async () => {
  const sandbox = await startSandbox(
    {
      apps: [{ event_mode: "long_connection", callback_mode: "long_connection" }],
      people: [{ name: "张三", open_id: "ou_zhang" }],
      faults: { split_frames: 100 },
    },
    { clientConfig: { ReconnectNonce: 0, ReconnectInterval: 1 } },
  );
  onTestFinished(() => sandbox.close());
  const [app] = sandbox.apps;
  if (app === undefined) throw new Error("the sandbox has no app");
  const seen: (FeishuEvent | FeishuCallback)[] = [];
  let arrived = () => {};
  const connection = await openLongConnection(
    { appId: app.app_id, appSecret: app.app_secret, domain: sandbox.url, log: () => undefined },
    async (delivery) => {
      seen.push(delivery);
      arrived();
      return { toast: { type: "success", content: "已保存" } };
    },
  );
  onTestFinished(connection.close);
  const next = () =>
    new Promise<void>((resolve) => {
      arrived = resolve;
    });
  const post = async (path: string, body: unknown, headers: Record<string, string> = {}) => {
    const init = { method: "POST", headers: { "content-type": "application/json", ...headers } };
    return (await fetch(sandbox.url + path, { ...init, body: JSON.stringify(body) })).json();
  };

  const said = next();
  const content = { kind: "text", text: "碛口投资累计8820万" };
  await post("/sandbox/act", { act: "send", as: "ou_zhang", app_id: app.app_id, content });
  await said;
  const event = seen[0]?.kind === "event" ? parseMessageEvent(seen[0].event, "ou_bot") : null;
  expect(event).toMatchObject({
    senderOpenId: "ou_zhang",
    content: { kind: "text", text: "碛口投资累计8820万" },
  });

  const { tenant_access_token } = await post("/open-apis/auth/v3/tenant_access_token/internal", app);
  const message = { receive_id: "ou_zhang", msg_type: "interactive", content: JSON.stringify(card) };
  const authorization = { authorization: `Bearer ${tenant_access_token}` };
  const sent = await post("/open-apis/im/v1/messages?receive_id_type=open_id", message, authorization);
  const { message_id } = sent.data;
  const target = { name: "submit" };
  const submit = { act: "submit", as: "ou_zhang", message_id, target, fill: { progress: "72" } };
  expect(await post("/sandbox/act", submit)).toMatchObject({
    outcome: { code: 0, toast: { type: "success", content: "已保存" } },
  });
  expect(seen.at(-1)).toMatchObject({
    kind: "callback",
    callback: {
      operatorOpenId: "ou_zhang",
      messageId: message_id,
      action: { formValue: { progress: "72" } },
    },
  });

  const again = next();
  await post(`/sandbox/apps/${app.app_id}/cut`, {});
  await post("/sandbox/act", { act: "send", as: "ou_zhang", app_id: app.app_id, content });
  await again;
  expect(connection.state()).toBe("connected");
});
