import type { Card } from "../../../cards/card.ts";
import type { ShownPhoto } from "../../../src/domain/evidence/shown-photo.ts";
import type { SectionId } from "../../../src/domain/report/content.ts";

/** The `n`-th photo, sent on 2026-10-12, with a key as long as the platform's. */
export function photoOf(section: SectionId | null, change: Partial<ShownPhoto> = {}, n = 0): ShownPhoto {
  const ref = String(n).padStart(16, "0");
  const key = `img_v3_02ab_8347760e-3173-4072-b1aa-${ref.slice(4)}`;
  return { ref, section, sentOn: "2026-10-12", takenOn: null, picture: { key }, ...change };
}

/**
 * A hundred photos of all these sections, no two neighbours of one day, some of them without a picture for every reason
 * there is, and some not filed.
 */
export function manyPhotos(sections: readonly SectionId[]): ShownPhoto[] {
  const without = ["preparing", "too_large", "refused", "lost"] as const;
  return Array.from({ length: 100 }, (_, i) => {
    const none = i % 3 === 2 ? without[Math.floor(i / 3) % without.length] : undefined;
    const change = {
      sentOn: `2026-10-${String(31 - (i % 30)).padStart(2, "0")}`,
      takenOn: `2026-09-${String(30 - (i % 29)).padStart(2, "0")}`,
      ...(none ? { picture: { none } } : {}),
    };
    return photoOf(i % 7 === 6 ? null : (sections[i % sections.length] ?? null), change, i);
  });
}

export function keyOf({ picture }: ShownPhoto): string | null {
  return "key" in picture ? picture.key : null;
}

/** The keys of the pictures on a card, in order. */
export function keysOn(card: Card): string[] {
  return [...JSON.stringify(card).matchAll(/"img_key":"([^"]+)"/g)].flatMap(([, key]) => key ?? []);
}
