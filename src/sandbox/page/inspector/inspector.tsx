import { useMemo, useState } from "preact/hooks";
import { useObservable } from "../client/observable.ts";
import { useReader } from "../client/reader.ts";
import { SearchBox } from "../shell/search-box.tsx";
import type { World } from "../world/world.ts";
import { ExchangeRow } from "./exchange-row.tsx";
import { type ExchangeFilter, filterExchanges } from "./filter-exchanges.ts";

const drawn = 200;
const directions = ["", "to_bot", "from_bot"] as const;

function Filter({
  filter,
  chat,
  onFilter,
}: {
  filter: ExchangeFilter;
  chat: string;
  onFilter: (filter: ExchangeFilter) => void;
}) {
  const { words } = useReader();
  const names = { "": words.allDirections, to_bot: words.toBot, from_bot: words.fromBot };
  return (
    <div class="inspector-filter">
      <SearchBox
        label={words.filterExchanges}
        query={filter.query}
        onQuery={(query) => onFilter({ ...filter, query })}
      />
      <fieldset class="segments" aria-label={words.allDirections}>
        {directions.map((direction) => (
          <button
            key={direction}
            type="button"
            aria-pressed={filter.direction === direction}
            onClick={() => onFilter({ ...filter, direction })}
          >
            {names[direction]}
          </button>
        ))}
      </fieldset>
      <label class="tick">
        <input
          type="checkbox"
          checked={filter.chat !== ""}
          onChange={(event) => onFilter({ ...filter, chat: event.currentTarget.checked ? chat : "" })}
        />
        {words.onlyThisChat}
      </label>
    </div>
  );
}

/** Every HTTP exchange between the sandbox and the bots, newest first. */
export function Inspector({ world, chat }: { world: World; chat: string }) {
  const { client, words } = useReader();
  const all = useObservable(client.exchanges);
  const [chosen, setFilter] = useState<ExchangeFilter>({ direction: "", query: "", chat: "" });
  const [open, setOpen] = useState<number | undefined>(undefined);
  // "This chat" always means the chat that is open now.
  const filter = useMemo(() => (chosen.chat ? { ...chosen, chat } : chosen), [chosen, chat]);
  const found = useMemo(() => filterExchanges(all, filter).slice(0, drawn), [all, filter]);
  return (
    <>
      <Filter filter={filter} chat={chat} onFilter={setFilter} />
      {found.length === 0 && <p class="hint">{words.noExchanges}</p>}
      <ol class="exchanges">
        {found.map((exchange) => (
          <ExchangeRow
            key={exchange.id}
            exchange={exchange}
            apps={world.apps}
            open={open === exchange.id}
            onToggle={() => setOpen(open === exchange.id ? undefined : exchange.id)}
          />
        ))}
      </ol>
    </>
  );
}
