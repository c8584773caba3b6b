// Stands in the Worker for axios, qs, protobufjs and lodash.merge (wrangler.toml): the SDK loads them, but needs them only for
// HTTP of its own, for the long connection and for options we never join. A Worker has fetch-http.ts and a webhook. Whatever
// would use them fails in words.

const refuse = (): never => {
  throw new Error("this part of the Feishu SDK is left out of the Worker");
};

const hooks = { use: () => {} };

/** axios: the SDK makes an instance when it is loaded, and never calls it where another is given. lodash.merge: refused. */
export default Object.assign(() => refuse(), {
  create: () => Object.assign(refuse, { interceptors: { request: hooks, response: hooks } }),
});
export class AxiosError extends Error {}

/** qs: handed to the HTTP layer with every call; ours writes its own queries. */
export const stringify = refuse;

/** protobufjs/minimal: frames of the long connection. */
export const configure = (): void => {};
export const roots: Record<string, unknown> = {};
export const util: Record<string, unknown> = { emptyArray: [], newBuffer: () => new Uint8Array() };
export const Reader = { create: refuse };
export const Writer = { create: refuse };
