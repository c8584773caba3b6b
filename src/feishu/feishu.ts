import type { Bytes } from "./read-answer.ts";

type MessageType = "text" | "post" | "interactive" | "image" | "file";

/** `content`: the JSON string for the type. A `uuid` (at most 50 characters) repeated within an hour sends nothing. */
export type Outgoing = { msgType: MessageType; content: string; uuid: string };

export type Sent = { messageId: string; chatId: string };

/** The calls to the platform. Each throws only `FeishuRefused` or `FeishuUnreachable`. */
export type Feishu = {
  sendMessage: (
    message: Outgoing & { receiveIdType: "open_id" | "chat_id"; receiveId: string },
  ) => Promise<Sent>;
  replyMessage: (messageId: string, message: Outgoing) => Promise<Sent>;
  /**
   * Replaces a card sent at most 14 days ago. The last write wins, so updates of a card must be sent one after another.
   */
  updateCard: (messageId: string, cardJson: string) => Promise<void>;
  /** Marks a message urgent for at most 200 people; returns those who cannot be reached. */
  urgentApp: (messageId: string, openIds: readonly string[]) => Promise<{ invalidOpenIds: string[] }>;
  /** The open_id of every given number; null for one unknown, resigned or outside the app's visibility. */
  resolveMobiles: (mobiles: readonly string[]) => Promise<Map<string, string | null>>;
  /** A photo or file a person sent; `too_large` above `maxBytes` (the platform's limit is 100 MB). */
  downloadResource: (
    messageId: string,
    key: string,
    type: "image" | "file",
    maxBytes: number,
  ) => Promise<Bytes | "too_large">;
  /** How far the platform's clock is ahead of this machine's, ms; null when its answer names no time. */
  clockSkew: () => Promise<number | null>;
  botInfo: () => Promise<{ openId: string; name: string }>;
  /** At most 10 MB. Returns the image key. */
  uploadImage: (bytes: Uint8Array) => Promise<string>;
  /** At most 30 MB. Returns the file key. */
  uploadFile: (fileName: string, bytes: Uint8Array) => Promise<string>;
  chatName: (chatId: string) => Promise<string>;
  /** An entry in the bot's calendar, with its attendees. The same key makes one entry, however often it is tried. */
  createEvent: (event: CalendarEntry) => Promise<{ eventId: string }>;
  /** Deletes it and tells its attendees; one that is gone already is no error. */
  deleteEvent: (eventId: string) => Promise<void>;
};

/** `start`, `end`: UTC ms. `key`: 32 to 128 characters. */
export type CalendarEntry = {
  title: string;
  description: string;
  start: number;
  end: number;
  place: string;
  openIds: readonly string[];
  key: string;
};
