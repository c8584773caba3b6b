import { TRADITIONAL_PAIRS } from "./traditional-characters.ts";

// Normalises text that people type in different ways: full-width signs, capitals, traditional characters. Folding keeps
// every position, so an index in the folded text is valid in the original.

const SIMPLIFIED = new Map<string, string>(
  Array.from({ length: TRADITIONAL_PAIRS.length / 2 }, (_, i) => [
    TRADITIONAL_PAIRS.charAt(2 * i),
    TRADITIONAL_PAIRS.charAt(2 * i + 1),
  ]),
);

/** Full-width signs to half-width, Latin capitals to lower case. */
export function foldWidth(text: string): string {
  return text.replace(/[\uff01-\uff5e\u3000\u00a0A-Z]/g, (char) => {
    const code = char.charCodeAt(0);
    if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0).toLowerCase();
    return /[A-Z]/.test(char) ? char.toLowerCase() : " ";
  });
}

/** As foldWidth, and traditional characters to simplified ones. */
export function foldText(text: string): string {
  return foldWidth(text).replace(/[\u4e00-\u9fff]/g, (char) => SIMPLIFIED.get(char) ?? char);
}
