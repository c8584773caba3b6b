import { describe, expect, it } from "vitest";
import { KITS } from "../../../cards/record/kits.ts";
import { wordsOfKits } from "../../../cards/record/record-words.ts";
import type { RecordWords, Sense } from "../../../src/domain/question/record-words.ts";
import { isSought } from "../../../src/domain/question/sought.ts";
import { understand } from "../../../src/domain/question/understand.ts";
import { GIVEN } from "../procedure/given.ts";
import { playedTo } from "../procedure/played.ts";
import { towns } from "../programmes.ts";

// Every state of every procedure can be asked for in the words its own cards call it by.

const records = wordsOfKits(KITS);
const SIGN: Record<Sense, string> = { waits: "待", done: "已", not: "未" };
const now = { programme: towns, today: "2026-10-12" };

function asked(text: string, among: readonly RecordWords[] = records) {
  const intent = understand(text, towns, { period: "2026Q3", today: "2026Q4", records: among });
  return intent.kind === "sought" ? intent : null;
}

describe.each(KITS.map((kit) => [kit.definition.id, kit] as const))("%s", (id, kit) => {
  const own = records.find(({ definition }) => definition.id === id);
  const played = playedTo(kit.definition, towns, GIVEN[id] ?? {});

  it("finds the records of each state by its words", () => {
    if (!own) throw new Error(`no words of ${id}`);
    const unread = own.states.flatMap(({ id: state, terms }) => {
      const record = played.get(state);
      const [term] = terms.filter(({ stem }) => !/^[ -~]+$/.test(stem) && stem.length > 1);
      if (!record || !term) return [];
      const text = `哪些${own.names[0]}${SIGN[term.sense]}${term.stem}`;
      const intent = asked(text);
      const found = intent?.sought.of.includes(id) && isSought(intent.sought, own, record, now);
      return found ? [] : [text];
    });
    expect(unread).toEqual([]);
  });
});

describe("an undone step", () => {
  it("is not taken for done: a rectification that is reported is not mended, one closed is", () => {
    const own = records.find(({ definition }) => definition.id === "rectification");
    const kit = KITS.find(({ definition }) => definition.id === "rectification");
    const intent = asked("整改完了吗", records);
    if (!own || !kit || !intent) throw new Error("no rectification");
    const played = playedTo(kit.definition, towns, GIVEN.rectification ?? {});
    const done = [...played].filter(([, record]) => isSought(intent.sought, own, record, now));
    expect(done.map(([state]) => state)).toEqual(["closed"]);
  });
});

it.each(["哪些方案在等我", "等我的方案有哪些"])(
  "%s asks whose turn it is, and nothing of a stage",
  (text) => {
    expect(asked(text)?.sought).toEqual({ of: ["town_plan"], word: "", is: "open", by: "me" });
  },
);
