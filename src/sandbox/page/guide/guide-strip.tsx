import { useObservable } from "../client/observable.ts";
import { useReader } from "../client/reader.ts";
import { Icon } from "../shell/icon.tsx";
import { QuietButton } from "../shell/quiet-button.tsx";
import type { World } from "../world/world.ts";
import { useTry } from "./use-place.ts";

/** What this is and things to try, each one click; draws nothing once it was closed. */
export function GuideStrip({ world }: { world: World }) {
  const { client, words, locale, phone } = useReader();
  const settings = useObservable(client.settings);
  const attempt = useTry(world);
  const { guide } = world;
  if (!guide || settings.guide === false) return null;
  const english = locale === "en_us";
  const close = (): void => client.settings.set({ ...client.settings.get(), guide: false });
  return (
    <section class="guide" aria-label={words.guide}>
      <div class="guide-lines">
        {(english ? guide.lines_en : guide.lines).map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
      <div class="guide-tries">
        <h2>{words.guideTries}</h2>
        <ol>
          {guide.tries.map((one) => (
            <li key={one.title}>
              <button
                type="button"
                class="soft-button"
                onClick={() => {
                  // On a phone the guide would cover what was asked for.
                  if (phone) close();
                  void attempt(one);
                }}
              >
                {one.script !== undefined && <Icon name="play" size={14} />}
                {english ? one.title_en : one.title}
              </button>
            </li>
          ))}
        </ol>
      </div>
      <QuietButton label={words.closeGuide} icon="close" onClick={close} />
    </section>
  );
}
