import plugin from "@openclaw-china/feishu";

// The openclaw-china plugin, registered as its host does; the host here has one agent that says everything again.
// APP_ID, APP_SECRET.

const { APP_ID: appId, APP_SECRET: appSecret } = process.env;
const cfg = { channels: { feishu: { enabled: true, appId, appSecret, sendMarkdownAsCard: true } } };
const runtime = {
  log: console.log,
  error: console.error,
  channel: {
    routing: { resolveAgentRoute: () => ({ sessionKey: "main", accountId: "default", agentId: "main" }) },
    reply: {
      createReplyDispatcher: ({ deliver }) => ({ deliver }),
      dispatchReplyFromConfig: async ({ ctx, dispatcher }) => {
        await dispatcher.deliver({ text: `**echo**: ${ctx.Body}` });
        return { queuedFinal: true, counts: { final: 1 } };
      },
    },
  },
};
let channel;
plugin.register({ runtime, registerChannel: (given) => (channel = given.plugin) });
const log = { info: console.log, error: console.error };
await channel.gateway.startAccount({ accountId: "default", cfg, runtime, log });
