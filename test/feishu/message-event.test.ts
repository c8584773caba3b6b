import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseChatEvent } from "../../src/feishu/chat-event.ts";
import { parseMenuEvent } from "../../src/feishu/menu-event.ts";
import { parseMessageEvent } from "../../src/feishu/message-event.ts";

const bot = "ou_bot";
const mention = (key: string, openId: string, name: string) => ({ key, id: { open_id: openId }, name });

const event = (type: string, content: unknown, more: Record<string, unknown> = {}) => ({
  sender: { sender_id: { union_id: "on_1", open_id: "ou_1" }, sender_type: "user", tenant_key: "t" },
  message: {
    message_id: "om_1",
    create_time: "1609073151345",
    chat_id: "oc_1",
    chat_type: "p2p",
    message_type: type,
    content: JSON.stringify(content),
    ...more,
  },
});

const contentOf = (type: string, content: unknown, more?: Record<string, unknown>) =>
  parseMessageEvent(event(type, content, more), bot)?.content;

describe("a message", () => {
  it("p2p says who, where and when; nothing is quoted and nobody mentioned", () => {
    expect(parseMessageEvent(event("text", { text: "碛口怎么样" }), bot)).toEqual({
      messageId: "om_1",
      chatId: "oc_1",
      chatType: "p2p",
      senderOpenId: "ou_1",
      senderType: "user",
      createdAt: 1609073151345,
      mentions: [],
      mentionsBot: false,
      content: { kind: "text", text: "碛口怎么样" },
    });
  });

  it("that quotes a card names it", () => {
    const read = parseMessageEvent(
      event("text", { text: "8820" }, { root_id: "om_0", parent_id: "om_00" }),
      bot,
    );
    expect(read).toMatchObject({ rootId: "om_0", parentId: "om_00" });
  });

  it("in a group loses the bot's own name and shows the others'", () => {
    const mentions = [mention("@_user_1", bot, "十镇通"), mention("@_user_10", "ou_9", "张三")];
    const read = parseMessageEvent(
      event(
        "text",
        { text: "@_user_1 @_user_10 的镇 @_all 怎么样 @_user_7" },
        { chat_type: "group", mentions },
      ),
      bot,
    );
    expect(read).toMatchObject({
      chatType: "group",
      mentionsBot: true,
      mentions: [
        { key: "@_user_1", openId: bot, name: "十镇通" },
        { key: "@_user_10", openId: "ou_9", name: "张三" },
      ],
      content: { kind: "text", text: "@张三 的镇 @所有人 怎么样 @_user_7" },
    });
  });

  it("for everybody is not for the bot, though it may come as a mention without ids", () => {
    const mentions = [mention("@_all", "", "所有人")];
    for (const own of [bot, ""]) {
      const read = parseMessageEvent(
        event("text", { text: "@_all 请报数" }, { chat_type: "group", mentions }),
        own,
      );
      expect(read).toMatchObject({ mentionsBot: false, content: { text: "@所有人 请报数" } });
    }
  });

  it("takes nobody for the bot while the bot's own id is not known", () => {
    const read = parseMessageEvent(
      event("text", { text: "@_user_1" }, { mentions: [mention("@_user_1", "", "甲")] }),
      "",
    );
    expect(read).toMatchObject({ mentionsBot: false, content: { text: "@甲" } });
  });

  it("may be a photo or a file", () => {
    expect(contentOf("image", { image_key: "img_1" })).toEqual({ kind: "image", imageKey: "img_1" });
    expect(contentOf("file", { file_key: "file_1", file_name: "三季度.xlsx" })).toEqual({
      kind: "file",
      fileKey: "file_1",
      fileName: "三季度.xlsx",
    });
  });

  it("may be words with photos in them", () => {
    const post = {
      title: "进度",
      content: [
        [
          { tag: "at", user_id: "@_user_1", user_name: "十镇通" },
          { tag: "text", text: " 投资累计8820万", style: ["bold"] },
          { tag: "at", user_id: "@_user_2", user_name: "李四" },
        ],
        [{ tag: "img", image_key: "img_1" }],
        [{ tag: "img", image_key: "img_2" }, { tag: "emotion", emoji_type: "SMILE" }, { tag: "hr" }],
      ],
    };
    expect(contentOf("post", post, { mentions: [mention("@_user_1", bot, "十镇通")] })).toEqual({
      kind: "post",
      text: "进度\n投资累计8820万@李四",
      imageKeys: ["img_1", "img_2"],
      files: [],
      unused: [],
    });
  });

  it("keeps what can be read of words with other parts, and names the rest", () => {
    const post = {
      content: [
        [
          { tag: "text", text: "进展" },
          { tag: "media", file_key: "v_1", image_key: "img_9" },
        ],
        [{ tag: "file", file_key: "f_1", file_name: "月报.pdf" }, { nothing: true }, 7],
        [
          { tag: "a", href: "https://example.org", text: "链接" },
          { tag: "code_block", text: "x = 1" },
        ],
      ],
      files: [{ file_key: "f_2", file_name: "清单.xlsx" }, "odd"],
    };
    expect(contentOf("post", post)).toEqual({
      kind: "post",
      text: "进展\n链接 https://example.orgx = 1",
      imageKeys: [],
      files: [
        { fileKey: "f_1", fileName: "月报.pdf" },
        { fileKey: "f_2", fileName: "清单.xlsx" },
      ],
      unused: ["media", "unknown", "unknown", "unknown"],
    });
  });

  it.each([
    ["a sticker", "sticker", { file_key: "x" }],
    ["an image without its key", "image", {}],
    ["a text that is none", "text", { text: 3 }],
    ["a name every object has", "constructor", {}],
  ])("of another kind is told by its type: %s", (_, type, content) => {
    expect(contentOf(type, content)).toEqual({ kind: "other", type });
  });

  it("whose content is no JSON is told by its type", () => {
    expect(contentOf("text", {}, { content: "{" })).toEqual({ kind: "other", type: "text" });
  });

  it("without sender, chat, id or time is none", () => {
    for (const lost of ["message_id", "chat_id", "create_time"]) {
      expect(parseMessageEvent(event("text", { text: "" }, { [lost]: undefined }), bot)).toBeNull();
    }
    expect(parseMessageEvent({ ...event("text", {}), sender: {} }, bot)).toBeNull();
  });
});

describe("other events", () => {
  const person = { union_id: "on_1", open_id: "ou_1" };

  it("about a chat say which and who did it", () => {
    const added = { chat_id: "oc_1", operator_id: person, external: true, name: "十镇群" };
    const known = { chatId: "oc_1", operatorOpenId: "ou_1", name: "十镇群", external: true };
    expect(parseChatEvent(added)).toEqual(known);
    const bare = { chatId: "oc_1", operatorOpenId: null, name: "", external: false };
    expect(parseChatEvent({ chat_id: "oc_1" })).toEqual(bare);
    expect(parseChatEvent({ name: "十镇群" })).toBeNull();
  });

  it("from the menu say who tapped what", () => {
    const tap = { operator: { operator_id: person }, event_key: "my_report", timestamp: 1669364458 };
    expect(parseMenuEvent(tap)).toEqual({ operatorOpenId: "ou_1", eventKey: "my_report" });
    expect(parseMenuEvent({ event_key: "my_report" })).toBeNull();
  });

  it("of any shape at all never throw", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.string(), fc.jsonValue(), (shape, type, content) => {
        parseChatEvent(shape);
        parseMenuEvent(shape);
        parseMessageEvent(shape, bot);
        expect(parseMessageEvent(event(type, content), bot)?.messageId).toBe("om_1");
      }),
    );
  });
});
