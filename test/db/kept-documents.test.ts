import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { keepDocuments } from "../../db/kept-documents.ts";

// What a process keeps of the documents it read and wrote, however many there are and however long it runs.

const MOST = 200;
const parse = (stored: string): { words: string } => JSON.parse(stored);
const words = fc.string({ maxLength: 60 });

describe("documents kept", () => {
  test("never hold more text than they may, and what they answer is what is stored", () => {
    const use = fc.record({ words, how: fc.constantFrom("read", "write") });
    fc.assert(
      fc.property(fc.array(use, { maxLength: 200 }), (uses) => {
        const kept = keepDocuments(parse, MOST);
        for (const { words, how } of uses) {
          const stored = JSON.stringify({ words });
          if (how === "read") expect(kept.read(stored)).toEqual({ words });
          else expect(kept.write({ words })).toBe(stored);
          expect(kept.size()).toBeLessThanOrEqual(MOST);
        }
      }),
    );
  });
  test("are those used last: a report that is read all the time outlives a thousand that are not", () => {
    let parsed = 0;
    const kept = keepDocuments((stored) => {
      parsed += 1;
      return parse(stored);
    }, MOST);
    const own = JSON.stringify({ words: "碛口" });
    const first = kept.read(own);
    for (let n = 0; n < 1_000; n += 1) {
      kept.write({ words: `第${n}次说明` });
      expect(kept.read(own)).toBe(first);
    }
    expect(parsed).toBe(1);
  });
  test("what was written is read without being parsed again, and one larger than all together is not kept", () => {
    const kept = keepDocuments((): { words: string } => {
      throw new Error("parsed");
    }, MOST);
    const value = { words: "立杆" };
    expect(kept.read(kept.write(value))).toBe(value);
    const large = kept.write({ words: "长".repeat(MOST) });
    expect(() => kept.read(large)).toThrow("parsed");
    expect(kept.size()).toBeLessThanOrEqual(MOST);
  });
});
