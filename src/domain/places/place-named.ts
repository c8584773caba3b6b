import type { County, Programme, Town } from "../programme/programme.ts";
import { foldText } from "../reading/fold-text.ts";
import { readable } from "../reading/readable.ts";
import { foldName, placeIndex } from "./place-index.ts";
import { findPlaces, namedIn, soundAlikes } from "./place-names.ts";

// Reads a text that is nothing but a place: a cell, a flag, a box. The names are those the chat understands.

/** `near`: the places it may have meant. */
export type PlaceRead<P> = { ok: true; place: P } | { ok: false; near: P[] };

/** Signs between the parts of a name: 临县/碛口镇, 碛口镇（临县）. */
const SIGNS = /[/\\|·,，、;；:：()（）【】[\]〔〕>_]/g;
/** What an office puts behind its place. */
const OFFICE = /(?:党委|人民政府|政府|党政办|办公室|镇政府|机关)+$/;

/** The one town a text names for certain, alone or with its county; with its city, in brackets, or as its government. */
export function readTown(programme: Programme, text: string): PlaceRead<Town> {
  const exact = exactly(programme, text, (name) => ("town" in name && name.sure ? name.town : null));
  if (exact) return { ok: true, place: exact };
  const seen = foldText(readable(text)).replace(SIGNS, " ").trim().replace(OFFICE, "");
  const found = findPlaces(withoutCity(seen, programme), programme);
  const [town] = found.towns;
  const whole = found.rest.replace(OFFICE, "").trim() === "";
  if (town && found.towns.length === 1 && whole && saysTown(seen, town)) return { ok: true, place: town };
  const heard = namedIn(found);
  return { ok: false, near: heard.length > 0 ? heard : soundAlikes(found.rest, programme).slice(0, 3) };
}

/** The one county a text names, alone, with its city, or as its office. A town is no county. */
export function readCounty(programme: Programme, text: string): PlaceRead<County> {
  const asCounty = (said: string) =>
    exactly(programme, said, (name) => ("county" in name && name.sure ? name.county : null));
  const seen = withoutCity(foldText(readable(text)).replace(SIGNS, " ").trim(), programme);
  const found = asCounty(text) ?? asCounty(seen) ?? asCounty(seen.replace(OFFICE, ""));
  if (found) return { ok: true, place: found };
  const near = programme.counties.filter(({ short }) => short.length > 1 && seen.includes(foldName(short)));
  return { ok: false, near };
}

/** The city's name before a county or town says nothing more. */
function withoutCity(text: string, { city }: Programme): string {
  const names = [city.name, city.nameEn].map(foldName).filter((name) => name !== "");
  const said = names.find((name) => foldName(text).startsWith(name) && text.startsWith(name));
  return said === undefined ? text : text.slice(said.length).trim();
}

/** Whether the text holds a name of the town itself: a county with one town is not the town. */
function saysTown(text: string, town: Town): boolean {
  const names = [town.name, town.short, town.nameEn, town.slug, town.code, ...town.aliases];
  const said = foldName(text);
  return names.some((name) => foldName(name).length > 1 && said.includes(foldName(name)));
}

/** The one place of the index with exactly this name. */
function exactly<P>(
  programme: Programme,
  text: string,
  pick: (name: { town: Town; sure: boolean } | { county: County; sure: boolean }) => P | null,
): P | null {
  const index = placeIndex(programme);
  const wanted = foldName(text);
  const names = [...((index.written.get(wanted) ?? index.spelt.get(wanted))?.values() ?? [])];
  const found = names.flatMap((name) => pick(name) ?? []);
  return found.length === 1 ? (found[0] ?? null) : null;
}
