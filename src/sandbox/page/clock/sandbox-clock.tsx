import { useEffect, useState } from "preact/hooks";
import { useObservable } from "../client/observable.ts";
import { useReader } from "../client/reader.ts";
import { Icon } from "../shell/icon.tsx";
import { Popover } from "../shell/popover.tsx";
import { clockText } from "../world/sandbox-time.ts";
import type { World } from "../world/world.ts";
import { ChooseMoment, ComingMoments, ForwardButtons } from "./clock-choices.tsx";
import { useClockMove, useTicking } from "./use-clock.ts";

const worthSaying = 400;

/** Says that the clock is being moved, unless that is over too soon to read. */
function Moving({ busy }: { busy: boolean }) {
  const { words } = useReader();
  const [said, setSaid] = useState(false);
  useEffect(() => {
    if (!busy) return undefined;
    const timer = setTimeout(() => setSaid(true), worthSaying);
    return () => {
      clearTimeout(timer);
      setSaid(false);
    };
  }, [busy]);
  return (
    <p class="clock-moving" role="status">
      {said && (
        <span>
          <span class="spinner" aria-hidden="true" />
          {words.clockMoving}
        </span>
      )}
    </p>
  );
}

function Face({ now, busy }: { now: number; busy: boolean }) {
  const { words, locale } = useReader();
  return (
    <>
      {busy ? <span class="spinner" aria-hidden="true" /> : <Icon name="clock" size={16} />}
      <span class="for-readers">{words.clock}</span>
      <time dateTime={new Date(now).toISOString()}>{clockText(now, locale)}</time>
    </>
  );
}

/** The sandbox clock, with buttons that move it forward; it cannot be moved back. */
export function SandboxClock({ world, roomy }: { world: World; roomy: boolean }) {
  const { client, words } = useReader();
  const now = useTicking(world);
  const busy = useObservable(client.moving);
  const move = useClockMove();
  return (
    <div class="clock" aria-busy={busy}>
      <Popover class="clock-face" hint={words.moveTo} face={<Face now={now} busy={busy} />}>
        {(close) => {
          const moveAndClose = (ms: number): void => {
            close();
            void move(ms);
          };
          return (
            <div class="clock-box">
              {!roomy && <ForwardButtons world={world} busy={busy} move={moveAndClose} />}
              <ComingMoments world={world} now={now} busy={busy} move={moveAndClose} />
              <ChooseMoment now={now} busy={busy} move={moveAndClose} />
            </div>
          );
        }}
      </Popover>
      {roomy && <ForwardButtons world={world} busy={busy} move={(ms) => void move(ms)} />}
      <Moving busy={busy} />
    </div>
  );
}
