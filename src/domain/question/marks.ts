import type { Procedure } from "../procedure/definition.ts";
import type { RecordWords, Sense } from "./record-words.ts";

/** Where a word is found in a definition. */
export type Marks = Record<Sense, string[]> & { steps: string[]; asides: string[] };

/** A question looks at many records: what a word marks is found once. */
const marked = new WeakMap<RecordWords, Map<string, Marks>>();

export function marksOf(words: RecordWords, word: string): Marks {
  const known = marked.get(words) ?? new Map<string, Marks>();
  marked.set(words, known);
  const marks = known.get(word) ?? marksIn(words, word);
  known.set(word, marks);
  return marks;
}

function marksIn({ definition, states, steps }: RecordWords, word: string): Marks {
  const at = (sense: Sense) =>
    states
      .filter(({ terms }) => terms.some((term) => term.head === word && term.sense === sense))
      .map(({ id }) => id);
  const named = steps.filter(({ terms }) => terms.some(({ head }) => head === word)).map(({ id }) => id);
  const done = steps.filter(({ terms }) => terms.some(({ head, asks }) => head === word && !asks));
  const asides = asidesOf(definition, named);
  // What opens and ends a question beside the state says nothing of it being done: 报告受阻, 受阻解除.
  const beside = new Set(
    asides.flatMap((name) => {
      const { opens = [], ends = [] } = definition.asides?.[name] ?? {};
      return done.some(({ id }) => [opens].flat().includes(id)) ? [...[opens].flat(), ...ends] : [];
    }),
  );
  return {
    ...{ waits: at("waits"), done: at("done"), not: at("not"), asides },
    steps: done.map(({ id }) => id).filter((id) => !beside.has(id)),
  };
}

/** The asides these steps open, and those that follow them: what was reported blocked and is taken on is still blocked. */
function asidesOf({ asides = {} }: Procedure, steps: readonly string[]): string[] {
  const all = Object.entries(asides).map(([name, { opens, ends }]) => ({
    name,
    opens: [opens].flat(),
    ends,
  }));
  const first = all.filter(({ opens }) => opens.some((step) => steps.includes(step)));
  const next = all.filter(({ opens }) => first.some(({ ends }) => opens.some((step) => ends.includes(step))));
  return [...new Set([...first, ...next].map(({ name }) => name))];
}
