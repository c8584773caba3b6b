import type { SandboxApp, SandboxChat } from "../../protocol.ts";
import { useReader } from "../client/reader.ts";
import { Avatar } from "../people/avatar.tsx";
import { Icon } from "../shell/icon.tsx";
import { Popover } from "../shell/popover.tsx";
import { personTitle } from "../world/person-name.ts";

function BotSwitch({ app, chat }: { app: SandboxApp; chat: SandboxChat }) {
  const { client, me, words } = useReader();
  const inside = chat.bots.includes(app.app_id);
  const change = async (): Promise<void> => {
    const act = inside ? "remove_bot" : "add_bot";
    const answer = await client.act({ act, as: me.open_id, chat_id: chat.chat_id, app_id: app.app_id });
    if (!answer.ok) client.toasts.show("error", words.failed(answer.error));
  };
  return (
    <button type="button" class="soft-button" onClick={() => void change()}>
      <Icon name={inside ? "minus" : "add"} size={14} />
      {inside ? words.removeBot(app.name) : words.addBot(app.name)}
    </button>
  );
}

/** A group's members, and controls to add and remove bots. */
export function GroupSettings({ chat, apps }: { chat: SandboxChat; apps: readonly SandboxApp[] }) {
  const { words, people, locale, nameOf } = useReader();
  const titleOf = (id: string): string => {
    const person = people.get(id);
    return person ? personTitle(person, locale) : "";
  };
  const bots = apps.filter((app) => chat.bots.includes(app.app_id));
  return (
    <Popover class="quiet" label={words.groupSettings} face={<Icon name="more" />}>
      {() => (
        <div class="group-settings">
          {apps.map((app) => (
            <BotSwitch key={app.app_id} app={app} chat={chat} />
          ))}
          <h3>{words.memberCount(chat.members.length)}</h3>
          <ul>
            {bots.map((app) => (
              <li key={app.app_id}>
                <Avatar id={app.app_id} name={app.name} size={24} bot /> {app.name}
              </li>
            ))}
            {chat.members.map((id) => (
              <li key={id}>
                <Avatar id={id} name={nameOf(id)} size={24} /> {nameOf(id)}
                <span class="person-title">{titleOf(id)}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </Popover>
  );
}
