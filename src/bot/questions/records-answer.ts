import { oversightText } from "../../../cards/text/oversight.ts";
import type { Deps } from "../../deps.ts";
import { listing } from "../../domain/oversight/listing.ts";
import type { Person } from "../../domain/programme/people.ts";
import type { Intent } from "../../domain/question/intent.ts";
import { listCard, recordsIn } from "../procedures/lists.ts";
import type { Asker } from "../roster/asker.ts";
import type { Reply } from "../sending/enqueue-message.ts";

/** "谁被约谈", "红黑榜": the records the asker may see, in private only; a town's only one as itself. */
export async function answerRecords(
  deps: Deps,
  { person, chat }: Asker,
  { of, town }: Extract<Intent, { kind: "records" }>,
): Promise<Reply> {
  const scope = scopeOf(person, of);
  if (chat !== null) return { text: oversightText(person.locale).inPrivate };
  const towns = town ? new Set([town.slug]) : null;
  const [only, more] = towns ? await recordsIn(deps, person, scope, towns) : [];
  if (only && !more) return { living: { kind: "record", subject: only.id } };
  const card = await listCard(deps, person, scope, 1, towns);
  return { card, stands: { kind: "record_list", subject: scope } };
}

/** The whole list is for those who decide; a town and its county have their own entry. */
function scopeOf({ role }: Person, of: Extract<Intent, { kind: "records" }>["of"]): string {
  return of === "honours" && role !== "city_office" && role !== "leader" ? listing.id : of;
}
