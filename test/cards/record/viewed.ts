import type { RecordView } from "../../../cards/record/kit.ts";
import { offered } from "../../../src/domain/procedure/take.ts";
import type { Person, Role } from "../../../src/domain/programme/people.ts";
import { everyone, START } from "../../domain/procedure/played.ts";
import { tenTowns } from "../office/programmes.ts";

/** The one who holds this post of a record's town. */
export function holder(role: Role): Person {
  const found = everyone(tenTowns).find((one) => one.role === role);
  if (!found) throw new Error(`no ${role}`);
  return found;
}

/** A record as one reader sees it, with the steps this person may take. */
export function viewOf(kit: RecordView["kit"], record: RecordView["record"], reader: Person): RecordView {
  const at = { actor: reader, now: START, programme: tenTowns, evidence: 1 };
  const offers = offered(kit.definition, record, at);
  const seen = { reader, offers, evidence: 1, quarter: null, unheld: [], now: START } as const;
  return { programme: tenTowns, kit, record, ...seen, locale: "zh-CN" };
}
