import { sha256 } from "../../../db/sha256.ts";
import { frozenText, type Publication } from "../../domain/ranking/publication.ts";

type Frozen = Pick<Publication, "scheme" | "inputs" | "result">;

/** A ranking with its number and hash, as it is stored permanently. */
export async function freeze(
  frozen: Frozen,
  as: Pick<Publication, "period" | "seq" | "at" | "by">,
): Promise<Publication> {
  return { ...as, ...frozen, hash: sha256(frozenText(frozen)) };
}
