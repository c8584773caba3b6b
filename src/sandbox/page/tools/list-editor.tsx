import { useState } from "preact/hooks";
import { useReader } from "../client/reader.ts";
import { toolWords } from "../words/tool-words.ts";

function AddOne({ label, onAdd }: { label: string; onAdd: (one: string) => void }) {
  const { locale } = useReader();
  const [text, setText] = useState("");
  const words = toolWords(locale);
  return (
    <form
      class="add-one"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() === "") return;
        onAdd(text.trim());
        setText("");
      }}
    >
      <input
        class="text-box"
        placeholder={words.another}
        aria-label={`${label}: ${words.another}`}
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
      />
      <button type="submit" class="plain-button" disabled={text.trim() === ""}>
        {words.add}
      </button>
    </form>
  );
}

type Ticks = {
  value: readonly string[];
  known: readonly string[];
  onSave: (value: readonly string[]) => void;
};

function Ticked({ label, value, known, onSave }: Ticks & { label: string }) {
  const without = (one: string): string[] => value.filter((other) => other !== one);
  return (
    <>
      <ul>
        {[...new Set([...known, ...value])].map((one) => (
          <li key={one}>
            <label class="tick">
              <input
                type="checkbox"
                checked={value.includes(one)}
                onChange={() => onSave(value.includes(one) ? without(one) : [...value, one])}
              />
              <code>{one}</code>
            </label>
          </li>
        ))}
      </ul>
      <AddOne label={label} onAdd={(one) => onSave([...without(one), one])} />
    </>
  );
}

/** An optional list of console settings: no list, or the ticked items. Each change is saved immediately. */
export function ListEditor({
  label,
  name,
  value,
  known,
  instead = known,
  unlisted,
  onSave,
}: {
  label: string;
  name: string;
  /** The ticked items; undefined without a list. */
  value: readonly string[] | undefined;
  known: readonly string[];
  /** Text for the case without a list, in full and in short. */
  unlisted: readonly [full: string, short: string];
  /** The items ticked initially when a list is created. */
  instead?: readonly string[];
  onSave: (value: readonly string[] | null) => void;
}) {
  const words = toolWords(useReader().locale);
  return (
    <details class="console-list" data-list={name}>
      <summary>
        {label} <span>{value === undefined ? unlisted[1] : words.items(value.length)}</span>
      </summary>
      <label class="tick">
        <input
          type="checkbox"
          checked={value === undefined}
          onChange={() => onSave(value === undefined ? instead : null)}
        />
        {unlisted[0]}
      </label>
      {value && <Ticked label={label} value={value} known={known} onSave={onSave} />}
    </details>
  );
}
