import type { ScriptsView } from "../../protocol.ts";
import { useObservable } from "../client/observable.ts";
import { useReader } from "../client/reader.ts";
import { playOffered } from "../client/tools-api.ts";
import { Icon } from "../shell/icon.tsx";
import { Popover } from "../shell/popover.tsx";
import { toolWords } from "../words/tool-words.ts";

type Run = ScriptsView["scripts"][number];

function Offered({
  script: { title, title_en },
  busy,
}: {
  script: ScriptsView["offered"][number];
  busy: boolean;
}) {
  const { client, words, locale } = useReader();
  const shown = locale === "en_us" ? title_en : title;
  const play = async (): Promise<void> => {
    const answer = await playOffered(title);
    if (!answer.ok) client.toasts.show("error", words.failed(answer.error));
  };
  return (
    <li class="offered">
      <button
        type="button"
        class="soft-button"
        aria-label={toolWords(locale).playScript(shown)}
        aria-disabled={busy}
        onClick={() => !busy && void play()}
      >
        <Icon name="play" size={14} />
        {shown}
      </button>
    </li>
  );
}

function Face({ playing, label }: { playing: Run | undefined; label: string }) {
  return (
    <>
      {playing ? <span class="spinner" aria-hidden="true" /> : <Icon name="play" />}
      <span>{label}</span>
    </>
  );
}

/** The scripts of the configuration; how far one is shows below the bar. Draws nothing without scripts. */
export function ScriptMenu() {
  const { client, locale } = useReader();
  const { offered, scripts } = useObservable(client.scripts);
  const words = toolWords(locale);
  const playing = scripts.find((run) => run.status === "playing");
  if (offered.length === 0) return null;
  const label = playing ? words.scriptsPlaying(playing.played, playing.total) : words.scripts;
  return (
    <Popover
      class="quiet script-face"
      label={label}
      name="scripts"
      face={<Face playing={playing} label={words.scripts} />}
    >
      {() => (
        <div class="script-box">
          <h2>{words.scripts}</h2>
          <ul>
            {offered.map((script) => (
              <Offered key={script.title} script={script} busy={playing !== undefined} />
            ))}
          </ul>
        </div>
      )}
    </Popover>
  );
}
