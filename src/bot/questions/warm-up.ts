import { latestPublication } from "../../../db/publications.ts";
import type { Deps } from "../../deps.ts";
import { understand } from "../../domain/question/understand.ts";

/** Builds at the start what the first question would otherwise wait for: the index of names, the newest result. */
export async function warmUp({ db, programme, questions }: Deps): Promise<void> {
  understand("排名", programme, { period: "2026Q1" }, questions);
  await latestPublication(db);
}
