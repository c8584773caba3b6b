import * as z from "zod";
import { parsePeriod } from "../calendar/period.ts";
import type { ProcedureRecord } from "../procedure/record.ts";

// The text of a 通报 as it goes round: what is agreed to, signed and sent is this, never made anew behind anybody.

/** `fact`: the figures a sentence states, as JSON; "" where a person wrote it. */
const sentenceSchema = z.object({ text: z.string(), fact: z.string() });
const paragraphSchema = z.object({ id: z.string(), sentences: z.array(sentenceSchema) });
const sectionSchema = z.object({ heading: z.string(), paragraphs: z.array(paragraphSchema) });
/** `widths`: of the columns, in characters. */
const tableSchema = z.object({
  title: z.string(),
  head: z.array(z.string()),
  widths: z.array(z.number()),
  rows: z.array(z.array(z.string())),
});

/**
 * A bulletin without its number and day. `of`: the frozen result its figures are those of; `corrects`: in a 更正通报 the
 * record it corrects. `title`: in parts that a line may end after. `names`: the towns' names at the time, by slug.
 */
export const draftSchema = z.object({
  of: z.object({
    period: z.string().refine((text) => parsePeriod(text) === text),
    seq: z.number(),
    hash: z.string(),
  }),
  corrects: z.string(),
  title: z.array(z.string()).min(1),
  to: z.string(),
  opening: paragraphSchema,
  sections: z.array(sectionSchema),
  tables: z.array(tableSchema),
  cc: z.string(),
  office: z.string(),
  names: z.record(z.string(), z.string()),
});

export type Draft = z.infer<typeof draftSchema>;
export type Paragraph = Draft["opening"];
export type Sentence = Paragraph["sentences"][number];
export type DraftTable = Draft["tables"][number];

/** The longest a bulletin may be: title, addressees and text, without its tables. */
export const LONGEST = 4000;

// A draft is replaced and never changed, so what was parsed of one stays true.
const known = new WeakMap<object, Draft>();

/** The draft of a record. Throws for a record without one. */
export function draftOf({ data }: Pick<ProcedureRecord, "data">): Draft {
  const stored = data.draft;
  const found = typeof stored === "object" && stored !== null ? known.get(stored) : undefined;
  const draft = found ?? draftSchema.parse(stored);
  if (typeof stored === "object" && stored !== null) known.set(stored, draft);
  return draft;
}

/** The paragraphs that may be remarked on and changed, in their order. */
export function paragraphsOf({ opening, sections }: Draft): Paragraph[] {
  return [opening, ...sections.flatMap(({ paragraphs }) => paragraphs)];
}

export function paragraphText({ sentences }: Paragraph): string {
  return sentences.map(({ text }) => text).join("");
}

/** Characters of the bulletin, the tables left out. */
export function draftLength({ title, to, sections, ...draft }: Draft): number {
  const headings = sections.map(({ heading }) => heading);
  const texts = paragraphsOf({ ...draft, title, to, sections }).map(paragraphText);
  return [...title, to, ...headings, ...texts].reduce((sum, text) => sum + [...text].length, 0);
}

/** The longest paragraphs whose loss would make the bulletin short enough; none where it is. */
export function toCut(draft: Draft): Array<{ id: string; length: number }> {
  let surplus = draftLength(draft) - LONGEST;
  return paragraphsOf(draft)
    .map((paragraph) => ({ id: paragraph.id, length: [...paragraphText(paragraph)].length }))
    .sort((a, b) => b.length - a.length)
    .filter(({ length }) => {
      const needed = surplus > 0;
      surplus -= length;
      return needed;
    });
}

/** The draft with one paragraph in a person's words; empty words take it out. */
export function withParagraph(draft: Draft, id: string, words: string): Draft {
  const written = sentencesIn(words).map((text) => ({ text, fact: "" }));
  const changed = (one: Paragraph) => (one.id === id ? { ...one, sentences: written } : one);
  return {
    ...draft,
    opening: changed(draft.opening),
    sections: draft.sections
      .map((section) => ({
        ...section,
        paragraphs: section.paragraphs.map(changed).filter(({ sentences }) => sentences.length > 0),
      }))
      .filter(({ paragraphs }) => paragraphs.length > 0),
  };
}

/** Words as sentences, each with its stop. */
export function sentencesIn(words: string): string[] {
  return (words.replace(/\s*\n\s*/g, "").match(/[^。！？]+[。！？]?/g) ?? [])
    .map((text) => text.trim())
    .filter((text) => text !== "");
}

/** Sentences that stood in the bulletin before, although they state something else now. */
export function repeatedIn(sentences: readonly Sentence[], before: readonly Sentence[]): Sentence[] {
  const said = new Map(before.map(({ text, fact }) => [text, fact]));
  return sentences.filter(({ text, fact }) => said.has(text) && (fact === "" || said.get(text) !== fact));
}

/** Every sentence of a draft. */
export function sentencesOf(draft: Draft): Sentence[] {
  return paragraphsOf(draft).flatMap(({ sentences }) => sentences);
}
