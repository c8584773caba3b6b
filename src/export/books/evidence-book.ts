import { type Programme, townBySlug } from "../../domain/programme/programme.ts";
import type { Book, BookSheet, Cell } from "../book/book.ts";
import { type BookView, dayOf, footOf, placeOf, programmeOf, textOf } from "./view.ts";

// 佐证目录: every photo and file that is stored, with what it belongs to and its hash.

/** One photo or file; `hints`: remarks of the check-up. Days are `YYYY-MM-DD`. */
export type IndexedFile = {
  town: string;
  quarter: string;
  about: string | null;
  kind: "image" | "file";
  name: string;
  at: string;
  taken: string | null;
  size: number | null;
  hints: number;
  sha256: string | null;
};
type View = BookView & {
  of: string | null;
  files: Iterable<IndexedFile>;
  counts: ReadonlyMap<string, FileCounts>;
};
/** Of one town. */
export type FileCounts = { photos: number; files: number; hints: number };

const CHARTED = 20;

export function evidenceBook(view: View): Book {
  const text = textOf(view).evidence;
  const title = text.title(programmeOf(view), view.of ?? text.ever);
  return { sheets: [overview(view, title), index(view)], made: footOf(view, title) };
}

function overview(view: View, title: string): BookSheet {
  const { overview: name, town, county, evidence: text } = textOf(view);
  const of = (slug: string) => view.counts.get(slug) ?? { photos: 0, files: 0, hints: 0 };
  const sum = (what: keyof FileCounts) => [...view.counts.values()].reduce((all, one) => all + one[what], 0);
  const towns = townsBy(view.programme, (slug) => of(slug).photos);
  const figure = { width: 12, format: "count" } as const;
  return {
    name,
    title,
    lines: [text.state(sum("photos"), sum("files")), textOf(view).asOf(dayOf(view))],
    columns: [
      { title: town, width: 18, format: "text" },
      { title: county, width: 16, format: "text" },
      { title: text.columns.photos, ...figure },
      { title: text.columns.files, ...figure },
      { title: text.columns.hints, ...figure },
    ],
    rows: towns.map((one): Cell[] => {
      const { photos, files, hints } = of(one.slug);
      return [...placeOf(view, one), photos, files, hints];
    }),
    freeze: 1,
    chart: { title: text.chart, names: 0, figures: 2, rows: CHARTED },
  };
}

function townsBy({ towns }: Programme, figure: (slug: string) => number): Programme["towns"] {
  return towns.toSorted((a, b) => figure(b.slug) - figure(a.slug));
}

function index(view: View): BookSheet {
  const { town, county, evidence: text } = textOf(view);
  const { columns } = text;
  return {
    name: text.sheet,
    title: text.sheet,
    lines: [textOf(view).asOf(dayOf(view))],
    columns: [
      { title: columns.no, width: 7, format: "count" },
      { title: columns.quarter, width: 16, format: "text" },
      { title: town, width: 12, format: "text" },
      { title: county, width: 12, format: "text" },
      { title: columns.about, width: 22, format: "text" },
      { title: columns.kind, width: 7, format: "text" },
      { title: columns.name, width: 24, format: "text" },
      { title: columns.at, width: 15, format: "day" },
      { title: columns.taken, width: 15, format: "day" },
      { title: columns.size, width: 11, format: "count" },
      { title: columns.hint, width: 9, format: "text" },
      { title: columns.sha, width: 34, format: "text" },
    ],
    rows: rowsOf(view),
    freeze: 3,
  };
}

function* rowsOf(view: View): Generator<Cell[]> {
  const { evidence: text } = textOf(view);
  let n = 0;
  for (const file of view.files) {
    n += 1;
    yield [
      n,
      file.quarter,
      ...placeOf(view, townBySlug(view.programme, file.town)),
      file.about ?? text.unfiled,
      text.kinds[file.kind],
      file.name,
      file.at,
      file.taken,
      file.size === null ? null : Math.ceil(file.size / 1024),
      file.hints > 0 ? { value: text.hints(file.hints), tone: "yellow" } : "",
      file.sha256 ?? "",
    ];
  }
}
