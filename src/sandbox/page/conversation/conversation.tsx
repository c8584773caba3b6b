import { useEffect, useMemo } from "preact/hooks";
import type { SandboxApp, SandboxChat } from "../../protocol.ts";
import { ChatAvatar } from "../chats/chat-entry.tsx";
import { useReader } from "../client/reader.ts";
import { Icon } from "../shell/icon.tsx";
import { chatTitle, hearsMessages, otherSide } from "../world/chat-list.ts";
import { personTitle } from "../world/person-name.ts";
import { seenThread } from "../world/seen-thread.ts";
import { unreadIn } from "../world/unread.ts";
import { sandboxNow, type World } from "../world/world.ts";
import { BotMenu } from "./bot-menu.tsx";
import { Composer } from "./composer.tsx";
import { FollowUps } from "./follow-ups.tsx";
import { GroupSettings } from "./group-settings.tsx";
import type { Candidate } from "./mention-box.tsx";
import { MessageList } from "./message-list.tsx";
import { useComposer } from "./use-composer.ts";
import { useFileDrop } from "./use-file-drop.ts";

function useCandidates(world: World, chat: SandboxChat): Candidate[] {
  const { me, words, people, locale, nameOf } = useReader();
  if (chat.type === "p2p") return [];
  const bots = world.apps
    .filter((app) => chat.bots.includes(app.app_id))
    .map((app) => ({ id: app.bot_open_id, name: app.name, title: words.bot, bot: true }));
  const others = chat.members.flatMap((id) => {
    const person = id === me.open_id ? undefined : people.get(id);
    return person ? [{ id, name: nameOf(id), title: personTitle(person, locale), bot: false }] : [];
  });
  return [...bots, ...others];
}

/** Marks a chat as read while it is shown. */
function useReading(world: World, chat: SandboxChat, covered: boolean): void {
  const { client, me } = useReader();
  const unread = unreadIn(world.threads.get(chat.chat_id), me.open_id).count;
  useEffect(() => {
    const read = (): void => {
      if (unread === 0 || covered || document.visibilityState !== "visible") return;
      void client.act({ act: "read", as: me.open_id, chat_id: chat.chat_id });
    };
    read();
    document.addEventListener("visibilitychange", read);
    return () => document.removeEventListener("visibilitychange", read);
  }, [unread, covered, chat.chat_id, me.open_id]);
}

function ConversationHead({ world, chat }: { world: World; chat: SandboxChat }) {
  const { client, me, words, phone, locale } = useReader();
  const title = chatTitle(world, chat, locale);
  return (
    <header class="talk-head">
      {phone && (
        <button
          type="button"
          class="quiet"
          aria-label={words.back}
          title={words.back}
          onClick={() => client.go({ as: me.open_id, chat: "" })}
        >
          <Icon name="back" size={22} />
        </button>
      )}
      <ChatAvatar entry={{ chat, title }} size={34} />
      <div class="talk-title">
        <h2>{title}</h2>
        <p>{chat.type === "group" ? words.memberCount(chat.members.length + chat.bots.length) : words.bot}</p>
      </div>
      {chat.type === "group" && <GroupSettings chat={chat} apps={world.apps} />}
    </header>
  );
}

/** Why messages cannot be sent to this chat; undefined if they can. */
function useSilence(chat: SandboxChat, bot: SandboxApp | undefined): string | undefined {
  const { words } = useReader();
  if (chat.dissolved) return words.dissolved;
  return bot && !hearsMessages(bot) ? words.deafBot(bot.name) : undefined;
}

/**
 * One chat: its messages, the bot's menu and the message editor. `covered`: another part of the page is shown
 * in its place.
 */
export function Conversation({
  world,
  chat,
  covered,
}: {
  world: World;
  chat: SandboxChat;
  covered: boolean;
}) {
  const { me, words, locale } = useReader();
  const all = world.threads.get(chat.chat_id);
  const thread = useMemo(() => seenThread(all ?? [], me.open_id), [all, me.open_id]);
  const title = chatTitle(world, chat, locale);
  const bot = otherSide(world, chat);
  const silence = useSilence(chat, bot);
  const newest = thread.at(-1);
  const candidates = useCandidates(world, chat);
  const writing = useComposer(chat, candidates);
  const drop = useFileDrop(writing.attach);
  useReading(world, chat, covered);
  return (
    <main class="talk" data-open-chat={chat.chat_id} aria-label={title} hidden={covered} {...drop.handlers}>
      <ConversationHead world={world} chat={chat} />
      <MessageList
        thread={thread}
        now={sandboxNow(world, Date.now())}
        onReply={(message) => {
          writing.change({ replyTo: message.message_id });
          document.querySelector<HTMLTextAreaElement>(".composer textarea")?.focus();
        }}
      >
        {bot && !silence && newest && <FollowUps message={newest} say={(text) => void writing.say(text)} />}
      </MessageList>
      {bot && <BotMenu app={bot} say={(text) => void writing.say(text)} />}
      {silence ? (
        <p class="hint silence">{silence}</p>
      ) : (
        <Composer
          writing={writing}
          title={title}
          replied={thread.find((message) => message.message_id === writing.draft.replyTo)}
          candidates={candidates}
        />
      )}
      {drop.over && <div class="drop-here">{words.dropHere}</div>}
    </main>
  );
}
