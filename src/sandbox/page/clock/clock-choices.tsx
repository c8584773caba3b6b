import { useState } from "preact/hooks";
import { useReader } from "../client/reader.ts";
import { boxTime, clockText, forwardMoments, fromBoxTime, shortTime } from "../world/sandbox-time.ts";
import { sandboxNow, type World } from "../world/world.ts";

/** `busy` while the clock is being moved: buttons keep the focus but do nothing. */
type Choices = { busy: boolean; move: (ms: number) => void };

/** Buttons for an hour later, tomorrow 09:00 and next Monday 09:00. */
export function ForwardButtons({ world, busy, move }: Choices & { world: World }) {
  const { words } = useReader();
  const choices = [
    ["hour", words.plusHour],
    ["tomorrow", words.tomorrow],
    ["monday", words.monday],
  ] as const;
  return (
    <fieldset class="forward" aria-label={words.forward}>
      {choices.map(([key, text]) => (
        <button
          key={key}
          type="button"
          data-clock={key}
          aria-disabled={busy}
          onClick={() => !busy && move(forwardMoments(sandboxNow(world, Date.now()))[key])}
        >
          {text}
        </button>
      ))}
    </fieldset>
  );
}

/** Buttons for the configuration's moments that lie in the future. */
export function ComingMoments({ world, now, busy, move }: Choices & { world: World; now: number }) {
  const { words, locale } = useReader();
  const coming = world.moments.filter((moment) => moment.at > now);
  if (coming.length === 0) return null;
  return (
    <fieldset class="moments" aria-label={words.moments}>
      {coming.map(({ title, title_en, at }) => (
        <button
          key={`${at} ${title}`}
          type="button"
          data-moment={new Date(at).toISOString()}
          aria-disabled={busy}
          title={clockText(at, locale)}
          onClick={() => !busy && move(at)}
        >
          <span>{locale === "en_us" ? title_en : title}</span>
          <time dateTime={new Date(at).toISOString()}>{shortTime(at, now, locale)}</time>
        </button>
      ))}
    </fieldset>
  );
}

/** A form for any future time. */
export function ChooseMoment({ now, busy, move }: Choices & { now: number }) {
  const { words } = useReader();
  const [value, setValue] = useState(boxTime(now + 3_600_000));
  const ms = fromBoxTime(value);
  return (
    <form
      class="choose-moment"
      onSubmit={(event) => {
        event.preventDefault();
        if (ms !== undefined && !busy) move(ms);
      }}
    >
      <label>
        {words.moveTo}
        <input
          type="datetime-local"
          value={value}
          min={boxTime(now)}
          onInput={(event) => setValue(event.currentTarget.value)}
        />
      </label>
      <button type="submit" class="primary-button" disabled={busy || ms === undefined || ms <= now}>
        {words.move}
      </button>
    </form>
  );
}
