export type UnderWay = {
  /** Counts work as in progress until it ends. */
  track(work: Promise<void>): Promise<void>;
  /** Resolves when no work is in progress, follow-up work included. */
  idle(): Promise<void>;
};

/** Counts work in progress so that others can wait for its end. */
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
