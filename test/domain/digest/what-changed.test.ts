import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { digestFacts } from "../../../src/domain/digest/digest-facts.ts";
import type { DigestInput } from "../../../src/domain/digest/facts.ts";
import { whatChanged } from "../../../src/domain/digest/what-changed.ts";
import { towns } from "../programmes.ts";
import { calm, NOW, question, task, toTown } from "./given.ts";

const WEEK = 7 * 86_400_000;
const slugs = towns.towns.map(({ slug }) => slug);

const anyTask = fc
  .record({
    n: fc.nat(30),
    slug: fc.constantFrom(...slugs),
    due: fc.constantFrom("2026-09-30", "2026-10-30", "2026-11-05", "2027-03-01"),
    percent: fc.nat(100),
    status: fc.constantFrom("proposed" as const, "open" as const, "closing" as const),
  })
  .map(({ n, slug, ...rest }) => task({ ...rest, id: `t${n}`, to: toTown(slug), title: `事项${n}` }));
const anyQuestion = fc
  .record({ n: fc.nat(30), slug: fc.constantFrom(...slugs), answer: fc.option(fc.string({ minLength: 1 })) })
  .map(({ n, slug, answer }) => question({ id: `q${n}`, about: `t${n}`, town: slug, answer }));
const anyInput = fc
  .record({
    tasks: fc.uniqueArray(anyTask, { maxLength: 12, selector: ({ id }) => id }),
    questions: fc.uniqueArray(anyQuestion, { maxLength: 6, selector: ({ id }) => id }),
  })
  .map((change): DigestInput => ({ ...calm, ...change }));

const facts = (input: DigestInput, now = NOW) => digestFacts(input, "leading_group", now);

describe("what changed", () => {
  it("is nothing when nothing did", () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const changes = whatChanged(facts(input), facts(input));
        expect([changes.changed, changes.gone]).toEqual([[], 0]);
      }),
    );
  });

  it("and what did not are the whole digest, each row once", () => {
    fc.assert(
      fc.property(fc.option(anyInput), anyInput, (before, input) => {
        const after = facts(input);
        const { changed, same } = whatChanged(before && facts(before), after);
        const ids = [...changed, ...same].map(({ id, town }) => `${id} ${town}`).sort();
        expect(ids).toEqual(after.rows.map(({ id, town }) => `${id} ${town}`).sort());
        expect(new Set(ids).size).toBe(ids.length);
      }),
    );
  });

  it("is not that everything waits a day longer", () => {
    const input = { ...calm, tasks: [task({ due: "2026-10-01" })], questions: [question()] };
    const [first, next] = [facts(input), facts(input, NOW + 86_400_000)];
    expect(next.rows).not.toEqual(first.rows);
    expect(whatChanged(first, next)).toMatchObject({ changed: [], gone: 0 });
  });

  it("is a step forward, an answer, a new item; a settled one is gone", () => {
    const before = facts({
      ...calm,
      tasks: [
        task({ id: "a", due: "2026-10-01" }),
        task({ id: "b", due: "2026-10-01" }),
        task({ id: "c", due: "2026-10-01" }),
      ],
      questions: [question({ about: "b" })],
    });
    const after = facts({
      ...calm,
      tasks: [
        task({ id: "a", due: "2026-10-01", percent: 80 }),
        task({ id: "b", due: "2026-10-01" }),
        task({ id: "d", due: "2026-10-01" }),
      ],
      questions: [question({ about: "b", answer: "月底完成" })],
    });
    const { changed, gone } = whatChanged(before, after);
    expect(changed.map(({ id }) => id)).toEqual(["a", "b", "d"]);
    expect(gone).toBe(1);
  });

  it("is not that an answer, told once, is told no more", () => {
    const tasks = [task({ due: "2026-10-01" })];
    const answered = facts({ ...calm, tasks, questions: [question({ answer: "好" })] });
    expect(whatChanged(answered, facts({ ...calm, tasks })).changed).toEqual([]);
  });

  it("of places is only those that a ranking moved: the same place in the next quarter is none", () => {
    const [q3, q2] = [calm.ranking?.now, calm.ranking?.before];
    if (!q3 || !q2) throw new Error("no rankings");
    const before = facts({ ...calm, ranking: { now: q2, before: null } });
    const changed = whatChanged(before, facts(calm)).changed.map(({ town }) => town);
    expect(changed).not.toContain("jiajiazhuang");
    expect(changed).toEqual(expect.arrayContaining(["qikou", "wutong", "shuangchi"]));
  });

  it("the first time is everything owed, and of places those a ranking of this week moved", () => {
    const owed = { ...calm, tasks: [task({ due: "2026-10-01" })] };
    const first = whatChanged(null, facts(owed)).changed;
    expect(first.map(({ kind }) => kind)).toContain("red");
    expect(first.filter(({ kind }) => kind === "rank").map(({ town }) => town)).not.toContain("jiajiazhuang");
    const later = { ...owed, span: { ...owed.span, from: NOW, to: NOW + WEEK } };
    expect(whatChanged(null, facts(later)).changed.map(({ kind }) => kind)).toEqual(["red"]);
  });
});
