import * as z from "zod";
import { quarterAt } from "../calendar/period.ts";
import { procedure, step } from "../procedure/definition.ts";
import { adoptedBy, drop, proposal, withdraw } from "../procedure/proposal.ts";
import type { ProcedureRecord } from "../procedure/record.ts";
import { foldText } from "../reading/fold-text.ts";
import { understand } from "./understand.ts";

// 提法: one member of the city office proposes that words nobody understood are read as other words, a second one
// (a leader if the office has one member) adopts it. Only a text that is not understood otherwise is read so.

const LONGEST = 40;
const SHORTEST = 2;

export const wording = procedure({
  id: "wording",
  /** `ref` identifies the words: one open proposal for them. */
  key: ({ ref }) => ref,
  sees: ["office", "leader"],
  reasons: ["short", "meaningless", "understood"],
  states: proposal("office", 5),
  steps: {
    propose: step({
      from: "start",
      to: "proposed",
      who: ["office"],
      asks: {
        said: { kind: "words", longest: LONGEST },
        means: { kind: "words", longest: LONGEST },
      },
      refuses: (_, { said, means }, { programme, now }) => {
        if ([...said.trim()].length < SHORTEST) return "short";
        const [town] = programme.towns;
        const context = { period: quarterAt(now), ...(town ? { own: town } : {}) };
        const kindOf = (text: string) => understand(text, programme, context).kind;
        const asked = (text: string) => [text, `${town?.short ?? ""}${text}`].map(kindOf);
        if (asked(means).every((kind) => kind === "unknown")) return "meaningless";
        return asked(said).some((kind) => kind !== "unknown" && kind !== "status") ? "understood" : null;
      },
      tells: ["office", "leader"],
    }),
    adopt: adoptedBy("office", "leader"),
    drop,
    withdraw,
    retire: step({
      from: ["adopted"],
      to: "dropped",
      who: ["office"],
      asks: {},
      tells: [{ took: "propose" }],
    }),
  },
});

/** Words read as other words, in folded text. */
export type Alias = { said: string; means: string };

const aliasSchema = z.object({ said: z.string(), means: z.string() });

/** The words a record lets be read as others. */
export function aliasOf({ data }: Pick<ProcedureRecord, "data">): Alias {
  const { said, means } = aliasSchema.parse(data);
  return { said: foldText(said.trim()), means: foldText(means.trim()) };
}

/** The text with the words of these aliases replaced; null where it has none of them. */
export function reworded(text: string, aliases: readonly Alias[]): string | null {
  const folded = foldText(text);
  const longest = aliases.toSorted((a, b) => b.said.length - a.said.length);
  const other = longest.reduce((left, { said, means }) => left.replaceAll(said, means), folded);
  return other === folded ? null : other;
}
