import { useReader } from "../client/reader.ts";
import { Avatar } from "../people/avatar.tsx";
import { Modal } from "../shell/modal.tsx";
import type { World } from "../world/world.ts";
import { useEnterBot } from "./use-enter-bot.ts";

/** The bots a person can open a chat with, like the platform's contact list. */
export function BotContacts({ world, onClose }: { world: World; onClose: () => void }) {
  const { words } = useReader();
  const enter = useEnterBot();
  const choose = async (appId: string): Promise<void> => {
    await enter(appId);
    onClose();
  };
  return (
    <Modal label={words.bots} onClose={onClose}>
      <h2>{words.bots}</h2>
      <ul class="contact-list">
        {world.apps.map((app) => (
          <li key={app.app_id}>
            <button
              type="button"
              class="person-entry"
              data-app-id={app.app_id}
              onClick={() => void choose(app.app_id)}
            >
              <Avatar id={app.app_id} name={app.name} size={36} bot />
              <span class="person-words">
                <span class="person-name">{app.name}</span>
                <span class="person-title">{words.openBot(app.name)}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
      <div class="modal-buttons">
        <button type="button" class="plain-button" onClick={onClose}>
          {words.close}
        </button>
      </div>
    </Modal>
  );
}
