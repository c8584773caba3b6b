import type { SandboxPerson } from "../protocol.ts";

// Texts shown under the card when a callback fails (feishu-contract 2.4).
const SENTENCES: Record<number, { zh_cn: string; en_us: string }> = {
  200340: { zh_cn: "应用没有配置可用的回调地址", en_us: "The app has no usable callback URL" },
  200341: { zh_cn: "应用没有在 3 秒内回应", en_us: "The app did not answer within 3 seconds" },
  200342: { zh_cn: "无法连接到应用的服务器", en_us: "The app's server could not be reached" },
  200343: { zh_cn: "找不到应用的服务器地址", en_us: "The app's server name could not be resolved" },
  200080: { zh_cn: "请求应用时出错", en_us: "The request to the app failed" },
  200530: { zh_cn: "表单里有组件没有名称", en_us: "A component of the form has no name" },
  200671: { zh_cn: "应用返回了错误状态", en_us: "The app answered with an error status" },
  200672: { zh_cn: "应用返回的内容格式不对", en_us: "The app's answer is malformed" },
  200673: { zh_cn: "应用返回的卡片有误", en_us: "The card in the app's answer is wrong" },
  200830: { zh_cn: "应用返回的卡片版本不一致", en_us: "The card in the app's answer has another version" },
};

/** The text for a client error code, in the person's language. */
export function clientError(code: number, locale: SandboxPerson["locale"]): string {
  return SENTENCES[code]?.[locale] ?? String(code);
}
