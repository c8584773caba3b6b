import type { Card } from "../../../cards/card.ts";
import { receiverName } from "../../../cards/receiver.ts";
import type { Price } from "../../../cards/urgent/form.ts";
import { urgentNewsCard } from "../../../cards/urgent/news.ts";
import { type UrgentRequestView, urgentRequestCard } from "../../../cards/urgent/request.ts";
import { cardsOf } from "../../../db/chats.ts";
import type { OutboxRow } from "../../../db/commit.ts";
import { latestPeriod } from "../../../db/periods.ts";
import { listReports } from "../../../db/reports.ts";
import { urgentCount, urgentRefusal } from "../../../db/urgent.ts";
import type { Deps } from "../../deps.ts";
import type { Locale, Person } from "../../domain/people.ts";
import { urgentSpans } from "../../domain/urgent/urgent-times.ts";
import { asOf, type UrgentRequest } from "../../domain/urgent-request.ts";
import { personOf, townOfficials } from "../roster/people.ts";
import { enqueueUpdate } from "../sending/enqueue-message.ts";

/** Subject of the cards of those who propose and approve. */
export function urgentSubject(id: string): string {
  return `urgent ${id}`;
}

/** Subject of the cards one town's officials get. */
export function townSubject(id: string, town: string): string {
  return `${urgentSubject(id)}/${town}`;
}

/** Urgent messages sent so far this month and this quarter. */
export async function priceNow(deps: Deps): Promise<Price> {
  const now = deps.clock.now();
  const spans = urgentSpans(now);
  const [month, quarter] = await Promise.all([
    urgentCount(deps.db, spans.month, now + 1),
    urgentCount(deps.db, spans.quarter, now + 1),
  ]);
  return { month, quarter };
}

/**
 * Towns whose matter is done: their report of the open quarter came after the message was proposed. Whoever had
 * reported before is asked for something else, so only time ends that.
 */
export async function settledTowns(deps: Deps, request: UrgentRequest): Promise<Set<string>> {
  const period = await latestPeriod(deps.db);
  const reports = period ? await listReports(deps.db, period.id) : [];
  const settled = reports.filter(
    ({ submittedAt, status }) =>
      (status === "submitted" || status === "approved") &&
      submittedAt !== null &&
      submittedAt >= request.proposedAt,
  );
  return new Set(settled.map(({ town }) => town).filter((town) => request.towns.includes(town)));
}

/** What the card of its proposer or approver is drawn from; `why`: a refusal's reason that is not stored yet. */
export async function requestView(
  deps: Deps,
  request: UrgentRequest,
  reader: Person,
  why?: string,
): Promise<UrgentRequestView> {
  const { locale, openId } = reader;
  const [proposer, approver, officials, price, refusal] = await Promise.all([
    nameFor(deps, request.proposedBy, locale),
    nameFor(deps, request.approver, locale),
    Promise.all(request.towns.map((town) => townOfficials(deps, town))),
    priceNow(deps),
    why ?? (request.status === "refused" ? urgentRefusal(deps.db, request.id) : ""),
  ]);
  return {
    programme: deps.programme,
    request: asOf(request, deps.clock.now()),
    proposer,
    approver,
    receivers: officials.flat().length,
    price,
    refusal,
    reader: openId === request.approver ? "approver" : "proposer",
    locale,
  };
}

/** A person's name as colleagues read it, or their post where the roster has no name. */
export async function nameFor(deps: Deps, openId: string, locale: Locale): Promise<string> {
  const person = await personOf(deps, openId);
  return person?.name || receiverName({ kind: "person", person }, deps.programme, locale);
}

export async function requestFace(
  deps: Deps,
  request: UrgentRequest,
  reader: Person,
  why?: string,
): Promise<Card> {
  return urgentRequestCard(await requestView(deps, request, reader, why));
}

/** Fresh faces for the cards of proposer and approver, but the one just pressed: that is answered. */
export async function requestFaces(
  deps: Deps,
  request: UrgentRequest,
  pressed?: { messageId: string; why: string },
): Promise<OutboxRow[]> {
  const cards = await cardsOf(deps.db, urgentSubject(request.id));
  const rows = await Promise.all(
    cards.map(async ({ messageId, openId, view }): Promise<OutboxRow[]> => {
      const reader =
        messageId === pressed?.messageId || view !== "overview" ? null : await personOf(deps, openId);
      if (!reader) return [];
      const cause = `face urgent ${request.id} ${request.status}`;
      return [
        enqueueUpdate(
          messageId,
          await requestFace(deps, request, reader, pressed?.why),
          cause,
          deps.clock.now(),
        ),
      ];
    }),
  );
  return rows.flat();
}

/** The face one town's cards get once its message is over. */
export async function endedFaces(
  deps: Deps,
  request: UrgentRequest,
  town: string,
  ended: "reported" | "time",
): Promise<OutboxRow[]> {
  const cards = await cardsOf(deps.db, townSubject(request.id, town));
  const rows = await Promise.all(
    cards.map(async ({ messageId, openId }): Promise<OutboxRow> => {
      const locale = (await personOf(deps, openId))?.locale ?? "zh-CN";
      const face = urgentNewsCard({ programme: deps.programme, request, ended, locale });
      return enqueueUpdate(messageId, face, `urgent ${ended} ${request.id}`, deps.clock.now());
    }),
  );
  return rows;
}
