import { useReader } from "../client/reader.ts";
import { personTitle } from "../world/person-name.ts";
import { Avatar } from "./avatar.tsx";

/** A person in a card: picture, name, or both. */
export function PersonChip({
  id,
  showName,
  showAvatar,
  capsule,
  size,
}: {
  id: string;
  showName: boolean;
  showAvatar: boolean;
  capsule: boolean;
  size: number;
}) {
  const { nameOf, people, locale } = useReader();
  const name = nameOf(id);
  const person = people.get(id);
  return (
    <span
      class="person-chip"
      data-capsule={capsule ? "true" : undefined}
      title={person ? personTitle(person, locale) : name}
    >
      {showAvatar && <Avatar id={id} name={name} size={size} />}
      <span class={showName ? "" : "for-readers"}>{name}</span>
    </span>
  );
}
