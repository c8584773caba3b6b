import { useMemo, useState } from "preact/hooks";
import { useReader } from "../client/reader.ts";
import { Avatar } from "../people/avatar.tsx";
import { Modal } from "../shell/modal.tsx";
import { SearchBox } from "../shell/search-box.tsx";
import { groupPeople } from "../world/people-groups.ts";
import { personName, personTitle } from "../world/person-name.ts";
import type { World } from "../world/world.ts";

type Chosen = { chosen: readonly string[]; onChosen: (chosen: readonly string[]) => void };

function Members({ world, chosen, onChosen }: { world: World } & Chosen) {
  const { me, words, locale } = useReader();
  const [query, setQuery] = useState("");
  const found = useMemo(() => groupPeople(world.people.values(), query), [world.people, query]);
  const others = found.flatMap((group) => group.people).filter((person) => person.open_id !== me.open_id);
  const toggle = (id: string): void =>
    onChosen(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  return (
    <>
      <p class="stacked">
        {words.members} {chosen.length > 0 && `(${chosen.length})`}
      </p>
      <SearchBox label={words.searchPeople} query={query} onQuery={setQuery} />
      <ul class="contact-list">
        {others.map((person) => {
          const { open_id, name } = person;
          return (
            <li key={open_id}>
              <label class="person-entry">
                <input type="checkbox" checked={chosen.includes(open_id)} onChange={() => toggle(open_id)} />
                <Avatar id={open_id} name={name} size={28} />
                <span class="person-words">
                  <span class="person-name">{personName(person, locale)}</span>
                  <span class="person-title">{personTitle(person, locale)}</span>
                </span>
              </label>
            </li>
          );
        })}
      </ul>
    </>
  );
}

/** A dialog that creates a group of people; bots are added afterwards, as in the platform's client. */
export function NewGroup({ world, onClose }: { world: World; onClose: () => void }) {
  const { client, me, words } = useReader();
  const [name, setName] = useState("");
  const [members, setMembers] = useState<readonly string[]>([]);
  const create = async (event: Event): Promise<void> => {
    event.preventDefault();
    const all = [me.open_id, ...members];
    const answer = await client.act({ act: "create_group", as: me.open_id, name: name.trim(), members: all });
    if (!answer.ok) return client.toasts.show("error", words.failed(answer.error));
    client.go({ as: me.open_id, chat: answer.chat_id ?? "" });
    return onClose();
  };
  return (
    <Modal label={words.newGroup} onClose={onClose}>
      <form class="new-group" onSubmit={(event) => void create(event)}>
        <h2>{words.newGroup}</h2>
        <label class="stacked">
          {words.groupName}
          <input
            class="text-box"
            required
            value={name}
            onInput={(event) => setName(event.currentTarget.value)}
          />
        </label>
        <Members world={world} chosen={members} onChosen={setMembers} />
        <div class="modal-buttons">
          <button type="button" class="plain-button" onClick={onClose}>
            {words.close}
          </button>
          <button type="submit" class="primary-button" disabled={name.trim() === ""}>
            {words.create}
          </button>
        </div>
      </form>
    </Modal>
  );
}
