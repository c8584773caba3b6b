import fc from "fast-check";
import { parseAction } from "../../cards/action.ts";
import { rawInputs } from "../../src/bot/sending/raw-inputs.ts";
import { loadConfig } from "../../src/config.ts";
import { parseCardCallback } from "../../src/feishu/card-callback.ts";
import { parseChatEvent } from "../../src/feishu/chat-event.ts";
import { parseEnvelope } from "../../src/feishu/envelope.ts";
import { FeishuRefused } from "../../src/feishu/feishu-error.ts";
import { parseMenuEvent } from "../../src/feishu/menu-event.ts";
import { parseMessageContent } from "../../src/feishu/message-content.ts";
import { parseMessageEvent } from "../../src/feishu/message-event.ts";
import { readAnswer } from "../../src/feishu/read-answer.ts";
import { parseRecallEvent } from "../../src/feishu/recall-event.ts";
import { createRedact } from "../../src/feishu/redact.ts";
import { refusalKind } from "../../src/feishu/refusal-kind.ts";
import { textContent } from "../../src/feishu/text-content.ts";
import { openWebhook } from "../../src/feishu/webhook.ts";
import { press } from "../bot/deliver.ts";
import { encrypt, envelope, now, secrets, signed } from "../feishu/sealed.ts";
import { isJsonObject, type Parser, parser } from "./parser.ts";
import { anyJson, bytesLike, like, textLike, words } from "./pieces.ts";

// What comes over the wire from the platform, or from whoever claims to be it.

const message = {
  sender: { sender_id: { open_id: "ou_1", union_id: "on_1" }, sender_type: "user", tenant_key: "t" },
  message: {
    ...{ message_id: "om_1", root_id: "om_0", parent_id: "om_0", create_time: "1760000000000" },
    ...{ chat_id: "oc_1", chat_type: "group", message_type: "text", content: '{"text":"@_user_1 排名"}' },
    mentions: [{ key: "@_user_1", id: { open_id: "ou_bot" }, name: "机器人" }],
  },
};
const post = JSON.stringify({
  title: "进展",
  content: [
    [
      { tag: "text", text: "完成60%" },
      { tag: "at", user_id: "@_user_1" },
      { tag: "img", image_key: "img_1" },
      { tag: "file", file_key: "file_1", file_name: "a.pdf" },
      { tag: "a", text: "链接", href: "https://example.org" },
    ],
  ],
});
const pressed = press(
  "ou_1",
  { messageId: "om_1" },
  { action: "save__2026Q3__qikou__3__roads", form: { a: "1" } },
);
const chat = { chat_id: "oc_1", name: "群", external: false, operator_id: { open_id: "ou_1" } };
const answers = [
  ['{"code":0,"data":{"message_id":"om_1"}}', 200],
  ['{"code":99991400,"msg":"too fast","error":{"log_id":"x"}}', 400],
] as const;
const env = {
  ...{ FEISHU_APP_ID: "cli_0123456789abcdef", FEISHU_APP_SECRET: "s", FEISHU_ENCRYPT_KEY: "k" },
  ...{ FEISHU_VERIFICATION_TOKEN: "t", FEISHU_DOMAIN: "https://open.feishu.cn", PORT: "3000" },
  ...{ ADMIN_OPEN_IDS: "ou_a, ou_b", REHEARSAL_NOW: "2026-10-15T09:00:00+08:00", LOG_LEVEL: "info" },
};

const sealedJson = (document: unknown): string =>
  JSON.stringify({ encrypt: encrypt(JSON.stringify(document) ?? "null") });
const asText = (document: unknown): string => JSON.stringify(document) ?? "null";
const redact = createRedact(["a-very-secret-value"]);

export const WIRE_PARSERS: Parser[] = [
  parser(
    "webhook, signed",
    like(envelope("im.message.receive_v1", message)).map((document) => signed(sealedJson(document))),
    (request) => openWebhook(request, secrets, now),
  ),
  parser(
    "webhook, unsigned bytes",
    fc.oneof(
      bytesLike(signed(sealedJson(envelope("x", message))).body),
      fc.uint8Array({ maxLength: 400 }),
      anyJson.map((document) => new TextEncoder().encode(asText(document))),
    ),
    (body) => openWebhook({ headers: new Headers(), body }, secrets, now),
    ({ kind }) => kind === "refused",
  ),
  parser("envelope", like(envelope("card.action.trigger", pressed)), parseEnvelope),
  parser("message event", like(message), (event) => parseMessageEvent(event, "ou_bot")),
  parser(
    "message content",
    fc.tuple(
      fc.constantFrom("text", "post", "image", "file", "audio", "__proto__", "constructor"),
      fc.oneof(textLike('{"text":"排名"}', post), like(JSON.parse(post)).map(asText)),
    ),
    ([type, content]) => parseMessageContent(type, content, () => null),
  ),
  parser("card callback", like(pressed), parseCardCallback),
  parser("chat event", like(chat), parseChatEvent),
  parser(
    "menu event",
    like({ operator: { operator_id: { open_id: "ou_1" } }, event_key: "help" }),
    parseMenuEvent,
  ),
  parser("recall event", like({ message_id: "om_1", chat_id: "oc_1" }), parseRecallEvent),
  parser(
    "button's action",
    fc.tuple(
      fc.oneof(
        textLike("save__2026Q3__qikou__3__roads", "open_period__2026Q3", "query__status__qikou__").map(
          (action) => ({ action }),
        ),
        anyJson,
      ),
      words,
    ),
    ([value, name]) => parseAction(value, name),
  ),
  parser("form's inputs", anyJson, (form) => rawInputs(isJsonObject(form) ? form : undefined)),
  parser(
    "platform's answer",
    fc.tuple(
      fc.oneof(textLike(...answers.map(([text]) => text)), anyJson.map(asText)),
      fc.constantFrom(200, 400, 429, 500, 503),
      fc.constantFrom("", "7", "x", "1e9"),
    ),
    async ([text, status, reset]) => {
      const headers = { "x-ogw-ratelimit-reset": reset };
      try {
        return await readAnswer("GET /x", new Response(text, { status, headers }), redact);
      } catch (error) {
        // Refusals and unreadable answers are what callers expect of it.
        return error instanceof FeishuRefused ? refusalKind(error) : error instanceof Error;
      }
    },
  ),
  parser(
    "text that is sent",
    words,
    textContent,
    (content) => !/<at\b/i.test(String(JSON.parse(content).text)),
  ),
  parser(
    "log line's redaction",
    words.map((text) => `${text}a-very-secret-value${text}`),
    redact,
    (line) => !line.includes("a-very-secret-value"),
  ),
  parser("environment", like(env), (given) => {
    const texts = Object.entries(isJsonObject(given) ? given : {}).map(([k, v]) => [k, asText(v)]);
    try {
      return loadConfig(Object.fromEntries(texts));
    } catch (error) {
      if (error instanceof Error && error.name === "BadConfig") return null;
      throw error;
    }
  }),
];
