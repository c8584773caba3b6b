import { recordEvidenceOf } from "../../../../db/record-evidence.ts";
import { sentSoFar } from "../../../domain/area-ledger/entries.ts";
import { evidenceRef } from "../../evidence/shown-photos.ts";
import type { Effect, Given } from "./effect.ts";

/** The town and area a button names, so that it begins a ledger without a form. */
export const areaAsked: Given = async ({ programme }, { about: { town, ref } }) =>
  town !== "" && programme.areas.some(({ id }) => id === ref) ? { town, area: ref } : {};

/** What came for a ledger since its last entry. */
export const broughtSince: Given = async ({ db }, { record }) => {
  if (!record) return { sent: [] };
  const before = sentSoFar(record);
  const rows = await recordEvidenceOf(db, record.id);
  const sent = rows.map(({ id, name, kind }) => ({ ref: evidenceRef(id), name, photo: kind === "image" }));
  return { sent: sent.filter(({ ref }) => !before.has(ref)) };
};

/** The town's reports follow; a problem that its county found is told to it. */
export const foundThere: Effect = async (_, { after: { town, log } }) => {
  const last = log.at(-1);
  const told = last?.values.verdict === "found" && last.post !== `town_official ${town}`;
  return {
    touched: [`town ${town}`],
    tells: told ? [{ role: "town_official", area: town }] : [],
  };
};
