import { listRecords } from "../../../db/records.ts";
import type { Deps } from "../../deps.ts";
import type { Town } from "../../domain/programme/programme.ts";
import { stage } from "../../domain/stages/stage.ts";

/** These towns without those that left the programme. */
export async function stillIn({ db }: Pick<Deps, "db">, towns: readonly Town[]): Promise<Town[]> {
  const records = towns.length === 0 ? [] : await listRecords(db, { procedure: stage.id });
  const left = new Set(records.flatMap(({ town, state }) => (state === "left" ? [town] : [])));
  return towns.filter(({ slug }) => !left.has(slug));
}
