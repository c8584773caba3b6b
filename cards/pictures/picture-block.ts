import type { ShownPhoto } from "../../src/domain/evidence/shown-photo.ts";
import type { CardElement } from "../card.ts";
import { md } from "../elements.ts";
import { picturesText } from "../text/pictures.ts";
import { type PhotoWords, photoWords } from "./photo-words.ts";

/** Photos a card about them shows at most, and one where they stand among much else: rows of three. */
export const MOST_PICTURES = 9;
export const FEW_PICTURES = 6;

type Keyed = ShownPhoto & { picture: { key: string } };

/** `counted`: their number was said before. */
type Part = { most?: number; from?: number; counted?: boolean };

/**
 * The newest `most` of these photos after the first `from` as thumbnails, with section and day of each in words above,
 * since the platform's block of pictures takes no words. Those without a picture are named with the reason, the older
 * ones counted.
 */
export function pictureBlock(
  photos: readonly ShownPhoto[],
  words: PhotoWords,
  { most = MOST_PICTURES, from = 0, counted: isCounted = false }: Part = {},
): Array<Extract<CardElement, { tag: "markdown" | "img_combination" }>> {
  if (photos.length === 0) return [];
  const text = picturesText(words.locale);
  const shown = photos.slice(from, from + most);
  const older = photos.length - from - shown.length;
  const keyed = shown.filter(hasKey);
  const lines = [
    [
      ...(isCounted ? [] : [text.title(photos.length)]),
      ...(keyed.length > 0 ? [text.tap(keyed.length)] : []),
    ].join(" "),
    ...(keyed.length > 0 ? [captions(keyed, words)] : []),
    ...notShown(shown, words),
    ...(older > 0 ? [text.more(older)] : []),
  ];
  const keys = keyed.map(({ picture }) => ({ img_key: picture.key }));
  return [
    md(lines.filter((line) => line !== "").join("<br>")),
    ...(keys.length > 0
      ? [{ tag: "img_combination" as const, combination_mode: "trisect" as const, img_list: keys }]
      : []),
  ];
}

function hasKey(photo: ShownPhoto): photo is Keyed {
  return "key" in photo.picture;
}

/** `1–2 形象进度 10月12日，3 项目投资 10月11日。`, in the order of the pictures; where all are alike without numbers. */
function captions(photos: readonly Keyed[], words: PhotoWords): string {
  const text = picturesText(words.locale);
  const runs: Array<{ what: string; from: number; to: number }> = [];
  photos.forEach((photo, i) => {
    const what = photoWords(photo, words);
    const last = runs.at(-1);
    if (last?.what === what) last.to = i + 1;
    else runs.push({ what, from: i + 1, to: i + 1 });
  });
  const said = runs.map(({ what, from, to }) => {
    if (runs.length === 1) return what;
    return text.numbered(from === to ? `${from}` : `${from}–${to}`, what);
  });
  return said.join(text.join) + text.end;
}

/** Photos without a picture, by reason. */
function notShown(photos: readonly ShownPhoto[], words: PhotoWords): string[] {
  const text = picturesText(words.locale);
  const byReason = new Map<keyof typeof text.none, string[]>();
  for (const photo of photos) {
    if (!("none" in photo.picture)) continue;
    const { none } = photo.picture;
    byReason.set(none, [...(byReason.get(none) ?? []), photoWords(photo, words)]);
  }
  return [...byReason].map(([why, named]) => text.notShown(counted(named, words), text.none[why]));
}

/** `形象进度 10月12日（3张），项目投资 10月11日`. */
function counted(named: readonly string[], { locale }: PhotoWords): string {
  const text = picturesText(locale);
  const once = [...new Set(named)].map((what) => {
    const n = named.filter((other) => other === what).length;
    return n === 1 ? what : text.times(what, n);
  });
  return once.join(text.join);
}
