import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { type Paper, pack } from "../../src/export/package/zip-parts.ts";
import { openArchive } from "../../src/export/xlsx/unzip.ts";

const MB = 1024 * 1024;
const LARGEST = 30 * MB;
const words = { index: "目录.txt", head: "文件名", part: (n: number, of: number) => `${of}之${n}.zip` };
const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

/** Distinct bytes that no compression makes smaller. */
function photo(n: number, size: number): Paper {
  const bytes = new Uint8Array(size);
  for (let i = 0, seed = n + 1; i < size; i += 1) {
    seed = (seed * 1103515245 + 12345) & 0x7fffffff;
    bytes[i] = seed >> 16;
  }
  return { path: `填报照片/${n}.jpg`, size, sha256: sha256(bytes), read: async () => bytes };
}

async function packed(papers: Paper[], largest?: number) {
  const { of, left, parts } = pack(papers, words, Date.UTC(2026, 9, 12), largest);
  const files = [];
  for await (const part of parts) files.push(part);
  expect(files).toHaveLength(of);
  return { files, left };
}

describe("papers in files of at most 30 MB", () => {
  test("300 photos are split, each part with the index of all, and every byte as its hash says", async () => {
    const papers = Array.from({ length: 300 }, (_, n) => photo(n, 130_000));
    const { files, left } = await packed(papers);
    expect(left).toEqual([]);
    expect(files.map(({ name }) => name)).toEqual(["2之1.zip", "2之2.zip"]);
    expect(files.reduce((sum, one) => sum + one.papers, 0)).toBe(300);
    for (const [i, { bytes }] of files.entries()) {
      expect(bytes.length).toBeLessThanOrEqual(LARGEST);
      const archive = openArchive(bytes, LARGEST);
      const index = new TextDecoder().decode((await archive?.read("目录.txt")) ?? undefined);
      const lines = index.trim().split("\r\n").slice(1);
      expect(lines).toHaveLength(300);
      const own = lines.map((line) => line.split("\t")).filter((line) => line[3] === String(i + 1));
      expect(own).toHaveLength(files[i]?.papers ?? -1);
      for (const [path = "", size, hash] of own.slice(0, 5)) {
        const found = await archive?.read(path);
        expect([String(found?.length), sha256(found ?? new Uint8Array())]).toEqual([size, hash]);
      }
    }
  });

  test("what is too large by itself is left out and named, and nothing else is", async () => {
    const huge = { path: "大.pdf", size: LARGEST, sha256: "", read: async () => null };
    const { files, left } = await packed([photo(1, 1000), huge, photo(2, 1000)]);
    expect(left.map(({ path }) => path)).toEqual(["大.pdf"]);
    expect(files).toHaveLength(1);
    expect(files[0]?.papers).toBe(2);
  });

  test("a limit that is just reached is not passed", async () => {
    const { files } = await packed([photo(1, 40_000), photo(2, 40_000)], 50_000);
    expect(files.map(({ bytes }) => bytes.length <= 50_000)).toEqual([true, true]);
  });

  test("a stored file that is gone is an error, never a hole", async () => {
    const gone = { ...photo(1, 10), read: async () => null };
    await expect(packed([gone])).rejects.toThrow("is gone");
  });
});
