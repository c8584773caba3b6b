import { approvedParts } from "../../../db/report-briefs.ts";
import type { Deps } from "../../deps.ts";
import type { Programme } from "../../domain/programme/programme.ts";
import { type Figure, isFrozen } from "../../domain/question/figure.ts";
import type { TownFacts } from "../../domain/question/reckon.ts";
import type { Publication } from "../../domain/ranking/publication.ts";
import { INVESTMENT, investmentSchema, type ReportContent } from "../../domain/report/content.ts";
import { frozenFacts } from "./town-fact.ts";

/** Parts kept of one publication: the investment, and some items. */
const KEPT = 8;
const kept = new WeakMap<readonly TownFacts[], Map<string, TownFacts[]>>();

/**
 * Every town of a published quarter, with the part of its report that the figure is read from where the result does not
 * hold it. A publication's reports change by a correction alone, which is another publication: each part is read once.
 */
export async function publishedFacts(
  { db, programme }: Pick<Deps, "db" | "programme">,
  publication: Publication,
  figure: Figure,
): Promise<TownFacts[]> {
  const frozen = frozenFacts(programme, publication);
  if (isFrozen(figure)) return frozen;
  const parts = kept.get(frozen) ?? new Map<string, TownFacts[]>();
  kept.set(frozen, parts);
  const item = figure.kind === "item" ? figure.id : "";
  const known = parts.get(item);
  if (known) return known;
  const path = item === "" ? `$.content.${INVESTMENT}` : itemPath(programme, item);
  const read = await approvedParts(db, publication.period, path);
  const facts = frozen.flatMap((fact): TownFacts[] => {
    const part = read.get(fact.town.slug);
    return part === undefined ? [] : [{ ...fact, content: contentOf(item, part) }];
  });
  if (parts.size >= KEPT) parts.clear();
  parts.set(item, facts);
  return facts;
}

function itemPath({ areas }: Programme, item: string): string {
  const area = areas.find(({ items }) => items.some(({ id }) => id === item));
  return `$.content.areas."${area?.id ?? ""}".items."${item}"`;
}

/** A content that has this part alone: an item's percentage, or else the investment. */
function contentOf(item: string, part: string | number): ReportContent {
  const nothing = { plan: null, cumulative: null, sources: {}, words: "" };
  const investment = typeof part === "string" ? investmentSchema.parse(JSON.parse(part)) : nothing;
  const words = { progress: "", next: "", problem: "" };
  const areas: ReportContent["areas"] =
    typeof part === "number" ? { of: { items: { [item]: part }, words } } : {};
  return { areas, investment, image: { projects: [], words: "" } };
}
