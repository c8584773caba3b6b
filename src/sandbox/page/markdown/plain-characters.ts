const named: Record<string, string> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: "\u00a0",
  ensp: "\u2002",
  emsp: "\u2003",
};

const emoji: Record<string, string> = {
  OK: "👌",
  THUMBSUP: "👍",
  THANKS: "🙏",
  MUSCLE: "💪",
  FINGERHEART: "🫰",
  APPLAUSE: "👏",
  FISTBUMP: "🤜",
  JIAYI: "➕",
  DONE: "✅",
  SMILE: "🙂",
  BLUSH: "😊",
  LAUGH: "😄",
  SMIRK: "😏",
  LOL: "😂",
  FACEPALM: "🤦",
  LOVE: "😍",
  WINK: "😉",
  PROUD: "😌",
  WITTY: "😜",
  SMART: "🤓",
  SCOWL: "😠",
  THINKING: "🤔",
  SOB: "😭",
  CRY: "😢",
  ERROR: "❌",
  HEART: "❤️",
  PARTY: "🎉",
  FIRE: "🔥",
  ROCKET: "🚀",
  TROPHY: "🏆",
  ALARM: "⏰",
  PIN: "📌",
};

/**
 * The emoji for a name such as `THUMBSUP`, as used in reactions; the name itself if there is no drawing for
 * it.
 */
export function emojiOf(name: string): string {
  return emoji[name] ?? `[${name}]`;
}

function entity(code: string): string | undefined {
  if (!code.startsWith("#")) return named[code];
  const hex = code[1] === "x" || code[1] === "X";
  const point = Number.parseInt(code.slice(hex ? 2 : 1), hex ? 16 : 10);
  return Number.isInteger(point) && point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : undefined;
}

/** Replaces HTML entities (used by cards to escape markdown) and `:EMOJI:` names by their characters. */
export function plainCharacters(source: string): string {
  return source
    .replace(/:([A-Z]+):/g, (all, name: string) => emoji[name] ?? all)
    .replace(/&(#[0-9]+|#[xX][0-9a-fA-F]+|[a-z]+);/g, (all, code: string) => entity(code) ?? all);
}
