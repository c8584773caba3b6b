import type { SandboxMessage } from "../../protocol.ts";
import { useReader } from "../client/reader.ts";

/** Reply suggestions under the bot's newest message; pressing one sends it. */
export function FollowUps({ message, say }: { message: SandboxMessage; say: (text: string) => void }) {
  const { words, locale } = useReader();
  const { follow_ups = [], deleted } = message;
  if (follow_ups.length === 0 || deleted) return null;
  return (
    <fieldset class="follow-ups" aria-label={words.followUps}>
      {follow_ups.map(({ content, i18n }, at) => {
        const text = i18n?.[locale] ?? content;
        return (
          <button key={at} type="button" onClick={() => say(text)}>
            {text}
          </button>
        );
      })}
    </fieldset>
  );
}
