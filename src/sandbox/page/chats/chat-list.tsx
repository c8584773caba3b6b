import { useState } from "preact/hooks";
import type { SandboxApp } from "../../protocol.ts";
import { useReader } from "../client/reader.ts";
import { Avatar } from "../people/avatar.tsx";
import { Icon } from "../shell/icon.tsx";
import { QuietButton } from "../shell/quiet-button.tsx";
import { chatsOf, unmetBots } from "../world/chat-list.ts";
import { personName, personTitle } from "../world/person-name.ts";
import { sandboxNow, type World } from "../world/world.ts";
import { BotContacts } from "./bot-contacts.tsx";
import { ChatEntry } from "./chat-entry.tsx";
import { NewGroup } from "./new-group.tsx";
import { useEnterBot } from "./use-enter-bot.ts";

function Acting({ onPeople }: { onPeople: () => void }) {
  const { me, words, locale } = useReader();
  const name = personName(me, locale);
  const label = `${words.actingAs(name)}. ${words.switchPerson}`;
  return (
    <button type="button" class="acting" aria-label={label} onClick={onPeople}>
      <Avatar id={me.open_id} name={me.name} size={38} />
      <span class="person-words">
        <span class="person-name">{name}</span>
        <span class="person-title">{personTitle(me, locale)}</span>
      </span>
      <Icon name="people" size={17} />
    </button>
  );
}

function UnmetBot({ app }: { app: SandboxApp }) {
  const { words } = useReader();
  const enter = useEnterBot();
  return (
    <li>
      <button
        type="button"
        class="chat-entry unmet"
        data-app-id={app.app_id}
        onClick={() => void enter(app.app_id)}
      >
        <Avatar id={app.app_id} name={app.name} size={42} bot />
        <span class="chat-words">
          <span class="chat-name">{app.name}</span>
          <span class="preview-text">{words.neverMet}</span>
        </span>
      </button>
    </li>
  );
}

function Beginnings({ world }: { world: World }) {
  const { words } = useReader();
  const [dialog, setDialog] = useState<"bots" | "group" | undefined>(undefined);
  const close = (): void => setDialog(undefined);
  return (
    <div class="chats-head">
      <h2>{words.chats}</h2>
      <button type="button" class="soft-button" data-entry="bots" onClick={() => setDialog("bots")}>
        <Icon name="bot" size={15} />
        {words.bots}
      </button>
      <QuietButton label={words.newGroup} icon="add" onClick={() => setDialog("group")} />
      {dialog === "bots" && <BotContacts world={world} onClose={close} />}
      {dialog === "group" && <NewGroup world={world} onClose={close} />}
    </div>
  );
}

/** The acting person's chats, and the ways to start a new one. */
export function ChatList({
  world,
  openChat,
  onPeople,
}: {
  world: World;
  openChat: string;
  onPeople: () => void;
}) {
  const { client, me, words, locale } = useReader();
  const now = sandboxNow(world, Date.now());
  return (
    <section id="chats" class="chats" aria-label={words.chats} tabIndex={-1}>
      <Acting onPeople={onPeople} />
      <Beginnings world={world} />
      <ul class="chat-entries">
        {chatsOf(world, me.open_id, locale).map((entry) => (
          <ChatEntry
            key={entry.chat.chat_id}
            entry={entry}
            now={now}
            open={entry.chat.chat_id === openChat}
            onOpen={() => client.go({ as: me.open_id, chat: entry.chat.chat_id })}
          />
        ))}
        {unmetBots(world, me.open_id).map((app) => (
          <UnmetBot key={app.app_id} app={app} />
        ))}
      </ul>
    </section>
  );
}
