import { type Answer, type Call, refused, success } from "../answer.ts";
import { pageOf } from "../page-of.ts";

/** GET /event/v1/outbound_ip: the addresses deliveries come from, here this machine (feishu-contract 1.6). */
export function outboundIps(call: Call): Answer {
  const found = pageOf(["127.0.0.1"], call.query, { standard: 10, max: 50 }, 230001);
  if (!found.ok) return refused({ code: 1810001, msg: "param is invalid", status: 400 });
  const { items: ip_list, has_more } = found.page;
  return success({ ip_list, has_more });
}
