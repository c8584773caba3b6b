import * as z from "zod";
import { procedure, step } from "./definition.ts";
import { beginning, type ProcedureRecord } from "./record.ts";

// 询问: the leading group or the city office asks a town about a digest row. Until the question is answered,
// the same row cannot be asked about again.

const LONGEST_QUESTION = 200;
const LONGEST_ANSWER = 500;

export const question = procedure({
  id: "question",
  /** `ref` is the id of the digest row (digest/about.ts): `2026Q3/qikou`, a task's id. */
  key: ({ town, ref }) => `${town} ${ref}`,
  sees: ["town", "office", "leader"],
  // It was put in private.
  quietly: true,
  reasons: ["nobody"],
  states: {
    asked: { colour: "orange", owes: { post: "town", within: 3 } },
    answered: { colour: "green", ends: true },
  },
  steps: {
    ask: step({
      from: "start",
      to: "asked",
      who: ["leader", "office"],
      asks: {
        question: { kind: "words", longest: LONGEST_QUESTION },
        /** The title of the task it concerns; "" for other subjects. */
        title: { kind: "given", schema: z.string() },
        /** The next step announced by the town, if the question is about it. */
        said: { kind: "given", schema: z.string() },
        /** Number of the town's officials on the roster; with 0 the question would have no receiver. */
        officials: { kind: "given", schema: z.number() },
      },
      refuses: (_, { officials }) => (officials === 0 ? "nobody" : null),
      tells: ["town"],
    }),
    answer: step({
      from: ["asked"],
      to: "answered",
      who: ["town"],
      asks: { answer: { kind: "words", longest: LONGEST_ANSWER } },
      tells: [{ took: "ask" }],
    }),
  },
  reply: (answer) => ({ step: "answer", typed: { answer } }),
});

/** A question in the form digests show it. `about`: the id of its digest row; `askedAt`: UTC ms. */
export type AskedQuestion = {
  id: string;
  town: string;
  about: string;
  title: string;
  text: string;
  askedAt: number;
  answer: string | null;
};

const askedSchema = z.object({
  question: z.string(),
  title: z.string().default(""),
  answer: z.string().nullable().default(null),
});

/** The question a record holds, in the form digests show it. */
export function askedQuestion(record: ProcedureRecord): AskedQuestion {
  const { question: text, title, answer } = askedSchema.parse(record.data);
  const { id, town, ref } = record;
  return { id, town, about: ref, title, text, askedAt: beginning(record).at, answer };
}
