import type { Programme } from "../programme/programme.ts";
import { foldText } from "../reading/fold-text.ts";
import { readable } from "../reading/readable.ts";

/** What stands for a place, a person and a number. */
const MASKS = { place: "〔镇〕", person: "〔人〕", number: "〔数〕" } as const;
const LONGEST = 60;
const PRIVATE = /@\S+|\b(?:ou|oc|om|on)_\w+|https?:\/\/\S+|\S+@\S+|\b[a-z\d_]{12,}\b/g;
const NUMBER = /\d[\d.,:%万亿-]*|[一二三四五六七八九十百千万亿零两]{2,}/g;

/**
 * A text without what tells of whom and how much it was: places, the names given, numbers, links and addresses are
 * masked, and only its first 60 characters are kept.
 */
export function masked(text: string, names: readonly string[], programme: Programme): string {
  const folded = foldText(readable(text.slice(0, 500)))
    .replace(/\s+/g, " ")
    .trim();
  const withoutNames = names
    .map(foldText)
    .toSorted((a, b) => b.length - a.length)
    .reduce((left, name) => left.replaceAll(name, MASKS.person), folded);
  const plain = withoutNames.replace(PRIVATE, MASKS.person);
  return [...maskedPlaces(plain, programme).replace(NUMBER, MASKS.number)].slice(0, LONGEST).join("");
}

function maskedPlaces(text: string, programme: Programme): string {
  const names = known.get(programme) ?? placeNames(programme);
  known.set(programme, names);
  return names
    .filter((name) => text.includes(name))
    .reduce((left, name) => left.replaceAll(name, MASKS.place), text);
}

const known = new WeakMap<Programme, string[]>();

/** Every name of a place, the longest first. */
function placeNames(programme: Programme): string[] {
  return programme.towns
    .flatMap((town) => [town.name, town.short, town.nameEn, ...town.aliases])
    .concat(programme.counties.flatMap(({ name, short, nameEn }) => [name, short, nameEn]))
    .map(foldText)
    .filter((name) => name.length > (/^[ -~]+$/.test(name) ? 3 : 1))
    .toSorted((a, b) => b.length - a.length);
}

/** The words of a masked text that may have another meaning: without its masks. */
export function unmasked(text: string): string {
  return Object.values(MASKS)
    .reduce((left, mask) => left.replaceAll(mask, " "), text)
    .replace(/\s+/g, " ")
    .trim();
}
