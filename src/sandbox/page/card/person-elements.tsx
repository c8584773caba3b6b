import { PersonChip } from "../people/person-chip.tsx";
import { boxStyle } from "./box-style.ts";
import { useCard } from "./card-scope.ts";
import { flagAt, type Json, listAt, textAt } from "./json.ts";

const sizes: Record<string, number> = { extra_small: 16, small: 24, medium: 32, large: 48 };

function pixels(element: Json): number {
  return sizes[textAt(element, "size") ?? "medium"] ?? 32;
}

/** `person`: one person. */
export function PersonElement({ element }: { element: Json }) {
  const { config } = useCard();
  return (
    <div style={boxStyle(element, config)}>
      <PersonChip
        id={textAt(element, "user_id") ?? ""}
        showName={flagAt(element, "show_name") ?? false}
        showAvatar={flagAt(element, "show_avatar") ?? true}
        capsule={textAt(element, "style") === "capsule"}
        size={pixels(element)}
      />
    </div>
  );
}

/** `person_list`: several people. */
export function PersonList({ element }: { element: Json }) {
  const { config } = useCard();
  return (
    <div class="person-list" style={boxStyle(element, config)}>
      {listAt(element, "persons").map((person) => (
        <PersonChip
          key={textAt(person, "id") ?? ""}
          id={textAt(person, "id") ?? ""}
          showName={flagAt(element, "show_name") ?? true}
          showAvatar={flagAt(element, "show_avatar") ?? true}
          capsule={false}
          size={pixels(element)}
        />
      ))}
    </div>
  );
}
