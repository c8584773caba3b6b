import type { Locale } from "../card/locale-text.ts";

const url = [
  "机器人的回调地址未配置或未发布",
  "the bot’s callback URL is missing, not subscribed or not published",
] as const;

// Client error codes of a failed callback (feishu-contract 2.4).
const reasons: Record<number, readonly [zh: string, en: string]> = {
  200340: url,
  200345: url,
  200346: url,
  200347: url,
  200341: ["机器人没有在 3 秒内回应", "the bot did not answer within 3 seconds"],
  200342: ["连不上机器人", "the bot cannot be reached"],
  200343: ["找不到机器人的地址", "the bot’s address is unknown"],
  200080: ["调用机器人时出错", "calling the bot failed"],
  200530: ["表单里有组件没有名称", "a component of the form has no name"],
  200671: ["机器人返回的状态不是 200", "the bot did not answer with status 200"],
  200672: ["机器人的回应格式不对", "the bot’s answer has the wrong format"],
  200673: ["机器人返回的卡片有误", "the card in the bot’s answer is wrong"],
  200830: ["机器人用 1.0 卡片回应了 2.0 卡片", "the bot answered a 2.0 card with a 1.0 card"],
  300000: ["平台内部错误", "an internal error of the platform"],
};

/** The reason for a failed press; `fallback` is used for unlisted codes. */
export function failureReason(code: number, locale: Locale, fallback: string): string {
  const reason = reasons[code];
  if (!reason) return fallback;
  return reason[locale === "en_us" ? 1 : 0];
}
