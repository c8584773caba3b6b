import { foldName } from "../../domain/places/place-index.ts";
import { type PackPath, pathText } from "../../domain/programme/pack-problem.ts";
import { readNumber } from "../../domain/reading/numbers.ts";

// What was read of a workbook so far: values by their path in the pack, and the cell each came from.

/** `title` "": the whole row. `row` 0: the whole sheet. */
export type Place = { sheet: string; row: number; title: string };
export type BookProblem = { place: Place; reason: string; repair: string };

/** What rows of one sheet are called in another: counties, groups, areas, items, columns of the score table, sections. */
export type Kind = "county" | "group" | "area" | "item" | "column" | "section";

type Entry = { path: PackPath; value: unknown };

export type Draft = {
  problems: BookProblem[];
  /** The path of each indicator of the scheme by its id. */
  nodes: Map<string, PackPath>;
  put: (path: PackPath, value: unknown, place?: Place) => void;
  /** The cell a part of the pack came from, or that of what it is part of, or its first part; null for none. */
  placeOf: (path: PackPath) => Place | null;
  /** The cell of exactly this path, `towns[1].slug`. */
  placeNamed: (path: string) => Place | null;
  /** Gives an id the names by which other sheets refer to it; the first to have a name keeps it. */
  name: (kind: Kind, id: string, ...names: string[]) => void;
  /** The id something is called by; the text itself where nothing is called so. */
  idOf: (kind: Kind, text: string) => string;
  /** The pack as its file would hold it. */
  pack: () => unknown;
};

export function createDraft(): Draft {
  const entries: Entry[] = [];
  const places = new Map<string, Place>();
  const named = new Map<string, string>();
  return {
    problems: [],
    nodes: new Map(),
    put: (path, value, place) => {
      entries.push({ path, value });
      if (place) places.set(pathText(path), place);
    },
    placeOf: (path) => {
      for (let length = path.length; length > 0; length -= 1) {
        const found = places.get(pathText(path.slice(0, length)));
        if (found) return found;
      }
      const inside = [...places].find(([at]) => at.startsWith(`${pathText(path)}.`));
      return inside?.[1] ?? null;
    },
    placeNamed: (path) => places.get(path) ?? null,
    name: (kind, id, ...names) => {
      for (const name of [id, ...names].map(foldName).filter((one) => one !== ""))
        if (!named.has(`${kind} ${name}`)) named.set(`${kind} ${name}`, id);
    },
    idOf: (kind, text) => named.get(`${kind} ${foldName(text)}`) ?? text,
    pack: () => assemble(entries),
  };
}

/** A number as people write it; the text itself where it is none, which the pack's schema then refuses. */
export function numberIn(text: string): number | string {
  const read = readNumber(text, ["%"]);
  return read.ok && !read.estimate ? read.value : text;
}

/** What is put at a path itself counts where nothing is put inside it. */
function assemble(entries: readonly Entry[]): unknown {
  const inside = entries.filter(({ path }) => path.length > 0);
  if (inside.length === 0) return entries.at(-1)?.value;
  const parts = new Map<string | number, Entry[]>();
  for (const { path, value } of inside) {
    const [key = "", ...rest] = path;
    const part = parts.get(key) ?? [];
    part.push({ path: rest, value });
    parts.set(key, part);
  }
  const built = [...parts].map(([key, part]) => [key, assemble(part)] as const);
  return built.every(([key]) => typeof key === "number")
    ? built.map(([, value]) => value)
    : Object.fromEntries(built);
}
