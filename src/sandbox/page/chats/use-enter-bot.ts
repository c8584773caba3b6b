import { useReader } from "../client/reader.ts";

/** Opens the p2p chat with a bot, which sends the bot an event. */
export function useEnterBot(): (appId: string) => Promise<void> {
  const { client, me, words } = useReader();
  return async (appId) => {
    const answer = await client.act({ act: "enter", as: me.open_id, app_id: appId });
    if (answer.ok) client.go({ as: me.open_id, chat: answer.chat_id ?? "" });
    else client.toasts.show("error", words.failed(answer.error));
  };
}
