/** What the code would give to the steps that ask for it, by procedure. */
export const GIVEN: Record<string, Record<string, unknown>> = {
  objection: { until: Date.UTC(2026, 9, 31) },
};
