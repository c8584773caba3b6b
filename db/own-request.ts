import { AsyncLocalStorage } from "node:async_hooks";

// On Workers a request that waits for what another one began is ended by the runtime, and what it began ends with it. So
// there each request does itself what elsewhere is done once for all who wait.

const requests = new AsyncLocalStorage<object>();

/** Does the work of one request of a Worker, and all it causes. */
export function asOwnRequest<T>(work: () => T): T {
  return requests.run({}, work);
}

/** Who may wait for the same work: everybody who uses `shared`, on Workers one request alone. */
export function whoeverWaits(shared: object): object {
  return requests.getStore() ?? shared;
}
