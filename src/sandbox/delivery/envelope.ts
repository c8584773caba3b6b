import { freshId, TENANT_KEY } from "../ids.ts";
import type { AppRecord } from "../store.ts";

export type Envelope = {
  schema: "2.0";
  header: {
    event_id: string;
    event_type: string;
    create_time: string;
    token: string;
    app_id: string;
    tenant_key: string;
  };
  event: Record<string, unknown>;
};

/** An event in envelope version 2.0; `now` is sandbox time, UTC ms (feishu-contract 1.5). */
export function eventEnvelope(
  app: AppRecord,
  type: string,
  event: Record<string, unknown>,
  now: number,
): Envelope {
  return envelope(app, type, event, String(now));
}

/** Like an event, but with the time in microseconds (feishu-contract 1.5). */
export function callbackEnvelope(app: AppRecord, event: Record<string, unknown>, now: number): Envelope {
  return envelope(app, "card.action.trigger", event, `${now}000`);
}

function envelope(
  app: AppRecord,
  event_type: string,
  event: Record<string, unknown>,
  create_time: string,
): Envelope {
  const { verification_token: token, app_id } = app;
  const header = { event_id: freshId(""), event_type, create_time, token, app_id, tenant_key: TENANT_KEY };
  return { schema: "2.0", header, event };
}
