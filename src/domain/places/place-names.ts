import type { Programme, Town } from "../programme/programme.ts";
import { foldName, type PlaceName, placeIndex, spokenNames } from "./place-index.ts";
import { isWithinOneEdit, pinyinsOf } from "./place-spelling.ts";

// Finds the towns a text names (domain.md 3): first exact names, then a county that has one town, then initials, then
// similar pronunciation. The last, and every ambiguous match, is asked back.

export type Places = {
  /** Named with certainty, in the order of the text. */
  towns: Town[];
  /** Candidates to choose from; empty when nothing has to be asked. */
  ask: Town[];
  /** The text without the names. */
  rest: string;
};

type Hit = { start: number; end: number; names: PlaceName[] };

/** Suffixes that make a match another kind of place: 方山镇 and 交口街道 are no county, 信义村 is no town. */
const OTHER_PLACE = /^(街道|街办|社区|[镇乡村山路河县](?!长|里|上|域|级))/;
const TOGETHER = /^[\s,、;]*(和|与|跟|同|及|以及|还有|vs\.?|and|or|with|to|对比?|比|相比|、|,)[\s,、;]*$/;

/** The towns named in folded text (foldText). */
export function findPlaces(text: string, programme: Programme): Places {
  const spaced = text.normalize("NFD").replace(/[\u0300-\u036f]/g, "");
  const plain = spaced.replace(/(?<=[\u3400-\u9fff])\s+(?=[\u3400-\u9fff])/g, "");
  const hits = [...writtenHits(plain, programme), ...speltHits(plain, programme)].sort(
    (a, b) => a.start - b.start,
  );
  const rest = hits.reduceRight((left, hit) => `${left.slice(0, hit.start)} ${left.slice(hit.end)}`, plain);
  return { ...resolve(hits, plain, programme), rest };
}

/** Every town a text may mean. */
export function namedIn({ towns, ask }: Places): Town[] {
  return [...towns, ...ask];
}

/** Towns that sound like a part of the text, exactly or but for one letter; nearest first. Always asked back. */
export function soundAlikes(rest: string, programme: Programme): Town[] {
  const pieces = [
    ...(rest.match(/[\u3400-\u9fff]+/g) ?? []).flatMap(writtenPieces),
    ...wordWindows(rest)
      .filter(({ word }) => word.length >= 4)
      .map(({ word }) => ({ sound: word, loose: true })),
  ];
  const names = spokenNames(programme);
  const heard = new Set(pieces.map(({ sound }) => sound));
  const loose = pieces.filter((piece) => piece.loose);
  const exact = names.filter(({ sound }) => heard.has(sound));
  const near = names.filter(
    ({ sound }) => sound.length >= 4 && loose.some((piece) => isWithinOneEdit(piece.sound, sound)),
  );
  return unique([...exact, ...near].flatMap(({ towns }) => towns));
}

/** A short piece as a whole may differ by one letter; substrings of a longer one must match exactly. */
function writtenPieces(piece: string): Array<{ sound: string; loose: boolean }> {
  if (piece.length < 2) return [];
  if (piece.length <= 5) {
    const bare = piece.replace(/(?<=..)[镇乡县村]$/, "");
    return [piece, bare].flatMap((name) => pinyinsOf(name).map((sound) => ({ sound, loose: true })));
  }
  const windows = [2, 3, 4].flatMap((size) =>
    Array.from({ length: Math.min(piece.length, 40) - size + 1 }, (_, i) => piece.slice(i, i + size)),
  );
  return windows.flatMap((name) => pinyinsOf(name).map((sound) => ({ sound, loose: false })));
}

function writtenHits(text: string, programme: Programme): Hit[] {
  const { written, longestWritten } = placeIndex(programme);
  const hits: Hit[] = [];
  for (let start = 0; start < text.length; ) {
    let end = Math.min(text.length, start + longestWritten);
    while (end > start + 1 && !written.has(text.slice(start, end))) end -= 1;
    const names = end > start + 1 ? written.get(text.slice(start, end)) : undefined;
    if (!names) {
      start += 1;
      continue;
    }
    const places = [...names.values()];
    const other = OTHER_PLACE.exec(text.slice(end))?.[0] ?? "";
    hits.push({
      start,
      end: end + other.length,
      names: other === "" ? places : places.map((name) => ({ ...name, sure: false })),
    });
    start = end + other.length;
  }
  return hits;
}

function speltHits(text: string, programme: Programme): Hit[] {
  const { spelt } = placeIndex(programme);
  const hits: Hit[] = [];
  for (const { word, start, end } of wordWindows(text)) {
    const names = spelt.get(word);
    if (names && !hits.some((hit) => start < hit.end && hit.start < end))
      hits.push({ start, end, names: [...names.values()] });
  }
  return hits;
}

/** Latin words, and runs of up to four without their spaces; longer runs first. */
function wordWindows(text: string): Array<{ word: string; start: number; end: number }> {
  const words = [...text.matchAll(/[a-z\d]+/g)].slice(0, 60);
  return [4, 3, 2, 1].flatMap((size) =>
    words.flatMap((first, i) => {
      const last = words[i + size - 1];
      if (!last) return [];
      const end = last.index + last[0].length;
      const between = text.slice(first.index, end);
      return /^[a-z\d\s'’-]+$/.test(between) ? [{ word: foldName(between), start: first.index, end }] : [];
    }),
  );
}

function resolve(hits: Hit[], text: string, programme: Programme): Pick<Places, "towns" | "ask"> {
  const { townsOf } = placeIndex(programme);
  const named = new Set(
    hits.flatMap((hit) => hit.names.flatMap((name) => ("town" in name ? [name.town.countyCode] : []))),
  );
  const readings = hits
    // A county next to its own town (临县的碛口) only qualifies the town.
    .filter((hit) => !hit.names.every((name) => "county" in name && named.has(name.county.code)))
    .map((hit) => ({
      hit,
      towns: unique(hit.names.flatMap((name) => ("town" in name ? [name.town] : townsOf(name.county)))),
      sure: hit.names.every((name) => name.sure),
      county: hit.names.some((name) => "county" in name),
    }));
  const all = unique(readings.flatMap(({ towns }) => towns));
  // A county beside a town of another county is a doubt; several counties are a list.
  const touching = readings.some(({ hit, county }, i) => {
    const next = readings[i + 1];
    return (
      next !== undefined && county !== next.county && !TOGETHER.test(text.slice(hit.end, next.hit.start))
    );
  });
  const certain = readings.every(({ sure, towns }) => sure && towns.length === 1);
  return certain && !touching ? { towns: all, ask: [] } : { towns: [], ask: all };
}

function unique(towns: Town[]): Town[] {
  return [...new Set(towns)];
}
