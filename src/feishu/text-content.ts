/**
 * The `content` of a text message. The platform reads `<at …>` in it as a mention, of one person or of everyone; no
 * message of ours mentions anybody, so one that stands in quoted words is made plain (feishu-contract 3).
 */
export function textContent(words: string): string {
  return JSON.stringify({ text: words.replace(/<(?=\s*\/?\s*at\b)/gi, "＜") });
}
