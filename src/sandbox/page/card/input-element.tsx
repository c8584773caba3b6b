import { useId, useLayoutEffect, useRef, useState } from "preact/hooks";
import { Icon, type IconName } from "../shell/icon.tsx";
import { cardWords } from "../words/card-words.ts";
import { type FieldUse, useCard, useField } from "./card-scope.ts";
import { lengthLimit } from "./card-state.ts";
import { FieldFrame, useControl } from "./field-frame.tsx";
import { flagAt, type Json, numberAt, textAt } from "./json.ts";
import { localText } from "./locale-text.ts";

function useAutoResize(text: string, wanted: boolean) {
  const box = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    const node = box.current;
    if (!node || !wanted) return;
    node.style.height = "auto";
    node.style.height = `${node.scrollHeight + 2}px`;
  }, [text, wanted]);
  return box;
}

function InBox({
  label,
  icon,
  ...rest
}: {
  label: string;
  icon: IconName;
  pressed?: boolean;
  disabled?: boolean;
  onClick: () => void;
}) {
  const { pressed, disabled, onClick } = rest;
  return (
    <button
      type="button"
      class="quiet in-box"
      aria-label={label}
      title={label}
      aria-pressed={pressed}
      disabled={disabled}
      onClick={onClick}
    >
      <Icon name={icon} size={15} />
    </button>
  );
}

/** Attributes shared by all kinds of text inputs. */
function useFace(element: Json, use: FieldUse, id: string, text: string) {
  const { locale } = useCard();
  return {
    ...useControl(element, use, id),
    value: text,
    placeholder: localText(element.placeholder, locale),
    autocomplete: "off" as const,
    onInput: (event: { currentTarget: { value: string } }) => use.fill(event.currentTarget.value),
  };
}

type Box = { element: Json; use: FieldUse; id: string; text: string; onEnter: () => void };

function LongBox({ element, use, id, text }: Box) {
  const grows = flagAt(element, "auto_resize") ?? false;
  const box = useAutoResize(text, grows);
  const rows = grows ? 1 : (numberAt(element, "rows") ?? 5);
  return <textarea {...useFace(element, use, id, text)} ref={box} class="text-box" rows={rows} />;
}

function ShortBox({ element, use, id, text, onEnter, hidden }: Box & { hidden: boolean }) {
  return (
    <input
      {...useFace(element, use, id, text)}
      class="text-box"
      {...(hidden ? ({ type: "password" } as const) : ({ type: "text" } as const))}
      onKeyDown={(event) => {
        if (event.key === "Enter" && !event.isComposing && !use.inForm) onEnter();
      }}
    />
  );
}

function Input({ element, use }: { element: Json; use: FieldUse }) {
  const { locale, press, state } = useCard();
  const words = cardWords(locale);
  const id = useId();
  const [visible, setVisible] = useState(false);
  const text = typeof use.value === "string" ? use.value : "";
  const kind = textAt(element, "input_type") ?? "text";
  const secret = kind === "password";
  const limit = lengthLimit(use.field);
  const length = [...text].length;
  const counter = length > limit * 0.9 && limit > 20 && <span class="counter">{`${length} / ${limit}`}</span>;
  const send = (): void => press(element, { input_value: text });
  const box = { element, use, id, text, onEnter: send };
  return (
    <FieldFrame element={element} use={use} id={id} note={counter}>
      {kind === "multiline_text" ? <LongBox {...box} /> : <ShortBox {...box} hidden={secret && !visible} />}
      {secret && (
        <InBox
          label={visible ? words.hidePassword : words.showPassword}
          icon="eye"
          pressed={visible}
          onClick={() => setVisible(!visible)}
        />
      )}
      {!use.inForm && (
        <InBox label={words.submitInput} icon="send" disabled={state.pending !== undefined} onClick={send} />
      )}
    </FieldFrame>
  );
}

/** `input`: in a form it is sent by the submit, otherwise by its own button or by Enter. */
export function InputElement({ element }: { element: Json }) {
  const use = useField(element);
  return use ? <Input element={element} use={use} /> : null;
}
