import { kitOf } from "../../../cards/record/kit.ts";
import { causeId } from "../../../db/outbox.ts";
import { saveRecord } from "../../../db/records.ts";
import type { Write } from "../../../db/written.ts";
import type { Deps } from "../../deps.ts";
import { openness } from "../../domain/procedure/keys.ts";
import { promise, unmadePromises, unsaidPromises } from "../../domain/procedure/promise.ts";
import type { ProcedureRecord } from "../../domain/procedure/record.ts";
import { beginFor, takeFor } from "../../domain/procedure/take.ts";
import type { Person } from "../../domain/programme/people.ts";
import { reportId } from "../../domain/report/report.ts";
import type { ReportContext } from "./report-context.ts";

/** `changed`: the promises that were made or ended; `also`: for the audit row of the approval. */
export type Promised = {
  changed: ProcedureRecord[];
  writes: Write[];
  also: string[];
  touched: string[];
};

export const NOTHING_PROMISED: Promised = { changed: [], writes: [], also: [], touched: [] };

/**
 * What an approved report says outright by when becomes a promise, in the batch of its approval, and what it says no more
 * is none. Whoever approved it does both, and nobody is told: the cards of the report say so.
 */
export function promisesSaid(
  deps: Deps,
  { report, promises }: Pick<ReportContext, "report" | "promises">,
  { openId: by, name, role, area }: Person,
): Promised {
  const { programme, clock } = deps;
  const kit = kitOf(deps.procedures, promise.id);
  if (!kit) return NOTHING_PROMISED;
  const cause = {
    step: "",
    from: "",
    to: "",
    by,
    name,
    post: `${role} ${area}`,
    at: clock.now(),
    values: {},
  };
  const { town, period, revision } = report;
  const begun = unmadePromises(report, promises, programme)
    .filter(({ firm }) => firm)
    .flatMap(({ text, quarter, ref }, i) => {
      const id = causeId(`promise ${reportId(period, town)} ${revision} ${i}`).slice(0, 16);
      const origin = { id, town, period: "", ref };
      const made = beginFor(kit.definition, origin, "said", { text, quarter }, cause, { programme });
      return made.ok ? [made.record] : [];
    });
  const gone = unsaidPromises(report, promises, programme).flatMap((before) => {
    const taken = takeFor(kit.definition, before, "unsaid", {}, cause, { programme });
    return taken.ok ? [taken.record] : [];
  });
  const changed = [...begun, ...gone];
  return {
    changed,
    writes: changed.flatMap((record) => saveRecord(deps.db, record, openness(kit.definition, record))),
    also: changed.map(({ id, log }) => `${promise.id}.${log.at(-1)?.step} ${id}`),
    touched: gone.map(({ id }) => `record ${id}`),
  };
}
