/** Performs a request through the SDK, and once more with a new token if the present one has expired. */
export type Call = <T>(work: () => Promise<T>) => Promise<T>;
