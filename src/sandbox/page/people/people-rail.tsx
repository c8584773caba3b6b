import { useMemo, useState } from "preact/hooks";
import type { SandboxPerson } from "../../protocol.ts";
import { useReader } from "../client/reader.ts";
import { QuietButton } from "../shell/quiet-button.tsx";
import { SearchBox } from "../shell/search-box.tsx";
import { UnreadBadge } from "../shell/unread-badge.tsx";
import { groupPeople } from "../world/people-groups.ts";
import { personName, personTitle } from "../world/person-name.ts";
import { unreadOf } from "../world/unread.ts";
import type { World } from "../world/world.ts";
import { Avatar } from "./avatar.tsx";

function PersonEntry({
  person,
  world,
  onChoose,
}: {
  person: SandboxPerson;
  world: World;
  onChoose: () => void;
}) {
  const { me, words, locale } = useReader();
  const unread = unreadOf(world, person.open_id);
  const name = personName(person, locale);
  const title = personTitle(person, locale);
  return (
    <li>
      <button
        type="button"
        class="person-entry"
        data-open-id={person.open_id}
        aria-current={person.open_id === me.open_id ? "true" : undefined}
        title={title}
        onClick={onChoose}
      >
        <Avatar id={person.open_id} name={person.name} size={34} />
        <span class="person-words">
          <span class="person-name">{name}</span>
          <span class="person-title">{person.resigned ? words.resigned : title}</span>
        </span>
        <UnreadBadge unread={unread} />
      </button>
    </li>
  );
}

/** The people switcher: everyone in the sandbox, to choose the acting person. */
export function PeopleRail({
  world,
  onChoose,
  onClose,
}: {
  world: World;
  onChoose: (openId: string) => void;
  onClose: () => void;
}) {
  const { words, locale } = useReader();
  const [query, setQuery] = useState("");
  const groups = useMemo(
    () => groupPeople(world.people.values(), query, locale),
    [world.people, query, locale],
  );
  return (
    <nav class="rail" aria-label={words.people}>
      <div class="rail-head">
        <h2>{words.switchPerson}</h2>
        <QuietButton label={words.closePeople} icon="close" onClick={onClose} />
      </div>
      <SearchBox label={words.searchPeople} query={query} onQuery={setQuery} />
      <div class="rail-scroll">
        {groups.length === 0 && <p class="hint">{words.nobodyFound}</p>}
        {groups.map((group) => (
          <section key={group.title}>
            <h3>
              {group.title || (groups.length > 1 ? words.otherPosts : words.people)}{" "}
              <span>{group.people.length}</span>
            </h3>
            <ul>
              {group.people.map((person) => (
                <PersonEntry
                  key={person.open_id}
                  person={person}
                  world={world}
                  onChoose={() => onChoose(person.open_id)}
                />
              ))}
            </ul>
          </section>
        ))}
      </div>
    </nav>
  );
}
