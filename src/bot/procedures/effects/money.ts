import { listRecords } from "../../../../db/records.ts";
import { figuresSchema } from "../../../domain/procedure/field.ts";
import { townsOf } from "../../../domain/programme/people.ts";
import { townPlan } from "../../../domain/town-plan/town-plan.ts";
import { inForce } from "../../../domain/town-plan/versions.ts";
import type { Given } from "./effect.ts";

/** What the form of a ledger begins with: the year and the funds of the town's 方案 in force, by input. */
export const fundsOfPlan: Given = async (deps, { about, actor }) => {
  const towns = actor ? townsOf(actor, deps.programme) : [];
  const town = about.town || (towns.length === 1 ? (towns[0]?.slug ?? "") : "");
  const [record] = town === "" ? [] : await listRecords(deps.db, { procedure: townPlan.id, town });
  const version = record && inForce(record);
  const may = towns.some(({ slug }) => slug === town);
  if (!version || !may) return { suggested: null };
  const funds = figuresSchema.safeParse(version.values.funds).data ?? {};
  const boxes = Object.entries(funds).map(([source, sum]) => [`planned.${source}`, String(sum)]);
  return { suggested: { year: String(version.values.year ?? ""), ...Object.fromEntries(boxes) } };
};
