import { urgentNewsCard } from "../../../cards/urgent/news.ts";
import { type Shown, show } from "../../cards/show.ts";
import type { Setting } from "./setting.ts";

/** An urgent message as sent to towns; its approval is drawn with the other records. */
export function urgent({ programme, locale, words }: Setting): Shown[] {
  const until = Date.UTC(2026, 9, 12, 10);
  const news = { programme, locale, words: words(300), reason: words(200), until };
  return show(urgentNewsCard, {
    running: { ...news, ended: null },
    reported: { ...news, ended: "reported" },
    "time passed": { ...news, ended: "time" },
  });
}
