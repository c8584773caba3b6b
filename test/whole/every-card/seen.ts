import type { RecordView } from "../../../cards/record/kit.ts";
import { offered } from "../../../src/domain/procedure/take.ts";
import type { Role } from "../../../src/domain/programme/people.ts";
import { GIVEN } from "../../domain/procedure/given.ts";
import { everyone, playedTo, START } from "../../domain/procedure/played.ts";
import type { Setting } from "./setting.ts";

/** A record of this procedure in this state, as a holder of this role sees it. */
export function seen(at: Setting, kit: RecordView["kit"], state: string, role: Role): RecordView {
  const { programme, locale } = at;
  const { definition } = kit;
  const record = playedTo(definition, programme, GIVEN[definition.id] ?? {}, at.words).get(state);
  const reader = everyone(programme).find((one) => one.role === role);
  if (!record || !reader) throw new Error(`no ${definition.id} ${state} for ${role}`);
  const offers = offered(definition, record, { actor: reader, now: START, programme, evidence: 1 });
  return {
    programme,
    kit,
    record,
    reader,
    offers,
    evidence: 1,
    quarter: null,
    unheld: [],
    now: START,
    locale,
  };
}
