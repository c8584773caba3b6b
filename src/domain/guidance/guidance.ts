import { type At, procedure, step } from "../procedure/definition.ts";
import type { ProcedureRecord, Values } from "../procedure/record.ts";
import { type Programme, townBySlug } from "../programme/programme.ts";
import { departmentChoices } from "../task/actors.ts";

// 指导: a town asks a department, which answers it alone or all towns of its kind.

const answering = {
  from: ["asked"],
  who: ["department"],
  asks: { answer: { kind: "words", longest: 800 } },
  tells: ["town"],
} as const;

export const guidance = procedure({
  id: "guidance",
  /** A town asks a department the same once at a time. */
  key: ({ town, data }) => `${town} ${data.department} ${data.question}`,
  sees: ["town", "principal", "department", "office", "leader"],
  reasons: ["same_department"],
  states: {
    asked: { colour: "orange", owes: { post: "department", within: 5 } },
    answered: { colour: "green", ends: true },
    shared: { colour: "green", ends: true, sees: "everyone" },
    withdrawn: { colour: "grey", ends: true },
  },
  steps: {
    ask: step({
      from: "start",
      to: "asked",
      who: ["town"],
      asks: {
        department: { kind: "choice", of: (programme) => departmentChoices(programme) },
        question: { kind: "words", longest: 300 },
      },
      sets: (_, __, { actor, programme }: At): Values => ({ kind: kindOf(programme, actor?.area ?? "") }),
      tells: ["department"],
    }),
    answer: step({ ...answering, to: "answered" }),
    answer_all: step({ ...answering, to: "shared" }),
    /** Another department is the one to ask. */
    forward: step({
      from: ["asked"],
      to: "asked",
      who: ["department"],
      asks: { department: { kind: "choice", of: (programme) => departmentChoices(programme) } },
      refuses: (record, { department }) =>
        record?.data.department === department ? "same_department" : null,
      tells: ["department", "town"],
    }),
    withdraw: step({ from: ["asked"], to: "withdrawn", who: ["town"], asks: {}, tells: [] }),
  },
  reply: (answer) => ({ step: "answer", typed: { answer }, asks: "" }),
});

/** The kind of a town, as the pack groups them; "" for an unknown one. */
export function kindOf(programme: Programme, town: string): string {
  return townBySlug(programme, town)?.group ?? "";
}

/** The other towns of the same kind as the one that asked, by slug. */
export function sameKind(programme: Programme, { town }: Pick<ProcedureRecord, "town">): string[] {
  const kind = kindOf(programme, town);
  return programme.towns.filter(({ slug, group }) => group === kind && slug !== town).map(({ slug }) => slug);
}
