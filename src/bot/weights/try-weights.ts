import type { WeighRefusal } from "../../../cards/text/weighing.ts";
import { WEIGHT } from "../../../cards/weighing/weighing.ts";
import { latestPublication } from "../../../db/publications.ts";
import { listRecords } from "../../../db/records.ts";
import type { Deps } from "../../deps.ts";
import type { PeriodId } from "../../domain/calendar/period.ts";
import type { Frozen } from "../../domain/explain/frozen.ts";
import { type Weighing, weigh } from "../../domain/explain/weigh.ts";
import type { Values } from "../../domain/procedure/record.ts";
import { nextVersion, proposalOf, weights } from "../../domain/procedure/weights.ts";
import { readNumber } from "../../domain/reading/numbers.ts";
import { changedWeights } from "../../domain/scoring/changed-weights.ts";
import type { Scheme } from "../../domain/scoring/scheme.ts";
import { computeRanking } from "../quarter/publish.ts";

export type GoodTrial = Extract<Weighing, { ok: true }>;
type Trial = GoodTrial | { ok: false; reason: Extract<WeighRefusal, "bad_weight" | "no_weight" | "no_data"> };

/** The ranking under the weights typed in the form's boxes, from the quarter's figures. */
export async function tryWeights(
  deps: Deps,
  period: PeriodId,
  scheme: Scheme,
  typed: Record<string, string>,
): Promise<Trial> {
  const boxes = Object.entries(typed)
    .filter(([name, text]) => name.startsWith(WEIGHT) && text.trim() !== "")
    .map(([name, text]) => [name.slice(WEIGHT.length), readWeight(text)] as const);
  if (boxes.some(([, weight]) => weight === null)) return { ok: false, reason: "bad_weight" };
  const weights = Object.fromEntries(boxes.flatMap(([id, w]) => (w === null ? [] : [[id, w] as const])));
  const frozen = await figuresFor(deps, period, scheme);
  if (!frozen) return { ok: false, reason: "no_data" };
  const weighing = weigh(frozen, weights);
  if (weighing.ok) return weighing;
  // An input for an unknown node: the form was made for an older scheme.
  return { ok: false, reason: weighing.reason === "no_weight" ? "no_weight" : "bad_weight" };
}

/**
 * The quarter's approved figures under the scheme in force; without any, those of the last published quarter.
 */
async function figuresFor(deps: Deps, period: PeriodId, scheme: Scheme): Promise<Frozen | null> {
  const now = await computeRanking(deps, period, { scheme });
  if (now.inputs.table.rows.length > 0) return { period, ...now };
  const last = await latestPublication(deps.db);
  return last && { ...last, scheme };
}

function readWeight(text: string): number | null {
  const read = readNumber(text, ["%"]);
  return read.ok && !read.estimate && read.value >= 0 ? read.value : null;
}

/**
 * What a proposal of the weights tried instead of `from` stores: the next version, its changes, and the towns' places under
 * it.
 */
export async function proposedWeights(
  deps: Deps,
  from: Scheme,
  { scheme, rows }: GoodTrial,
): Promise<Values> {
  const { scheme: pack } = deps.programme;
  const earlier = await listRecords(deps.db, { procedure: weights.id });
  const changes = changedWeights(from, scheme);
  return proposalOf(pack, nextVersion(pack, earlier), { scheme, changes, rows });
}
