import type { Feishu } from "./feishu.ts";
import { FeishuRefused, FeishuUnreachable } from "./feishu-error.ts";
import { refusalKind } from "./refusal-kind.ts";

/** `later`, `never`, `card`: the kind of refusal (refusal-kind.ts). */
export type CallResult = "ok" | "later" | "never" | "card" | "unanswered" | "failed";

/** The same calls, each reported to `count` with its result. */
export const countedCalls = (feishu: Feishu, count: (api: string, result: CallResult) => void): Feishu => {
  const told =
    <A extends unknown[], T>(api: string, call: (...args: A) => Promise<T>) =>
    async (...args: A): Promise<T> => {
      try {
        const answer = await call(...args);
        count(api, "ok");
        return answer;
      } catch (error) {
        count(api, resultOf(error));
        throw error;
      }
    };
  return {
    sendMessage: told("send", feishu.sendMessage),
    replyMessage: told("reply", feishu.replyMessage),
    updateCard: told("update", feishu.updateCard),
    urgentApp: told("urgent", feishu.urgentApp),
    resolveMobiles: told("resolve_mobiles", feishu.resolveMobiles),
    downloadResource: told("download", feishu.downloadResource),
    clockSkew: told("clock", feishu.clockSkew),
    botInfo: told("bot_info", feishu.botInfo),
    uploadImage: told("upload_image", feishu.uploadImage),
    uploadFile: told("upload_file", feishu.uploadFile),
    chatName: told("chat_name", feishu.chatName),
    createEvent: told("create_event", feishu.createEvent),
    deleteEvent: told("delete_event", feishu.deleteEvent),
  };
};

const resultOf = (error: unknown): CallResult => {
  if (error instanceof FeishuRefused) return refusalKind(error);
  return error instanceof FeishuUnreachable ? "unanswered" : "failed";
};
