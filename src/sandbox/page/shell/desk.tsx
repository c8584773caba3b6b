import { useEffect, useState } from "preact/hooks";
import { ChatList } from "../chats/chat-list.tsx";
import { useObservable } from "../client/observable.ts";
import { useReader } from "../client/reader.ts";
import { useMedia } from "../client/use-media.ts";
import { Conversation } from "../conversation/conversation.tsx";
import { GuideStrip } from "../guide/guide-strip.tsx";
import { useBecome } from "../guide/use-place.ts";
import { PeopleRail } from "../people/people-rail.tsx";
import { ScriptStrip } from "../tools/script-strip.tsx";
import { ToolsPanel } from "../tools/tools-panel.tsx";
import { chatTitle } from "../world/chat-list.ts";
import type { World } from "../world/world.ts";
import { ConfirmDialog } from "./confirm-dialog.tsx";
import { Icon } from "./icon.tsx";
import { ToastRegion } from "./toast-region.tsx";
import { TopBar } from "./top-bar.tsx";

function NothingOpen() {
  const { words } = useReader();
  return (
    <main class="talk nothing-open">
      <Icon name="chat" size={44} />
      <h2>{words.chooseChat}</h2>
      <p>{words.chooseChatHint}</p>
    </main>
  );
}

/**
 * Whether the list of people is shown: beside the chats if there is room and the reader has not closed it,
 * otherwise as a drawer that closes after a choice.
 */
function usePeoplePanel(besideTools: boolean) {
  const { client } = useReader();
  const roomy = useMedia(besideTools ? "(min-width: 1560px)" : "(min-width: 1180px)");
  const [drawn, setDrawn] = useState(false);
  const settings = client.settings.get();
  return {
    drawer: !roomy,
    open: roomy ? settings.people !== false : drawn,
    show: (open: boolean) => (roomy ? client.settings.set({ ...settings, people: open }) : setDrawn(open)),
    chosen: () => setDrawn(false),
  };
}

/** For the keyboard: the list of people has many stops. */
function SkipPeople() {
  const { words } = useReader();
  return (
    <button type="button" class="skip" onClick={() => document.getElementById("chats")?.focus()}>
      {words.skipPeople}
    </button>
  );
}

/** The page's parts side by side; on a phone one at a time. */
export function Desk({ world, chat: chatId }: { world: World; chat: string }) {
  const { client, me, words, phone, locale } = useReader();
  const settings = useObservable(client.settings);
  const connection = useObservable(client.connection);
  const people = usePeoplePanel(settings.tool !== undefined);
  const become = useBecome(world);
  const known = world.chats.get(chatId);
  const chat = known?.members.includes(me.open_id) ? known : undefined;
  useEffect(() => {
    if (chat) document.title = `${chatTitle(world, chat, locale)} · ${words.productName}`;
  }, [chat, words]);
  const choosePerson = (openId: string): void => {
    people.chosen();
    if (chat?.members.includes(openId)) client.go({ as: openId, chat: chatId });
    else if (phone) client.go({ as: openId, chat: "" });
    else void become(openId);
  };
  return (
    <div
      class="desk"
      data-drawer={people.drawer && people.open ? "true" : undefined}
      data-chat={chat ? "true" : undefined}
    >
      {people.open && <SkipPeople />}
      <TopBar world={world} />
      <GuideStrip world={world} />
      <ScriptStrip world={world} />
      {connection === "lost" && (
        <p class="offline" role="alert">
          {words.offline}
        </p>
      )}
      <div class="columns">
        {people.open && (
          <PeopleRail world={world} onChoose={choosePerson} onClose={() => people.show(false)} />
        )}
        {!(phone && (chat || people.open)) && (
          <ChatList world={world} openChat={chatId} onPeople={() => people.show(!people.open)} />
        )}
        {chat && (
          // Covered, not removed: its open panels and its place would be lost.
          <Conversation
            key={`${me.open_id} ${chat.chat_id}`}
            world={world}
            chat={chat}
            covered={phone && people.open}
          />
        )}
        {!chat && !phone && <NothingOpen />}
        {settings.tool && <ToolsPanel world={world} chat={chatId} tool={settings.tool} />}
      </div>
      <ToastRegion />
      <ConfirmDialog />
    </div>
  );
}
