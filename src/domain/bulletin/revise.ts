import * as z from "zod";
import { step } from "../procedure/definition.ts";
import type { ProcedureRecord } from "../procedure/record.ts";
import {
  draftOf,
  paragraphsOf,
  paragraphText,
  repeatedIn,
  sentencesIn,
  sentencesOf,
  withParagraph,
} from "./draft.ts";

// The office changes a paragraph of a draft: its words stand, and are never made anew but by drafting again.

export const revise = step({
  from: ["draft"],
  to: "same",
  who: ["office"],
  asks: {
    paragraph: { kind: "choice", of: paragraphChoices },
    /** Nothing takes the paragraph out. */
    rewritten: { kind: "words", longest: 1000, optional: true },
    /** The sentences of the bulletin before. */
    before: { kind: "given", schema: z.array(z.string()) },
  },
  /** A sentence of the bulletin before is refused, unless the draft has it for the same fact. */
  refuses(record, { rewritten, before }) {
    const own = new Set(record ? sentencesOf(draftOf(record)).map(({ text }) => text) : []);
    const typed = sentencesIn(rewritten).map((text) => ({ text, fact: "" }));
    const [again] = repeatedIn(
      typed.filter(({ text }) => !own.has(text)),
      before.map((text) => ({ text, fact: "" })),
    );
    return again ? { reason: "repeated", about: [...again.text].slice(0, 30).join("") } : null;
  },
  sets: (record, { paragraph, rewritten }) =>
    record ? { draft: withParagraph(draftOf(record), paragraph, rewritten) } : {},
  tells: [],
});

/** The paragraphs by number and beginning. */
export function paragraphChoices(_: unknown, record: ProcedureRecord | null) {
  if (!record) return [];
  return paragraphsOf(draftOf(record)).map((paragraph, i) => {
    const begins = [...paragraphText(paragraph)].slice(0, 24).join("");
    return { id: paragraph.id, name: `${i + 1}. ${begins}`, nameEn: `${i + 1}. ${begins}` };
  });
}
