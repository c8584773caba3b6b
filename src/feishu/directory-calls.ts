import type { Client } from "@larksuiteoapi/node-sdk";
import * as z from "zod";
import type { Call } from "./call.ts";
import type { Feishu } from "./feishu.ts";
import { FeishuUnreachable } from "./feishu-error.ts";

const mobilesPerCall = 50;
const botAnswer = z.object({ bot: z.object({ open_id: z.string().min(1), app_name: z.string().catch("") }) });

/** People, groups and the bot itself (feishu-contract 4.7). */
export const directoryCalls = (
  client: Client,
  call: Call,
): Pick<Feishu, "resolveMobiles" | "botInfo" | "chatName"> => ({
  resolveMobiles: async (mobiles) => {
    const found = new Map<string, string>();
    const distinct = [...new Set(mobiles)];
    for (let at = 0; at < distinct.length; at += mobilesPerCall) {
      const data = { mobiles: distinct.slice(at, at + mobilesPerCall) };
      const ask = { data, params: { user_id_type: "open_id" as const } };
      const answer = await call(() => client.contact.v3.user.batchGetId(ask));
      for (const user of answer.data?.user_list ?? []) {
        if (user.user_id && user.mobile && !user.status?.is_resigned)
          found.set(bare(user.mobile), user.user_id);
      }
    }
    return new Map(distinct.map((mobile) => [mobile, found.get(bare(mobile)) ?? null]));
  },
  botInfo: async () => {
    const answer = await call(() =>
      client.request<unknown>({ method: "GET", url: "/open-apis/bot/v3/info" }),
    );
    const read = botAnswer.safeParse(answer);
    if (!read.success) throw new FeishuUnreachable("bot info", "the answer names no bot", false);
    return { openId: read.data.bot.open_id, name: read.data.bot.app_name };
  },
  chatName: async (chatId) => {
    const answer = await call(() => client.im.v1.chat.get({ path: { chat_id: chatId } }));
    return answer.data?.name ?? "";
  },
});

/** The national number alone, in any notation. */
const bare = (mobile: string): string => mobile.replace(/\D/g, "").replace(/^86(?=1\d{10}$)/, "");
