/**
 * How a person's next press or message stands to the limit of a minute: within it, the first one beyond it (they are
 * told), or a further one.
 */
export type Standing = "within" | "first_beyond" | "beyond";
/** Counts a press or message of a person; where several processes take them in, one counts for all. */
export type Pace = (openId: string) => Standing | Promise<Standing>;

const MINUTE = 60_000;
type Counted = { taken: number[]; toldAt: number };

/**
 * Counts presses and messages of each person over the last minute. `now`: ms of a clock that only runs on; `people`: where
 * they are counted, with whoever came in the last two minutes at most.
 */
export function createPace(
  perMinute: number,
  now: () => number,
  people = new Map<string, Counted>(),
): (openId: string) => Standing {
  let forgotAt = now();
  return (openId) => {
    const since = now() - MINUTE;
    if (forgotAt <= since) {
      forgotAt = now();
      for (const [id, { taken }] of people) if ((taken.at(-1) ?? 0) <= since) people.delete(id);
    }
    const own = people.get(openId) ?? { taken: [], toldAt: Number.NEGATIVE_INFINITY };
    people.set(openId, own);
    while ((own.taken[0] ?? Number.POSITIVE_INFINITY) <= since) own.taken.shift();
    if (own.taken.length < perMinute) {
      own.taken.push(now());
      return "within";
    }
    if (own.toldAt > since) return "beyond";
    own.toldAt = now();
    return "first_beyond";
  };
}

/** A message beyond the limit is not answered yet; it is stored, and tried again after a minute. */
export class Postponed extends Error {
  override name = "Postponed";
}
