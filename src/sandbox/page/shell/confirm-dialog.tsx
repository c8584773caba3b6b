import { useObservable } from "../client/observable.ts";
import { useReader } from "../client/reader.ts";
import { cardWords } from "../words/card-words.ts";
import { Modal } from "./modal.tsx";

/** The confirmation dialog of a press. */
export function ConfirmDialog() {
  const { client, locale } = useReader();
  const question = useObservable(client.confirmation);
  if (!question) return null;
  const words = cardWords(locale);
  const answer = (yes: boolean): void => {
    client.confirmation.set(undefined);
    question.answer(yes);
  };
  return (
    <Modal label={question.title || question.text} onClose={() => answer(false)} look="confirm">
      {question.title && <h2>{question.title}</h2>}
      {question.text && <p>{question.text}</p>}
      <div class="modal-buttons">
        <button type="button" class="plain-button" onClick={() => answer(false)}>
          {words.cancel}
        </button>
        <button type="button" class="primary-button" onClick={() => answer(true)}>
          {words.confirm}
        </button>
      </div>
    </Modal>
  );
}
