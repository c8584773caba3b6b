import { useState } from "preact/hooks";
import type { ScriptsView } from "../../protocol.ts";
import { useObservable } from "../client/observable.ts";
import { useReader } from "../client/reader.ts";
import { playOffered, stopScript } from "../client/tools-api.ts";
import { Icon } from "../shell/icon.tsx";
import { Popover } from "../shell/popover.tsx";
import { toolWords } from "../words/tool-words.ts";

type Run = ScriptsView["scripts"][number];

function Failure({ failure }: { failure: NonNullable<Run["failure"]> }) {
  const { locale, nameOf } = useReader();
  const { step, who, did, error, card } = failure;
  const words = toolWords(locale);
  return (
    <div class="run-failure">
      <p>{words.scriptFailed(step)}</p>
      <p>
        {who === undefined ? "" : `${nameOf(who)}: `}
        {did === "nothing" ? "" : `${did}: `}
        {error}
      </p>
      {card && (
        <p class="run-card">
          {words.onTheCard}: {card}
        </p>
      )}
    </div>
  );
}

function StopButton({ id }: { id: string }) {
  const { client, words, locale } = useReader();
  const [asked, setAsked] = useState(false);
  const stop = async (): Promise<void> => {
    setAsked(true);
    const answer = await stopScript(id);
    if (!answer.ok) client.toasts.show("error", words.failed(answer.error));
  };
  const tool = toolWords(locale);
  return (
    <button type="button" class="plain-button" disabled={asked} onClick={() => void stop()}>
      <Icon name="stop" size={14} />
      {asked ? tool.stopping : tool.stop}
    </button>
  );
}

/** The progress or result of a script run; screen readers announce only the result. */
function RunState({ run }: { run: Run }) {
  const words = toolWords(useReader().locale);
  const ended = {
    playing: "",
    done: words.scriptDone(run.played, (run.ms / 1000).toFixed(1)),
    stopped: words.scriptStopped(run.played),
    failed: "",
  };
  return (
    <div class="run" data-status={run.status}>
      {run.status === "playing" && (
        <>
          <p>{words.playing(run.played)}</p>
          <StopButton key={run.id} id={run.id} />
        </>
      )}
      <div role="status">
        {ended[run.status]}
        {run.failure && <Failure failure={run.failure} />}
      </div>
    </div>
  );
}

function Offered({
  script: { title, title_en },
  last,
  busy,
}: {
  script: ScriptsView["offered"][number];
  last: Run | undefined;
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
      {last && <RunState run={last} />}
    </li>
  );
}

function Face({ playing }: { playing: Run | undefined }) {
  if (!playing) return <Icon name="play" />;
  return (
    <>
      <span class="spinner" aria-hidden="true" />
      {playing.played}
    </>
  );
}

/** The scripts of the configuration, with the progress of the current run. Draws nothing without scripts. */
export function ScriptMenu() {
  const { client, locale } = useReader();
  const { offered, scripts } = useObservable(client.scripts);
  const words = toolWords(locale);
  const playing = scripts.find((run) => run.status === "playing");
  // Scripts may also be started from a file or over the API.
  const others = scripts.filter((run) => !offered.some(({ title }) => title === run.title)).slice(-1);
  if (offered.length === 0 && others.length === 0) return null;
  const label = playing ? words.scriptsPlaying(playing.played) : words.scripts;
  return (
    <Popover class="quiet script-face" label={label} name="scripts" face={<Face playing={playing} />}>
      {() => (
        <div class="script-box">
          <h2>{words.scripts}</h2>
          <ul>
            {offered.map((script) => (
              <Offered
                key={script.title}
                script={script}
                last={scripts.findLast((run) => run.title === script.title)}
                busy={playing !== undefined}
              />
            ))}
            {others.map((run) => (
              <li key={run.id} class="offered">
                <p>{run.title || run.id}</p>
                <RunState run={run} />
              </li>
            ))}
          </ul>
        </div>
      )}
    </Popover>
  );
}
