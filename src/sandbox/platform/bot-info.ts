import type { Answer, Call } from "./answer.ts";

/** GET /bot/v3/info: the answer is under `bot`, not `data` (feishu-contract 4.7). */
export function botInfo(call: Call): Answer {
  const bot = {
    activate_status: 2,
    app_name: call.app.name,
    avatar_url: "",
    ip_white_list: [],
    open_id: call.app.bot_open_id,
  };
  return { kind: "json", status: 200, body: { code: 0, msg: "ok", bot } };
}
