import { scoreTable } from "../scoring/score-table.ts";
import type { Publication } from "./publication.ts";

/** A town whose published figures differ from those recomputed from the frozen inputs. */
export type Mismatch = {
  town: string;
  what: "score" | "rank" | "missing";
  published: number | null;
  computed: number | null;
};

/** Recomputes a publication from its frozen inputs and compares every score and rank, exactly. */
export function verifyPublication({ scheme, inputs, result }: Publication): Mismatch[] {
  const units = new Map(scoreTable(scheme, inputs.table).units.map((unit) => [unit.id, unit]));
  return result.rows.flatMap((row): Mismatch[] => {
    const unit = units.get(row.town);
    if (!unit) {
      const expected = row.standing === "not_reported" && inputs.notReported.includes(row.town);
      return expected ? [] : [{ town: row.town, what: "missing", published: row.score, computed: null }];
    }
    return [
      ...(unit.score === row.score
        ? []
        : [{ town: row.town, what: "score" as const, published: row.score, computed: unit.score }]),
      ...(unit.rank === row.rank
        ? []
        : [{ town: row.town, what: "rank" as const, published: row.rank, computed: unit.rank }]),
    ];
  });
}
