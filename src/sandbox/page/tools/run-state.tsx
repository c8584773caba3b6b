import { useState } from "preact/hooks";
import type { ScriptsView } from "../../protocol.ts";
import { useReader } from "../client/reader.ts";
import { stopScript } from "../client/tools-api.ts";
import { Icon } from "../shell/icon.tsx";
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
export function RunState({ run }: { run: Run }) {
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
          <p>{words.playing(run.played, run.total)}</p>
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
