import { createMemoryState } from "@chat-adapter/state-memory";
import { createLarkAdapter } from "@larksuite/vercel-chat-adapter";
import { Chat } from "chat";

// The example of the vendor's adapter for the Chat SDK. LARK_APP_ID, LARK_APP_SECRET.

const bot = new Chat({
  userName: "clerk",
  adapters: { lark: createLarkAdapter() },
  state: createMemoryState(),
});
bot.onNewMention(async (thread, message) => {
  await thread.subscribe();
  await thread.post(`You said: ${message.text}`);
});
bot.onDirectMessage(async (thread, message) => {
  await thread.post(`Got your DM: ${message.text}`);
});
await bot.initialize();
console.log("ready");
