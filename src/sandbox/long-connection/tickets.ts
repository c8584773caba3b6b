import { randomInt } from "node:crypto";
import { freshId } from "../ids.ts";

const LIFE_MS = 60_000;

export type Tickets = {
  /** Query string of a connect URL; opens one connection of this app within a minute. */
  issue(appId: string): string;
  /** The connection a query opens; undefined for an unknown, used or expired ticket. */
  redeem(query: URLSearchParams): { appId: string; deviceId: string; serviceId: number } | undefined;
};

/**
 * Single-use tickets of connect URLs. They use the machine's clock, because clients connect at once
 * (feishu-contract 5.2).
 */
export function createTickets(machine: () => number): Tickets {
  const issued = new Map<string, { appId: string; accessKey: string; until: number }>();
  return {
    issue(appId) {
      for (const [ticket, { until }] of issued) if (until < machine()) issued.delete(ticket);
      const accessKey = freshId("");
      const ticket = freshId("");
      issued.set(ticket, { appId, accessKey, until: machine() + LIFE_MS });
      const deviceId = `700${randomInt(1e9, 1e10)}${randomInt(1e5, 1e6)}`;
      // The official client extracts device_id and service_id from the whole URL text, so neither may come
      // first.
      return `fpid=493&aid=552564&device_id=${deviceId}&access_key=${accessKey}&service_id=33554678&ticket=${ticket}`;
    },
    redeem(query) {
      const ticket = query.get("ticket") ?? "";
      const known = issued.get(ticket);
      if (known === undefined || known.until < machine() || known.accessKey !== query.get("access_key")) {
        return undefined;
      }
      issued.delete(ticket);
      return {
        appId: known.appId,
        deviceId: query.get("device_id") ?? "",
        serviceId: Number(query.get("service_id")) || 0,
      };
    },
  };
}
