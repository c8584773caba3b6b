/**
 * The deadlines of a sandbox in tests, ms. A delivery that Feishu's three seconds cut off comes again minutes later by
 * the sandbox's clock, which a test that waits for quiet would take for lost; response times are measured by the bench.
 */
export const PATIENT = { deadlines: { delivery: 60_000, challenge: 60_000 } } as const;
