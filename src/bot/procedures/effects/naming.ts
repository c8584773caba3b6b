import type { Db } from "../../../../db/open.ts";
import { listRecords } from "../../../../db/records.ts";
import type { Deps } from "../../../deps.ts";
import { naming, renamed } from "../../../domain/pack/naming.ts";
import { type Programme, townBySlug } from "../../../domain/programme/programme.ts";
import type { Given } from "./effect.ts";

/** The pack of each open database as its office changed it, with the ids of the records that say so. */
const changed = new WeakMap<Db, { of: string; programme: Programme }>();

/** The pack as it is now: with the names and groups that were adopted in this database. */
export function packInForce(db: Db, pack: Programme): Programme {
  return changed.get(db)?.programme ?? pack;
}

/** Loads what was adopted, at every start and heartbeat, so that all instances agree. */
export async function loadNamings({ db, programme }: Pick<Deps, "db" | "programme">): Promise<void> {
  const records = await listRecords(db, { procedure: naming.id, states: ["adopted"] });
  const of = records.map(({ id }) => id).join(" ");
  // The same object as long as nothing changes: what is made of a pack is kept with it.
  if (of === (changed.get(db)?.of ?? "")) return;
  changed.set(db, { of, programme: renamed(programme, records) });
}

/** The town as it is now, for whoever proposes a change of it. */
export const townNow: Given = async ({ programme }, { about }) => {
  const town = townBySlug(programme, about.town);
  return town ? { was: { town: town.slug, aliases: town.aliases, group: town.group } } : {};
};
