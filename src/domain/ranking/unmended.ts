import { leafColumns, nodesOf } from "../scoring/scheme-tree.ts";
import type { FrozenInputs, Publication } from "./publication.ts";

/**
 * Whether the figures an objection names are the same as in the provisional result, so that nothing was corrected since.
 * An objection to no particular indicator is unmended while none of its town's figures has changed.
 */
export function isUnmended(
  { town, indicator }: { town: string; indicator: string },
  provisional: Pick<Publication, "scheme" | "inputs">,
  now: FrozenInputs,
): boolean {
  const leaf = nodesOf(provisional.scheme.root).find(({ id }) => id === indicator);
  const columns = leaf ? leafColumns(leaf) : provisional.inputs.table.columns;
  const [before, after] = [provisional.inputs, now].map(({ table }) =>
    table.rows.find(({ id }) => id === town),
  );
  return columns.every((column) => (before?.values[column] ?? null) === (after?.values[column] ?? null));
}
