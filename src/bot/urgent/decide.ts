import { momentName } from "../../../cards/names.ts";
import { urgentText } from "../../../cards/text/urgent.ts";
import { commit, type OutboxRow } from "../../../db/commit.ts";
import { causeId, supersedeSends } from "../../../db/outbox.ts";
import { setUrgentStatus, URGENT_REFUSED } from "../../../db/urgent.ts";
import type { Deps } from "../../deps.ts";
import type { Person } from "../../domain/people.ts";
import type { UrgentRequest, Verdict } from "../../domain/urgent-request.ts";
import type { FeishuCallback } from "../../feishu/envelope.ts";
import { personOf, townOfficials } from "../roster/people.ts";
import { enqueueLiving, enqueueText } from "../sending/enqueue-message.ts";
import { nameFor, settledTowns, townSubject, urgentSubject } from "./faces.ts";

export type Asked = { deps: Deps; event: FeishuCallback; person: Person };
type Decided = { ok: true; request: UrgentRequest } | { ok: false; reason: "all_done" | "no_receiver" };

const STATUS = { approve: "sent", refuse: "refused", withdraw: "withdrawn" } as const;
const AUDIT = { approve: "urgent.approve", refuse: URGENT_REFUSED, withdraw: "urgent.withdraw" } as const;

/**
 * Writes a decision that may be made, with all that follows. Throws `Conflict` when another one was first: the key
 * `urgent:ID` is taken by whoever ends the waiting.
 */
export async function decideUrgent(
  { deps, event, person }: Asked,
  request: UrgentRequest,
  verdict: Verdict,
  reason: string,
): Promise<Decided> {
  const now = deps.clock.now();
  const decided: UrgentRequest = { ...request, status: STATUS[verdict], decidedAt: now };
  const sends = verdict === "approve" ? await toTowns(deps, decided) : { ok: true as const, rows: [] };
  if (!sends.ok) return sends;
  const detail = verdict === "refuse" ? { detail: { reason } } : {};
  await commit(
    deps.db,
    {
      audit: { actor: person.openId, kind: AUDIT[verdict], subject: request.id, ...detail },
      inbox: [`event:${event.eventId}`, waitingKey(request.id)],
      writes: [
        setUrgentStatus(deps.db, request.id, { status: decided.status, decidedAt: now }),
        // Withdrawn before it reached the approver: there is nothing to decide any more.
        supersedeSends(deps.db, request.approver, urgentSubject(request.id), now),
      ],
      outbox: [...sends.rows, ...(verdict === "refuse" ? await toldProposer(deps, decided, reason) : [])],
      touched: [urgentSubject(request.id), "urgent messages"],
      pressed: event.callback.messageId,
    },
    now,
  );
  return { ok: true, request: decided };
}

/** Taken once by whatever ends the waiting: approval, refusal, withdrawal or time. */
export function waitingKey(id: string): string {
  return `urgent:${id}`;
}

type Sends = { ok: true; rows: OutboxRow[] } | Extract<Decided, { ok: false }>;

/** The card for every official of the towns that have not reported meanwhile, and the mark on each card. */
async function toTowns(deps: Deps, request: UrgentRequest): Promise<Sends> {
  const settled = await settledTowns(deps, request);
  const towns = request.towns.filter((town) => !settled.has(town));
  if (towns.length === 0) return { ok: false, reason: "all_done" };
  const rows = await Promise.all(
    towns.map(async (town) =>
      (await townOfficials(deps, town)).flatMap((official) => messageAndMark(deps, request, town, official)),
    ),
  );
  return rows.flat().length === 0 ? { ok: false, reason: "no_receiver" } : { ok: true, rows: rows.flat() };
}

function messageAndMark(deps: Deps, request: UrgentRequest, town: string, official: Person): OutboxRow[] {
  const { locale, openId } = official;
  const now = deps.clock.now();
  const subject = townSubject(request.id, town);
  const fallback = urgentText(locale).newsFallback(request.words, momentName(request.expiresAt, locale));
  const card = { kind: "urgent_news", subject } as const;
  const message = enqueueLiving({ openId, quiet: true }, card, subject, fallback, now);
  // Behind its message in the same person's queue, and it looks the message up by its id.
  const mark: OutboxRow = {
    id: causeId(`mark ${message.id}`),
    kind: "urgent",
    toType: "open_id",
    to: openId,
    msgType: "text",
    content: message.id,
    fallback: "",
    subject,
    cause: `mark ${subject}`,
    status: "pending",
    runAt: now,
    quiet: 1,
    at: now,
  };
  return [message, mark];
}

async function toldProposer(deps: Deps, request: UrgentRequest, reason: string): Promise<OutboxRow[]> {
  const proposer = await personOf(deps, request.proposedBy);
  if (!proposer) return [];
  const { locale, openId } = proposer;
  const name = await nameFor(deps, request.approver, locale);
  const words = urgentText(locale).told.refused(name, reason);
  return [enqueueText({ openId, quiet: true }, words, `urgent refused ${request.id}`, deps.clock.now())];
}
