import type { Guide, GuidePlace } from "../../guide.ts";
import { useReader } from "../client/reader.ts";
import { playOffered } from "../client/tools-api.ts";
import { chatsOf, otherSide } from "../world/chat-list.ts";
import type { World } from "../world/world.ts";

/** A person's chat with the first bot: its id, which is known or, for the first time, comes from entering it. */
function useBotChat(world: World): (openId: string) => Promise<string> {
  const { client, words, locale } = useReader();
  return async (openId) => {
    const [app] = world.apps;
    if (!app) return "";
    const chats = chatsOf(world, openId, locale);
    const known = chats.find(({ chat }) => otherSide(world, chat)?.app_id === app.app_id);
    if (known) return known.chat.chat_id;
    const answer = await client.act({ act: "enter", as: openId, app_id: app.app_id });
    if (!answer.ok) client.toasts.show("error", words.failed(answer.error));
    return answer.ok ? (answer.chat_id ?? "") : "";
  };
}

/** Becomes a person and opens the chat that has something for them: the bot greets whoever it has not met. */
export function useBecome(world: World): (openId: string) => Promise<void> {
  const { client } = useReader();
  const botChat = useBotChat(world);
  return async (openId) => client.go({ as: openId, chat: await botChat(openId) });
}

/** Goes to a place of the guide and does what is tried there. */
export function useTry(world: World): (attempt: Guide["tries"][number]) => Promise<void> {
  const { client, words, locale } = useReader();
  const botChat = useBotChat(world);
  const chatAt = async ({ as, chat_id }: GuidePlace): Promise<string> => chat_id ?? botChat(as);
  return async ({ place, place_en, menu, say, say_en, script }) => {
    const english = locale === "en_us";
    const there = english ? place_en : place;
    const { as } = there;
    const chat = await chatAt(there);
    client.go({ as, chat });
    const [app] = world.apps;
    const text = english ? (say_en ?? say) : say;
    const answers = [
      menu !== undefined &&
        app !== undefined &&
        client.act({ act: "menu", as, app_id: app.app_id, event_key: menu }),
      text !== undefined && client.act({ act: "send", as, chat_id: chat, content: { kind: "text", text } }),
      script !== undefined && playOffered(script),
    ];
    for (const asked of answers) {
      const answer = await asked;
      if (answer && !answer.ok) client.toasts.show("error", words.failed(answer.error));
    }
  };
}
