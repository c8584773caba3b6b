import { Client, EventDispatcher, WSClient } from "@larksuiteoapi/node-sdk";

// A bot as the official SDK's own examples have one: it hears over the long connection and says everything again in a thread.
// It knows no host but the platform's. APP_ID, APP_SECRET.

const { APP_ID: appId = "", APP_SECRET: appSecret = "" } = process.env;
const client = new Client({ appId, appSecret });
const eventDispatcher = new EventDispatcher({}).register({
  "im.message.receive_v1": async ({ message }) => {
    await client.im.v1.messageReaction.create({
      path: { message_id: message.message_id },
      data: { reaction_type: { emoji_type: "OnIt" } },
    });
    const { text } = JSON.parse(message.content);
    await client.im.v1.message.reply({
      path: { message_id: message.message_id },
      data: { msg_type: "text", content: JSON.stringify({ text: `echo: ${text}` }), reply_in_thread: true },
    });
  },
});
const ws = new WSClient({ appId, appSecret, onReady: () => console.log("ready") });
await ws.start({ eventDispatcher });
