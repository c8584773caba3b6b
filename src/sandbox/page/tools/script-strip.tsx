import { useState } from "preact/hooks";
import { useObservable } from "../client/observable.ts";
import { useReader } from "../client/reader.ts";
import { QuietButton } from "../shell/quiet-button.tsx";
import { toolWords } from "../words/tool-words.ts";
import { RunState } from "./run-state.tsx";

/** How far the newest script is, and how it ended until that was read; nothing before a first one was played here. */
export function ScriptStrip() {
  const { client, words, locale } = useReader();
  const { offered, scripts } = useObservable(client.scripts);
  const run = scripts.at(-1);
  const [read, setRead] = useState(run?.status === "playing" ? "" : run?.id);
  if (!run || run.id === read) return null;
  const offer = offered.find(({ title }) => title === run.title);
  const title = (locale === "en_us" ? offer?.title_en : undefined) ?? (run.title || run.id);
  const label = toolWords(locale).scripts;
  return (
    <section class="script-strip" aria-label={`${label}: ${title}`}>
      <h2>{title}</h2>
      <progress max={Math.max(run.total, 1)} value={run.status === "done" ? run.total : run.played} />
      <RunState run={run} />
      {run.status !== "playing" && (
        <QuietButton label={words.close} icon="close" onClick={() => setRead(run.id)} />
      )}
    </section>
  );
}
