import * as z from "zod";
import { type At, procedure, step } from "../procedure/definition.ts";
import type { ProcedureRecord, Values } from "../procedure/record.ts";
import type { Programme } from "../programme/programme.ts";

// 技术标准: a department publishes what towns have to build by, to all of them or to towns of some kinds. Every town has a
// receipt of its own (已阅).

const DEPARTMENT = ["department"] as const;

export const standard = procedure({
  id: "standard",
  key: ({ id }) => id,
  sees: ["department", "office", "leader"],
  reasons: ["no_towns", "no_department"],
  states: {
    drafted: { colour: "orange", owes: { post: "department", within: 5 } },
    published: { colour: "green", ends: true, sees: "everyone" },
    dropped: { colour: "grey", ends: true },
  },
  steps: {
    draft: step({
      from: "start",
      to: "drafted",
      who: DEPARTMENT,
      asks: {
        title: { kind: "words", longest: 60 },
        text: { kind: "words", longest: 1000 },
        kinds: { kind: "choice", of: ({ groups }) => groups, many: true, optional: true },
      },
      refuses(_, { kinds }, { programme, actor }) {
        if (!actor?.area) return "no_department";
        return townsOf(programme, kinds).length === 0 ? "no_towns" : null;
      },
      sets: (_, __, { actor }: At): Values => ({ department: `department.${actor?.area ?? ""}` }),
      tells: [],
    }),
    /** Drawings and photos in reply to the card, which go with it. */
    show: step({
      from: ["drafted"],
      to: "same",
      who: DEPARTMENT,
      byReply: true,
      asks: { words: { kind: "words", longest: 200, optional: true } },
      tells: [],
    }),
    publish: step({
      from: ["drafted"],
      to: "published",
      who: DEPARTMENT,
      asks: { shown: { kind: "evidence", least: 0 } },
      tells: ["office"],
    }),
    drop: step({ from: ["drafted"], to: "dropped", who: DEPARTMENT, asks: {}, tells: [] }),
  },
  shows: "show",
});

/** A town's receipt of a standard; `ref` is the standard. */
export const receipt = procedure({
  id: "receipt",
  key: ({ ref, town }) => `${ref} ${town}`,
  sees: ["town", "principal", "county", "office", "leader"],
  quietly: true,
  reasons: [],
  states: {
    unread: { colour: "blue", owes: { post: "town", within: 3 } },
    read: { colour: "green", ends: true },
  },
  steps: {
    deliver: step({
      from: "start",
      to: "unread",
      who: ["office"],
      // By the publication of the standard.
      along: true,
      asks: { title: { kind: "given", schema: z.string() } },
      tells: ["town"],
    }),
    read: step({ from: ["unread"], to: "read", who: ["town"], together: true, asks: {}, tells: [] }),
  },
});

const standardSchema = z.object({
  title: z.string(),
  text: z.string(),
  kinds: z.array(z.string()).default([]),
  department: z.string(),
});

/** A standard, the kinds of town it is for (none: all), and the department it is of, `department.housing`. */
export type Standard = z.infer<typeof standardSchema>;

export function standardOf({ data }: Pick<ProcedureRecord, "data">): Standard {
  return standardSchema.parse(data);
}

/** The towns of some kinds, by slug; of all kinds where none is named. */
export function townsOf({ towns }: Programme, kinds: readonly string[]): string[] {
  return towns.filter(({ group }) => kinds.length === 0 || kinds.includes(group)).map(({ slug }) => slug);
}
