import type { SandboxApp } from "../../protocol.ts";
import { useReader } from "../client/reader.ts";

/** The bot's menu in a p2p chat: an item sends a text or pushes an event. */
export function BotMenu({ app, say }: { app: SandboxApp; say: (text: string) => void }) {
  const { client, me, words, locale } = useReader();
  if (app.menu.length === 0) return null;
  const press = async (item: SandboxApp["menu"][number]): Promise<void> => {
    if (item.send) return say(item.send);
    if (!item.event_key) return undefined;
    const answer = await client.act({
      act: "menu",
      as: me.open_id,
      app_id: app.app_id,
      event_key: item.event_key,
    });
    if (!answer.ok) client.toasts.show("error", words.failed(answer.error));
    return undefined;
  };
  return (
    <fieldset class="bot-menu" aria-label={words.botMenu}>
      {app.menu.map((item) => (
        <button
          key={`${item.event_key} ${item.text}`}
          type="button"
          data-event-key={item.event_key}
          onClick={() => void press(item)}
        >
          {locale === "en_us" ? item.text_en || item.text : item.text}
        </button>
      ))}
    </fieldset>
  );
}
