import type { Card } from "../card.ts";
import { card } from "../elements.ts";

/** `key`: the picture as uploaded; `words`: its contents, for who cannot see it. */
export type PictureView = { key: string; title: string; words: string };

/** A picture that was drawn. */
export function pictureCard({ key, title, words }: PictureView): Card {
  return card({ title, template: "blue" }, [
    { tag: "img", img_key: key, alt: { tag: "plain_text", content: words } },
  ]);
}
