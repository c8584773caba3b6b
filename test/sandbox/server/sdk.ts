import { Client, DefaultCache } from "@larksuiteoapi/node-sdk";
import { z } from "zod";
import { APP_ID, type Desk, OTHER_APP_ID } from "./desk.ts";

const silent = { error() {}, warn() {}, info() {}, debug() {}, trace() {} };

/** The unmodified official client, for the clerk's app or the other one. */
export function sdkClient(desk: Desk, appId = APP_ID): Client {
  const appSecret = appId === OTHER_APP_ID ? "secret two" : "secret one";
  return new Client({ appId, appSecret, domain: desk.url, logger: silent, cache: new DefaultCache() });
}

/** The platform's answer where the client throws because of the status. */
export async function refusalOf(
  call: Promise<unknown>,
): Promise<{ status: number; code: number; msg: string }> {
  const thrown: unknown = await call.then(
    (answer) => ({ response: { status: 200, data: answer } }),
    (error: unknown) => error,
  );
  const { response } = thrownSchema.parse(thrown);
  return { status: response.status, code: response.data.code, msg: response.data.msg };
}

const thrownSchema = z.object({
  response: z.object({ status: z.number(), data: z.object({ code: z.number(), msg: z.string() }) }),
});
