import type { County, Programme, Town } from "../programme/programme.ts";
import { foldText } from "../reading/fold-text.ts";
import { readable } from "../reading/readable.ts";
import { initialsOf, pinyinsOfName } from "./place-spelling.ts";

// The index of all spellings of a programme's towns and counties, built once for each pack.

/** The place a name stands for. `sure` false: even an exact match has to be confirmed by the asker. */
export type PlaceName = { town: Town; sure: boolean } | { county: County; sure: boolean };
/** All places a name may stand for. */
type Names = Map<Town | County, PlaceName>;
export type PlaceIndex = {
  /** Names in Chinese characters, matched anywhere in a text. */
  written: Map<string, Names>;
  longestWritten: number;
  /** Names in Latin letters without spaces, matched as whole words. */
  spelt: Map<string, Names>;
  townsOf: (county: County) => Town[];
};

const built = new WeakMap<Programme, PlaceIndex>();
const spoken = new WeakMap<Programme, Array<{ sound: string; towns: Town[] }>>();

/** The programme's index; cached by programme. */
export function placeIndex(programme: Programme): PlaceIndex {
  const known = built.get(programme);
  if (known) return known;
  const counties = new Map(programme.counties.map((county) => [county.code, county]));
  const byCounty = new Map<string, Town[]>();
  for (const town of programme.towns)
    byCounty.set(town.countyCode, [...(byCounty.get(town.countyCode) ?? []), town]);
  const index: PlaceIndex = {
    written: new Map(),
    longestWritten: 0,
    spelt: new Map(),
    townsOf: (county) => byCounty.get(county.code) ?? [],
  };
  for (const county of programme.counties) addCounty(index, county);
  for (const town of programme.towns) addTown(index, town, counties.get(town.countyCode));
  addFormer(index, programme);
  for (const [initials, names] of Object.entries(programme.ambiguousInitials))
    index.spelt.set(foldName(initials), ambiguous(names, programme));
  for (const name of index.written.keys()) index.longestWritten = Math.max(index.longestWritten, name.length);
  built.set(programme, index);
  return index;
}

/** Normalises a name for look-up: as it is seen, half-width, lower case, simplified, no accents, no spaces. */
export function foldName(text: string): string {
  return foldText(readable(text))
    .normalize("NFD")
    .replace(/[\u0300-\u036f\s'’-]/g, "");
}

function addCounty(index: PlaceIndex, county: County): void {
  for (const name of [county.name, county.short, county.nameEn, county.slug, county.code])
    add(index, name, { county, sure: true });
  add(index, initialsOf(county.short, foldName(county.slug)), { county, sure: false });
}

function addTown(index: PlaceIndex, town: Town, county: County | undefined): void {
  const own = [town.name, town.short, town.nameEn, town.slug, town.code];
  const withCounty = county
    ? [county.name, county.short]
        .flatMap((c) => [c + town.short, c + town.name])
        .concat(county.slug + town.slug)
    : [];
  for (const name of [...own, ...withCounty]) add(index, name, { town, sure: true });
  // A part of the name (武当 for 北武当) may be another place, such as a mountain or a village.
  for (const alias of town.aliases)
    add(index, alias, { town, sure: alias === town.short || !town.short.includes(alias) });
  add(index, initialsOf(town.short, foldName(town.slug)), { town, sure: true });
}

/** Whoever says the name of a town that was merged means the one it is part of now, unless it is a name of another. */
function addFormer(index: PlaceIndex, { former, towns }: Programme): void {
  for (const { slug, name, nameEn, into } of former.towns) {
    const town = towns.find((one) => one.slug === into);
    const names = [name, name.replace(/[镇乡]$/, ""), nameEn, slug].map(foldName);
    const free = names.filter((one) => !index.written.has(one) && !index.spelt.has(one));
    if (town) for (const one of free) add(index, one, { town, sure: true });
  }
}

function ambiguous(names: string[], programme: Programme): Names {
  const towns = programme.towns.filter((town) => names.includes(town.name));
  const counties = programme.counties.filter((county) => names.includes(county.name));
  return new Map<Town | County, PlaceName>([
    ...towns.map((town) => [town, { town, sure: false }] as const),
    ...counties.map((county) => [county, { county, sure: false }] as const),
  ]);
}

function add(index: PlaceIndex, text: string, name: PlaceName): void {
  const key = foldName(text);
  if (key.length < 2) return;
  const map = /^[ -~]+$/.test(key) ? index.spelt : index.written;
  const place = "town" in name ? name.town : name.county;
  const names: Names = map.get(key) ?? new Map();
  map.set(key, names.set(place, names.get(place)?.sure ? { ...name, sure: true } : name));
}

/** The pronunciation of every town and county, for misspelt names. Slower, hence computed on demand. */
export function spokenNames(programme: Programme): Array<{ sound: string; towns: Town[] }> {
  const known = spoken.get(programme);
  if (known) return known;
  const { townsOf } = placeIndex(programme);
  const names = [
    ...programme.towns.flatMap((town) => spokenAs(town, [town])),
    ...programme.counties.flatMap((county) => spokenAs({ ...county, aliases: [] }, townsOf(county))),
  ];
  spoken.set(programme, names);
  return names;
}

function spokenAs(
  place: Pick<Town, "name" | "short" | "slug" | "aliases">,
  towns: Town[],
): Array<{ sound: string; towns: Town[] }> {
  const slug = foldName(place.slug);
  const spelt = place.aliases.map(foldName).filter((alias) => /^[a-z]{4,}$/.test(alias));
  const written = [place.short, place.name].flatMap((name) => pinyinsOfName(name, slug));
  return [...new Set([...written, slug, ...spelt])].map((sound) => ({ sound, towns }));
}
