import type { Zippable } from "fflate";

// Papers as .zip files of a limited size, each with the index of all of them.

/** One paper: its path, size and SHA-256, and its bytes when they are wanted. */
export type Paper = { path: string; size: number; sha256: string; read: () => Promise<Uint8Array | null> };
export type Part = { name: string; bytes: Uint8Array; papers: number };
/** Names the index and the parts; `head` is the index's first line. */
export type PackageWords = { index: string; head: string; part: (n: number, of: number) => string };

/** Feishu takes files up to 30 MB from the bot. */
const LARGEST = 30 * 1024 * 1024;
/** Bytes of the index and of each entry's two headers, on the safe side. */
const ENTRY = 1024;

/** The papers in as few parts as their order allows; what is too large for any part by itself is `left` out. */
function partition(papers: readonly Paper[], largest: number = LARGEST): { parts: Paper[][]; left: Paper[] } {
  const room = largest - ENTRY * (papers.length + 1);
  const left = papers.filter(({ size }) => size > room);
  const parts: Paper[][] = [];
  let size = Number.POSITIVE_INFINITY;
  for (const paper of papers.filter((one) => !left.includes(one))) {
    if (size + paper.size > room) {
      parts.push([]);
      size = 0;
    }
    parts.at(-1)?.push(paper);
    size += paper.size;
  }
  return { parts, left };
}

/** The papers as .zip files: how many there are, what was left out, and the files as they are made. */
export function pack(papers: readonly Paper[], words: PackageWords, at: number, largest?: number) {
  const { parts, left } = partition(papers, largest);
  return { of: parts.length, left, parts: zipParts(parts, words, at) };
}

/**
 * Zips the parts one after another, so that only one is in memory. Photos are compressed already, so they are stored as
 * they are. `at`: the time in the files, UTC ms. The library is loaded only here, for it has no place in a Worker.
 */
async function* zipParts(parts: readonly Paper[][], words: PackageWords, at: number): AsyncGenerator<Part> {
  const { zipSync } = await import("fflate");
  const index = new TextEncoder().encode(indexText(parts, words));
  for (const [i, papers] of parts.entries()) {
    const files: Zippable = { [words.index]: [index, { level: 6, mtime: at }] };
    for (const { path, read } of papers) {
      const bytes = await read();
      if (!bytes) throw new Error(`the stored file of ${path} is gone`);
      files[path] = [bytes, { level: 0, mtime: at }];
    }
    yield { name: words.part(i + 1, parts.length), bytes: zipSync(files), papers: papers.length };
  }
}

/** One line a paper: path, bytes, SHA-256, part. A byte-order mark, so that office programs read the characters. */
function indexText(parts: readonly Paper[][], { head }: PackageWords): string {
  const lines = parts.flatMap((papers, i) =>
    papers.map(({ path, size, sha256 }) => [path, size, sha256, i + 1].join("\t")),
  );
  return `\uFEFF${[head, ...lines].join("\r\n")}\r\n`;
}
