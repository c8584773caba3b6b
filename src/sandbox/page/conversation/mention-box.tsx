import { useReader } from "../client/reader.ts";
import { Avatar } from "../people/avatar.tsx";
import type { Mentionable } from "../world/mentions.ts";

export type Candidate = Mentionable & { bot: boolean; title: string };

/** The people and bots whose name matches the text after `@`: bots first, eight at most. */
export function mentionCandidates(all: readonly Candidate[], query: string): Candidate[] {
  const wanted = query.toLowerCase();
  return all.filter((one) => `${one.name} ${one.title}`.toLowerCase().includes(wanted)).slice(0, 8);
}

/** The names offered after `@`, above the text box that controls them. */
export function MentionBox({
  id,
  candidates,
  active,
  onChoose,
}: {
  id: string;
  candidates: readonly Candidate[];
  active: number;
  onChoose: (one: Candidate) => void;
}) {
  const { words } = useReader();
  return (
    <div class="mention-box" id={id} role="listbox" aria-label={words.mentionList}>
      {candidates.map((one, at) => (
        <button
          type="button"
          key={one.id}
          id={`${id}-${at}`}
          role="option"
          tabIndex={-1}
          aria-selected={at === active}
          // Keeps the focus in the text box while a name is chosen.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onChoose(one)}
        >
          <Avatar id={one.id} name={one.name} size={24} bot={one.bot} />
          <span>{one.name}</span>
          <span class="person-title">{one.bot ? words.bot : one.title}</span>
        </button>
      ))}
    </div>
  );
}
