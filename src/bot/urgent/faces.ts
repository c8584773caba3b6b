import type { Card } from "../../../cards/card.ts";
import { receiverName } from "../../../cards/receiver.ts";
import type { Price } from "../../../cards/urgent/form.ts";
import { urgentNewsCard } from "../../../cards/urgent/news.ts";
import { type UrgentRequestView, urgentRequestCard } from "../../../cards/urgent/request.ts";
import { latestPeriod } from "../../../db/periods.ts";
import { listReports } from "../../../db/reports.ts";
import { findUrgent, urgentCount, urgentRefusal } from "../../../db/urgent.ts";
import type { Deps } from "../../deps.ts";
import type { Locale, Person } from "../../domain/people.ts";
import { urgentSpans } from "../../domain/urgent/urgent-times.ts";
import { asOf, type UrgentRequest } from "../../domain/urgent-request.ts";
import { personOf, townOfficials } from "../roster/people.ts";

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

/** What the card of its proposer or approver is drawn from. */
export async function requestView(
  deps: Deps,
  request: UrgentRequest,
  reader: Person,
): Promise<UrgentRequestView> {
  const { locale, openId } = reader;
  const [proposer, approver, officials, price, refusal] = await Promise.all([
    nameFor(deps, request.proposedBy, locale),
    nameFor(deps, request.approver, locale),
    Promise.all(request.towns.map((town) => townOfficials(deps, town))),
    priceNow(deps),
    request.status === "refused" ? urgentRefusal(deps.db, request.id) : "",
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

/** A request's card (`urgent ID`) for its proposer or its approver. */
export async function drawUrgent(
  deps: Deps,
  subject: string,
  reader: Person,
): Promise<{ card: Card } | null> {
  const request = await findUrgent(deps.db, subject.slice(subject.indexOf(" ") + 1));
  if (!request || !concerns(reader, request)) return null;
  return { card: urgentRequestCard(await requestView(deps, request, reader)) };
}

/** Whether a person proposed or approves a request. */
export function concerns({ openId }: Person, request: UrgentRequest): boolean {
  return openId === request.proposedBy || openId === request.approver;
}

/**
 * An approved message (`urgent ID/qikou`) for a town's officials: running, or over. How it ended stays as it was first
 * shown, whatever becomes of the report afterwards.
 */
export async function drawUrgentNews(
  deps: Deps,
  subject: string,
  reader: Person,
  shows: string,
): Promise<{ card: Card; view: string } | null> {
  const [id = "", town = ""] = subject.slice(subject.indexOf(" ") + 1).split("/");
  const request = await findUrgent(deps.db, id);
  if (!request || reader.role !== "town_official" || reader.area !== town) return null;
  const ended = await endOf(deps, request, town, shows);
  const card = urgentNewsCard({ programme: deps.programme, request, ended, locale: reader.locale });
  return { card, view: ended ?? "overview" };
}

async function endOf(
  deps: Deps,
  request: UrgentRequest,
  town: string,
  shows: string,
): Promise<"reported" | "time" | null> {
  if (shows === "reported" || shows === "time") return shows;
  if ((await settledTowns(deps, request)).has(town)) return "reported";
  return asOf(request, deps.clock.now()).status === "sent" ? null : "time";
}
