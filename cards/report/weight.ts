/**
 * The share of the platform's limits a part of a card uses: objects with a `tag`, and UTF-8 bytes (feishu-contract
 * 3.0).
 */
export function weightOf(part: unknown): { tags: number; bytes: number } {
  const json = JSON.stringify(part);
  return { tags: json.split('"tag":').length - 1, bytes: new TextEncoder().encode(json).length };
}
