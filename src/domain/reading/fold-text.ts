import { usualSigns } from "./readable.ts";
import { TRADITIONAL_PAIRS } from "./traditional-characters.ts";

// Normalises text that people type in different ways: full-width signs, capitals, traditional characters. Folding keeps
// every position, so an index in the folded text is valid in the original. What nobody sees is left to `readable`.

const SIMPLIFIED = new Map<string, string>(
  Array.from({ length: TRADITIONAL_PAIRS.length / 2 }, (_, i) => [
    TRADITIONAL_PAIRS.charAt(2 * i),
    TRADITIONAL_PAIRS.charAt(2 * i + 1),
  ]),
);

/** A character with a simplified form: few are in what people type. */
const HAS_SIMPLIFIED = new RegExp(`[${[...SIMPLIFIED.keys()].join("")}]`, "g");

/** Unusual signs to usual ones, Latin capitals to lower case. */
export function foldWidth(text: string): string {
  return usualSigns(text).replace(/[A-Z]/g, (char) => char.toLowerCase());
}

/** As foldWidth, and traditional characters to simplified ones. */
export function foldText(text: string): string {
  return foldWidth(text).replace(HAS_SIMPLIFIED, (char) => SIMPLIFIED.get(char) ?? char);
}
