import { useId, useState } from "preact/hooks";
import { useReader } from "../client/reader.ts";
import { toolWords } from "../words/tool-words.ts";
import { chatTitle } from "../world/chat-list.ts";
import type { Faults } from "../world/protocol-shapes.ts";
import type { KnownFault } from "../world/tool-shapes.ts";
import type { World } from "../world/world.ts";
import { type FaultControl, faultControl } from "./fault-control.ts";

type Value = string | number | boolean;
type On = Faults[string];

/** A description of the conditions a fault is limited to. */
function useNarrowing(world: World, on: On): string {
  const { locale, nameOf } = useReader();
  const words = toolWords(locale);
  const chat = world.chats.get(on.chat_id ?? "");
  return [
    on.person === undefined ? "" : words.aimsWhom(nameOf(on.person)),
    on.chat_id === undefined ? "" : words.aimsChat(chat ? chatTitle(world, chat, locale) : on.chat_id),
    on.app_id === undefined ? "" : words.aimsApp(nameOf(on.app_id)),
    on.path === undefined ? "" : words.aimsPath(on.path),
    on.next === undefined ? "" : words.left(on.next),
  ]
    .filter(Boolean)
    .join(" · ");
}

function Narrowing({ world, on }: { world: World; on: On }) {
  const text = useNarrowing(world, on);
  return text === "" ? null : <p class="fault-aim">{text}</p>;
}

function ValueBox({
  control,
  value,
  label,
  onValue,
}: {
  control: Exclude<FaultControl, { kind: "switch" }>;
  value: Value;
  label: string;
  onValue: (value: Value) => void;
}) {
  if (control.kind === "choice") {
    return (
      <select
        class="text-box fault-value"
        aria-label={label}
        value={String(value)}
        onChange={(event) => {
          const { value: text } = event.currentTarget;
          onValue(control.options.find((one) => String(one) === text) ?? text);
        }}
      >
        {control.options.map((one) => (
          <option key={one} value={String(one)}>
            {one}
          </option>
        ))}
      </select>
    );
  }
  return (
    <input
      class="text-box fault-value"
      type="number"
      aria-label={label}
      min={control.min}
      max={control.max}
      value={Number(value)}
      onChange={(event) => {
        const number = event.currentTarget.valueAsNumber;
        if (Number.isInteger(number)) onValue(number);
      }}
    />
  );
}

/** One fault: its description, value, and conditions. */
export function FaultRow({
  fault,
  on,
  world,
  onChange,
}: {
  fault: KnownFault;
  on: On | undefined;
  world: World;
  /** The value to turn it on with; undefined turns it off. */
  onChange: (value: Value | undefined) => void;
}) {
  const { locale } = useReader();
  const id = useId();
  const control = faultControl(fault.value);
  const first = control.kind === "choice" ? (control.options[0] ?? true) : true;
  const [chosen, setChosen] = useState<Value>(control.kind === "number" ? control.first : first);
  const value = on?.value ?? chosen;
  return (
    <li class="fault" data-fault={fault.name} data-on={on ? "true" : undefined}>
      <label class="tick">
        <input
          type="checkbox"
          role="switch"
          checked={on !== undefined}
          aria-checked={on !== undefined}
          aria-describedby={id}
          onChange={() => onChange(on ? undefined : value)}
        />
        <span>{fault.about[locale]}</span>
      </label>
      <div class="fault-facts" id={id}>
        <code>{fault.name}</code>
        {on && <Narrowing world={world} on={on} />}
      </div>
      {control.kind !== "switch" && (
        <ValueBox
          control={control}
          value={value}
          label={`${fault.name}: ${toolWords(locale).value}`}
          onValue={(next) => {
            setChosen(next);
            if (on) onChange(next);
          }}
        />
      )}
    </li>
  );
}
