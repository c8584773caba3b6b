import { useState } from "preact/hooks";
import type { ScriptsView } from "../../protocol.ts";
import { useObservable } from "../client/observable.ts";
import { useReader } from "../client/reader.ts";
import { useBecome } from "../guide/use-place.ts";
import { QuietButton } from "../shell/quiet-button.tsx";
import { toolWords } from "../words/tool-words.ts";
import type { World } from "../world/world.ts";
import { RunState } from "./run-state.tsx";

type Run = ScriptsView["scripts"][number];

/** What the script is at, or came to, with a way to whom the sentence invites to be once it is over. */
function Chapter({ run: { chapter, status }, world }: { run: Run; world: World }) {
  const { locale, nameOf } = useReader();
  const become = useBecome(world);
  if (!chapter) return null;
  const { text, text_en, as } = chapter;
  return (
    <div class="chapter">
      <p>{locale === "en_us" ? text_en : text}</p>
      {as !== undefined && status !== "playing" && (
        <button type="button" class="soft-button" onClick={() => void become(as)}>
          {toolWords(locale).become(nameOf(as))}
        </button>
      )}
    </div>
  );
}

/** How far the newest script is, and how it ended until that was read; nothing before a first one was played here. */
export function ScriptStrip({ world }: { world: World }) {
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
      <Chapter run={run} world={world} />
      {run.status !== "playing" && (
        <QuietButton label={words.close} icon="close" onClick={() => setRead(run.id)} />
      )}
    </section>
  );
}
