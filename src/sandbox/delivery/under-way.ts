export type UnderWay = {
  /** Counts a piece of work as under way until it ends. */
  track(work: Promise<void>): Promise<void>;
  /** Resolves when nothing is under way, nor what that led to. */
  idle(): Promise<void>;
};

/** Work somebody may want to wait for. */
export function createUnderWay(): UnderWay {
  const runs = new Set<Promise<void>>();
  return {
    track(work) {
      const run = work.finally(() => runs.delete(run));
      runs.add(run);
      return run;
    },
    async idle() {
      while (runs.size > 0) await Promise.all(runs);
    },
  };
}
