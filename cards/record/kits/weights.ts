import * as z from "zod";
import { proposedScheme, weights } from "../../../src/domain/procedure/weights.ts";
import type { Locale } from "../../../src/domain/programme/people.ts";
import type { Scheme } from "../../../src/domain/scoring/scheme.ts";
import { nodesOf } from "../../../src/domain/scoring/scheme-tree.ts";
import { md, typed } from "../../elements.ts";
import { nodeName } from "../../names.ts";
import { movedTowns } from "../../ranking/moved-towns.ts";
import { weightsWords } from "../../text/procedures/weights.ts";
import { weighingText } from "../../text/weighing.ts";
import type { ProcedureKit } from "../kit.ts";
import { progressHome } from "./progress-home.ts";

const number = z.number().nullable();
const rowsSchema = z.object({
  rows: z
    .array(
      z.object({
        town: z.string(),
        rank: number,
        score: number,
        newRank: number,
        newScore: number,
        moved: number,
      }),
    )
    .default([]),
});

export const weightsKit: ProcedureKit = {
  definition: weights,
  words: weightsWords,
  touches: ["scheme"],
  /** The changed weights and, until the decision, the towns that would move. */
  body: ({ programme, record, offers, locale }) => {
    const text = weighingText(locale);
    const { scheme, changes } = proposedScheme(record);
    const { rows } = rowsSchema.parse(record.data);
    const lines = changes.map(({ id, from, to }) =>
      text.change(typed(weightName(scheme, id, locale)), String(from), String(to)),
    );
    const open = record.state === "proposed";
    return [
      ...(lines.length > 0 ? [md(text.changes(lines))] : []),
      ...(open && rows.length > 0 ? movedTowns({ programme, rows, locale }) : []),
      ...(offers.includes("adopt") ? [md(text.effect)] : []),
    ];
  },
  home: progressHome,
};

/** The scheme's name for an indicator or group. */
export function weightName(scheme: Scheme, id: string, locale: Locale): string {
  const node = nodesOf(scheme.root).find((one) => one.id === id);
  return node ? nodeName(node, locale) : id;
}
