import { useEffect, useState } from "preact/hooks";
import { useReader } from "../client/reader.ts";
import { loadFaults, setFault } from "../client/tools-api.ts";
import { toolWords } from "../words/tool-words.ts";
import type { KnownFault } from "../world/tool-shapes.ts";
import type { World } from "../world/world.ts";
import { type Aim, faultSetting } from "./fault-control.ts";
import { FaultRow } from "./fault-row.tsx";

const aims: readonly Aim[] = ["all", "me", "chat"];

type Range = { aim: Aim; once: boolean };

/** The conditions for faults turned on from now on; active faults keep theirs. */
function RangeChoice({ range, onRange }: { range: Range; onRange: (range: Range) => void }) {
  const words = toolWords(useReader().locale);
  return (
    <div class="fault-range">
      <fieldset class="segments" aria-label={words.aim}>
        {aims.map((aim) => (
          <button
            key={aim}
            type="button"
            aria-pressed={range.aim === aim}
            onClick={() => onRange({ ...range, aim })}
          >
            {words.aims[aim]}
          </button>
        ))}
      </fieldset>
      <label class="tick">
        <input
          type="checkbox"
          checked={range.once}
          onChange={() => onRange({ ...range, once: !range.once })}
        />
        {words.once}
      </label>
    </div>
  );
}

function useKnownFaults(): readonly KnownFault[] | undefined {
  const { client, locale } = useReader();
  const [known, setKnown] = useState<readonly KnownFault[] | undefined>(undefined);
  useEffect(() => {
    void loadFaults().then((answer) => {
      if (answer.ok) setKnown(answer.answer.known);
      else client.toasts.show("error", toolWords(locale).noFaults);
    });
  }, [client]);
  return known;
}

/** All faults, with controls to turn them on and off. */
export function FaultsPanel({ world, chat }: { world: World; chat: string }) {
  const { client, me, words, locale } = useReader();
  const [range, setRange] = useState<Range>({ aim: "all", once: false });
  const known = useKnownFaults();
  const tool = toolWords(locale);
  const set = async (name: string, setting: Parameters<typeof setFault>[1]): Promise<void> => {
    const answer = await setFault(name, setting);
    if (!answer.ok) client.toasts.show("error", words.failed(answer.error));
  };
  const on = Object.keys(world.faults);
  return (
    <div class="tool-scroll">
      <p class="tool-hint">{tool.faultsHint}</p>
      <RangeChoice range={range} onRange={setRange} />
      {on.length > 0 && (
        <button
          type="button"
          class="soft-button"
          onClick={() => {
            for (const name of on) void set(name, null);
          }}
        >
          {tool.allOff} ({on.length})
        </button>
      )}
      <ul class="faults">
        {known?.map((fault) => (
          <FaultRow
            key={fault.name}
            fault={fault}
            on={world.faults[fault.name]}
            world={world}
            onChange={(value) => {
              const where = { ...range, me: me.open_id, chat };
              void set(fault.name, value === undefined ? null : faultSetting(value, where));
            }}
          />
        ))}
      </ul>
    </div>
  );
}
