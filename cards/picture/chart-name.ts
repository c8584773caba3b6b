import type { Locale } from "../../src/domain/programme/people.ts";
import type { Programme, Town } from "../../src/domain/programme/programme.ts";
import { distinctTownName } from "../names.ts";

/** Whose words a picture or table uses; `forAll`: readers of both languages. */
export type Readers = { programme: Programme; locale: Locale; forAll?: true };

/** Room of a name on a chart's axis, in halves of a Chinese character. */
const ROOM = 18;

/** A town's name: in the reader's language, or in both, as `碛口 Qikou`, where readers differ. */
export function nameForReaders(town: Town, { programme, locale, forAll }: Readers): string {
  if (!forAll) return distinctTownName(programme, town, locale);
  const shared = programme.towns.some((other) => other.slug !== town.slug && other.short === town.short);
  const chinese = shared ? distinctTownName(programme, town, "zh-CN") : town.short;
  return `${chinese} ${distinctTownName(programme, town, "en")}`;
}

/** The same, short enough for a chart's axis. */
export function chartName(town: Town, readers: Readers): string {
  if (!readers.forAll) return shortened(nameForReaders(town, readers), ROOM);
  const [chinese = "", ...english] = nameForReaders(town, readers).split(" ");
  return `${shortened(chinese, ROOM / 2)} ${shortened(english.join(" "), ROOM - 4)}`;
}

/**
 * A text of at most `room` halves of a Chinese character. Its middle is left out where it is longer, because long names
 * of neighbours often differ only at their end.
 */
function shortened(text: string, room: number): string {
  if (widthOf(text) <= room) return text;
  const chars = [...text];
  const tail = chars.slice(fitting(chars.toReversed(), room / 2 - 1) * -1);
  const head = chars.slice(0, fitting(chars, room - 1 - widthOf(tail.join(""))));
  return `${head.join("")}…${tail.join("")}`;
}

/** The number of leading characters that fit; at least one. */
function fitting(chars: string[], room: number): number {
  const at = chars.findIndex((_, i) => widthOf(chars.slice(0, i + 1).join("")) > room);
  return Math.max(1, at === -1 ? chars.length : at);
}

function widthOf(text: string): number {
  return [...text].reduce((width, char) => width + (/[\u2e80-\uffef]/.test(char) ? 2 : 1), 0);
}
