import * as z from "zod";

// Every fault: its possible values and a description for the person who turns it on.

const word = z.string().min(1).exactOptional();

/** Schema of one fault: its value, and the conditions that limit it. */
const fault = <T extends z.ZodType>(value: T, en_us: string, zh_cn: string) =>
  z
    .strictObject({
      value,
      /** Turns itself off after this many uses. */
      next: z.int().positive().exactOptional(),
      /** Only where the request path, or a delivery's event type, contains this. */
      path: word,
      /** Only for this person (open_id), chat or app. */
      person: word,
      chat_id: word,
      app_id: word,
    })
    .nullable()
    .meta({ about: { zh_cn, en_us } });

const on = z.boolean();

export const FAULTS = {
  delay_ms: fault(
    z.int().min(0).max(60_000),
    "Milliseconds before the platform answers the bot",
    "平台回应机器人之前等待的毫秒数",
  ),
  drop_answer: fault(
    on,
    "The call is carried out, then the connection is cut instead of an answer",
    "请求已执行，但连接中断、没有回应",
  ),
  status_5xx: fault(
    z.union([on, z.int().min(500).max(599)]),
    "The platform answers with this status and does nothing; true is 500",
    "平台返回该状态码且不执行；true 即 500",
  ),
  rate_limit: fault(on, "429 with the platform's headers", "返回 429 及平台的限流头"),
  token_expired: fault(on, "Every token is taken for expired (99991663)", "所有令牌视为过期（99991663）"),
  refuse_code: fault(z.int().positive(), "The platform refuses with this code", "平台以该错误码拒绝"),
  bot_removed: fault(
    on,
    "The bot is out of the group although nobody told it (230002, 232011)",
    "机器人已被移出群，且未收到通知（230002、232011）",
  ),
  user_resigned: fault(
    on,
    "The person has resigned although nobody told the bot (230029, 230013)",
    "用户已离职，且机器人未收到通知（230029、230013）",
  ),
  client_too_old: fault(
    on,
    "The person's client shows a card's header and a request to upgrade",
    "用户的客户端过旧，只显示卡片标题和升级提示",
  ),
  delay_delivery_ms: fault(
    z.int().min(0).max(60_000),
    "Milliseconds an event or callback is on its way to the bot, within its 3 s",
    "事件或回调在途的毫秒数，计入 3 秒时限",
  ),
  wrong_signature: fault(on, "Deliveries carry a signature that does not fit", "推送的签名不正确"),
  garbage_cipher: fault(on, "Deliveries carry a cipher nobody can open", "推送的密文无法解开"),
  clock_skew_s: fault(
    z.int().min(-604_800).max(604_800),
    "Deliveries are stamped this many seconds from now; negative is the past",
    "推送的时间戳偏移的秒数，负数为过去",
  ),
  duplicate: fault(on, "An acknowledged event is delivered once more", "已确认的事件再推送一次"),
  replay: fault(
    on,
    "A delivery comes again byte for byte, as somebody who overheard it would send it",
    "同一推送原样重放一次",
  ),
  reorder: fault(on, "An event is delivered only after the next one", "事件在下一个事件之后才送达"),
  signature_on_challenge: fault(
    on,
    "The URL check carries a signature like everything else (feishu-contract 9.2)",
    "校验地址的请求也带签名",
  ),
  split_frames: fault(
    z.int().min(1),
    "Events over the long connection come in parts of at most this many bytes",
    "长连接事件按该字节数分片",
  ),
  endpoint_code: fault(
    z.literal([1, 403, 514, 1000040343, 1000040350]),
    "The long connection's endpoint refuses with this code",
    "长连接入口以该错误码拒绝",
  ),
  limits_off: fault(on, "No rate limits of any kind", "关闭所有限流"),
  submit_without_value: fault(
    on,
    "A form submit comes without the button's value (feishu-contract 2.4)",
    "提交表单时不带按钮的 value",
  ),
  all_as_mention: fault(
    on,
    "@everyone comes as a mention without ids too (feishu-contract 11.10)",
    "@所有人 也作为一条没有 ID 的提及送达",
  ),
  untouched_fields: fault(
    z.enum(["absent", "empty", "null"]),
    'How optional fields nobody filled arrive (feishu-contract 9.4); off: "" for an input, else absent',
    "未填写的选填项如何到达",
  ),
};

export type FaultName = keyof typeof FAULTS;
