import { gridOf, type LedgerItem } from "../../../src/domain/area-ledger/area-items.ts";
import {
  type Cell,
  cellsOf,
  type SpotPair,
  spotPairs,
  unmended,
} from "../../../src/domain/area-ledger/grid.ts";
import { parsePeriod } from "../../../src/domain/calendar/period.ts";
import { shanghaiDay } from "../../../src/domain/calendar/shanghai-time.ts";
import type { Area } from "../../../src/domain/programme/programme.ts";
import { formatPercent } from "../../../src/domain/reading/numbers.ts";
import type { CardElement } from "../../card.ts";
import { md, row, typed } from "../../elements.ts";
import { dayName, nameOf, shortPeriodName } from "../../names.ts";
import { FEW_PICTURES, pictureBlock } from "../../pictures/picture-block.ts";
import { areaLedgerText } from "../../text/area-ledger.ts";
import { picturesText } from "../../text/pictures.ts";
import type { RecordView } from "../kit.ts";

/** Pairs shown as pictures, and problems to be mended listed; the others are counted. */
export const SHOWN_PAIRS = 3;
const LISTED = 6;
const LONGEST_NAME = 40;

/** The grid, a place a line with its problems by how they were seen, and what is to be mended: six columns fit no phone. */
export function gridElements(view: RecordView, area: Area): CardElement[] {
  const { record, locale, now } = view;
  const { places, problems } = gridOf(area);
  if (places.length === 0) return [];
  const text = areaLedgerText(locale);
  const cells = cellsOf(record);
  const open = unmended(cells);
  const at = (place: string, problem: string) =>
    cells.find((cell) => cell.place === place && cell.problem === problem);
  const today = shanghaiDay(now);
  const lines = open.slice(0, LISTED).map(({ place, problem, until }) => {
    const day = until === null ? null : dayName(until, locale);
    return text.toMend(...namesIn(area, { place, problem }, locale), day, until !== null && until < today);
  });
  return [
    md(text.looked(cells.length, places.length * problems.length, open.length)),
    md(
      places
        .map((place) => {
          const seen = problems.map((problem) => ({
            name: nameOf(problem, locale),
            cell: at(place.id, problem.id),
          }));
          const before = seen.some(({ cell }) => cell) ? null : lastReported(view, place);
          return text.place(nameOf(place, locale), [
            ...seenText(seen, text),
            ...(before === null ? [] : [before]),
          ]);
        })
        .join("\n"),
    ),
    ...(lines.length > 0 ? [md(lines.join("\n"))] : []),
  ];
}

/** What the quarter reported last of an item; null for nothing. */
export function lastReported({ reported, locale }: RecordView, { id }: LedgerItem): string | null {
  const percent = reported?.items[id] ?? null;
  const period = parsePeriod(reported?.period ?? "");
  if (percent === null || !period) return null;
  const quarter = shortPeriodName(period, locale);
  return areaLedgerText(locale).reported(quarter, percent === 100 ? null : formatPercent(percent));
}

type SeenProblem = { name: string; cell: Cell | undefined };

/** The problems of a place: those found, those mended, those that were never there, those nobody looked at. */
function seenText(seen: readonly SeenProblem[], text: ReturnType<typeof areaLedgerText>): string[] {
  return (["found", "mended", "clear", "none"] as const).flatMap((verdict) => {
    const names = seen
      .filter(({ cell }) => (cell?.verdict ?? "none") === verdict)
      .map(({ name, cell }) => text.photos(name, cell?.photos.length ?? 0));
    return names.length > 0 ? [text.seen[verdict](names.join(text.comma), names.length === seen.length)] : [];
  });
}

/**
 * The newest photo of each cell, with what it shows: of those to be mended first, then of the others; none twice, and none
 * that stands in a pair.
 */
export function cellPhotos(view: RecordView, area: Area): CardElement[] {
  const cells = cellsOf(view.record);
  const paired = new Set(
    spotPairs(cells)
      .slice(0, SHOWN_PAIRS)
      .flatMap(({ before, after }) => [before.ref, after.ref]),
  );
  const open = unmended(cells);
  const newest = new Map<string, string>();
  for (const cell of [...open, ...cells.filter((one) => !open.includes(one))]) {
    const ref = cell.photos.at(-1)?.ref;
    if (ref === undefined || paired.has(ref)) continue;
    const [place, problem] = namesIn(area, cell, view.locale);
    const also = newest.get(ref);
    newest.set(
      ref,
      also === undefined ? `${place}·${problem}` : `${also}${areaLedgerText(view.locale).comma}${problem}`,
    );
  }
  const shown = [...newest].flatMap(([ref, shows]) => {
    const photo = view.photos?.find((one) => one.ref === ref);
    return photo ? [{ ...photo, shows }] : [];
  });
  return pictureBlock(shown, view, { most: FEW_PICTURES });
}

/** The same spots in two quarters: one picture of both where there is one, else both beside each other. */
export function pairElements(view: RecordView, area: Area): CardElement[] {
  const { record, locale } = view;
  const found = spotPairs(cellsOf(record));
  if (found.length === 0) return [];
  const text = areaLedgerText(locale);
  const more = found.length - SHOWN_PAIRS;
  return [
    md(text.pairs),
    ...found.slice(0, SHOWN_PAIRS).flatMap((pair) => pairElement(view, area, pair)),
    ...(more > 0 ? [md(text.more(more), "notation")] : []),
  ];
}

function pairElement(view: RecordView, area: Area, pair: SpotPair): CardElement[] {
  const { locale, pairs = [] } = view;
  const { before, after } = pair;
  const [first, last] = [before, after].map(({ at }) => dayName(shanghaiDay(at), locale));
  const caption = areaLedgerText(locale).pair(...namesIn(area, pair, locale), first ?? "", last ?? "");
  const joined = pairs.find(({ refs: [one, two] }) => one === before.ref && two === after.ref)?.picture;
  const keys =
    joined && "key" in joined ? [joined.key] : [before, after].flatMap(({ ref }) => keyOf(view, ref));
  const whole = joined && "key" in joined ? true : keys.length === 2;
  if (!whole) return [md(picturesText(locale).notShown(caption, picturesText(locale).none.preparing))];
  const alt = { tag: "plain_text" as const, content: picturesText(locale).alt(caption) };
  return [md(caption), row(keys.map((key) => [{ tag: "img" as const, img_key: key, alt }]))];
}

function keyOf({ photos = [] }: RecordView, ref: string): string[] {
  const photo = photos.find((one) => one.ref === ref);
  return photo && "key" in photo.picture ? [photo.picture.key] : [];
}

function namesIn(
  { items }: Area,
  { place, problem }: Pick<Cell, "place" | "problem">,
  locale: RecordView["locale"],
): [place: string, problem: string] {
  const name = (id: string) => {
    const item = items.find((one) => one.id === id);
    return typed(item ? nameOf(item, locale) : id, LONGEST_NAME);
  };
  return [name(place), name(problem)];
}
