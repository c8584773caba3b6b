import type { Locale } from "../../../src/domain/programme/people.ts";
import { createFeishu } from "../../../src/feishu/client.ts";
import { drawPicture } from "../../../src/sandbox/scripts/draw-picture.ts";
import { startSandbox } from "../../../src/sandbox/start.ts";
import type { Shown } from "../../cards/show.ts";
import type { Size } from "./setting.ts";

/** The page initially shows this many messages of a chat. */
const PER_ROOM = 40;
const READERS = {
  "zh-CN": { name: "读者", open_id: "ou_reader_zh", locale: "zh_cn" },
  en: { name: "Reader", open_id: "ou_reader_en", locale: "en_us" },
} as const satisfies Record<Locale, unknown>;

/** Cards for a reader of this language, or for readers of several, as they are sent to a group. */
export type Wall = { size: Size; locales: readonly Locale[]; cards: Shown[] };
/** One chat of the gallery as one reader sees it: its location on the page, and its cards by message id. */
export type Room = {
  size: Size;
  locale: Locale;
  bilingual: boolean;
  hash: string;
  names: Map<string, string>;
};

/**
 * A sandbox with these cards, sent by the product's own client, each in a chat of persons who read its
 * languages. Throws the platform's error for a card it refuses.
 */
export async function openGallery(
  walls: Wall[],
): Promise<{ url: string; rooms: Room[]; close: () => Promise<void> }> {
  const plans = walls.flatMap(({ size, locales, cards }) => {
    const count = Math.ceil(cards.length / PER_ROOM);
    return Array.from({ length: count }, (_, n) => ({
      ...{ size, locales },
      chat: `oc_${size}${locales.join("").replaceAll("-", "")}${n}`,
      cards: cards.slice(n * PER_ROOM, (n + 1) * PER_ROOM),
    }));
  });
  const sandbox = await startSandbox({
    apps: [{ name: "bot", card_mode: "documented" }],
    people: Object.values(READERS),
    groups: plans.map(({ locales, chat }) => ({
      name: chat,
      chat_id: chat,
      members: locales.map((locale) => READERS[locale].open_id),
      bots: ["bot"],
    })),
    now: "2026-10-12T10:00:00+08:00",
    faults: { limits_off: true },
  });
  const [app] = sandbox.apps;
  if (!app) throw new Error("the sandbox has no app");
  const { app_id: appId, app_secret: appSecret } = app;
  const feishu = createFeishu({ appId, appSecret, domain: sandbox.url, timeoutMs: 10_000, log: () => {} });
  const pictures = await Promise.all(
    [0, 1, 2, 3].map((n) => feishu.uploadImage(drawPicture(`picture ${n}`))),
  );
  /** The platform takes only pictures that the app has uploaded: these stand for the cards' own. */
  const uploaded = (json: string): string => {
    let n = 0;
    return json.replace(/img_v3_[^"]+/g, () => pictures[n++ % pictures.length] ?? "");
  };
  const rooms: Room[] = [];
  for (const { size, locales, chat, cards } of plans) {
    const names = new Map<string, string>();
    for (const [name, card] of cards) {
      const content = uploaded(JSON.stringify(card));
      const message = { receiveIdType: "chat_id", receiveId: chat, msgType: "interactive", content } as const;
      const { messageId } = await feishu.sendMessage({ ...message, uuid: `${chat}-${names.size}` });
      names.set(messageId, name);
    }
    for (const locale of locales) {
      const hash = `#as=${READERS[locale].open_id}&chat=${chat}`;
      rooms.push({ size, locale, bilingual: locales.length > 1, hash, names });
    }
  }
  return { url: sandbox.url, rooms, close: () => sandbox.close() };
}
