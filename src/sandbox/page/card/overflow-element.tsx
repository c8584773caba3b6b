import { Icon } from "../shell/icon.tsx";
import { Popover } from "../shell/popover.tsx";
import { cardWords } from "../words/card-words.ts";
import { useCard } from "./card-scope.ts";
import { flagAt, type Json, jsonAt, listAt, textAt } from "./json.ts";
import { linkAddress } from "./link-cover.tsx";
import { localText } from "./locale-text.ts";

/** `overflow`: a menu of further actions. */
export function OverflowElement({ element }: { element: Json }) {
  const { locale, press, state } = useCard();
  return (
    <Popover
      class="quiet overflow"
      label={cardWords(locale).more}
      name={textAt(element, "name") ?? textAt(element, "element_id")}
      disabled={(flagAt(element, "disabled") ?? false) || state.pending !== undefined}
      face={<Icon name="more" />}
    >
      {(close) => (
        <div class="menu">
          {listAt(element, "options").map((option) => {
            const text = localText(option.text, locale);
            const address = linkAddress(jsonAt(option, "multi_url"));
            if (address) {
              return (
                <a key={text} href={address} target="_blank" rel="noopener noreferrer" onClick={close}>
                  {text}
                </a>
              );
            }
            return (
              <button
                key={text}
                type="button"
                onClick={() => {
                  close();
                  press(element, { option: textAt(option, "value") ?? text });
                }}
              >
                {text}
              </button>
            );
          })}
        </div>
      )}
    </Popover>
  );
}
