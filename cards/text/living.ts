import type { Locale } from "../../src/domain/programme/people.ts";

// Wording on cards affected by the passage of time: superseded ones, those of former holders, and the time a card
// describes.

type LivingText = {
  /** On a card superseded by a newer one of the same record. */
  older: string;
  latest: string;
  /** On a card whose reader no longer has anything to do with the record. */
  notYours: string;
  /** On the newest card, when older ones can no longer be updated. */
  frozen: string;
  asOf: (moment: string) => string;
  /** In place of a confirmation. */
  saved: string;
  written: (what: string) => string;
};

const TEXT: Record<Locale, LivingText> = {
  "zh-CN": {
    older: "这一事项已有更新的卡片，请以最新一张为准。",
    latest: "查看最新情况",
    notYours: "这一事项已不由您办理，本卡不再更新。",
    frozen: "发出超过14天的卡片无法再更新，之前的卡片请以本卡为准。",
    asOf: (moment) => `截至${moment}`,
    saved: "已保存",
    written: (what) => `已写入：${what}。`,
  },
  en: {
    older: "There is a newer card on this matter; please go by that one.",
    latest: "See where it stands",
    notYours: "This matter is no longer yours to handle; this card is not updated any more.",
    frozen: "Cards sent over 14 days ago can no longer be updated: please go by this one.",
    asOf: (moment) => `As of ${moment}`,
    saved: "Saved",
    written: (what) => `Written: ${what}.`,
  },
};

export function livingText(locale: Locale): LivingText {
  return TEXT[locale];
}
