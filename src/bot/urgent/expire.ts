import { momentName } from "../../../cards/names.ts";
import { urgentText } from "../../../cards/text/urgent.ts";
import { Conflict, commit, type OutboxRow } from "../../../db/commit.ts";
import { supersedeSends } from "../../../db/outbox.ts";
import { dropUrgentSends, hasUrgentSends, openUrgent, setUrgentStatus } from "../../../db/urgent.ts";
import type { Deps } from "../../deps.ts";
import { asOf, type UrgentRequest } from "../../domain/urgent-request.ts";
import { personOf } from "../roster/people.ts";
import { enqueueText } from "../sending/enqueue-message.ts";
import { waitingKey } from "./decide.ts";
import { settledTowns, townSubject, urgentSubject } from "./faces.ts";

/**
 * What time does to urgent messages, looked at every minute: one nobody approved is void and its proposer is told; one
 * that was sent is shown as over where the town has reported, and everywhere once its time has passed.
 */
export async function expireUrgent(deps: Deps): Promise<void> {
  for (const request of await openUrgent(deps.db)) {
    const { status } = asOf(request, deps.clock.now());
    try {
      if (status === "expired") await expire(deps, request);
      else if (status === "over") await end(deps, request);
      else if (status === "sent") await settle(deps, request);
    } catch (error) {
      // Another process, or the approver's last-moment press, was first.
      if (!(error instanceof Conflict)) throw error;
    }
  }
}

async function expire(deps: Deps, request: UrgentRequest): Promise<void> {
  const now = deps.clock.now();
  const { id, approver } = request;
  await commit(
    deps.db,
    {
      audit: { actor: "system", kind: "urgent.expire", subject: id },
      inbox: [waitingKey(id)],
      writes: [
        setUrgentStatus(deps.db, id, { status: "expired" }),
        supersedeSends(deps.db, approver, urgentSubject(id), now),
      ],
      outbox: await toldProposer(deps, request),
      touched: [urgentSubject(id)],
    },
    now,
  );
}

async function toldProposer(deps: Deps, { id, proposedBy, expiresAt }: UrgentRequest): Promise<OutboxRow[]> {
  const proposer = await personOf(deps, proposedBy);
  if (!proposer) return [];
  const { locale, openId } = proposer;
  const words = urgentText(locale).told.expired(momentName(expiresAt, locale));
  return [enqueueText({ openId, quiet: true }, words, `urgent expired ${id}`, deps.clock.now())];
}

/** Its time has passed: what has not gone out stays, and every card says so. */
async function end(deps: Deps, request: UrgentRequest): Promise<void> {
  const now = deps.clock.now();
  const { id, towns } = request;
  const subjects = towns.map((town) => townSubject(id, town));
  await commit(
    deps.db,
    {
      audit: { actor: "system", kind: "urgent.over", subject: id },
      inbox: [`urgent-over:${id}`],
      writes: [setUrgentStatus(deps.db, id, { status: "over" }), dropUrgentSends(deps.db, subjects, now)],
      touched: [urgentSubject(id), ...subjects],
    },
    now,
  );
}

/** Towns that have reported since: what is still on its way to them stays. Their cards change with the report. */
async function settle(deps: Deps, request: UrgentRequest): Promise<void> {
  const now = deps.clock.now();
  for (const town of await settledTowns(deps, request)) {
    const subject = townSubject(request.id, town);
    if (!(await hasUrgentSends(deps.db, subject, now))) continue;
    const audit = { actor: "system", kind: "urgent.settled", subject };
    await commit(deps.db, { audit, writes: [dropUrgentSends(deps.db, [subject], now)] }, now);
  }
}
