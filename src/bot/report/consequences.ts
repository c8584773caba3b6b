import { townName } from "../../../cards/names.ts";
import { returnedCard } from "../../../cards/report/returned.ts";
import { noticeText } from "../../../cards/text/notices.ts";
import { type CardMessage, cardsOf } from "../../../db/chats.ts";
import type { OutboxRow } from "../../../db/commit.ts";
import type { Deps } from "../../deps.ts";
import type { Command } from "../../domain/report/command.ts";
import { reportId } from "../../domain/report/report.ts";
import { progressUpdates } from "../quarter/progress.ts";
import { personOf, reviewersOf, townOfficials } from "../roster/people.ts";
import { enqueueCard, enqueueUpdate } from "../sending/enqueue-message.ts";
import { reviewerCard, townCard } from "./card-for-status.ts";
import type { Cause } from "./change-report.ts";
import { checkUpOf } from "./check-up.ts";
import { type ReportContext, viewOf } from "./report-context.ts";

/** What a change of a report makes the bot say: new cards to whoever is next, fresh faces for the cards already out. */
export async function consequences(
  deps: Deps,
  before: ReportContext,
  saved: ReportContext,
  done: Command["kind"][],
  cause: Cause,
): Promise<OutboxRow[]> {
  const checkup = saved.report.status === "submitted" ? await checkUpOf(deps, saved) : [];
  const after = { ...saved, checkup };
  const sent = [
    ...(done.includes("submit") ? await toReviewers(deps, after) : []),
    ...(done.includes("return") ? await toTown(deps, after) : []),
  ];
  if (done.length === 0) return sent;
  const receivers = new Set(sent.map((row) => row.to));
  const faces = await freshFaces(deps, after, cause.pressedMessageId, receivers);
  const moved = before.report.status !== after.report.status || before.report.revision === 1;
  const { period, town, revision } = after.report;
  const moment = `${town} ${revision}`;
  const office = moved ? await progressUpdates(deps, period, moment, { report: after.report }) : [];
  return [...sent, ...faces, ...office];
}

async function toReviewers(deps: Deps, after: ReportContext): Promise<OutboxRow[]> {
  const { report } = after;
  const subject = reportId(report.period, report.town);
  return (await reviewersOf(deps, report)).map((reviewer) => {
    const view = viewOf(deps, after, reviewer);
    const fallback = noticeText[reviewer.locale].reviewWaiting(townName(view.town, reviewer.locale));
    const cause = `review ${subject} ${report.revision}`;
    const to = { openId: reviewer.openId, quiet: true };
    return enqueueCard(to, reviewerCard(view), cause, fallback, deps.clock.now(), {
      kind: "review",
      subject,
    });
  });
}

async function toTown(deps: Deps, after: ReportContext): Promise<OutboxRow[]> {
  const { report } = after;
  const subject = reportId(report.period, report.town);
  return (await townOfficials(deps, report.town)).map((official) => {
    const view = viewOf(deps, after, official);
    const fallback = noticeText[official.locale].returned(report.returned?.reason ?? "");
    const cause = `returned ${subject} ${report.revision}`;
    const to = { openId: official.openId, quiet: true };
    return enqueueCard(to, returnedCard(view), cause, fallback, deps.clock.now(), {
      kind: "report",
      subject,
    });
  });
}

/** Every other card of this report gets its present face, unless its reader is being sent a new card anyway. */
async function freshFaces(
  deps: Deps,
  after: ReportContext,
  pressed: string | undefined,
  receivers: Set<string>,
): Promise<OutboxRow[]> {
  const subject = reportId(after.report.period, after.report.town);
  const cards = (await cardsOf(deps.db, subject)).filter((c) => c.messageId !== pressed && c.openId !== "");
  const rows = await Promise.all(cards.map((card) => freshFace(deps, after, card, receivers)));
  return rows.flatMap((row) => row ?? []);
}

async function freshFace(
  deps: Deps,
  after: ReportContext,
  card: CardMessage,
  receivers: Set<string>,
): Promise<OutboxRow | null> {
  if (card.view !== "overview" || (card.kind === "report" && receivers.has(card.openId))) return null;
  const reader = await personOf(deps, card.openId);
  if (!reader || (card.kind !== "report" && card.kind !== "review")) return null;
  const view = viewOf(deps, after, reader);
  const face = card.kind === "report" ? townCard(view) : reviewerCard(view);
  const cause = `face ${card.kind} ${card.subject} ${after.report.revision}`;
  return enqueueUpdate(card.messageId, face, cause, deps.clock.now());
}
